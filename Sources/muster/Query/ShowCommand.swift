import ArgumentParser
import MusterCore
import MusterValues

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a record with its citations, side by side where they disagree.",
        discussion: "Example: muster show BARS-Kaliningrad")

    @Argument(help: "The record: a name, a region's code or a short id.") var record: RecordReference
    @OptionGroup var output: OutputOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        let dossier = try past.reading().show(record)
        switch output.format {
        case .table: try Output.write(dossier.text(for: .standard))
        case .json: try Output.write(try JSON.text(dossier))
        case .csv: try output.write(dossier.lines, noneMessage: "")
        }
    }
}
