import GRDB
public import MusterValues

/// An official as a listing shows it.
public struct ListedOfficial: ListingRow {
    /// The short id.
    public let id: RecordID
    /// The name.
    public let name: String
    /// Each post, with its region and what became of it, in the order in which they were recorded.
    public let posts: String
    /// Each unit enrolled in, with the newest state; nil if there is none.
    public let units: String?
    /// How certainly the state asked for held on the day asked about; nil if no state on a day was asked for.
    public let certainty: Certainty?
    /// The registry's judgement.
    public let standing: Standing

    /// The columns of the listing.
    public static let columns = ["id", "name", "posts", "units", "certainty", "standing"]

    /// The columns that a table for people leaves out.
    public static let detailColumns: Set<String> = []

    /// The values in the order of the columns.
    public var cells: [String?] {
        [id.description, name, posts.spaced, units?.spaced, certainty?.rawValue, standing.words]
    }
}

extension Registry {
    /// The officials that a filter leaves, by name and id.
    ///
    /// A region, a federal district or a border is that of a post or of a unit enrolled in; a state is a post's tenure or an
    /// enrollment's state. With a unit and a day, and no state, those who were in the unit on it, definitely or possibly.
    ///
    /// - Throws: `MusterError` for a region, programme, unit, official or state that is not known.
    public func officials(_ filter: Filter = Filter()) throws(MusterError) -> [ListedOfficial] {
        try read { db in
            let conditions = try ResolvedFilter(filter, db: db, today: today)
            return try conditions.fetchAll(db, try OfficialQuery(conditions).sql).map { row in
                ListedOfficial(
                    id: RecordID(.official, try row.get("id")), name: try row.get("name"),
                    posts: try row.get("posts") ?? "",
                    units: try row.get("units"),
                    certainty: (try row.get("certainty") as Int?).map(Certainty.init(rank:)),
                    standing: try row.list("standing", Standing.self))
            }
        }
    }
}

/// The SQL of the officials listing.
struct OfficialQuery {
    let conditions: ResolvedFilter
    private let states: [(kind: RecordKind, facet: String, value: String)]
    private var onDay: Bool { conditions.filter.day != nil }

    init(_ conditions: ResolvedFilter) throws {
        self.conditions = conditions
        states =
            try conditions.filter.state.map { text in
                let found = [RecordKind.post, .enrollment].compactMap { kind in
                    (try? EventValue(typed: text, to: kind)).map { (kind, $0.stored.facet, $0.stored.value!) }
                }
                guard !found.isEmpty else {
                    throw MusterError.outside(
                        list: "state of a post or an enrollment", value: text,
                        allowed: EventValue.words(for: .post) + EventValue.words(for: .enrollment))
                }
                return found
            } ?? []
    }

    /// For each facet that has the state: how certainly the surest of the official's records was in it on the day.
    private var certainty: String? {
        guard onDay, !states.isEmpty else { return nil }
        let each = states.map { state in
            let query = StateQuery(kind: state.kind, facet: state.facet, subject: "x.id")
            return """
                coalesce((SELECT max(\(query.certainty(of: "'\(state.value)'"))) FROM \(state.kind.name) x \
                WHERE x.official_id = o.id AND x.standing <> 'rejected'), 0)
                """
        }
        return each.count == 1 ? each[0] : "max(\(each.joined(separator: ", ")))"
    }

    /// The condition on official `o`.
    var condition: String {
        var parts = ["o.id > 0"]
        if let posts = conditions.inRegions("region_code"), let units = conditions.inRegions("u.region_code") {
            parts.append(
                """
                o.id IN (SELECT official_id FROM post WHERE \(posts) UNION ALL SELECT e.official_id FROM unit u \
                JOIN enrollment e ON e.unit_id = u.id WHERE e.official_id IS NOT NULL AND \(units))
                """)
        }
        if conditions.programme != nil {
            parts.append(
                """
                o.id IN (SELECT e.official_id FROM unit u JOIN enrollment e ON e.unit_id = u.id \
                WHERE u.programme_id = :programme)
                """)
        }
        if conditions.unit != nil {
            let inUnit = onDay && states.isEmpty ? " AND \(HeadcountQuery(onDay: true).isPossible)" : ""
            parts.append(
                """
                o.id IN (SELECT e.official_id FROM enrollment e WHERE e.unit_id = :unit AND e.official_id IS NOT NULL\(inUnit))
                """)
        }
        if conditions.official != nil { parts.append("o.id = :official") }
        if let standing = conditions.hasStanding("o.standing") { parts.append(standing) }
        if !states.isEmpty {
            let each = states.map { state in
                let query = StateQuery(kind: state.kind, facet: state.facet, subject: "x.id")
                return """
                    SELECT x.official_id FROM event v JOIN \(state.kind.name) x ON x.id = v.\(state.kind.column) \
                    WHERE v.facet = '\(state.facet)' AND v.value = '\(state.value)' AND x.standing <> 'rejected'\
                    \(onDay ? "" : " AND v.id = \(query.newest)")
                    """
            }
            parts.append("o.id IN (\(each.joined(separator: " UNION ALL ")))")
        }
        if let certainty { parts.append("\(certainty) > 0") }
        return parts.joined(separator: " AND ")
    }

    /// The listing itself.
    var sql: String {
        let tenure = StateQuery(kind: .post, facet: "tenure", subject: "p.id")
        let state = HeadcountQuery.state
        let shown = { (query: StateQuery) in onDay ? query.possibleValues : query.newestValue }
        return """
            SELECT o.id, n.text AS name, o.standing, \(certainty ?? "NULL") AS certainty, \
            (SELECT group_concat(words, '; ') FROM (SELECT p.title || coalesce(', ' || p.region_code, '') || \
            coalesce(' (' || \(shown(tenure)) || ')', '') AS words FROM post p WHERE p.official_id = o.id ORDER BY p.id)) \
            AS posts, (SELECT group_concat(words, '; ') FROM (SELECT coalesce(w.text, 'unnamed unit') || \
            coalesce(' (' || \(shown(state)) || ')', '') AS words FROM enrollment e \
            LEFT JOIN name w ON w.unit_id = e.unit_id AND w.nature = 'primary' WHERE e.official_id = o.id ORDER BY e.id)) \
            AS units FROM official o LEFT JOIN name n ON n.official_id = o.id AND n.nature = 'primary' \
            WHERE \(condition) ORDER BY name, o.id LIMIT :limit
            """
    }
}
