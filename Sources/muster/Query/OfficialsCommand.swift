import ArgumentParser
import MusterCore
import MusterValues

struct OfficialsCommand: ListingCommand {
    static let configuration = CommandConfiguration(
        commandName: "officials", abstract: "List officials with their posts and units.",
        discussion: "Example: muster officials --region RU-KRS --state left")

    @OptionGroup var filter: FilterOptions
    @OptionGroup var state: StateOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var past: ReadOptions

    func run() throws { try print(.officials, state.narrowed(filter)) }
}
