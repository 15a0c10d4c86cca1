/// How surely two names are of the same record, and by what.
package struct NameMatch: Hashable {
    package let tier: MatchTier
    package let why: MatchReason

    package init(tier: MatchTier, why: MatchReason) {
        self.tier = tier
        self.why = why
    }
}

/// How surely a search found a record, the surest first.
public enum MatchTier: String, ClosedList, Comparable {
    /// The text is the name that the registry uses, but for case.
    case exact
    /// The text is a recorded variant of the name, but for case.
    case variant
    /// The text and a name are spellings of one name.
    case key
    /// So they are, but a word of one is an initial of the other's.
    case initial
    /// The text is the surname and nothing else, or the name is.
    case surname
    /// Something is alike; a person decides.
    case possible

    /// What one value of the list is called.
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
