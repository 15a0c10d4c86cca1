import MusterValues

/// A search's words as FTS5 expressions. They hold only lower-case ASCII letters and digits, so typed text cannot be
/// FTS5 syntax.
struct SearchQuery {
    let words: [NameWords.Word]
    /// True if names are searched, in which an initial can match a word; false if titles are.
    let isOfNames: Bool

    init(_ words: [NameWords.Word], ofNames isOfNames: Bool = true) {
        self.words = words
        self.isOfNames = isOfNames
    }

    /// An expression that finds names with all needed words, with an initial in place of a word, or with only one of
    /// the words.
    ///
    /// `others` gives, for a word's index, keys to look for instead of the word's own. Nil if no word tells enough.
    func expression(kinds: [RecordKind], others: [Int: [String]] = [:]) -> String? {
        let needed = needed
        guard !needed.isEmpty, !isOfNames || words.contains(where: { !$0.isInitial }) else { return nil }
        let whole = needed.filter { !isOfNames || !words[$0].isInitial }.map { one(of: $0, others[$0]) }
        // Only one of several initials may have a match: Д. В. Новиков is Dmitry Novikov.
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

    /// The indexes of the words that a name must have; not needed are patronymics, as one side may leave them out, and
    /// words for the kind of thing, as "region".
    var needed: [Int] {
        if !isOfNames { return Array(words.indices) }
        let telling = words.indices.filter { !PhraseName.isKind(words[$0]) }
        let all = telling.isEmpty ? Array(words.indices) : telling
        let others = all.filter { !words[$0].isPatronymic }
        return others.count >= 2 ? others : all
    }

    func one(of index: Int, _ others: [String]? = nil, besides more: [String] = []) -> String {
        let word = words[index]
        if let others { return Self.any(others) }
        if !isOfNames { return Self.any(word.keys) }
        if word.isNumber { return Self.any(word.keys) }
        let beginnings = SearchIndex.beginnings(word.keys)
        let own = word.isInitial ? beginnings.map { "1\($0)" } : word.keys + more
        return Self.any(own + beginnings.map { "2\($0)" })
    }

    /// The condition on the kind of record; none if officials are searched: they are most of a register and have no
    /// mark.
    static func marks(of kinds: [RecordKind]) -> [String] {
        kinds.contains(.official) || kinds == [.source] ? [] : [any(kinds.map { "0\($0.name)" })]
    }

    static func any(_ marks: [String]) -> String {
        "(\(Set(marks).sorted().map { "\"\($0)\"" }.joined(separator: " OR ")))"
    }
}
