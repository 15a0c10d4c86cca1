import GRDB
import MusterValues

/// The regions of units on the day, which `DayTables` lists where a statement says when a unit was in one.
extension ResolvedFilter {
    /// The condition that unit `u` is, or may be, in the filter's regions; nil if the filter names none.
    func isUnitHere(_ u: String) -> SQL? {
        guard let now = inRegions("\(u).region_code"), let then = inRegions("placed.region_code") else { return nil }
        if !hasPlaces { return now }
        return """
            (\(now) AND \(sql: u).id NOT IN (SELECT unit_id FROM temp.place_then) OR \(sql: u).id IN (SELECT placed.unit_id \
            FROM temp.place_then placed WHERE placed.rank > 0 AND \(then)))
            """
    }

    /// The rank of the grade that unit `u`, which the filter takes, was in its regions, its unit and its programme on the day; nil
    /// if that is certain of all.
    func rankHere(_ u: String) -> SQL? {
        var ranks: [SQL] = []
        if hasPlaces, let then = inRegions("placed.region_code") {
            ranks.append(
                """
                coalesce((SELECT max(placed.rank) FROM temp.place_then placed WHERE placed.unit_id = \(sql: u).id AND \(then)), 3)
                """)
        }
        let open = (hasOpenWhole ? [FieldName.partOf] : []) + (hasOpenProgramme ? [.programme] : [])
        if !open.isEmpty {
            ranks.append(
                """
                CASE WHEN \(sql: u).id IN (SELECT unit_id FROM temp.doubt_then WHERE field IN \(SQL.list(stored: open.map(\.rawValue)))) \
                THEN 1 ELSE 3 END
                """)
        }
        return ranks.count < 2 ? ranks.first : "min(\(ranks.joined(separator: ", ")))"
    }

    /// The condition that unit `u` is, or may be, in a region, such as `r.code`.
    func isUnit(_ u: SQL, in region: SQL) -> SQL {
        if !hasPlaces { return "\(u).region_code = \(region)" }
        return """
            (\(u).region_code = \(region) AND \(u).id NOT IN (SELECT unit_id FROM temp.place_then) OR \(u).id IN \
            (SELECT placed.unit_id FROM temp.place_then placed WHERE placed.rank > 0 AND placed.region_code = \(region)))
            """
    }

    /// The codes of the regions in which units are, or may be.
    ///
    /// - Parameters:
    ///   - units: the tables, among them `unit` under its own name.
    ///   - condition: the condition on them.
    /// - Returns: a query.
    func regions(of units: SQL, where condition: SQL) -> SQL {
        let now: SQL = "SELECT unit.region_code FROM \(units) WHERE \(condition)"
        if !hasPlaces { return now }
        return """
            \(now) UNION ALL SELECT placed.region_code FROM \(units) JOIN temp.place_then placed \
            ON placed.unit_id = unit.id AND placed.rank > 0 WHERE \(condition)
            """
    }

    /// The smaller of a rank and that of the grade that unit `u`, which `isUnit` takes, was in the region on the day.
    func capped(_ rank: SQL, _ u: SQL, in region: SQL) -> SQL {
        if !hasPlaces { return rank }
        return """
            min(\(rank), coalesce((SELECT placed.rank FROM temp.place_then placed WHERE placed.unit_id = \(u).id \
            AND placed.region_code = \(region)), 3))
            """
    }

    /// The regions in which units were or may have been on the day, the surest first, of those that `DayTables` lists.
    func places(of units: [Int64], _ regions: RegionNames, _ db: Database) throws -> [Int64: [NamedRegion]] {
        if !hasPlaces { return [:] }
        let sql: SQL = """
            SELECT placed.unit_id, placed.region_code FROM temp.place_then placed WHERE placed.unit_id IN \(SQL.list(units)) \
            AND placed.rank > 0 ORDER BY placed.unit_id, placed.rank DESC, placed.region_code
            """
        return try sql.byOwner(db) { row, _ in try row.region(in: regions) }.mapValues { $0.compactMap(\.self) }
    }
}
