import ArgumentParser
import MusterCore
import MusterValues

struct RegionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regions", abstract: "List regions.",
        discussion:
            "Example, the regions with a BARS unit that border a NATO member: muster regions --programme BARS --borders NATO"
    )

    @OptionGroup var filter: FilterOptions
    @OptionGroup var listing: ListingOptions

    func run() throws { try listing.print(.regions, filter.filter()) }
}
