import ArgumentParser
import MusterCore
import MusterValues

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a record with its citations, side by side where they disagree.",
        discussion: """
            A unit, a post and an enrollment come with their state: the newest or, with --on, that of a day, with the grade of the \
            answer. The rest is what is on record now.

            Example: muster show BARS-Kaliningrad
            """)

    @Argument(help: "The record: a name, a region's code or a short id.") var record: RecordReference
    @Option(help: .day) var on: String?
    @Flag(help: .throughout) var throughout = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        let registry = try past.reading()
        let dossier = try registry.show(record, on: period(on), throughout: throughout)
        switch output.format {
        case .table:
            try Output.write(
                dossier.text(for: .standard)
                    + SourceLegend.text(dossier.namedSources, in: registry, for: .standard))
        case .json: try Output.write(try JSON.text(dossier))
        case .csv: try output.write(dossier.lines, noneMessage: "")
        }
    }
}
