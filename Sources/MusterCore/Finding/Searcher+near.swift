import GRDB
import MusterValues

extension Searcher {
    /// For each word, by its place, the keys on the register that are one slip away or begin alike; those without are left out.
    func near(_ words: [NameWords.Word]) throws -> [Int: [String]] {
        var near: [Int: [String]] = [:]
        for place in words.indices where !words[place].isInitial && !words[place].isNumber {
            let keys = Set(try words[place].sureKeys.flatMap(near(to:)))
            if !keys.isEmpty { near[place] = keys.sorted() }
        }
        return near
    }

    /// No more keys than this are looked at for one half of a word.
    private static let mostKeys = 5000

    private func near(to key: String) throws -> [String] {
        // One slip leaves the beginning or the end of a key as it is, wherever it falls.
        let half = key.utf8.count / 2
        guard half > 1 else { return [] }
        let forwards = try keys("key", from: String(key.prefix(half)))
        let backwards = try keys("backwards", from: String(key.reversed().prefix(max(2, key.utf8.count - half - 2))))
        return (forwards + backwards).filter { $0 != key && (Typo.differLocally(key, $0) || Typo.beginsAlike(key, $0)) }
    }

    private func keys(_ column: String, from beginning: String) throws -> [String] {
        if beginning.isEmpty { return [] }
        // A tilde stands behind every letter that a key has.
        return try String.fetchAll(
            db.cachedStatement(
                sql: "SELECT key FROM search_key WHERE \(column) BETWEEN ? AND ? || '~' LIMIT \(Self.mostKeys)"),
            arguments: [beginning, beginning])
    }
}
