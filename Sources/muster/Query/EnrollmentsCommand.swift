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
            muster enrollments --ever joined --from 2025-05 --until 2025-07
            muster enrollments --post-kind governor --needs date --needs second-source
            muster enrollments --post-change suspended

            With --ever and a period, those who came into the state in it: definitely, if the event certainly lies in it.
            --post-change is of events recorded with --for.
            """)

    @OptionGroup var filter: FilterOptions<Listed.Enrollments>
    @OptionGroup var state: StateOptions<Listed.Enrollments>
    @OptionGroup var office: OfficeOptions
    @OptionGroup var enrollment: EnrollmentOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        var narrowed = try state.narrowed(filter)
        try office.narrow(&narrowed)
        try enrollment.narrow(&narrowed)
        try print(.enrollments(withCitations: output.format != .table), narrowed)
    }
}
