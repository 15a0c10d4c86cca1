/// A language in which muster says what is on the register.
///
/// The raw value is the code by ISO 639-1, as the attribute `lang` and addresses write it.
public enum Language: String, ClosedList {
    /// English.
    case english = "en"
    /// Russian.
    case russian = "ru"

    /// The name of one value in a message.
    public static var listName: String { "language" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .english: Label("English", "английский")
        case .russian: Label("Russian", "русский")
        }
    }

    /// The other words that a person may type for the value.
    public var synonyms: [String] {
        switch self {
        case .english: ["English", "английский"]
        case .russian: ["Russian", "русский"]
        }
    }
}
