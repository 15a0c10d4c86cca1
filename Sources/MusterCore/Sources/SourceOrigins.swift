import GRDB
import MusterValues

/// Tells how many independent voices stand behind statements.
///
/// A statement goes back to its source, to all that this derives from, over any number of steps, and to the speaker whose
/// words it passes on. Two statements that go back to one thing are not independent. The number of voices is the greatest
/// number of statements of which no two go back to one thing. For example, S3 derives from S1 and S2. S3 alone is one voice,
/// S3 and S2 are one, and S1, S2 and S3 are two: S3 adds none.
///
/// Two sources are one and the same if they have one address but for its form, or an archive's copy of it; or if their texts
/// have one SHA-256. A person can tell two of one address or one text apart, and a source that derives from another is another
/// one. (Rule: the registry counts what it can see to be one as one, whether or not a clerk thought of it.)
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

    /// For each source, another one that is the same; a source that stands for them leads to itself.
    private var leaders: [Int64: Int64] = [:]
    /// For each source that stands for others, all that are the same.
    private var members: [Int64: [Int64]] = [:]
    /// For each source, those that it derives from, in one step.
    private var parents: [Int64: [Int64]] = [:]
    /// The pairs that are one by their address or text.
    private(set) var ties: [Tie] = []

    /// What a statement goes back to and what derives from nothing itself.
    private enum End: Hashable {
        case source(Int64)
        case speaker(String)
    }

    /// Reads the sources, and those that they derive from.
    init(of sources: some Sequence<Int64>, _ db: Database) throws {
        let sql: SQL = """
            \(SourceDerivations.way(from: "SELECT value FROM \(SQL.list(Set(sources)))")) \
            SELECT s.id, s.derived_from, s.url, s.archive, s.sha256, d.derived_from AS further FROM way JOIN source s ON s.id = way.id \
            LEFT JOIN derivation d ON d.source_id = s.id ORDER BY s.id, d.derived_from
            """
        var same: [String: (reason: Tie.Reason, ids: [Int64])] = [:]
        var last: Int64?
        for row in try sql.rows(db) {
            let id: Int64 = try row.get("id")
            if let further: Int64 = try row.get("further") { parents[id, default: []].append(further) }
            if id == last { continue }
            last = id
            if let other: Int64 = try row.get("derived_from") { parents[id, default: []].append(other) }
            let addresses: [String] = try [row.get("url"), row.get("archive")].compactMap { $0 }
            for address in Set(addresses.map { SourceAddress.original($0) }) {
                same["address \(address)", default: (.address, [])].ids.append(id)
            }
            if let text: String = try row.get("sha256") { same["text \(text)", default: (.content, [])].ids.append(id) }
        }
        let groups = same.values.filter { $0.ids.count > 1 }.sorted { $0.ids.lexicographicallyPrecedes($1.ids) }
        if groups.isEmpty { return }
        let apart = try DistinctionLookup(db: db).pairs(of: .source)
        for (reason, ids) in groups {
            for (index, one) in ids.enumerated() {
                for other in ids[(index + 1)...] where apart[[one, other]] == nil && leader(one) != leader(other) {
                    tie(one, other, reason)
                }
            }
        }
    }

    /// Makes two sources one, unless one derives from the other; the tie is told only if nothing else makes them one voice.
    private mutating func tie(_ one: Int64, _ other: Int64, _ reason: Tie.Reason) {
        let (own, others) = (wayBack(from: one), wayBack(from: other))
        if own.sources.contains(leader(other)) || others.sources.contains(leader(one)) { return }
        if own.ends.isDisjoint(with: others.ends) {
            ties.append(Tie(reason: reason, sources: (RecordID(.source, one), RecordID(.source, other))))
        }
        let (kept, gone) = (min(leader(one), leader(other)), max(leader(one), leader(other)))
        leaders[gone] = kept
        members[kept] = (members[kept] ?? [kept]) + (members.removeValue(forKey: gone) ?? [gone])
    }

    /// The number of voices behind statements, and the pairs of their sources that only their address, their text or their
    /// speaker makes one.
    func voices(of statements: [Statement]) -> (count: Int, ties: [Tie]) {
        var speakers: [Int64: Set<String>] = [:]
        var first: [String: Int64] = [:]
        var spoken: [Tie] = []
        for statement in statements {
            guard let speaker = statement.speaker.map({ Self.key(of: $0) }) else { continue }
            if let other = first[speaker] {
                let (one, second) = (ends(of: other, speakers), ends(of: statement.source, speakers))
                if one.isDisjoint(with: second) {
                    spoken.append(
                        Tie(reason: .speaker, sources: (RecordID(.source, other), RecordID(.source, statement.source))))
                }
            } else {
                first[speaker] = statement.source
            }
            speakers[leader(statement.source), default: []].insert(speaker)
        }
        let cited = Set(statements.map { leader($0.source) })
        if cited.count < 2 { return (cited.count, ties + spoken) }
        return (DisjointSets.most(of: cited.map { ends(of: $0, speakers) }), ties + spoken)
    }

    /// What a source goes back to in the end, with the speakers whose words these sources pass on.
    private func ends(of source: Int64, _ speakers: [Int64: Set<String>]) -> Set<End> {
        let way = wayBack(from: source)
        var ends = way.ends
        for (source, words) in speakers where way.sources.contains(source) {
            ends.formUnion(words.map { .speaker($0) })
        }
        return ends
    }

    /// All sources that a source goes back to, itself among them, and those of them that derive from nothing.
    private func wayBack(from source: Int64) -> (sources: Set<Int64>, ends: Set<End>) {
        let start = leader(source)
        var (sources, ends, waiting) = ([start] as Set<Int64>, Set<End>(), [start])
        while let next = waiting.popLast() {
            let origins = (members[next] ?? [next]).flatMap { parents[$0] ?? [] }
            if origins.isEmpty { ends.insert(.source(next)) }
            for origin in origins.map(leader) where sources.insert(origin).inserted { waiting.append(origin) }
        }
        return (sources, ends)
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
}

extension SourceOrigins {
    /// The voices that give an event's value; who states another one is none of them.
    static func ofValue(of event: Int64, _ db: Database) throws -> (count: Int, ties: [Tie]) {
        let id = RecordID(.event, event)
        guard let field = RecordKind.event.field(.value) else { return (0, []) }
        let value = FieldValue.event(try id.naming(id.row(there: db).eventValue))
        let reader = SideReader(db: db, id: id)
        let said = try (CitedStatement.all(of: id, db)["value"] ?? []).filter { $0.standing != .rejected }
        let supporting = try reader.sided(said, on: field, value).filter { $0.statement.stance == .supports }
        let statements = reader.giving(value, of: field, supporting)
            .map { Statement(source: $0.source.id.number, speaker: $0.speaker) }
        return try SourceOrigins(of: statements.map(\.source), db).voices(of: statements)
    }
}
