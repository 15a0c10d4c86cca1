/// A value's words for people.
public struct Label: Hashable, Sendable {
    /// The English words.
    public let english: String
    /// The Russian words; nil if no fixed term is known.
    public let russian: String?

    package init(_ english: String, _ russian: String? = nil) {
        self.english = english
        self.russian = russian
    }
}
