import ArgumentParser
import MusterCore
import MusterValues

struct EventCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "event",
        abstract: "Record what happened to a unit, a post or an enrollment.",
        discussion: """
            Examples:
            muster event E1 contract signed --on 2025-06 --source S2
            muster event BARS-Bryansk brigade --on 2025-10 --source S3
            muster event BARS-Kursk strength 300..500 --source S3
            muster event P4 suspended --for E4 --on 2024-10 --source S1
            muster event P4 on leave --cause "an election" --source S1
            muster event BARS-Kursk merged into --other "Brigade BARS" --on 2026-01 --source S4

            Of a unit: \(EventValue.words(for: .unit).joined(separator: ", ")).
            Of a post: \(EventValue.words(for: .post).joined(separator: ", ")).
            Of an enrollment: \(EventValue.words(for: .enrollment).joined(separator: ", ")).

            A death needs two sources, neither derived from the other: give --source, and --locator, twice.
            """)

    @Argument(help: "The unit, post or enrollment.") var record: RecordReference
    @Argument(help: "What happened.") var state: [String]
    @Option(help: .field(.otherUnit, of: .event, "unit")) var other: RecordReference?
    @Option(name: .customLong("for"), help: .field(.forEnrollment, of: .event, "enrollment"))
    var enrollment: RecordReference?
    @Option(help: .field(.date, of: .event, "date"))
    var on: String?
    @Option(help: .field(.cause, of: .event, "text"))
    var cause: String?
    @OptionGroup var evidence: EvidenceOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
        let evidence = try evidence.required()
        var new = NewEvent(
            record: record, state: state.joined(separator: " "), date: try on.map { try EDTF(typed: $0) },
            cause: cause, evidence: evidence)
        (new.other, new.enrollment) = (other, enrollment)
        try write.run { [new] in try $0.add(new, by: $1) }
    }
}
