import MusterValues

/// One field of a record: the registry's value and the sources' statements.
public struct FieldOnRecord: Codable, Hashable, Sendable {
    /// The field.
    public let field: FieldName
    /// The registry's value; nil if it holds none and only sources speak of the field.
    public let value: FieldValue?
    /// True if an accepted citation says as much as the value does, or more.
    public let isStated: Bool
    /// True if no accepted citation states the value: the registry infers it.
    public let isInference: Bool
    /// The reason of an inference; nil if none is given, or if a source states the value.
    public let inferred: String?
    /// True if an accepted citation speaks against the value, or states another one than the others do, and nobody has
    /// decided between them.
    public let isInDispute: Bool
    /// True if citations speak against the value, and somebody decided on it when they were known.
    public let isSettled: Bool
    /// The number of independent voices among the citations that give the very value; 0 if there is none. Sources that derive
    /// from one another, one address, one text and one speaker are one voice.
    public let origins: Int
    /// The citations for it, in the order in which they were recorded.
    public let supporting: [CitedStatement]
    /// The citations against it.
    public let disputing: [CitedStatement]
    /// The citations that state another value for a time that is over, such as the region where a unit was before.
    public let earlier: [CitedStatement]
    /// The citations that the registry rejects.
    public let rejected: [CitedStatement]

    /// The citations for it, against it and of an earlier time; those that the registry rejects are left out.
    var notRejected: [CitedStatement] { supporting + disputing + earlier }

    /// All citations, those that the registry rejects last.
    var statements: [CitedStatement] { notRejected + rejected }
}
