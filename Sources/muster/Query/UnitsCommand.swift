import ArgumentParser
import MusterCore
import MusterValues

struct UnitsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "units", abstract: "List units, with the people on record in each.",
        discussion: "Example: muster units --region RU-KGD --format json")

    @OptionGroup var filter: StateOptions
    @OptionGroup var listing: ListingOptions

    func run() throws { try listing.print(.units, filter.filter()) }
}
