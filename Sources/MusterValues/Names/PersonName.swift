/// A person's name, to be compared with another spelling that may belong to the same person.
package struct PersonName {
    package let words: [NameWords.Word]

    /// A name as it is written; a footnote mark is no part of it.
    package init(_ text: String) { self.init(NameWords(FootnoteMark.removed(from: text) ?? text)) }

    /// The same by a reader that reads many names.
    package init(_ text: String, by reader: WordReader) {
        words = reader.words(of: FootnoteMark.removed(from: text) ?? text)
    }

    package init(_ name: NameWords) { words = name.words }

    /// The match of the two names; nil if they belong to two people, or say too little to tell.
    package func match(with other: PersonName) -> NameMatch? {
        guard !words.isEmpty, !other.words.isEmpty else { return nil }
        let close = closeMatch(with: other)
        if let close, ![.oneLetter, .beginsAlike].contains(close.why) { return close }
        // Another case can look like a slip: Новиковой and Новикова.
        return LooseMatch.best(words, other.words) ?? close
    }

    /// The match if no word but a patronymic or an initial is on one side alone, and none is in another case.
    private func closeMatch(with other: PersonName) -> NameMatch? {
        let (some, many) = words.count <= other.words.count ? (words, other.words) : (other.words, words)
        // Whole words go before initials, and long ones first: they leave the fewest choices.
        let ordered = some.sorted {
            ($0.isInitial ? 1 : 0, -$0.written.utf8.count) < ($1.isInitial ? 1 : 0, -$1.written.utf8.count)
        }
        let matches = ordered.map { word in many.map { NameWords.Word.match(word, $0) } }
        // If a word matches none, no assignment exists; this spares the search.
        guard matches.allSatisfy({ $0.contains { $0 != nil } }) else { return nil }
        for allowed in [WordMatch.key, .rare, .typo, .beginning]
        where allowed == .key || matches.contains(where: { $0.contains(allowed) }) {
            if let found = WordAssignment(matches: matches, many: many, allows: allowed).best() { return found }
        }
        return nil
    }

    /// The ways two words can be taken for one, the surest first.
    package enum WordMatch: Int, Comparable {
        /// They have a reading in common.
        case key
        /// One is an initial of the other.
        case initial
        /// They share a reading that nothing else in the name points to.
        case rare
        /// They differ by one letter, as if by a missed key.
        case typo
        /// They begin alike over most of their length but end differently.
        case beginning

        package static func < (one: WordMatch, other: WordMatch) -> Bool { one.rawValue < other.rawValue }
    }
}

extension NameWords.Word {
    /// The match of two words; nil if they do not match.
    package static func match(_ one: NameWords.Word, _ other: NameWords.Word) -> PersonName.WordMatch? {
        if one.isNumber || other.isNumber || one.isInitial || other.isInitial { return closeMatch(one, other) }
        if let match = closeMatch(one, other) { return match }
        if Typo.isOne(between: one, and: other) { return .typo }
        let beginsAlike = one.sureKeys.contains { a in other.sureKeys.contains { Typo.beginsAlike(a, $0) } }
        return beginsAlike ? .beginning : nil
    }

    /// The same without slips and beginnings, which take long to tell.
    static func closeMatch(_ one: NameWords.Word, _ other: NameWords.Word) -> PersonName.WordMatch? {
        if one.isNumber || other.isNumber {
            return one.isNumber && other.isNumber && one.keys == other.keys ? .key : nil
        }
        if one.isInitial || other.isInitial { return matchesInitial(one, other) ? .initial : nil }
        if share(one.sureKeys, other.sureKeys) { return .key }
        return share(one.keys, other.keys) || isReread(one, other) ? .rare : nil
    }

    /// True if one is the other romanised from Ukrainian, or without the vowels that Arabic and Hebrew do not write.
    private static func isReread(_ one: NameWords.Word, _ other: NameWords.Word) -> Bool {
        if share(one.ukrainianKeys, other.keys) || share(other.ukrainianKeys, one.keys) { return true }
        guard SpellingKey.lacksVowels(one.written) != SpellingKey.lacksVowels(other.written) else { return false }
        let consonants = [one, other].map { word in word.keys.map(SpellingKey.consonants) }
        return share(consonants[0].filter { $0.utf8.count > 1 }, consonants[1])
    }

    private static func matchesInitial(_ one: NameWords.Word, _ other: NameWords.Word) -> Bool {
        one.keys.contains { a in
            other.keys.contains { b in
                a.hasPrefix(b) || b.hasPrefix(a)
                    // Y. and J. are each written for Е, И, Ю and Я.
                    || a == "i" && "eiy".contains(b.first!) || b == "i" && "eiy".contains(a.first!)
            }
        }
    }

    /// The index of the surname: not a patronymic, nor written beside the name; a word that ends like a surname if there is
    /// one; the last of these.
    package static func indexOfSurname(in words: [NameWords.Word]) -> Int? {
        let all = words.indices.filter { !words[$0].isInitial }
        let inner = all.filter { !words[$0].isAside }
        let whole = inner.isEmpty ? all : inner
        if whole.count > 2, let father = whole.dropFirst().first(where: { words[$0].isPatronymic }) {
            // Given name and patronymic are adjacent: Surname Given Patronymic, or Given Patronymic Surname.
            if father == whole.last { return whole.first }
        }
        let others = whole.filter { !words[$0].isPatronymic }
        return others.last { words[$0].hasSurnameEnding } ?? others.last ?? whole.last
    }

    /// True if a word is the surname, a part of a double one, or another surname written beside it.
    package static func isOfSurname(_ index: Int, in words: [NameWords.Word]) -> Bool {
        guard let surname = indexOfSurname(in: words) else { return false }
        if words[index].isAside { return words[index].hasSurnameEnding || index == surname }
        let (first, last) = (min(index, surname), max(index, surname))
        return words[first...last].dropFirst().allSatisfy(\.isLinked)
    }

    /// True if it ends like a surname.
    package var hasSurnameEnding: Bool {
        sureKeys.contains { key in Self.surnames.contains { key.hasSuffix($0) && key.count > $0.count + 1 } }
    }

    private static let surnames = [
        "ov", "ev", "in", "ova", "eva", "ina", "ski", "ckoi", "skoi", "skaya", "cki", "ckaya", "ko", "uk", "yuk", "ih",
        "yan", "dze", "wvili", "qenko",
    ]
}
