import GRDB
import MusterValues

/// The SQL of the units listing.
struct UnitQuery: ListingQuery {
    let conditions: ResolvedFilter
    /// What is asked for: of each group one value must be so.
    private let asked: [[(facet: String, values: [String])]]
    private let recorded: [SQL]
    /// The states that it came into at some time, of which one is enough; empty for any.
    private let ever: [(facet: String, values: [String])]
    private var day: AskedDay { conditions.day }

    init(_ conditions: ResolvedFilter) throws {
        self.conditions = conditions
        let filter = conditions.filter
        let states = try AskedStates(filter.states, of: .unit).groups.map { (facet: $0.facet, values: $0.values) }
        let groups = [
            states, [("status", filter.statuses.map(\.rawValue))], [("form", filter.forms.map(\.rawValue))],
        ]
        asked = groups.filter { !($0.first?.values.isEmpty ?? true) }
        recorded = try conditions.recorded(of: .unit, "u.id")
        ever = try AskedStates(filter.ever, of: .unit).groups.map { (facet: $0.facet, values: $0.values) }
    }

    /// The rank of the grade that unit `u` had the state on the day or, if none is asked for, was there.
    var rank: SQL {
        conditions.rankHere("u").map { "min(\(stateRank), \($0))" } ?? stateRank
    }

    private var stateRank: SQL {
        if asked.isEmpty {
            return ever.isEmpty || day.given == nil
                ? Self.isThere(on: day) : "(CASE WHEN u.standing = 'rejected' THEN 0 ELSE \(everRank) END)"
        }
        let groups = asked.map { group in Self.extreme("max", group.map(rank)) }
        return Self.extreme("min", groups)
    }

    /// The rank of the grade that unit `u` came into one of the states of `ever`.
    private var everRank: SQL {
        Self.extreme("max", ever.map { StateQuery(.unit, $0.facet, on: day).everRank(of: "u.id", $0.values) })
    }

    /// The greatest or the least of some ranks.
    private static func extreme(_ function: String, _ ranks: [SQL]) -> SQL {
        ranks.count == 1 ? ranks[0] : "\(sql: function)(\(ranks.joined(separator: ", ")))"
    }

    private func rank(_ facet: String, _ values: [String]) -> SQL {
        let state = StateQuery(.unit, facet, on: day).grade(of: "u.id", .any(values))
        if day.given == nil || values.contains(where: { UnitStatus(rawValue: $0)?.role == .ends }) { return state }
        // A unit that was not there had no state.
        return "(CASE WHEN \(Self.isThere(on: day)) = 0 THEN 0 ELSE \(state) END)"
    }

    /// The rank of the grade that unit `u` is there on a day.
    static func isThere(on day: AskedDay) -> SQL { StateQuery(.unit, on: day).grade(of: "u.id", .lasting) }

    /// The condition on unit `u`.
    var condition: SQL {
        var parts: [SQL] = ["u.id > 0"]
        if let regions = conditions.isUnitHere("u") { parts.append(regions) }
        if let units = conditions.inUnits("u.id") { parts.append(units) }
        if let standing = conditions.standing(of: "u.standing") { parts.append(standing) }
        if let official = conditions.official {
            let enrollments: SQL = "SELECT e.id FROM enrollment e WHERE e.official_id = \(official)"
            let counted: SQL =
                day.given == nil
                ? enrollments
                : "WITH \(HeadcountQuery(day: day).ranks(of: enrollments)) SELECT id FROM ranked WHERE rank > 0"
            parts.append("u.id IN (SELECT e.unit_id FROM enrollment e WHERE e.id IN (\(counted)))")
        }
        parts += recorded
        for group in asked + (ever.isEmpty ? [] : [ever]) {
            let having = group.map { facet, values -> SQL in
                // The end of a unit is that of the units inside of it.
                let inherited: SQL =
                    !values.contains(UnitStatus.disbanded.rawValue)
                    ? ""
                    : """
                     OR u.part_of IS NOT NULL AND EXISTS (SELECT 1 FROM event v WHERE v.unit_id IN (\(Sightings.wholes(of: "u"))) \
                    AND v.facet = 'status' AND v.value = 'disbanded' AND v.standing <> 'rejected')
                    """
                return """
                    u.id IN (SELECT unit_id FROM event WHERE facet = '\(sql: facet)' AND value IN \(SQL.list(stored: values)))\(inherited)
                    """
            }
            parts.append("(\(having.joined(separator: " OR ")))")
        }
        if !ever.isEmpty { parts.append("\(everRank) > 0") }
        if !asked.isEmpty, day.given == nil { parts.append("\(rank) > 0") }
        return parts.joined(separator: " AND ")
    }

    /// The listing's order of unit `u`, whose designation is `n`: those without a region come last.
    private static func order(_ u: String, _ n: String) -> SQL {
        SQL(sql: "\(u).region_code IS NULL, coalesce(\(u).region_code, ''), coalesce(\(n).text, ''), \(u).id")
    }

    private static func named(_ u: String, _ n: String) -> SQL {
        SQL(sql: "unit \(u) LEFT JOIN name \(n) ON \(n).unit_id = \(u).id AND \(n).nature = 'primary'")
    }

    /// The ids among a list that match the filter.
    func matching(_ ids: SQL) -> SQL {
        let own: SQL = "u.id IN \(ids) AND \(condition)"
        if day.given == nil { return "SELECT u.id FROM unit u WHERE \(own)" }
        let ranks: SQL = "SELECT u.id AS id, \(rank) AS rank FROM unit u WHERE \(own) LIMIT -1"
        return "SELECT id FROM (\(conditions.graded(ranks, order: "id", last: nil, Page())))"
    }

    func sql(_ page: Page) -> SQL {
        let order = Self.order("u", "n")
        let ids: SQL
        if day.given == nil {
            var condition = condition
            if let after = page.after {
                condition +=
                    " AND (\(order)) > (SELECT \(Self.order("a", "b")) FROM \(Self.named("a", "b")) WHERE a.id = \(after.number))"
            }
            ids = """
                SELECT u.id, NULL AS rank FROM \(Self.named("u", "n")) WHERE \(condition) ORDER BY \(order) LIMIT \(page.rows)
                """
        } else {
            // The limit keeps SQLite from working the rank out again for each place that names it.
            let rows: SQL = """
                SELECT u.id AS id, \(rank) AS rank, u.region_code IS NULL AS elsewhere, coalesce(u.region_code, '') AS code, \
                coalesce(n.text, '') AS name FROM \(Self.named("u", "n")) WHERE
                """
            ids = conditions.graded(
                "\(rows) \(condition) LIMIT -1", order: "elsewhere, code, name, id",
                last: page.after.map { "\(rows) u.id = \($0.number)" }, page)
        }
        // The page's ids are found first, so that nothing else is read of the units that are not on it.
        return """
            SELECT u.id, n.text AS designation, u.kind, u.region_code, u.programme_id, p.text AS programme, u.part_of, \
            \(SQL.designation(of: "u.part_of", named: "w.text")) AS whole, u.ordinal, k.rank AS grade, u.standing FROM (\(ids)) k \
            CROSS JOIN unit u ON u.id = k.id LEFT JOIN name n ON n.unit_id = u.id AND n.nature = 'primary' \
            LEFT JOIN name p ON p.programme_id = u.programme_id AND p.nature = 'primary' \
            LEFT JOIN name w ON w.unit_id = u.part_of AND w.nature = 'primary' ORDER BY k.rank DESC, \(order)
            """
    }

    func row(_ row: inout RowReader, _ regions: RegionNames) throws -> ListedUnit {
        try ListedUnit(
            id: row.id(.unit), name: row.next(), kind: row.list(), region: row.region(in: regions),
            programme: row.record(.programme), partOf: row.record(.unit), ordinal: row.next(), grade: row.grade(),
            standing: row.list())
    }

    func complete(_ units: inout [ListedUnit], _ regions: RegionNames, _ db: Database) throws {
        let ids = units.map(\.id.number)
        let people = try headcounts(of: ids, db)
        let heard = try PeopleHeard(query: self).all(ids, db)
        let seen = try StateQuery(.unit, on: day).seen(of: ids).byOwner(db) { row, _ in try Seen(row: &row) }
            .namingObjects(db)
        let inferred = try InferredFields.all(of: .unit, ids, db)
        let places = try conditions.places(of: ids, regions, db)
        let codes = units.compactMap(\.region?.code) + places.values.joined().map(\.code)
        let claims = try RegionClaim.all(on: Set(codes), in: day.given, db)
        for index in units.indices {
            if let several = places[ids[index]], several.count > 1 { units[index].possibleRegions = several }
            let own = places[ids[index]] ?? [units[index].region].compactMap(\.self)
            units[index].claims = own.flatMap { claims[$0.code] ?? [] }
            units[index].inferred = inferred[ids[index]] ?? []
            let count = people[ids[index]] ?? .none
            (units[index].onRecord, units[index].people) = day.given == nil ? (count, nil) : (nil, count)
            try units[index].show(seen[ids[index]] ?? [], people: heard[ids[index]])
        }
    }

    /// The counts of people in the units and in the units inside of them, by unit.
    ///
    /// - Parameters:
    ///   - units: the units.
    ///   - isWithOrigins: true to count the units that they came from whatever the filter says.
    ///   - db: the connection.
    /// - Returns: the counts; a unit without people is left out.
    /// - Throws: an error of SQLite.
    func headcounts(of units: [Int64], withOrigins isWithOrigins: Bool = false, _ db: Database) throws -> [Int64:
        Headcount]
    {
        let (key, tables, condition) = people(of: units, withOrigins: isWithOrigins)
        return try HeadcountQuery(day: day).counts(by: key, from: tables, where: condition, db) { try $0.next() }
    }

    /// The key by which the people of units are counted, the tables and the condition.
    func people(
        of units: [Int64], withOrigins isWithOrigins: Bool = false
    ) -> (key: SQL, tables: SQL, condition: SQL) {
        let list = SQL.list(units)
        if conditions.filter.isOwn, !conditions.filter.isWithOrigins, !isWithOrigins {
            return ("e.unit_id", "enrollment e", "e.unit_id IN \(list)")
        }
        let inside: SQL = """
            (WITH RECURSIVE inside(whole, id) AS (SELECT value, value FROM \(list) \
            \(conditions.alsoInside("inside.whole, ", withOrigins: isWithOrigins))) SELECT whole, id FROM inside) i \
            CROSS JOIN enrollment e ON e.unit_id = i.id
            """
        return ("i.whole", inside, "true")
    }
}
