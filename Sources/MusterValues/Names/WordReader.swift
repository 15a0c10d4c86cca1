/// Reads the words of many names, and each distinct word only once, as most words occur in many names.
package final class WordReader {
    package init() {}

    private struct Spelling: Hashable {
        let part: NameSplitter.Part
        let habits: SpellingKey.Habits
    }
    private var known: [Spelling: NameWords.Word?] = [:]

    /// The words of a name, as `NameWords` gives them.
    package func words(of text: String) -> [NameWords.Word] {
        let parts = NameSplitter.parts(of: text)
        let habits = SpellingKey.Habits(of: parts.lazy.filter(\.isLatin).map(\.text))
        return parts.compactMap { part in
            let spelling = Spelling(part: part, habits: habits)
            if let word = known[spelling] { return word }
            let readings = Self.readings(part, habits)
            let word = readings.isEmpty ? nil : NameWords.Word(part, readings: readings)
            known[spelling] = .some(word)
            return word
        }
    }

    private static func readings(_ part: NameSplitter.Part, _ habits: SpellingKey.Habits) -> [SpellingKey.Reading] {
        if part.isNumber { return [SpellingKey.Reading(key: part.text, isRare: false)] }
        if part.isCyrillic { return SpellingKey.ofCyrillic(part.text) }
        return part.isLatin ? SpellingKey.ofLatin(part.text, habits) : SpellingKey.ofOther(part.text)
    }
}
