/// A value's words for people.
///
/// The Russian words stand beside the English ones in the code, where a reader of Russian can correct them. They tell nobody's gender,
/// because the register records none: "опровержение вступления", and neither "опроверг" nor "опровергла".
public struct Label: Hashable, Sendable {
    /// The English words.
    public let english: String
    /// The Russian words.
    public let russian: String

    package init(_ english: String, _ russian: String) {
        self.english = english
        self.russian = russian
    }
}
