import ArgumentParser
import MusterCore
import MusterValues

struct UnitsCommand: ListingCommand {
    static let configuration = CommandConfiguration(
        commandName: "units", abstract: "List units, with the people on record in each.",
        discussion: "Example: muster units --region RU-KGD --format json")

    @OptionGroup var filter: FilterOptions
    @OptionGroup var state: StateOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var past: ReadOptions

    func run() throws { try print(.units, state.narrowed(filter)) }
}
