import GRDB
import MusterValues

/// Tells how many independent voices stand behind statements.
///
/// Two sources are one voice if one derives from the other or both from a third, over any number of steps; if they have one
/// address but for its form, or an archive's copy of it; or if their texts have one SHA-256. A person can tell two of one
/// address or one text apart. Two statements are also one voice if they pass on the words of one speaker. (Rule: the
/// registry counts what it can see to be one as one, whether or not a clerk thought of it.)
struct SourceOrigins {
    /// A source's statement.
    struct Statement {
        /// The source's number.
        let source: Int64
        /// The person whose words it passes on; nil if it speaks for itself.
        let speaker: String?
    }

    /// Two sources that are one voice without being derived from one another.
    struct Tie {
        /// The reason.
        let reason: Reason
        /// The two sources.
        let sources: (RecordID, RecordID)

        /// The reasons.
        enum Reason: String {
            case address = "have one address"
            case content = "have one text"
            case speaker = "pass on the words of one speaker"
        }

        /// The tie in words, such as "S1 and S3 have one address".
        var words: String { "\(sources.0) and \(sources.1) \(reason.rawValue)" }
    }

    /// For each source, another one of its voice; a source that stands for its voice leads to itself.
    private var leaders: [Int64: Int64] = [:]
    /// The pairs that are one by their address or text.
    private(set) var ties: [Tie] = []

    /// Reads the sources, and those that they derive from.
    init(of sources: some Sequence<Int64>, _ db: Database) throws {
        let sql: SQL = """
            WITH RECURSIVE way (id) AS (SELECT value FROM \(SQL.list(Set(sources))) \
            UNION SELECT s.derived_from FROM way JOIN source s ON s.id = way.id WHERE s.derived_from IS NOT NULL) \
            SELECT s.id, s.derived_from, s.url, s.sha256 FROM way JOIN source s ON s.id = way.id ORDER BY s.id
            """
        var same: [String: (reason: Tie.Reason, ids: [Int64])] = [:]
        for row in try sql.rows(db) {
            let id: Int64 = try row.get("id")
            if let other: Int64 = try row.get("derived_from") { join(id, other) }
            if let url: String = try row.get("url") {
                same["address \(SourceAddress.original(url))", default: (.address, [])].ids.append(id)
            }
            if let text: String = try row.get("sha256") { same["text \(text)", default: (.content, [])].ids.append(id) }
        }
        let groups = same.values.filter { $0.ids.count > 1 }.sorted { $0.ids.lexicographicallyPrecedes($1.ids) }
        if groups.isEmpty { return }
        let apart = try DistinctionLookup(db: db).pairs(of: .source)
        for (reason, ids) in groups {
            for (index, one) in ids.enumerated() {
                for other in ids[(index + 1)...] where apart[[one, other]] == nil && leader(one) != leader(other) {
                    join(one, other)
                    ties.append(Tie(reason: reason, sources: (RecordID(.source, one), RecordID(.source, other))))
                }
            }
        }
    }

    /// The number of voices behind statements, and the pairs of their sources that only their address, their text or their
    /// speaker makes one.
    func voices(of statements: [Statement]) -> (count: Int, ties: [Tie]) {
        // Few statements are looked at, and there may be many sources: only what the statements join is kept here.
        var joined: [Int64: Int64] = [:]
        func voice(_ source: Int64) -> Int64 {
            var voice = leader(source)
            while let next = joined[voice] { voice = next }
            return voice
        }
        var spoken: [Tie] = []
        var first: [String: Int64] = [:]
        for statement in statements {
            guard let speaker = statement.speaker else { continue }
            let key = Self.key(of: speaker)
            guard let other = first[key] else {
                first[key] = statement.source
                continue
            }
            let (one, second) = (voice(other), voice(statement.source))
            if one == second { continue }
            joined[max(one, second)] = min(one, second)
            spoken.append(
                Tie(reason: .speaker, sources: (RecordID(.source, other), RecordID(.source, statement.source))))
        }
        return (Set(statements.map { voice($0.source) }).count, ties + spoken)
    }

    /// One key for the spellings of a speaker's name in either script.
    private static func key(of speaker: String) -> String {
        let keys = PhraseName(speaker).sortedKeys
        return keys.isEmpty ? Text.folded(speaker) : keys
    }

    private func leader(_ source: Int64) -> Int64 {
        var source = source
        while let next = leaders[source], next != source { source = next }
        return source
    }

    private mutating func join(_ one: Int64, _ other: Int64) {
        let (first, second) = (leader(one), leader(other))
        if first != second { leaders[max(first, second)] = min(first, second) }
    }
}

extension SourceOrigins {
    /// The voices behind an event's value.
    static func ofValue(of event: Int64, _ db: Database) throws -> (count: Int, ties: [Tie]) {
        let sql: SQL = """
            SELECT source_id, speaker FROM citation WHERE event_id = \(event) AND field = 'value' AND stance = 'supports' \
            AND standing <> 'rejected' ORDER BY id
            """
        let statements = try sql.all(db) { try Statement(source: $0.next(), speaker: $0.next()) }
        return try SourceOrigins(of: statements.map(\.source), db).voices(of: statements)
    }
}
