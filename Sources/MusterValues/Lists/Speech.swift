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

    /// The ways of saying by which a source does not report what it speaks of.
    package static let denials: [Speech] = [.denied, .unclear]

    /// The words for people.
    public var label: Label {
        switch self {
        case .states: Label("the source states it", "утверждает источник")
        case .ownWord: Label("the person says it of himself or herself", "собственные слова")
        case .attributed: Label("the source says that somebody says it", "источник передаёт чужие слова")
        case .reported: Label("hearsay: reportedly", "источник сообщает понаслышке")
        case .implied: Label("can only be inferred", "только подразумевается")
        case .denied: Label("the source denies it", "источник опровергает")
        case .unclear: Label("the source says that it is unclear", "источник считает неясным")
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

extension Speech {
    /// How the words beside a quote are said, as an edition and a page tell it: "own word" or "собственные слова".
    public var voice: Label {
        switch self {
        case .states: Label("in its own voice", "от своего лица")
        case .ownWord: Label("own word", "собственные слова")
        case .attributed: Label("as quoted", "в пересказе")
        case .reported: Label("hearsay", "понаслышке")
        case .implied: Label("only implied", "только подразумевается")
        case .denied: Label("as a denial", "как опровержение")
        case .unclear: Label("as unclear", "как неясное")
        }
    }
}
