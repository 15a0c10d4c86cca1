/// The relation of a name variant to its record.
public enum NameNature: String, ClosedList {
    /// The name the registry uses.
    case primary
    /// A region's name in the country's own language.
    case local
    /// Another name in use.
    case alias
    /// A name that it had before.
    case former
    /// The name in another script's letters.
    case transliteration
    /// A short form.
    case abbreviation
    /// The words that an abbreviation is said to stand for.
    case expansion
    /// The name as a source misspells it.
    case misspelt

    /// The name of one value in a message.
    public static var listName: String { "nature of a name" }

    /// The words for people.
    public var label: Label {
        switch self {
        case .primary: Label("primary", "основное")
        case .local: Label("local", "на языке страны")
        case .alias: Label("alias", "другое")
        case .former: Label("former", "прежнее")
        case .transliteration: Label("transliteration", "транслитерация")
        case .abbreviation: Label("abbreviation", "сокращение")
        case .expansion: Label("expansion", "расшифровка")
        case .misspelt: Label("misspelt by a source", "с ошибкой источника")
        }
    }
}
