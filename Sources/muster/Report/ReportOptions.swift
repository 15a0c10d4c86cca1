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
        if format == .xlsx {
            try edition.writeWorkbook(to: output)
        } else {
            try place.write(edition.text(as: format), named: output)
        }
        if case .file = place { Output.printNote("\(output) written: edition \(edition.header.id)") }
    }

    /// The format that the user asked for; otherwise the one that the file's ending names, or Markdown.
    private func format(of place: OutputPlace) throws(MusterError) -> EditionFormat {
        guard case .file = place, let output else { return format ?? .md }
        let name = output.split(separator: "/").last ?? ""
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let word = parts.last?.lowercased(), !word.isEmpty, parts != ["", parts[1]] else {
            return format ?? .md
        }
        let ending = EditionFormat(rawValue: word)
        guard let given = format ?? ending, ending == nil || ending == given else {
            let endings = EditionFormat.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")
            throw .badValue(
                field: "output", value: output,
                rule: format.map { "its ending is not that of \($0.rawValue)" } ?? "no report is written as .\(word)",
                fix: "end it in one of \(endings), or give the format that it should have")
        }
        return given
    }
}

extension EditionFormat: ExpressibleByArgument {}

extension Language: ExpressibleByArgument {}
