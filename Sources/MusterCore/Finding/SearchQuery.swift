import MusterValues

/// A search's words as expressions of FTS5, over nothing but small ASCII letters and digits: what was typed is only text.
struct SearchQuery {
    let words: [NameWords.Word]
    /// Whether it is names that are looked for, in which a letter can stand for a word; otherwise it is titles.
    let isOfNames: Bool

    init(_ words: [NameWords.Word], ofNames isOfNames: Bool = true) {
        self.words = words
        self.isOfNames = isOfNames
    }

    /// Finds names that may have all words, an initial for one of them, or nothing but one of them.
    ///
    /// For words by their place, other keys can be taken instead of the word's own. Nil where no word says enough.
    func expression(kinds: [RecordKind], others: [Int: [String]] = [:]) -> String? {
        let needed = needed
        guard !needed.isEmpty, !isOfNames || words.contains(where: { !$0.isInitial }) else { return nil }
        let whole = needed.filter { !isOfNames || !words[$0].isInitial }.map { one(of: $0, others[$0]) }
        // Of several initials one may be all that is met: Д. В. Новиков is Dmitry Novikov.
        let initials = needed.filter { isOfNames && words[$0].isInitial }.flatMap {
            SearchIndex.beginnings(words[$0].keys)
        }
        let initial = initials.isEmpty ? [] : [Self.any(initials.flatMap { ["1\($0)", "2\($0)"] })]
        var found = "(\((whole + initial).joined(separator: " AND ")))"
        if others.isEmpty, needed.count > 1, kinds.contains(.official) {
            let alone = needed.filter { !words[$0].isInitial }.map { Self.any(words[$0].keys) }
            found = "(\(found) OR ((\(alone.joined(separator: " OR "))) AND \"0one\"))"
        }
        return ([found] + Self.marks(of: kinds)).joined(separator: " AND ")
    }

    /// Finds names that have all words, the last of which is only begun.
    func beginning(kinds: [RecordKind]) -> String? {
        guard let last = words.last, !isOfNames || !last.isInitial, !last.isNumber else { return nil }
        let begun = last.beginnings.map { "\"\($0)\"*" }
        if begun.isEmpty { return nil }
        let whole = words.dropLast().indices.map { one(of: $0, nil) }
        return (whole + ["(\(begun.joined(separator: " OR ")))"] + Self.marks(of: kinds)).joined(separator: " AND ")
    }

    /// The places of the words that a name must have: a patronymic may be said on one side only, and what kind of thing it is.
    var needed: [Int] {
        if !isOfNames { return Array(words.indices) }
        let telling = words.indices.filter { !PhraseName.isKind(words[$0]) }
        let all = telling.isEmpty ? Array(words.indices) : telling
        let others = all.filter { !words[$0].isPatronymic }
        return others.count >= 2 ? others : all
    }

    private func one(of place: Int, _ others: [String]?) -> String {
        let word = words[place]
        if let others { return Self.any(others) }
        if !isOfNames { return Self.any(word.keys) }
        if word.isNumber { return Self.any(word.keys) }
        let beginnings = SearchIndex.beginnings(word.keys)
        return Self.any((word.isInitial ? beginnings.map { "1\($0)" } : word.keys) + beginnings.map { "2\($0)" })
    }

    /// The condition on the kind of record; none where officials are among them, who are most of a register.
    private static func marks(of kinds: [RecordKind]) -> [String] {
        kinds.contains(.official) || kinds == [.source] ? [] : [any(kinds.map { "0\($0.name)" })]
    }

    private static func any(_ marks: [String]) -> String {
        "(\(Set(marks).sorted().map { "\"\($0)\"" }.joined(separator: " OR ")))"
    }
}
