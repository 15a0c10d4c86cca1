/// The match of two names: how sure it is that they belong to the same record, and the reason.
package struct NameMatch: Hashable {
    package let tier: MatchTier
    package let why: MatchReason

    package init(tier: MatchTier, why: MatchReason) {
        self.tier = tier
        self.why = why
    }
}

/// The sureness of a match, the surest first.
public enum MatchTier: String, ClosedList, Comparable {
    /// The text is the name that the registry uses, ignoring case.
    case exact
    /// The text is a recorded variant of the name, ignoring case.
    case variant
    /// The text and a name are two spellings of one name.
    case key
    /// The same, except that a word of one is an initial of a word of the other.
    case initial
    /// The text is only a surname, or the name on the register is.
    case surname
    /// Something is alike; a person must decide.
    case possible

    /// The name of one value in a message.
    public static var listName: String { "search tier" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .exact: Label("exact")
        case .variant: Label("recorded variant")
        case .key: Label("key")
        case .initial: Label("key with initial")
        case .surname: Label("surname only")
        case .possible: Label("possible")
        }
    }

    /// A surer tier comes first.
    public static func < (one: MatchTier, other: MatchTier) -> Bool {
        allCases.firstIndex(of: one)! < allCases.firstIndex(of: other)!
    }
}
