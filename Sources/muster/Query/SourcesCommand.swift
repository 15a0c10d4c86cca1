import ArgumentParser
import MusterCore
import MusterValues

struct SourcesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "List sources.", discussion: "Example: muster sources --unit BARS-Kaliningrad"
    )

    @OptionGroup var filter: FilterOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        try output.write(try past.reading().sources(filter.filter()), noneMessage: "no sources match")
    }
}
