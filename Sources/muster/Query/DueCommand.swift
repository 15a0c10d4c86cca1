import ArgumentParser
import MusterCore
import MusterValues

struct DueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "List what to look at again.",
        discussion: """
            Records that need work; events that were foretold, and of which no later source tells that they came about; contracts that have run out without a later word; units, posts and enrollments that may still be so and were not heard of for some months; \
            sources of which no copy is kept. A record that is known only from an undated source counts by the day on which the \
            source was recorded.

            Examples:
            muster due --months 12
            muster due --on 2026-12-31
            """)

    @Option(
        help: ArgumentHelp("The day to which the months of silence are counted; otherwise today.", valueName: "day"))
    var on: String?
    @Option(help: ArgumentHelp("The months of silence after which a record is due.", valueName: "number"))
    var months = 6
    @OptionGroup var output: OutputOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        let day = try on.map { try Day(typed: $0) }
        try output.write(try past.reading().due(on: day, months: months), noneMessage: "nothing is due")
    }
}
