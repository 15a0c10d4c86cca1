public import MusterValues

/// A contradiction on the register, with who says what.
public struct Dispute: ListingRow, Decodable {
    /// The kind of contradiction.
    public let kind: DisputeKind
    /// The record that it is about; for events, what they happened to.
    public let record: NamedRecord
    /// The field, if the values of one contradict each other.
    public let field: FieldName?
    /// The registry's own value of the field; nil if it holds none, or if no field is meant.
    public let value: FieldValue?
    /// True if somebody decided: by giving the value when its contradictions were known, or by setting the standing of an event
    /// or a record to disputed.
    public let isSettled: Bool
    /// Who decided it, when and why; nil for an open dispute.
    public let settlement: Settlement?
    /// The reason for what is on record, or the note of a standing; nil if none is given.
    public let reason: String?
    /// The sides, in the order in which they were recorded.
    public let sides: [Side]

    /// One of the values or events that contradict each other.
    public struct Side: Codable, Hashable, Sendable {
        /// The value as the first source states it, or the event with its date.
        public let words: String
        /// The event or the record, if a side is one.
        public let record: RecordID?
        /// The day on which it excludes the others, which the words name; nil if there is no such day.
        package var day: Day?
        /// True if the sources deny the value that another side states in the same words.
        package var isDenial = false
        /// The citations for it.
        public let citations: [CitedStatement]

        private enum CodingKeys: CodingKey { case words, record, citations }

        /// The value or the event, as "V3 joined 2025-05-01" or, for a denial, "not BARS-Kursk".
        package var name: String { record.map { "\($0) \(words)" } ?? (isDenial ? "not \(words)" : words) }

        /// Who says so, each place in a source once, however many fields it is cited on.
        package var attributions: [String] {
            var told: Set<[String?]> = []
            return citations.filter { one in
                told.insert([one.source.id.description, one.locator, one.speaker, one.speech.rawValue, one.held?.edtf])
                    .inserted
            }.map(\.attribution)
        }

        /// The side with its sources, such as "2021-08 (S21; S22, page 4)".
        public var text: String {
            attributions.isEmpty ? name : "\(name) (\(attributions.joined(separator: "; ")))"
        }
    }

    /// True if a date is what cannot be.
    package var isOfDate: Bool { [.afterDeath, .afterEnd, .beforeBeginning, .afterSources].contains(kind) }

    /// The columns.
    public static let columns: [Column<Dispute>] = [
        Column("record") { .record($0.record.id) },
        Column("name") { $0.record.name.map(Value.text) },
        Column("dispute") { .labelled($0.kind) },
        Column("field") { $0.field.map { .list($0) } },
        Column("value") { $0.value?.cell },
        Column("sides") { .each($0.sides.map { .text($0.text) }) },
        Column("settled") { $0.isSettled ? .text("settled") : nil },
        Column("reason") { $0.reason.map(Value.text) },
    ]
}
