public import MusterValues

/// A value on record that no accepted citation states.
public struct Suspect: Encodable, Sendable {
    /// The record, by its name or the words for it.
    public let record: NamedRecord
    /// The event of the record; nil if it is about a field of the record itself.
    public let event: RecordID?
    /// The value, with the reason of the registry and with what the sources say instead.
    public let field: FieldOnRecord
}
