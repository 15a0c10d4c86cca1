public import ArgumentParser
import MusterCore
import MusterValues

/// The options that both reports share.
struct ReportOptions: ParsableArguments {
    @Option(help: "How to write it; otherwise by the ending of --output, or md.") var format: ReportFormat?
    @Option(help: ArgumentHelp("The day asked about, YYYY-MM-DD; otherwise the newest state.", valueName: "day"))
    var on: String?
    @Option(
        help: ArgumentHelp("The file to write, or - for standard output, which it is otherwise.", valueName: "file"))
    var output: String?

    func write(region: RecordReference?, of past: ReadOptions) throws {
        let day = try on.map { try Day(typed: $0) }
        let place = try output.map(OutputPlace.init)
        if let place, let output { try place.checkNoDatabase(named: output) }
        let format = try format(of: place)
        let text = try past.reading().report(region: region, on: day).text(as: format)
        guard let place, let output else { return try Output.writeDocument(text) }
        Output.outliveReaders()
        try place.write(text, named: output)
        if case .file = place { Output.printNote("\(output) written") }
    }

    /// The format that the user asked for; otherwise the one that the file's ending names, or Markdown.
    private func format(of place: OutputPlace?) throws(MusterError) -> ReportFormat {
        guard case .file = place, let output else { return format ?? .md }
        let name = output.split(separator: "/").last ?? ""
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let word = parts.last?.lowercased(), !word.isEmpty, parts != ["", parts[1]] else {
            return format ?? .md
        }
        let ending = ReportFormat(rawValue: word)
        guard let given = format ?? ending, ending == nil || ending == given else {
            let endings = ReportFormat.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")
            throw .badValue(
                field: "output", value: output,
                rule: format.map { "its ending is not that of \($0.rawValue)" } ?? "no report is written as .\(word)",
                fix: "end it in one of \(endings), or give the format that it should have")
        }
        return given
    }
}

extension ReportFormat: ExpressibleByArgument {}
