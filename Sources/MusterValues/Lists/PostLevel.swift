/// The level of government a post belongs to.
public enum PostLevel: String, ClosedList {
    /// Federal.
    case federal
    /// Regional.
    case regional
    /// Municipal.
    case municipal

    /// The name of one value in a message.
    public static var listName: String { "post level" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .federal: Label("federal", "федеральный")
        case .regional: Label("regional", "региональный")
        case .municipal: Label("municipal", "муниципальный")
        }
    }

    /// The other words that a person may type for the value.
    public var synonyms: [String] {
        switch self {
        case .federal: ["федеральный"]
        case .regional: ["региональный"]
        case .municipal: ["муниципальный"]
        }
    }
}
