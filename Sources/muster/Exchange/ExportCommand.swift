import ArgumentParser
import MusterCore
import MusterSheets
import MusterValues

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the registry, or a part of it, for other programs.",
        discussion: """
            The formats:
            \(ExportFormat.allCases.map { "\($0.rawValue): \($0.help)" }.joined(separator: "\n"))

            Without filters everything is written, also what is rejected, each with its standing. With filters, the enrollments \
            that 'muster enrollments' lists with the same options, and all that they rest on: their units, officials, posts, events, \
            sources. The history is in the registry's file alone: 'muster backup' copies it. ftm, ftm-statements and popolo leave out \
            what is rejected; that, and what else a format cannot hold, is counted on standard error.

            The same registry gives the same bytes. A folder must be new or empty; a file is replaced only when the new one is whole.

            Examples:
            muster export datapackage bars-2026
            muster export csv --for-spreadsheets bars.csv --region RU-KGD --on 2025-06-01
            muster export sql registry.sql
            muster export ftm bars.ftm.json
            muster export ris sources.ris --region RU-KGD
            """)

    @Argument(help: ArgumentHelp("One of: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", "))."))
    var format: ExportFormat
    @Argument(
        help: ArgumentHelp(
            "The file or folder to write; - or none is standard output, for a format that is one text.",
            valueName: "file-or-folder"))
    var target: String?
    @Flag(help: "Of csv: no cell is run as a formula, and Excel reads the letters; the text is not exact.")
    var forSpreadsheets = false
    @OptionGroup var filter: FilterOptions<Listed.Exported>
    @OptionGroup var state: StateOptions<Listed.Exported>
    @OptionGroup var office: OfficeOptions
    @OptionGroup var enrollment: EnrollmentOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        var narrowed = try state.narrowed(filter)
        try office.narrow(&narrowed)
        try enrollment.narrow(&narrowed)
        if forSpreadsheets, format != .csv {
            throw MusterError.usage("--for-spreadsheets is of csv; \(format.rawValue) runs nothing")
        }
        if let target, try isFile(target) {
            try FileEnding.refuseOther(
                "file", target, of: format.rawValue, ending: format.ending,
                fix: format.ending.map { "end it in .\($0)" } ?? "name a folder")
        }
        Output.outliveReaders()
        let registry = try past.reading()
        let progress = Progress(isShown: try isFile(target ?? "-"))
        defer { progress.end() }
        try write(registry, narrowed) { progress.show(bytes: $0) }
        progress.end()
        if let target, try isFile(target) { Output.printNote("\(target) written") }
    }

    private func write(_ registry: Registry, _ filter: Filter, _ progress: @escaping (Int) -> Bool) throws {
        let place = target ?? "-"
        switch format {
        case .datapackage: try registry.exportPackage(filter, to: folder(), progress: progress)
        case .csv:
            try registry.exportEnrollments(
                filter, forSpreadsheets: forSpreadsheets, to: place, progress: progress)
            Output.printNote(
                forSpreadsheets
                    ? "for spreadsheets: an apostrophe stands before a cell that could run as a formula"
                    : "exact text for programs; a spreadsheet may run a cell as a formula: --for-spreadsheets prevents it"
            )
        case .xlsx:
            for sheet in try registry.exportWorkbook(filter, to: workbook(), progress: progress) {
                Output.printNote("\(sheet): a sheet has 16384 links; the ids after them are plain text")
            }
        case .sql: try registry.exportSQL(filter, to: place, progress: progress)
        case .ftm: try registry.exportFollowTheMoney(filter, to: place, progress: progress).print()
        case .ftmStatements: try registry.exportFollowTheMoneyStatements(filter, to: place, progress: progress).print()
        case .popolo: try registry.exportPopolo(filter, to: place, progress: progress).print()
        case .ris: try registry.exportRIS(filter, to: place, progress: progress).print()
        }
    }

    /// True if the target is a file or a folder, and not a stream.
    private func isFile(_ target: String) throws(MusterError) -> Bool {
        if format == .datapackage { return true }
        if case .file = try OutputPlace(target) { return true }
        return false
    }

    /// The file of a workbook, which is not text for a screen.
    private func workbook() throws(MusterError) -> String {
        guard let target else { throw .missing(what: "the file", fix: "name it, or - for standard output") }
        return target
    }

    /// The folder that the format needs.
    private func folder() throws(MusterError) -> String {
        guard let target, target != "-" else {
            throw .missing(what: "the folder", fix: "\(format.rawValue) is several files: name a new folder")
        }
        return target
    }
}
