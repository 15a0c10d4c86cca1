import GRDB
public import MusterValues

/// A record that a search found.
public struct FoundRecord: ListingRow, Decodable {
    /// Its short id, or its code.
    public let id: RecordID
    /// Its kind.
    public let kind: RecordKind
    /// The name or title that the registry uses.
    public let name: String
    /// The post, region or publisher that tells it apart.
    public let about: RecordContext
    /// The certainty of the match.
    public let tier: MatchTier
    /// The reason why it was found.
    public let why: MatchReason
    /// The name, title, address or code that matched, as written on the register.
    public let met: String
    /// The registry's verdict on it; nil for a region, which has none.
    public let standing: Standing?

    /// The columns of the listing.
    public static let columns: [Column<FoundRecord>] = [
        Column("id") { .record($0.id) },
        Column("kind") { .text($0.kind.name) },
        Column("name") { .text($0.name) },
        Column("about") { $0.about.words.map(Value.text) },
        Column("tier") { .labelled($0.tier) },
        Column("why") { .labelled($0.why) },
        Column("met") { .text($0.met) },
        Column(.standing) { $0.standing.map { .list($0) } },
    ]
}

extension Registry {
    /// The officials, units, programmes, regions and sources that a text may mean, and the records of which it is written.
    ///
    /// The surest come first. Among equally sure ones, those with the spelling most like the text come first. Those of which the
    /// words are only written come last: in a post's title, a group's words, a role, a cause, a quote or a note.
    ///
    /// If more than 500 records have the name, only the 500 recorded first are looked at; with a filter, 50,000.
    ///
    /// No sign in the text has a special meaning. The text is found in either script and any romanisation, with ё or е,
    /// with the names in either order, with or without a patronymic, with initials, when it is only half typed, and
    /// with one slip in a word.
    ///
    /// - Parameters:
    ///   - text: the text to look for; only the beginning of a long one counts.
    ///   - filter: narrows the records as it narrows their listings. A state or standing finds only officials and units, as
    ///     only they have these; a day finds regions too. A limit counts all records together.
    /// - Returns: the records; empty if nothing is like the text.
    /// - Throws: `MusterError` if the filter names an unknown region, programme, unit, official or state.
    public func search(_ text: String, _ filter: Filter = Filter()) throws(MusterError) -> [FoundRecord] {
        if filter.sort != nil {
            throw .usage("what is found comes by how well it fits", fix: .leaveOut([.sort]))
        }
        return try read { db in
            try Self.checkStates(filter.states + filter.ever)
            let conditions = try ResolvedFilter(filter, db: db, today: today)
            let narrowing = ResultNarrowing(conditions: conditions, db: db)
            let most = narrowing.isNeeded ? Searcher.maxNames * 100 : Searcher.maxNames
            let named = try Searcher(db: db).hits(text, suggests: true, limit: most)
            var hits = try narrowing.left(of: named)
            // What is only written comes last, so it is not looked for if the names fill the answer.
            if hits.count(where: { $0.match.why != .wordsOfText }) < filter.limit ?? .max {
                let known = Set(named.map(\.id))
                hits += try narrowing.left(
                    of: TextSearcher(db: db).hits(text, limit: most).filter { !known.contains($0.id) })
            }
            let folded = Text.folded(String(text.prefix(200)))
            let ranked =
                hits
                .map { (hit: $0, distance: Text.distance(folded, Text.folded($0.text))) }
                .sorted { one, other in
                    let (tier, second) = (one.hit.match.place, other.hit.match.place)
                    return (tier, one.distance, one.hit.text, one.hit.id) < (
                        second, other.distance, other.hit.text, other.hit.id
                    )
                }
            return try ranked.prefix(filter.limit ?? .max).map { try FoundRecord($0.hit, db) }
        }
    }
}

extension Registry {
    /// Refuses states that no kind of record has.
    private static func checkStates(_ states: [String]) throws {
        for state in states
        where [RecordKind.official, .enrollment].allSatisfy({ (try? AskedStates([state], of: $0)) == nil }) {
            _ = try AskedStates([state], of: .unit)
        }
    }

    /// The units, in words, that a text such as "BARS 39" may mean by their region's number; searches do not list them.
    public func unitsOfNumberedRegion(_ text: String) throws(MusterError) -> [String] {
        try read { db in try Resolver(db: db).ofNumberedRegion(text).map { try RecordTitles(db: db).words($0) } }
    }
}

extension FoundRecord {
    init(_ hit: Searcher.SearchHit, _ db: Database) throws {
        let describer = RecordTitles(db: db)
        id = hit.id
        kind = hit.id.kind
        name = try describer.title(hit.id)
        about = try describer.context(hit.id)
        tier = hit.match.tier
        why = hit.match.why
        met = hit.text
        standing = try hit.id.row(there: db).optionalList("standing")
    }
}

/// Keeps only the found records that their listings would show with the filter.
private struct ResultNarrowing {
    let conditions: ResolvedFilter
    let db: Database

    /// True if the filter narrows by anything other than a limit.
    var isNeeded: Bool { Condition.allCases.contains { $0 != .limit && $0.isGiven(in: conditions.filter) } }

    func left(of hits: [Searcher.SearchHit]) throws -> [Searcher.SearchHit] {
        let left = try left(of: Set(hits.map(\.id)))
        return hits.filter { left.contains($0.id) }
    }

    private func left(of ids: Set<RecordID>) throws -> Set<RecordID> {
        if !isNeeded { return ids }
        var left: Set<RecordID> = []
        for (kind, ids) in Dictionary(grouping: ids, by: \.kind) {
            let list = try kind == .region ? SQL.list(ids.compactMap(\.code)) : SQL.list(ids.map(\.number))
            guard let sql = try matching(list, of: kind) else { continue }
            try sql.each(db) { row in
                left.insert(kind == .region ? RecordID(region: try row.next()) : RecordID(kind, try row.next()))
            }
        }
        return left
    }

    /// The query for the keys among a list that the kind's listing would have; nil if the filter asks for something that the
    /// kind lacks.
    private func matching(_ keys: SQL, of kind: RecordKind) throws -> SQL? {
        let filter = conditions.filter
        guard let listed = ListingKind(rawValue: kind.name),
            !Condition.allCases.contains(where: { $0.isGiven(in: filter) && !$0.kinds.contains(listed) })
        else { return nil }
        switch kind {
        case .official: return try? OfficialQuery(conditions).matching(keys)
        case .unit: return try? UnitQuery(conditions).matching(keys)
        case .enrollment: return try? EnrollmentQuery(conditions).matching(keys)
        case .region: return try? RegionQuery(conditions).matching(keys)
        case .source:
            return try "SELECT s.id FROM source s WHERE s.id IN \(keys) AND \(SourceQuery(conditions).condition)"
        default: return nil
        }
    }
}
