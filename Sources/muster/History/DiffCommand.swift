import ArgumentParser
import MusterCore
import MusterValues

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what became of the records between two moments, with the citations behind it.",
        discussion: """
            A moment is a revision (12), the end of a day (2026-11-24) or a time (2026-11-24T09:30Z). With one, what that \
            revision or that day changed.

            Examples:
            muster diff 12 20
            muster diff 2026-11-01 2026-11-24 --format json
            """)

    @Argument(help: "The earlier moment; alone, the revision or the day asked about.") var first: String
    @Argument(help: "The later moment.") var second: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var store: StoreOptions

    func run() throws {
        let earlier = try second == nil ? nil : Moment(typed: first)
        let later = try Moment(typed: second ?? first)
        let registry = try store.present()
        let differences = try registry.differences(from: earlier, to: later)
        if let revision = try registry.redaction(from: earlier, to: later) {
            Output.printNote("revision \(revision) redacted records; what it took away is shown nowhere")
        }
        guard output.format == .table, !differences.isEmpty else {
            return try output.write(differences, noneMessage: "nothing changed")
        }
        try Output.write(Difference.text(differences, for: .standard))
    }
}
