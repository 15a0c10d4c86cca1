import GRDB
import MusterValues

/// The SQL of the regions listing.
struct RegionQuery: ListingQuery {
    let conditions: ResolvedFilter
    private let recorded: [SQL]

    init(_ conditions: ResolvedFilter) throws {
        self.conditions = conditions
        recorded = try conditions.recorded(of: .region, "r.code")
    }

    /// The condition on region `r`.
    var condition: SQL {
        var parts: [SQL] = ["r.code > ''"]
        if let regions = conditions.inRegions("r.code") { parts.append(regions) }
        // A district need not border everything that its region borders.
        if conditions.filter.borders != nil { parts.append("r.parent IS NULL") }
        if let units = conditions.inUnits("unit.id") {
            parts.append(
                "r.code IN (\(conditions.regions(of: "unit", where: "\(units) AND unit.standing <> 'rejected'")))")
        }
        if let official = conditions.official {
            parts.append(
                """
                r.code IN (SELECT region_code FROM post WHERE official_id = \(official) UNION ALL \
                \(conditions.regions(of: "enrollment e JOIN unit ON unit.id = e.unit_id", where: "e.official_id = \(official)")))
                """)
        }
        return (parts + recorded).joined(separator: " AND ")
    }

    private var day: AskedDay { conditions.day }

    /// True if something besides the regions themselves is asked about, which a grade can be of.
    private var isAsked: Bool { conditions.official != nil || conditions.inUnits("id") != nil }

    /// The condition on unit `u` that it is of those that the filter takes.
    private var unitsHere: SQL {
        // Danger: inside an SQL text `??` would be SQL's own.
        guard let units = conditions.inUnits("u.id") else { return "u.standing <> 'rejected'" }
        return "u.standing <> 'rejected' AND \(units)"
    }

    /// The query for the columns `id` and `rank` of regions, up to its condition: the rank of the grade that one of the units
    /// asked for was in the region on the day, and that the official asked for held a post there or was in a unit there. A
    /// region itself is always there.
    private var ranks: SQL {
        if day.given == nil { return "SELECT r.code AS id, NULL AS rank FROM region r WHERE" }
        var (tables, ranks): ([SQL], [SQL]) = ([], ["3"])
        if let units = conditions.inUnits("u.id") {
            let there = StateQuery(.unit, on: day)
                .grades(
                    "IN (SELECT u.id FROM unit u WHERE \(units) AND u.standing <> 'rejected')", .lasting, named: "stood"
                )
            tables.append(there)
            ranks.append(surest("FROM stood JOIN unit u ON u.id = stood.subject"))
        }
        if let official = conditions.official {
            let posts: SQL = "IN (SELECT id FROM post WHERE official_id = \(official))"
            tables.append(StateQuery(.post, on: day).grades(posts, .lasting, named: "held"))
            tables.append(
                InUnit(day: day).tables(of: "SELECT f.id FROM enrollment f WHERE f.official_id = \(official)"))
            let held: SQL = "SELECT max(rank) FROM held JOIN post p ON p.id = held.subject WHERE p.region_code = r.code"
            let enrolled = surest("FROM in_unit JOIN enrollment e ON e.id = in_unit.id JOIN unit u ON u.id = e.unit_id")
            ranks.append("max(coalesce((\(held)), 0), \(enrolled))")
        }
        if tables.isEmpty { return "SELECT r.code AS id, 3 AS rank FROM region r WHERE" }
        return """
            WITH \(tables.joined(separator: ", ")) \
            SELECT r.code AS id, min(\(ranks.joined(separator: ", "))) AS rank FROM region r WHERE
            """
    }

    /// The surest rank of records with a unit `u` in region `r`.
    private func surest(_ records: SQL) -> SQL {
        """
        coalesce((SELECT max(\(conditions.capped("rank", "u", in: "r.code"))) \(records) \
        WHERE \(conditions.isUnit("u", in: "r.code"))), 0)
        """
    }

    /// The codes among a list that match the filter.
    func matching(_ codes: SQL) -> SQL {
        let own: SQL = "\(ranks) r.code IN \(codes) AND \(condition)"
        if day.given == nil { return "SELECT id FROM (\(own))" }
        return "SELECT id FROM (\(conditions.graded("\(own) LIMIT -1", order: "id", last: nil, Page())))"
    }

    func sql(_ page: Page) -> SQL {
        let ids: SQL =
            day.given == nil
            ? "\(ranks) \(condition) AND r.code > \(page.code) ORDER BY r.code LIMIT \(page.rows)"
            : conditions.graded(
                "\(ranks) \(condition) LIMIT -1", order: "id", last: page.after.map { "\(ranks) r.code = \($0.code)" },
                page)
        return """
            SELECT r.code, n.text AS name, (SELECT min(text) FROM name WHERE region_code = r.code AND nature = 'local') \
            AS local_name, r.kind, r.parent, r.federal_district, r.number, \(neighbours("land")) AS land, \
            \(neighbours("maritime")) AS sea, \(Self.units(conditions, unitsHere)) AS units, \
            \(sql: isAsked ? "k.rank" : "NULL") AS grade FROM (\(ids)) k CROSS JOIN region r ON r.code = k.id \
            LEFT JOIN name n ON n.region_code = r.code AND n.nature = 'primary' ORDER BY k.rank DESC, r.code
            """
    }

    func row(_ row: inout RowReader, _ regions: RegionNames) throws -> ListedRegion {
        // One column holds both numbers.
        let isNewest = day.given == nil
        return try ListedRegion(
            code: row.code(), name: row.next(), localName: row.next(), kind: row.next(),
            parent: row.region(in: regions), federalDistrict: row.next(), number: row.next(),
            landNeighbours: row.array(), seaNeighbours: row.array(),
            unitsOnRecord: isNewest ? row.units().least : nil, units: isNewest ? nil : row.units(), grade: row.grade())
    }

    func complete(_ regions: inout [ListedRegion], _: RegionNames, _ db: Database) throws {
        let looks = try Look.newest(of: regions.map(\.code), by: day.given?.last, db)
        let claims = try RegionClaim.all(on: Set(regions.map(\.code)), in: day.given, db)
        let held = try Self.held(db)
        for index in regions.indices {
            regions[index].claims = claims[regions[index].code] ?? []
            let units = regions[index].unitsOnRecord ?? regions[index].units?.most ?? 0
            let isHeld = units > 0 || held.contains(regions[index].code)
            let look = looks[regions[index].code]
            regions[index].look = look
            if isHeld {
                regions[index].coverage = .onRecord
            } else if let look {
                regions[index].coverage = look.found == nil ? .noneFound : .found
            }
        }
    }

    /// The regions of which a unit is on record, whether it is there on the day or was there on another: nobody has to look for one.
    private static func held(_ db: Database) throws -> Set<String> {
        let placed: SQL =
            "SELECT DISTINCT region_code FROM unit WHERE region_code IS NOT NULL AND standing <> 'rejected'"
        var held: Set<String> = try Set(placed.all(db) { try $0.next() })
        let moved = try DatedReader(db).units()
        if moved.isEmpty { return held }
        let counted: SQL = "SELECT id FROM unit WHERE id IN \(SQL.list(moved.keys)) AND standing <> 'rejected'"
        for unit in try counted.all(db, { try $0.next() as Int64 }) {
            held.formUnion(moved[unit]?.region.known ?? [])
        }
        return held
    }

    /// The numbers of the units `u` in region `r` under a condition as a JSON array: those that were there on the day, and those that may have
    /// been; without a day, all of them twice.
    static func units(_ conditions: ResolvedFilter, _ condition: SQL) -> SQL {
        let day = conditions.day
        // The limit keeps SQLite from working each rank out twice.
        let rank: SQL = day.given == nil ? "3" : conditions.capped(UnitQuery.isThere(on: day), "u", in: "r.code")
        return """
            (SELECT json_array(count(*) FILTER (WHERE rank > 1), count(*) FILTER (WHERE rank > 0)) \
            FROM (SELECT \(rank) AS rank FROM unit u WHERE \(conditions.isUnit("u", in: "r.code")) AND \(condition) LIMIT -1))
            """
    }

    private func neighbours(_ border: String) -> SQL {
        """
        (SELECT json_group_array(country) FROM (SELECT country FROM foreign_neighbour \
        WHERE region_code = r.code AND border = \(border) ORDER BY country))
        """
    }
}

extension RowReader {
    /// The next column, as `RegionQuery.units` gives it.
    mutating func units() throws -> Strength {
        let numbers: [Int] = try array()
        guard numbers.count == 2 else { throw unreadable() }
        return Strength(least: numbers[0], most: numbers[1])
    }
}
