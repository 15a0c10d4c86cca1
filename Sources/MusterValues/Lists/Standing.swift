/// The registry's own judgement of a record.
public enum Standing: String, ClosedList {
    /// It is judged right.
    case accepted
    /// Sources disagree and nothing is decided; it is counted, with a note.
    case disputed
    /// There is not enough to decide; it is counted, with a note.
    case needsWork = "needs_work"
    /// It is judged wrong: kept, with the reason, and never counted.
    case rejected

    /// The name of one value in a message.
    public static var listName: String { "standing" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .accepted: Label("accepted", "принято")
        case .disputed: Label("disputed", "оспаривается")
        case .needsWork: Label("needs work", "требует проверки")
        case .rejected: Label("rejected", "отклонено")
        }
    }

    /// The other words that a person may type for the value.
    public var synonyms: [String] {
        switch self {
        case .accepted: ["принято"]
        case .disputed: ["оспаривается"]
        case .needsWork: ["требует проверки"]
        case .rejected: ["отклонено"]
        }
    }
}
