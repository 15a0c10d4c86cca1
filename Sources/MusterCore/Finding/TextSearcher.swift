import GRDB
import MusterValues

/// Finds records by what is written of them besides names and titles: posts' titles, words for groups, roles, causes, quotes and notes.
struct TextSearcher {
    let db: Database

    /// The records, each once. What is written of a post tells of the official, and what of an event of the record that it
    /// happened to. At most `limit` texts of each table are looked at.
    func hits(_ text: String, limit: Int) throws -> [Searcher.SearchHit] {
        let words = NameWords(text).words
        let query = SearchQuery(words, ofNames: false)
        let expressions = [query.expression(kinds: [.source]), query.beginning(kinds: [.source], [:])].compactMap(
            \.self)
        var hits: [RecordID: Searcher.SearchHit] = [:]
        for part in SearchIndex.Part.allCases where !part.isNamed {
            for row in try expressions.flatMap({ try rows(of: part, $0, limit) }) {
                guard let id = try owner(row, RecordKind(name: part.rawValue)), hits[id] == nil else { continue }
                hits[id] = Searcher.SearchHit(
                    id: id, match: NameMatch(tier: .possible, why: .wordsOfText),
                    text: Self.met(in: try part.columns.compactMap { try row.get($0) as String? }, words))
            }
        }
        return Array(hits.values)
    }

    private func rows(of part: SearchIndex.Part, _ expression: String, _ limit: Int) throws -> [Row] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT n.* FROM (SELECT rowid AS version FROM main.\(part.table) WHERE \(part.table) MATCH ? LIMIT ?) s \
                    CROSS JOIN main.\(part.history) h ON h.version = s.version \
                    CROSS JOIN \(part.rawValue) n ON n.id = h.id AND n.revision = h.revision
                    """), arguments: [expression, limit])
    }

    /// The record that a text tells of.
    private func owner(_ row: Row, _ kind: RecordKind?) throws -> RecordID? {
        switch kind {
        case .post: return RecordID(.official, try row.get("official_id"))
        case .enrollment, .unit, .official: return RecordID(kind!, try row.get("id"))
        default: break
        }
        guard let subject = try RecordKind.citation.field(.of)?.reference(in: row) else { return nil }
        return [.post, .event].contains(subject.kind) ? try owner(subject.row(there: db), subject.kind) : subject
    }

    /// The text that has the words, or a beginning of the last one.
    private static func met(in texts: [String], _ words: [NameWords.Word]) -> String {
        texts.first { has(words, in: $0) } ?? texts.first ?? ""
    }

    /// True if a text has all of some words, or a beginning of each.
    static func has(_ words: [NameWords.Word], in text: String) -> Bool {
        let keys = NameWords(text).words.flatMap(\.keys)
        return words.allSatisfy { word in keys.contains { key in word.keys.contains { key.hasPrefix($0) } } }
    }
}
