import ArgumentParser
import MusterCore
import MusterValues

struct SourcesCommand: ListingCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "List sources.",
        discussion: """
            Examples:
            muster sources --unit BARS-Kaliningrad
            muster sources --from 2025-05 --until 2025-06 --needs copy
            """
    )

    @OptionGroup var filter: FilterOptions<Listed.Sources>
    @Option(help: .condition(.needs, Listed.Sources.self)) var needs: [String] = []
    @OptionGroup var output: OutputOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        var narrowed = try filter.filter()
        narrowed.needs = try needs.map { try Need(typed: $0) }
        try print(.sources, narrowed)
    }
}
