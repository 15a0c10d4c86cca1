public import MusterValues

/// Something on the register that a reader should not take as it stands, and the reason.
public struct Suspect: Encodable, Sendable {
    /// The reason.
    public let reason: Reason
    /// The record, by its name or the words for it.
    public let record: NamedRecord
    /// The event of the record; nil if it is about a field of the record itself.
    public let event: RecordID?
    /// The value that no source states, with what the sources say instead; nil for a date that cannot be.
    public let field: FieldOnRecord?
    /// The state that the event changed to; nil if it is about a field.
    public let value: FieldValue?
    /// The event's date; nil if none is stated.
    public let date: StatedDate?
    /// The day that the date does not fit, `YYYY-MM-DD`: that of the newest source, of the death, of the unit's end or of its
    /// beginning. Nil for an inference.
    public let limit: String?
    /// The event of that day: the death, the end or the beginning. Nil for an inference, and if sources set the limit.
    public let other: RecordID?

    /// The reasons for doubt.
    public enum Reason: String, ClosedList {
        /// The registry holds a value that no accepted citation states.
        case inference
        /// The event is dated after every source that reports it, and is no plan.
        case laterThanSources = "later_than_its_sources"
        /// The event is dated after the official's death.
        case afterDeath = "after_a_death"
        /// The event is dated after the unit's end.
        case afterEnd = "after_the_end_of_the_unit"
        /// The event is dated before the unit's beginning.
        case beforeBeginning = "before_the_beginning_of_the_unit"

        /// The name of one value in a message.
        public static var listName: String { "reason for doubt" }

        /// The words for people.
        public var label: Label { Label(words) }
    }

    init(
        _ reason: Reason, _ record: NamedRecord, event: RecordID? = nil, field: FieldOnRecord? = nil,
        value: FieldValue? = nil, date: StatedDate? = nil, limit: String? = nil, other: RecordID? = nil
    ) {
        (self.reason, self.record, self.event, self.field) = (reason, record, event, field)
        (self.value, self.date, self.limit, self.other) = (value, date, limit, other)
    }

    /// What is doubted and why, without the record.
    var words: String {
        let told = [value?.words, date?.edtf].compactMap(\.self).joined(separator: ", ")
        let day = limit ?? ""
        return switch reason {
        case .inference:
            "\(field?.field.words ?? "") \(field?.value?.words ?? ""): no accepted citation states it"
        case .laterThanSources: "\(told): dated after every source that reports it, the newest of \(day)"
        case .afterDeath: "\(told): after the death, \(day)"
        case .afterEnd: "\(told): after the end of the unit, \(day)"
        case .beforeBeginning: "\(told): before the beginning of the unit, \(day)"
        }
    }
}
