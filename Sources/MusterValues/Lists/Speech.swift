/// The way a source comes to its statement: its own, the person's, or hearsay.
public enum Speech: String, ClosedList {
    /// The source states it.
    case states
    /// The person says it of himself or herself.
    case ownWord = "self"
    /// The source says that somebody says it.
    case attributed
    /// The source calls it hearsay, as in "reportedly".
    case reported
    /// The statement can only be inferred from the source.
    case implied
    /// The source denies it.
    case denied
    /// The source says that it is unclear.
    case unclear

    /// The name of one value in a message.
    public static var listName: String { "way of saying" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .states: Label("the source states it")
        case .ownWord: Label("the person says it of himself or herself")
        case .attributed: Label("the source says that somebody says it")
        case .reported: Label("hearsay: reportedly")
        case .implied: Label("can only be inferred")
        case .denied: Label("the source denies it")
        case .unclear: Label("the source says that it is unclear")
        }
    }

    /// The other words that a person may type for the value.
    public var synonyms: [String] {
        switch self {
        case .reported: ["hearsay", "reportedly"]
        default: []
        }
    }
}
