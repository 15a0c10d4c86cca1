import ArgumentParser
import MusterCore
import MusterValues

struct EnrollmentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrollments", abstract: "List enrollments.",
        discussion: """
            With --on a day, those that definitely or possibly held on it.

            Example: muster enrollments --unit BARS-Kursk --on 2025-06-01
            """)

    @OptionGroup var filter: StateOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        let rows = try past.reading().enrollments(filter.filter(), withCitations: output.format != .table)
        try output.write(rows, noneMessage: "no enrollments match")
    }
}
