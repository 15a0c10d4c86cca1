/// A closed list of values: the schema's CHECK holds it, this type names it, and a test compares the two.
public protocol ClosedList: RawRepresentable<String>, CaseIterable, Codable, Hashable, Sendable {
    /// What one value of the list is called in a message, as "unit kind".
    static var listName: String { get }
    /// The value in English and, where the field has a fixed Russian term, in Russian.
    var label: Label { get }
}

/// A value's words for people.
public struct Label: Hashable, Sendable {
    /// The English words.
    public let english: String
    /// The Russian words; nil where no fixed term has been met.
    public let russian: String?

    package init(_ english: String, _ russian: String? = nil) {
        self.english = english
        self.russian = russian
    }
}

extension ClosedList {
    /// Reads a value as a person types it: in any case, its words parted by spaces, hyphens or underscores; or by a word of
    /// its label, in English or Russian.
    ///
    /// - Throws: `MusterError.notInList` with the whole list.
    public init(typed text: String) throws(MusterError) {
        let plain = String(text.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
        guard let value = Self(rawValue: plain) ?? Self.labelled(text) else {
            throw .notInList(list: Self.listName, value: text, allowed: Self.allCases.map(\.words))
        }
        self = value
    }

    /// The value one of whose label's words, parted by commas, is the text; nil where none is.
    package static func labelled(_ text: String) -> Self? {
        let text = Text.folded(text)
        return allCases.first { value in
            [value.label.english, value.label.russian ?? ""].contains { label in
                label.split(separator: ", ").contains { Text.folded(String($0)) == text }
            }
        }
    }

    /// The value as a person reads and types it: `contract_signed` is "contract signed".
    public var words: String { rawValue.spaced }
}

extension String {
    /// The text with every underscore a space.
    package var spaced: String { String(map { $0 == "_" ? " " : $0 }) }
}
