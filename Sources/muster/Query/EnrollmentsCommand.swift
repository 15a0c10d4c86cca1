import ArgumentParser
import MusterCore
import MusterValues

struct EnrollmentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrollments", abstract: "List enrollments.",
        discussion: """
            With --on a day, those who may have been in the unit on it, each with its grade, the surest first.

            Example: muster enrollments --unit BARS-Kursk --on 2025-06-01
            """)

    @OptionGroup var filter: StateOptions
    @OptionGroup var listing: ListingOptions

    func run() throws {
        try listing.print(.enrollments(withCitations: listing.output.format != .table), filter.filter())
    }
}
