/// The way a source is derived from another.
public enum SourceRelation: String, ClosedList {
    /// It quotes the other source.
    case quotes
    /// It translates the other source.
    case translates
    /// It has the same content in other words.
    case rewrites
    /// It has the same words.
    case copies
    /// It reports the same event later; nobody knows if its research is its own.
    case follows

    /// The name of one value in a message.
    public static var listName: String { "source relation" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .quotes: Label("quotes the other source", "цитирует")
        case .translates: Label("translates", "переводит")
        case .rewrites: Label("same content in other words", "пересказывает")
        case .copies: Label("same words", "повторяет дословно")
        case .follows: Label("later report on the same event, own work unknown", "сообщает о том же позднее")
        }
    }
}
