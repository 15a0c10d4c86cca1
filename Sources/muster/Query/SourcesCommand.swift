import ArgumentParser
import MusterCore
import MusterValues

struct SourcesCommand: ListingCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "List sources.", discussion: "Example: muster sources --unit BARS-Kaliningrad"
    )

    @OptionGroup var filter: FilterOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var past: ReadOptions

    func run() throws { try print(.sources, filter.filter()) }
}
