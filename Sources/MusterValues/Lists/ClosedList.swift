import Synchronization

/// A closed list of values: the schema's CHECK holds it, this type names it, and a test compares the two.
public protocol ClosedList: RawRepresentable<String>, CaseIterable, Codable, Hashable, Sendable {
    /// The name of one value in a message, as "unit kind".
    static var listName: String { get }
    /// The value in English and in Russian.
    var label: Label { get }
    /// The other words that a person may type for the value, in English and Russian.
    ///
    /// Each means exactly this value, and none begins the label of another one: whoever reads "service ended, back in the post" and
    /// types its beginning must not record something else. The label is only for reading and is not accepted as input: "reported, unclear"
    /// is the label of `unclear`, but nobody can type "reported" for it.
    var synonyms: [String] { get }
    /// The value that says nothing, as "not stated" for a contract; nil if every value says something.
    static var unstated: Self? { get }
}

extension ClosedList {
    /// Empty by default; a list with synonyms overrides this.
    public var synonyms: [String] { [] }

    /// Nil by default; a list with such a value overrides this.
    public static var unstated: Self? { nil }

    /// Reads a value as a person types it: in any letter case, with spaces, hyphens or underscores between its words;
    /// or by one of its synonyms.
    ///
    /// - Throws: `MusterError.notInList` with the whole list and, if any are near, the nearest words.
    public init(typed text: String) throws(MusterError) {
        guard let value = Self(word: text) else {
            throw .outside(
                list: Self.listName, value: text, allowed: Self.allCases.map(\.words), besides: Self.allSynonyms)
        }
        self = value
    }

    /// The synonyms of all values, in the order of the list.
    package static var allSynonyms: [String] { allCases.flatMap(\.synonyms) }

    /// Like `init(typed:)`, for a text that is often not a value; nil then, without the cost of a search for near
    /// words.
    package init?(word text: String) {
        guard let value = Self(named: text) ?? Self(synonym: text) else { return nil }
        self = value
    }

    private init?(named text: String) {
        // The words of the register itself are plain, and are read for every citation.
        if let value = Self(rawValue: text) {
            self = value
            return
        }
        self.init(rawValue: String(text.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 }))
    }

    /// The value that has the text as a synonym, ignoring case; nil if none has.
    package init?(synonym text: String) {
        guard let found = knownSynonyms(of: Self.self)[Self.plain(text)] else { return nil }
        self.init(rawValue: found)
    }

    /// The text in one case and with е instead of ё, as Russian is mostly typed.
    fileprivate static func plain(_ text: String) -> String {
        let folded = Text.folded(text)
        return folded.unicodeScalars.contains("ё") ? folded.replacing("ё", with: "е") : folded
    }

    /// The text as typed, if it is a synonym and not the value's own word, otherwise nil: a citation states it as it
    /// was typed.
    public static func synonym(typed text: String?) -> String? {
        text.flatMap { Self(named: $0) == nil && Self(synonym: $0) != nil ? $0 : nil }
    }

    /// The value as a person reads and types it: `contract_signed` is "contract signed".
    public var words: String { rawValue.spaced }
}

/// The values of lists by their synonyms, which are worked out once for each list: a long report asks for thousands of words.
private let synonyms = Mutex<[ObjectIdentifier: [String: String]]>([:])

private func knownSynonyms<List: ClosedList>(of _: List.Type) -> [String: String] {
    synonyms.withLock { known in
        if let own = known[ObjectIdentifier(List.self)] { return own }
        let pairs = List.allCases.flatMap { value in value.synonyms.map { (List.plain($0), value.rawValue) } }
        let own = Dictionary(pairs) { first, _ in first }
        known[ObjectIdentifier(List.self)] = own
        return own
    }
}

extension String {
    /// The text with every underscore a space.
    package var spaced: String { String(map { $0 == "_" ? " " : $0 }) }
}
