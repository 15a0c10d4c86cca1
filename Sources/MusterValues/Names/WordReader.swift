/// Reads the words of many names, and each distinct word only once, as most words occur in many names.
package final class WordReader {
    package init() {}

    private struct Spelling: Hashable {
        let text: String
        let habits: SpellingKey.Habits
    }
    private var known: [Spelling: [SpellingKey.Reading]] = [:]

    /// The words of a name, as `NameWords` gives them.
    package func words(of text: String) -> [NameWords.Word] {
        let parts = NameSplitter.parts(of: text)
        let habits = SpellingKey.Habits(of: parts.lazy.filter(\.isLatin).map(\.text))
        return parts.compactMap { part in
            let readings =
                part.isNumber ? [SpellingKey.Reading(key: part.text, isRare: false)] : self.readings(part, habits)
            return readings.isEmpty ? nil : NameWords.Word(part, readings: readings)
        }
    }

    private func readings(_ part: NameSplitter.Part, _ habits: SpellingKey.Habits) -> [SpellingKey.Reading] {
        let spelling = Spelling(text: part.text, habits: habits)
        if let readings = known[spelling] { return readings }
        let readings =
            part.isCyrillic
            ? SpellingKey.ofCyrillic(part.text)
            : part.isLatin ? SpellingKey.ofLatin(part.text, habits) : SpellingKey.ofOther(part.text)
        known[spelling] = readings
        return readings
    }
}
