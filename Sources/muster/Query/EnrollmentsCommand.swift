import ArgumentParser
import MusterCore
import MusterValues

struct EnrollmentsCommand: ListingCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrollments", abstract: "List enrollments.",
        discussion: """
            With --on a day, those who may have been in the unit on it, each with its grade, the surest first.

            Examples:
            muster enrollments --unit BARS-Kursk --on 2025-06-01
            muster enrollments --post-change suspended
            """)

    @OptionGroup var filter: FilterOptions
    @OptionGroup var state: StateOptions
    @Option(
        help: ArgumentHelp(
            "What became of a post for it, at any time, by an event recorded with --for: suspended, left, kept …",
            valueName: "tenure"))
    var postChange: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        var narrowed = try state.narrowed(filter)
        narrowed.postChange = postChange
        try print(.enrollments(withCitations: output.format != .table), narrowed)
    }
}
