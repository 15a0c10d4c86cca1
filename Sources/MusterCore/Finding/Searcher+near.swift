import GRDB
import MusterValues

extension Searcher {
    /// Expressions that find names that are only similar.
    func suggestions(_ query: SearchQuery, _ kinds: [RecordKind]) throws -> [String] {
        let needed = Set(query.needed)
        let near = try near(query.words).filter { needed.contains($0.key) }.map { index, keys in
            query.expression(kinds: kinds, others: [index: keys])
        }
        let forms = try WordForms.of(query.words, db)
        let loose = kinds.contains(.official) ? query.loose(forms) : nil
        return (near + [query.beginning(kinds: kinds, forms), loose]).compactMap(\.self)
    }

    /// The keys on the register that are one slip away from a word or begin like it, by the word's index; words without
    /// such keys are left out.
    func near(_ words: [NameWords.Word]) throws -> [Int: [String]] {
        var near: [Int: [String]] = [:]
        for index in words.indices where !words[index].isInitial && !words[index].isNumber {
            let keys = Set(try words[index].sureKeys.flatMap(near(to:)))
            if !keys.isEmpty { near[index] = keys.sorted() }
        }
        return near
    }

    /// The most keys looked at for one half of a word.
    private static let mostKeys = 5000

    private func near(to key: String) throws -> [String] {
        // One slip leaves either the beginning or the end of a key unchanged.
        let half = key.utf8.count / 2
        guard half > 1 else { return [] }
        let forwards = try keys("key", from: String(key.prefix(half)))
        let backwards = try keys("backwards", from: String(key.reversed().prefix(max(2, key.utf8.count - half - 2))))
        return (forwards + backwards).filter { $0 != key && (Typo.differLocally(key, $0) || Typo.beginsAlike(key, $0)) }
    }

    private func keys(_ column: String, from beginning: String) throws -> [String] {
        if beginning.isEmpty { return [] }
        // A tilde sorts after every letter of a key, so this range is "begins with".
        return try String.fetchAll(
            db.cachedStatement(
                sql: "SELECT key FROM search_key WHERE \(column) BETWEEN ? AND ? || '~' LIMIT \(Self.mostKeys)"),
            arguments: [beginning, beginning])
    }
}
