import ArgumentParser
import MusterCore
import MusterValues

struct LooksCommand: ListingCommand {
    static let configuration = CommandConfiguration(
        commandName: "looks", abstract: "List the searches for units that were made: where, when and what was found.",
        discussion: "Example: muster looks --federal-district Northwestern --from 2025-05")

    @OptionGroup var filter: FilterOptions<Listed.Looks>
    @OptionGroup var output: OutputOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var past: ReadOptions

    func run() throws { try print(.looks, filter.filter()) }
}
