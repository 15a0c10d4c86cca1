import ArgumentParser
import MusterCore
import MusterValues

struct OfficialsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "officials", abstract: "List officials with their posts and units.",
        discussion: "Example: muster officials --region RU-KRS --state left")

    @OptionGroup var filter: StateOptions
    @OptionGroup var listing: ListingOptions

    func run() throws { try listing.print(.officials, filter.filter()) }
}
