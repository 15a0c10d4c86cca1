public import MusterValues

/// A field of a record in a report, with what the sources say of it.
public struct ReportedField: Encodable, Sendable {
    /// The record, by its name or the words for it.
    public let record: NamedRecord
    /// The field: the value on record and the sources' statements.
    public let field: FieldOnRecord
}
