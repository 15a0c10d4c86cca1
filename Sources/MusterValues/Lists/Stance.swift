/// The side a source takes on a statement of the registry: for it or against it.
public enum Stance: String, ClosedList {
    /// The source says so too.
    case supports
    /// The source says otherwise.
    case disputes

    /// The name of one value in a message.
    public static var listName: String { "stance" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .supports: Label("supports", "подтверждает")
        case .disputes: Label("disputes", "оспаривает")
        }
    }

    /// The other words that a person may type for the value.
    public var synonyms: [String] {
        switch self {
        case .supports: ["подтверждает"]
        case .disputes: ["оспаривает"]
        }
    }
}
