/// Whether a source's word is for or against what the registry holds.
public enum Stance: String, ClosedList {
    /// The source says so too.
    case supports
    /// The source says otherwise.
    case disputes

    /// What one value of the list is called.
    public static var listName: String { "stance" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .supports: Label("supports", "подтверждает")
        case .disputes: Label("disputes", "оспаривает")
        }
    }

    /// The words that a person may type for the value besides its own.
    public var synonyms: [String] {
        switch self {
        case .supports: ["подтверждает"]
        case .disputes: ["оспаривает"]
        }
    }
}
