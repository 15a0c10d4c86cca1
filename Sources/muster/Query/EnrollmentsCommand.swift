import ArgumentParser
import MusterCore
import MusterValues

struct EnrollmentsCommand: ListingCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrollments", abstract: "List enrollments.",
        discussion: """
            With --on a day, those who may have been in the unit on it, each with its grade, the surest first.

            Example: muster enrollments --unit BARS-Kursk --on 2025-06-01
            """)

    @OptionGroup var filter: FilterOptions
    @OptionGroup var state: StateOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        try print(.enrollments(withCitations: output.format != .table), state.narrowed(filter))
    }
}
