import ArgumentParser
import MusterCore
import MusterValues

struct RegionsCommand: ListingCommand {
    static let configuration = CommandConfiguration(
        commandName: "regions", abstract: "List regions.",
        discussion:
            "Example, the regions with a BARS unit that border a NATO member: muster regions --programme BARS --borders NATO"
    )

    @OptionGroup var filter: FilterOptions<Listed.Regions>
    @OptionGroup var output: OutputOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var past: ReadOptions

    func run() throws { try print(.regions, filter.filter()) }
}
