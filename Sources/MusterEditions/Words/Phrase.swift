/// A fixed text of editions in each language.
///
/// `{0}` is the place of the first argument, `{1}` that of the second. Each language has the same places, in its own order: a test
/// reads all phrases and compares them. A phrase never agrees with its argument: what depends on a number is a `Noun`.
public struct Phrase: Hashable, Sendable {
    /// The words in English.
    public let english: String
    /// The words in Russian.
    public let russian: String

    package init(_ english: String, _ russian: String) {
        self.english = english
        self.russian = russian
    }
}
