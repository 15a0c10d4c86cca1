import ArgumentParser
import MusterCore
import MusterValues

struct EventsCommand: ListingCommand {
    static let configuration = CommandConfiguration(
        commandName: "events", abstract: "List what happened to units, posts and enrollments, as it was recorded.",
        discussion: """
            'muster timeline' lists what happened to one record by day, with the sources.

            Examples:
            muster events --unit BARS-Kursk --from 2025-05 --until 2025-06
            muster events --official "Dmitry Novikov"
            muster events --source S3 --standing disputed
            """)

    @OptionGroup var filter: FilterOptions<Listed.Events>
    @OptionGroup var state: StateOptions<Listed.Events>
    @OptionGroup var output: OutputOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var past: ReadOptions

    func run() throws { try print(.events, state.narrowed(filter)) }
}
