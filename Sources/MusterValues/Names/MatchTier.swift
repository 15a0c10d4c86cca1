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
    /// The names are only similar; a person must decide.
    case possible

    /// The name of one value in a message.
    public static var listName: String { "search tier" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .exact: Label("exact", "точное совпадение")
        case .variant: Label("recorded variant", "вариант из реестра")
        case .key: Label("key", "другое написание")
        case .initial: Label("key with initial", "другое написание с инициалом")
        case .surname: Label("surname only", "только фамилия")
        case .possible: Label("possible", "возможно")
        }
    }

    /// A surer tier comes first.
    public static func < (one: MatchTier, other: MatchTier) -> Bool {
        allCases.firstIndex(of: one)! < allCases.firstIndex(of: other)!
    }
}
