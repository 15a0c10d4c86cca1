import ArgumentParser
import MusterCore
import MusterValues

struct OfficialsCommand: ListingCommand {
    static let configuration = CommandConfiguration(
        commandName: "officials", abstract: "List officials with their posts and units.",
        discussion: """
            Example: muster officials --region RU-KRS --state left

            A region is that of a post or of a unit. A state is that of any post or enrollment of the official, which need not be \
            the one that has the region; "muster enrollments" asks both of one enrollment.
            """)

    @OptionGroup var filter: FilterOptions<Listed.Officials>
    @OptionGroup var state: StateOptions<Listed.Officials>
    @OptionGroup var office: OfficeOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        var narrowed = try state.narrowed(filter)
        try office.narrow(&narrowed)
        try print(.officials, narrowed)
    }
}
