import MusterValues

/// Finds the names of a record in texts, by the keys that a search finds names by: in either script and any romanisation, in
/// another case, and with an initial.
final class NameTrace {
    private let names: [[NameWords.Word]]
    private let kind: RecordKind
    private let reader = WordReader()
    /// The keys of the words that a text must have one of, so that most texts are done with at once.
    private var wanted: Set<String> = []

    /// The words that may stand between the words of a name.
    private static let gap = 2
    /// The fewest letters of a key that is looked for alone.
    private static let minLength = 3

    /// Takes the names of a record, and the words that tell of it alone, such as a surname that nobody else has.
    init(of names: [String], telling words: [String], kind: RecordKind) {
        self.kind = kind
        self.names = (names + words).compactMap { name in
            let all = NameWords(name).words
            let telling = all.filter { kind == .official ? !$0.isPatronymic : !PhraseName.isKind($0) }
            // Хрупцевич has the form of a patronymic, and is a surname where there is no other.
            let needed = telling.count < min(all.count, kind == .official ? 2 : 1) ? all : telling
            let isLong = needed.contains { !$0.isInitial && !$0.isNumber && $0.keys[0].utf8.count >= Self.minLength }
            return isLong ? needed : nil
        }
        for word in self.names.flatMap(\.self) where !word.isInitial {
            wanted.formUnion(word.keys)
            wanted.formUnion(word.otherSpellings)
            if kind == .official {
                wanted.formUnion(word.sureKeys.flatMap { CaseForm.forms(of: $0).union(CaseForm.nominatives(of: $0)) })
            }
        }
    }

    /// True if a text has all words of one of the names near each other, in any order.
    func isIn(_ text: String) -> Bool {
        // A text has more words than a name may have.
        let words = text.split(whereSeparator: \.isWhitespace).flatMap { reader.words(of: String($0)) }
        let places = words.indices.filter { index in
            words[index].keys.contains(where: wanted.contains)
                || words[index].ukrainianKeys.contains(where: wanted.contains)
        }
        return places.contains { place in names.contains { isIn(words, at: place, $0) } }
    }

    private func isIn(_ words: [NameWords.Word], at place: Int, _ name: [NameWords.Word]) -> Bool {
        guard name.contains(where: { !$0.isInitial && meets(words[place], $0) }) else { return false }
        let reach = name.count + Self.gap
        var left = Array(words[max(0, place - reach)...min(words.count - 1, place + reach)])
        return name.allSatisfy { word in
            guard let index = left.firstIndex(where: { meets($0, word) }) else { return false }
            left.remove(at: index)
            return true
        }
    }

    private func meets(_ one: NameWords.Word, _ other: NameWords.Word) -> Bool {
        guard let match = NameWords.Word.match(one, other) else { return isInCase(one, other) }
        return kind == .official ? match <= .rare || isInCase(one, other) : match == .key
    }

    private func isInCase(_ one: NameWords.Word, _ other: NameWords.Word) -> Bool {
        kind == .official && (one.isCase(of: other) || other.isCase(of: one))
    }
}
