/// The name of a unit, a programme or a region, to be compared with another that may name the same one.
package struct PhraseName {
    private let words: [NameWords.Word]

    /// Splits a name; words like "region" or "detachment" are left out unless the name has no others.
    package init(_ text: String) { self.init(NameWords(text)) }

    package init(_ name: NameWords) {
        let telling = name.words.filter { !Self.isKind($0) }
        words = telling.isEmpty ? name.words : telling
    }

    /// The keys of its distinguishing words; another spelling of the name shares at least one key with each word.
    package var tellingKeys: [String] { words.flatMap(\.keys) }

    /// The likeliest key of each word, in alphabetical order, as one text.
    package var sortedKeys: String { words.map { $0.keys[0] }.sorted().joined(separator: " ") }

    /// The match of this name, typed in a search, with a name on the register; nil if they do not match.
    ///
    /// If the whole names do not match, this name may also match the words without any key in `others`.
    package func match(with name: PhraseName, besides others: Set<String> = []) -> NameMatch? {
        if let found = wholeMatch(with: name, besides: others) { return found }
        // "Курская обл" is half of a word that no name needs.
        guard words.count > 1, let last = words.last, Self.isKindBegun(last) else { return nil }
        let rest = PhraseName(NameWords(Array(words.dropLast())))
        return rest.wholeMatch(with: name, besides: others).map { _ in NameMatch(tier: .possible, why: .beginning) }
    }

    private func wholeMatch(with name: PhraseName, besides others: Set<String>) -> NameMatch? {
        guard !words.isEmpty, words.count <= name.words.count else { return nil }
        let isWhole = words.count == name.words.count
        if isWhole, let found = assignment(with: name.words) { return found }
        // Somebody who types Kursk means BARS-Kursk, because BARS is a programme.
        let telling = name.words.filter { word in !word.keys.contains(where: others.contains) }
        if telling.count == words.count, assignment(with: telling)?.tier == .key {
            return NameMatch(tier: .possible, why: .partOfName)
        }
        // BARS is the beginning of BARS-Kursk. But the beginning of a number is not a match: BARS-1 is not BARS-12.
        let isBegun = zip(words, name.words).dropLast(isWhole ? 1 : 0).allSatisfy { Self.match($0, $1) == .key }
        guard isBegun, let last = words.last else { return nil }
        if !isWhole { return NameMatch(tier: .possible, why: .beginning) }
        return last.begins(name.words[words.count - 1]) ? NameMatch(tier: .possible, why: .beginning) : nil
    }

    /// The match of the words paired one to one, in any order; at most one pair may differ by a slip.
    private func assignment(with names: [NameWords.Word]) -> NameMatch? {
        var left = names
        var worst = PersonName.WordMatch.key
        for word in words {
            let met = left.indices.compactMap { index in Self.match(word, left[index]).map { ($0, index) } }
            guard let (match, index) = met.min(by: { $0.0 < $1.0 }) else { return nil }
            if match == .typo, worst == .typo { return nil }
            worst = max(worst, match)
            left.remove(at: index)
        }
        switch worst {
        case .key: return NameMatch(tier: .key, why: .sameKey)
        case .rare: return NameMatch(tier: .possible, why: .otherReading)
        default: return NameMatch(tier: .possible, why: .oneLetter)
        }
    }

    private static func match(_ one: NameWords.Word, _ other: NameWords.Word) -> PersonName.WordMatch? {
        // A single letter is part of a designation here, not an initial.
        if NameWords.Word.share(one.sureKeys, other.sureKeys) { return one.isNumber == other.isNumber ? .key : nil }
        guard let match = NameWords.Word.match(one, other), [.key, .rare, .typo].contains(match) else { return nil }
        return match
    }

    /// True if a word names a kind of thing, as "region", and not one thing.
    package static func isKind(_ word: NameWords.Word) -> Bool { word.keys.contains(where: kinds.contains) }

    /// True if a word may be a half-typed word for a kind of thing.
    package static func isKindBegun(_ word: NameWords.Word) -> Bool {
        word.keys.contains { key in kinds.contains { $0.hasPrefix(key) } }
    }

    private static let kinds = Set(
        NameWords.all(
            """
            oblast область области krai край края republic республика республики okrug округ autonomous автономный автономная \
            city город federal detachment отряд battalion батальон brigade бригада regiment полк company рота platoon взвод \
            unit подразделение formation формирование volunteer добровольческий добровольческое
            """
        ).flatMap(\.keys))
}

extension NameWords {
    /// The words of a text of any length; `NameWords` alone would stop at 24.
    package static func all(_ text: String) -> [Word] {
        text.split(separator: " ").flatMap { NameWords(String($0)).words }
    }
}
