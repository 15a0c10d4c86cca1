import MusterValues

/// One field of a record: the registry's value and the sources' statements.
public struct FieldOnRecord: Encodable, Hashable, Sendable {
    /// The field.
    public let field: FieldName
    /// The registry's value; nil if it holds none and only sources speak of the field.
    public let value: FieldValue?
    /// The citations for it, in the order in which they were recorded.
    public let supporting: [CitedStatement]
    /// The citations against it.
    public let disputing: [CitedStatement]
    /// The citations that the registry rejects.
    public let rejected: [CitedStatement]

    /// The citations for it and against it; those that the registry rejects are left out.
    var notRejected: [CitedStatement] { supporting + disputing }

    /// All citations, those that the registry rejects last.
    var statements: [CitedStatement] { notRejected + rejected }

    init(field: FieldName, value: FieldValue?, statements: [CitedStatement]) {
        self.field = field
        self.value = value
        supporting = statements.filter { $0.stance == .supports && $0.standing != .rejected }
        disputing = statements.filter { $0.stance == .disputes && $0.standing != .rejected }
        rejected = statements.filter { $0.standing == .rejected }
    }
}
