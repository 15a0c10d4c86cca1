public import ArgumentParser
import MusterCore
import MusterEditions
import MusterSheets
import MusterValues

/// The options of a report about a day.
struct ReportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The day asked about, YYYY-MM-DD: what was not there on it is left out; otherwise everything, with the answers for the newest revision's day.",
            valueName: "day"))
    var on: String?
    @OptionGroup var file: FileOptions

    func write(_ kind: EditionKind, of record: RecordReference?, _ past: ReadOptions) throws {
        let day = try on.map { try Day(typed: $0) }
        try file.write(EditionRequest(kind, of: record, on: day, in: file.language ?? .english), of: past.reading())
    }
}

/// The options that say how and where a report is written.
struct FileOptions: ParsableArguments {
    @Option(help: "How to write it; otherwise by the ending of --output, or md.") var format: EditionFormat?
    @Option(help: "The language of its words: en or ru; otherwise en.") var language: Language?
    @Option(
        help: ArgumentHelp("The file to write, or - for standard output, which it is otherwise.", valueName: "file"))
    var output: String?
    @Flag(help: "Replace the file if it is there.") var force = false

    func write(_ request: EditionRequest, of registry: @autoclosure () throws -> Registry) throws {
        let place = try OutputPlace(output ?? "-")
        try place.checkNoDatabase(named: output ?? "-")
        let format = try format(of: place)
        if case .file(let file) = place, !force, FileSystem.exists(file), let output {
            throw MusterError.alreadyThere(path: output, fix: .replaceFile)
        }
        Output.outliveReaders()
        let edition = try registry().edition(request)
        guard let output else {
            if format == .xlsx { return try edition.writeWorkbook(to: "-") }
            return try Output.writeDocument(edition.text(as: format))
        }
        try edition.write(as: format, to: output)
        if case .file = place { Output.printNote("\(output) written: edition \(edition.header.id)") }
    }

    /// The format that the user asked for; otherwise the one that the file's ending names, or Markdown.
    private func format(of place: OutputPlace) throws(MusterError) -> EditionFormat {
        guard case .file = place, let output, let ending = FileEnding.of(output) else { return format ?? .md }
        let endings = EditionFormat.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")
        let fix: Remedy =
            if let format { "end it in .\(format.rawValue), or leave out the format" } else {
                "end it in one of \(endings), or give the format that it should have"
            }
        guard let given = format ?? EditionFormat(rawValue: ending) else {
            throw .badValue(field: "output", value: output, rule: "no report is written as .\(ending)", fix: fix)
        }
        try FileEnding.refuseOther("output", output, of: given.rawValue, ending: given.rawValue, fix: fix)
        return given
    }
}

extension EditionFormat: ExpressibleByArgument {}

extension Language: ExpressibleByArgument {}
