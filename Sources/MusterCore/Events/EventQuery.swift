import GRDB
import MusterValues

/// The SQL of the events listing.
struct EventQuery: ListingQuery {
    let conditions: ResolvedFilter
    private let recorded: [SQL]

    init(_ conditions: ResolvedFilter) throws {
        self.conditions = conditions
        recorded = try conditions.recorded(of: .event, "v.id")
    }

    func sql(_ page: Page) -> SQL {
        // The plus keeps SQLite from reading all events up from the page's first if something keeps only a few of them.
        let plus: SQL = conditions.isNarrowed ? "+" : ""
        var parts = subjects.map { "v.id IN (\($0))" as SQL } + recorded
        if let standing = conditions.standing(of: "v.standing") { parts.append(standing) }
        if conditions.day.given != nil {
            parts.append(
                """
                v.date IS NOT NULL AND coalesce(v.earliest, '') <= \(conditions.day.last) \
                AND coalesce(v.latest, '9999') >= \(conditions.day.first)
                """)
        }
        let narrowed: SQL = parts.isEmpty ? "" : " AND \(parts.joined(separator: " AND "))"
        return """
            SELECT v.id, v.unit_id, v.post_id, v.enrollment_id, v.facet, v.value, v.least, v.most, v.other_unit, v.for_enrollment, \
            v.date, v.earliest, v.latest, \
            NOT (\(Exclusion.isFact("v", by: conditions.day.today))) AS is_plan, v.cause, \
            v.standing, v.standing_note FROM event v WHERE \(plus)v.id > \(page.number)\(narrowed) \
            ORDER BY v.id LIMIT \(page.rows)
            """
    }

    /// The queries for the ids of the events that each condition of the filter keeps.
    private var subjects: [SQL] {
        var sets: [SQL] = []
        if let (units, posts) = both("region_code") {
            sets.append(
                """
                \(ofUnits(units)) UNION ALL \
                SELECT x.id FROM post p CROSS JOIN event x ON x.post_id = p.id WHERE \(posts)
                """)
        }
        if let units = conditions.inUnits("u.id"), let others = conditions.inUnits("x.other_unit") {
            sets.append("\(ofUnits(units)) UNION ALL SELECT x.id FROM event x WHERE \(others)")
        }
        if let official = conditions.official {
            let own = [RecordKind.post, .enrollment].map { kind -> SQL in
                """
                SELECT x.id FROM \(sql: kind.name) p CROSS JOIN event x ON x.\(sql: kind.column) = p.id \
                WHERE p.official_id = \(official)
                """
            }
            sets.append(own.joined(separator: " UNION ALL "))
        }
        return sets
    }

    /// The filter's regions as a condition on unit `u`, and as one on post `p`; nil if it names none.
    private func both(_ column: String) -> (units: SQL, posts: SQL)? {
        guard let units = conditions.inRegions("u.\(column)"), let posts = conditions.inRegions("p.\(column)") else {
            return nil
        }
        return (units, posts)
    }

    /// The ids of the events of units `u` under a condition, and of the enrollments in them.
    private func ofUnits(_ condition: SQL) -> SQL {
        """
        SELECT x.id FROM unit u CROSS JOIN event x ON x.unit_id = u.id WHERE \(condition) UNION ALL \
        SELECT x.id FROM unit u CROSS JOIN enrollment e ON e.unit_id = u.id CROSS JOIN event x ON x.enrollment_id = e.id \
        WHERE \(condition)
        """
    }

    func row(_ row: inout RowReader, _: RegionNames) throws -> ListedEvent {
        let id = try row.id(.event)
        let owners: [(RecordKind, Int64?)] = try [RecordKind.unit, .post, .enrollment].map { ($0, try row.next()) }
        guard let owner = owners.compactMap({ kind, number in number.map { RecordID(kind, $0) } }).first else {
            throw row.unreadable()
        }
        let (facet, value): (String, String?) = (try row.next(), try row.next())
        guard let value = EventValue(facet: facet, value: value, least: try row.next(), most: try row.next()) else {
            throw MusterError.unreadable(field: facet.spaced, value: value ?? "nothing", of: id)
        }
        let (other, enrollment): (Int64?, Int64?) = (try row.next(), try row.next())
        return try ListedEvent(
            id: id, record: NamedRecord(id: owner, name: nil), value: value,
            otherUnit: other.map { NamedRecord(id: RecordID(.unit, $0), name: nil) },
            forEnrollment: enrollment.map { NamedRecord(id: RecordID(.enrollment, $0), name: nil) },
            date: row.date(), isPlan: row.next() as Int != 0, cause: row.next(), standing: row.list(),
            standingNote: row.next())
    }

    func complete(_ events: inout [ListedEvent], _: RegionNames, _ db: Database) throws {
        let records = events.flatMap { [$0.record.id, $0.otherUnit?.id, $0.forEnrollment?.id].compactMap(\.self) }
        let titles = try RecordTitles(db: db).titles(of: records)
        func named(_ id: RecordID) -> NamedRecord { NamedRecord(id: id, name: titles[id]) }
        for index in events.indices {
            events[index].record = named(events[index].record.id)
            events[index].otherUnit = events[index].otherUnit.map { named($0.id) }
            events[index].forEnrollment = events[index].forEnrollment.map { named($0.id) }
        }
        try events.judge(db)
    }
}
