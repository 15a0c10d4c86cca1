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
        /// The citations for it.
        public let citations: [CitedStatement]

        private enum CodingKeys: CodingKey { case words, record, citations }

        /// The side with its sources, such as "2021-08 (S21; S22, page 4)".
        public var text: String {
            let said = citations.map(\.attribution).joined(separator: "; ")
            let name = record.map { "\($0) \(words)" } ?? words
            return said.isEmpty ? name : "\(name) (\(said))"
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
