import ArgumentParser
import MusterCore
import MusterValues

struct SourcesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "List sources.", discussion: "Example: muster sources --unit BARS-Kaliningrad"
    )

    @OptionGroup var filter: FilterOptions
    @OptionGroup var listing: ListingOptions

    func run() throws { try listing.print(.sources, filter.filter()) }
}
