import GRDB
import MusterValues

/// The SQL of the officials listing.
struct OfficialQuery: ListingQuery {
    let conditions: ResolvedFilter
    /// The states asked for, as they are stored; `retired`, for example, may be a post's or an enrollment's.
    private let asked: [(kind: RecordKind, facet: String, value: String)]
    private var day: Day? { conditions.filter.day }

    init(_ conditions: ResolvedFilter) throws {
        self.conditions = conditions
        asked =
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
    private var certainty: SQL? {
        guard day != nil, !asked.isEmpty else { return nil }
        let each = asked.map { state -> SQL in
            let query = StateQuery(kind: state.kind, facet: state.facet, subject: "x.id", day: day)
            return """
                coalesce((SELECT max(\(query.certainty(of: state.value))) FROM \(sql: state.kind.name) x \
                WHERE x.official_id = o.id AND x.standing <> 'rejected'), 0)
                """
        }
        return each.count == 1 ? each[0] : "max(\(each.joined(separator: ", ")))"
    }

    /// The condition on official `o`.
    var condition: SQL {
        var parts: [SQL] = ["o.id > 0"]
        if let posts = conditions.inRegions("region_code"), let units = conditions.inRegions("u.region_code") {
            parts.append(
                """
                o.id IN (SELECT official_id FROM post WHERE \(posts) UNION ALL SELECT e.official_id FROM unit u \
                JOIN enrollment e ON e.unit_id = u.id WHERE e.official_id IS NOT NULL AND \(units))
                """)
        }
        if let programme = conditions.programme {
            parts.append(
                """
                o.id IN (SELECT e.official_id FROM unit u JOIN enrollment e ON e.unit_id = u.id \
                WHERE u.programme_id = \(programme))
                """)
        }
        if let unit = conditions.unit {
            let counts: SQL = day != nil && asked.isEmpty ? " AND \(HeadcountQuery(day: day).possiblyCounts)" : ""
            parts.append(
                """
                o.id IN (SELECT e.official_id FROM enrollment e WHERE e.unit_id = \(unit) \
                AND e.official_id IS NOT NULL\(counts))
                """)
        }
        if let official = conditions.official { parts.append("o.id = \(official)") }
        if let standing = conditions.standing(of: "o.standing") { parts.append(standing) }
        if !asked.isEmpty { parts.append("o.id IN (\(asked.map(officials(in:)).joined(separator: " UNION ALL ")))") }
        if let certainty { parts.append("\(certainty) > 0") }
        return parts.joined(separator: " AND ")
    }

    /// The officials who have a state: the newest without a day, any on record with one.
    private func officials(in state: (kind: RecordKind, facet: String, value: String)) -> SQL {
        let value = SQL(sql: "v.facet = '\(state.facet)' AND v.value = '\(state.value)'")
        let query = StateQuery(kind: state.kind, facet: state.facet, subject: "x.id", day: nil)
        let newest: SQL = day == nil ? " AND v.id = \(query.newest)" : ""
        return """
            SELECT x.official_id FROM event v JOIN \(sql: state.kind.name) x ON x.id = v.\(sql: state.kind.column) \
            WHERE \(value) AND x.standing <> 'rejected'\(newest)
            """
    }

    func sql(_ page: Page) -> SQL {
        let named: SQL = "official o LEFT JOIN name n ON n.official_id = o.id AND n.nature = 'primary'"
        let shown: SQL = certainty ?? "NULL"
        var condition = condition
        if let after = page.after {
            condition += """
                 AND (coalesce(n.text, ''), o.id) > (SELECT coalesce(b.text, ''), a.id FROM official a LEFT JOIN name b \
                ON b.official_id = a.id AND b.nature = 'primary' WHERE a.id = \(after.number))
                """
        }
        return """
            SELECT o.id, n.text AS name, \(shown) AS certainty, o.standing FROM \(named) \
            WHERE \(condition) ORDER BY coalesce(n.text, ''), o.id LIMIT \(page.rows)
            """
    }

    func row(_ row: inout RowReader, _: RegionNames) throws -> ListedOfficial {
        try ListedOfficial(
            id: row.id(.official), name: row.next(), certainty: row.certainty(), standing: row.list())
    }

    func complete(_ officials: inout [ListedOfficial], _ regions: RegionNames, _ db: Database) throws {
        let ids = officials.map(\.id.number)
        let posts = try posts(of: ids).byOwner(db) { row, _ in
            try ListedOfficial.HeldPost(
                id: RecordID(.post, row.next()), title: row.next(), kind: row.list(), level: row.optionalList(),
                region: row.region(in: regions), tenure: row.states(onDay: day != nil))
        }
        let units = try units(of: ids).byOwner(db) { row, _ in
            try ListedOfficial.JoinedUnit(
                id: RecordID(.unit, row.next()), name: row.next(), enrollment: RecordID(.enrollment, row.next()),
                states: row.states(onDay: day != nil))
        }
        for index in officials.indices {
            officials[index].posts = posts[ids[index]] ?? []
            officials[index].units = units[ids[index]] ?? []
        }
    }

    /// The posts of officials, by official.
    func posts(of officials: [Int64]) -> SQL {
        """
        SELECT p.official_id, p.id, p.title, p.kind, p.level, p.region_code, \
        \(StateQuery(kind: .post, facet: "tenure", subject: "p.id", day: day).value) AS tenure FROM post p \
        WHERE p.official_id IN \(SQL.list(officials)) ORDER BY p.official_id, p.id
        """
    }

    /// The enrollments of officials, by official.
    func units(of officials: [Int64]) -> SQL {
        """
        SELECT e.official_id, e.unit_id, w.text AS designation, e.id, \(HeadcountQuery.state(on: day).value) AS state \
        FROM enrollment e LEFT JOIN name w ON w.unit_id = e.unit_id AND w.nature = 'primary' \
        WHERE e.official_id IN \(SQL.list(officials)) ORDER BY e.official_id, e.id
        """
    }
}
