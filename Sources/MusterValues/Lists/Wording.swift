/// Whose words a citation states, where they are not the source's.
public enum Wording: String, ClosedList {
    /// The registry's words: a record was named by its short id or code, or a source was cited for all that a record holds.
    case notQuoted = "not_quoted"

    /// The name of one value in a message.
    public static var listName: String { "wording" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .notQuoted: Label("not quoted", "не цитируется")
        }
    }
}
