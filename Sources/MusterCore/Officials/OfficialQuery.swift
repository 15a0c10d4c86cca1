import GRDB
import MusterValues

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

    /// The certainty that one of the official's records had the state on the day, whichever record is the surest; nil
    /// unless both are asked for.
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
        """
        SELECT o.id, n.text AS name, \(certainty ?? "NULL") AS certainty, o.standing FROM official o \
        LEFT JOIN name n ON n.official_id = o.id AND n.nature = 'primary' \
        WHERE \(condition) ORDER BY name, o.id LIMIT :limit
        """
    }

    private func shown(_ query: StateQuery) -> String { onDay ? query.possibleValues : query.newestValue }

    /// The posts of the officials `:ids`, by official.
    var postsSQL: String {
        """
        SELECT p.official_id, p.id, p.title, p.kind, p.level, p.region_code, \
        \(shown(StateQuery(kind: .post, facet: "tenure", subject: "p.id"))) AS tenure FROM post p \
        WHERE p.official_id IN (SELECT value FROM json_each(:ids)) ORDER BY p.official_id, p.id
        """
    }

    /// The enrollments of the officials `:ids`, by official.
    var unitsSQL: String {
        """
        SELECT e.official_id, e.unit_id, w.text AS designation, e.id, \(shown(HeadcountQuery.state)) AS state \
        FROM enrollment e LEFT JOIN name w ON w.unit_id = e.unit_id AND w.nature = 'primary' \
        WHERE e.official_id IN (SELECT value FROM json_each(:ids)) ORDER BY e.official_id, e.id
        """
    }

    func posts(of officials: [Int64], _ db: Database) throws -> [Int64: [ListedOfficial.HeldPost]] {
        let regions = try RegionNames(db)
        return try conditions.readByOwner(db, postsSQL, ids: officials) { row, _ in
            try ListedOfficial.HeldPost(
                id: RecordID(.post, row.next()), title: row.next(), kind: row.list(), level: row.optionalList(),
                region: row.region(in: regions), tenure: row.states(onDay: onDay))
        }
    }

    func units(of officials: [Int64], _ db: Database) throws -> [Int64: [ListedOfficial.JoinedUnit]] {
        try conditions.readByOwner(db, unitsSQL, ids: officials) { row, _ in
            try ListedOfficial.JoinedUnit(
                id: RecordID(.unit, row.next()), name: row.next(), enrollment: RecordID(.enrollment, row.next()),
                states: row.states(onDay: onDay))
        }
    }
}
