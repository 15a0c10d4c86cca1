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

extension FieldOnRecord {
    /// The number of different texts in which the citations for it tell it, with the text on record.
    ///
    /// Nobody but a reader knows if two free texts exclude each other. So several are no dispute, unless one is cited as against the
    /// other; they are shown side by side.
    public var wordings: Int { Set(supporting.map { Text.folded($0.stated) } + held).count }

    /// True if a citation tells it in other words than those on record; false if nothing is on record.
    public func isOtherWording(_ statement: CitedStatement) -> Bool {
        !held.isEmpty && !held.contains(Text.folded(statement.stated))
    }

    private var held: [String] { if case .text(let text)? = value { [Text.folded(text)] } else { [] } }
}

extension Field {
    /// True for a free text that says how something is. A title, the words for a group and an expansion are names: each has many
    /// spellings.
    package var isWorded: Bool {
        guard case .text = type else { return false }
        return ![.title, .group, .expansion].contains(name)
    }
}
