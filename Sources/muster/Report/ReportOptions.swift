public import ArgumentParser
import MusterCore
import MusterValues

/// The options that both reports share.
struct ReportOptions: ParsableArguments {
    @Option(help: "How to write it; otherwise by the ending of --output, or md.") var format: ReportFormat?
    @Option(help: ArgumentHelp("The day asked about, YYYY-MM-DD; otherwise the newest state.", valueName: "day"))
    var on: String?
    @Option(help: ArgumentHelp("The file to write; otherwise standard output.", valueName: "file")) var output: String?
    @OptionGroup var past: ReadOptions

    func write(region: RecordReference?) throws {
        let day = try on.map { try Day(typed: $0) }
        let ending = output?.split(separator: ".").last.flatMap { ReportFormat(rawValue: $0.lowercased()) }
        let text = try past.reading().report(region: region, on: day).text(as: format ?? ending ?? .md)
        guard let output else { return try Output.write(text) }
        try Output.write(text, to: output)
        Output.printNote("\(output) written")
    }
}

extension ReportFormat: ExpressibleByArgument {}
