import MusterValues
import Testing

@testable import MusterCore

/// What a person types means one value, also for somebody who types only the beginning of what a table shows.
struct TypedWordTests {
    /// A text that can be typed for one value, and the label of another one that it begins.
    private static func begun<List: ClosedList>(of list: List.Type, bySynonymsAlone: Bool) -> [String] {
        var found: [String] = []
        for value in list.allCases {
            for other in list.allCases where other != value {
                for typed in (bySynonymsAlone ? [] : [value.words]) + value.synonyms {
                    for label in [other.label.english, other.label.russian] where begins(label, typed) {
                        found.append("'\(typed)' (\(value.rawValue)) begins '\(label)' (\(other.rawValue))")
                    }
                }
            }
        }
        return found
    }

    private static func begins(_ label: String, _ typed: String) -> Bool {
        func plain(_ text: String) -> String { Text.folded(text).replacing("ё", with: "е") }
        let (label, typed) = (plain(label), plain(typed))
        guard label.hasPrefix(typed) else { return false }
        return label.dropFirst(typed.count).first.map { !$0.isLetter } ?? true
    }

    @Test func `the beginning of a label is whole words`() {
        #expect(Self.begins("служба окончена, возвращение на должность", "Служба окончена"))
        #expect(Self.begins("несёт службу за пределами региона", "несет службу"))
        #expect(!Self.begins("контракт окончен или уход", "контракт око"))
    }

    @Test func `no word for one value begins the label of another, in both languages`() {
        for list in ClosedListTests.typed { #expect(Self.begun(of: list, bySynonymsAlone: false) == [], "\(list)") }
        for list in LabelWordsTests.lists { #expect(Self.begun(of: list, bySynonymsAlone: true) == [], "\(list)") }
    }

    @Test func `no synonym is the word of another value`() {
        func check<List: ClosedList>(_ list: List.Type) {
            for value in list.allCases {
                for synonym in value.synonyms {
                    let others = list.allCases.filter { $0 != value }
                    #expect(!others.contains { $0.words == synonym || $0.synonyms.contains(synonym) }, "\(synonym)")
                }
            }
        }
        for list in ClosedListTests.typed { check(list) }
        for list in LabelWordsTests.lists { check(list) }
    }
}
