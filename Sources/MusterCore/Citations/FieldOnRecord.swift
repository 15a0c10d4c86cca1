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
    var heard: [CitedStatement] { supporting + disputing }

    init(field: FieldName, value: FieldValue?, voices: [CitedStatement]) {
        self.field = field
        self.value = value
        supporting = voices.filter { $0.stance == .supports && $0.standing != .rejected }
        disputing = voices.filter { $0.stance == .disputes && $0.standing != .rejected }
        rejected = voices.filter { $0.standing == .rejected }
    }
}
