import GRDB
import MusterValues

/// The SQL of the units listing.
struct UnitQuery: ListingQuery {
    let conditions: ResolvedFilter
    /// The state asked for, as it is stored.
    private let asked: (facet: String, value: String)?
    /// True if the filter has a day.
    private var onDay: Bool { conditions.filter.day != nil }

    init(_ conditions: ResolvedFilter) throws {
        self.conditions = conditions
        asked = try conditions.filter.state.map { text in
            let stored = try EventValue(typed: text, to: .unit).stored
            guard let value = stored.value else {
                throw MusterError.usage("a unit is asked for by its status or form; a strength is no state")
            }
            return (stored.facet, value)
        }
    }

    private func state(_ facet: String) -> StateQuery {
        StateQuery(kind: .unit, facet: facet, subject: "u.id", day: conditions.filter.day)
    }

    /// The certainty that the unit had the state on the day; nil unless both are asked for.
    private var certainty: SQL? {
        guard let asked, onDay else { return nil }
        return state(asked.facet).certainty(of: asked.value)
    }

    /// The condition on unit `u`.
    var condition: SQL {
        var parts: [SQL] = ["u.id > 0"]
        if let regions = conditions.inRegions("u.region_code") { parts.append(regions) }
        if let programme = conditions.programme { parts.append("u.programme_id = \(programme)") }
        if let unit = conditions.unit { parts.append("u.id = \(unit)") }
        if let standing = conditions.standing(of: "u.standing") { parts.append(standing) }
        if let official = conditions.official {
            let counts: SQL = onDay ? " AND \(HeadcountQuery(day: conditions.filter.day).possiblyCounts)" : ""
            parts.append("u.id IN (SELECT e.unit_id FROM enrollment e WHERE e.official_id = \(official)\(counts))")
        }
        if let asked {
            let value = SQL(sql: "facet = '\(asked.facet)' AND value = '\(asked.value)'")
            parts.append("u.id IN (SELECT unit_id FROM event WHERE \(value))")
            if let certainty {
                parts.append("\(certainty) > 0")
            } else {
                parts.append("\(state(asked.facet).newestValue) = \(asked.value)")
            }
        }
        return parts.joined(separator: " AND ")
    }

    /// The listing's order of unit `u`, whose designation is `n`: those without a region come last.
    private static func order(_ u: String, _ n: String) -> SQL {
        SQL(sql: "\(u).region_code IS NULL, coalesce(\(u).region_code, ''), coalesce(\(n).text, ''), \(u).id")
    }

    private static func named(_ u: String, _ n: String) -> SQL {
        SQL(sql: "unit \(u) LEFT JOIN name \(n) ON \(n).unit_id = \(u).id AND \(n).nature = 'primary'")
    }

    func sql(_ page: Page) -> SQL {
        let order = Self.order("u", "n")
        var condition = condition
        if let after = page.after {
            condition +=
                " AND (\(order)) > (SELECT \(Self.order("a", "b")) FROM \(Self.named("a", "b")) WHERE a.id = \(after.number))"
        }
        let shown: SQL = certainty ?? "NULL"
        // The page's ids are found first, so that nothing else is read of the units that are not on it.
        return """
            SELECT u.id, n.text AS designation, u.kind, u.region_code, u.programme_id, p.text AS programme, u.part_of, \
            w.text AS whole, u.ordinal, \(state("form").value) AS form, \(state("status").value) AS status, \
            \(state("strength").ranges) AS strength, \(shown) AS certainty, u.standing \
            FROM (SELECT u.id FROM \(Self.named("u", "n")) WHERE \(condition) ORDER BY \(order) LIMIT \(page.rows)) k \
            CROSS JOIN unit u ON u.id = k.id LEFT JOIN name n ON n.unit_id = u.id AND n.nature = 'primary' \
            LEFT JOIN name p ON p.programme_id = u.programme_id AND p.nature = 'primary' \
            LEFT JOIN name w ON w.unit_id = u.part_of AND w.nature = 'primary' ORDER BY \(order)
            """
    }

    func row(_ row: inout RowReader, _ regions: RegionNames) throws -> ListedUnit {
        try ListedUnit(
            id: row.id(.unit), name: row.next(), kind: row.list(), region: row.region(in: regions),
            programme: row.record(.programme), partOf: row.record(.unit), ordinal: row.next(),
            forms: row.states(onDay: onDay), statuses: row.states(onDay: onDay), strengths: row.strengths(),
            certainty: row.certainty(), standing: row.list())
    }

    func complete(_ units: inout [ListedUnit], _: RegionNames, _ db: Database) throws {
        let rows = try headcounts(of: units.map(\.id.number)).rows(db)
        let people = Dictionary(
            uniqueKeysWithValues: try rows.map { (try $0.get("key") as Int64, try Headcount(row: $0)) })
        for index in units.indices { units[index].people = people[units[index].id.number] ?? .none }
    }

    /// The counts of people in the units.
    func headcounts(of units: [Int64]) -> SQL {
        HeadcountQuery(day: conditions.filter.day).counts(
            by: "e.unit_id", from: "enrollment e", where: "e.unit_id IN \(SQL.list(units))")
    }
}
