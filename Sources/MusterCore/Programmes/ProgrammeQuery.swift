import GRDB
import MusterValues

/// The SQL of the programmes listing.
struct ProgrammeQuery: ListingQuery {
    private let condition: SQL

    init(_ conditions: ResolvedFilter) throws {
        var parts = try conditions.recorded(of: .programme, "g.id")
        if let standing = conditions.standing(of: "g.standing") { parts.append(standing) }
        for unit in [conditions.inRegions("u.region_code"), conditions.inUnits("u.id")].compactMap(\.self) {
            parts.append("g.id IN (SELECT u.programme_id FROM unit u WHERE u.programme_id IS NOT NULL AND \(unit))")
        }
        condition = parts.isEmpty ? "true" : parts.joined(separator: " AND ")
    }

    func sql(_ page: Page) -> SQL {
        """
        SELECT g.id, n.text, (SELECT value FROM conclusion WHERE programme_id = g.id AND field = 'expansion') AS expansion, \
        g.came_from, b.text, g.launched, g.launched_earliest, g.launched_latest, g.launched_by, \
        (WITH RECURSIVE inside(id) AS (SELECT id FROM unit WHERE programme_id = g.id \
        UNION SELECT u.id FROM inside CROSS JOIN unit u ON u.part_of = inside.id) \
        SELECT count(*) FROM inside CROSS JOIN unit u ON u.id = inside.id WHERE u.standing <> 'rejected') AS units_on_record, g.standing \
        FROM programme g LEFT JOIN name n ON n.programme_id = g.id AND n.nature = 'primary' \
        LEFT JOIN name b ON b.programme_id = g.came_from AND b.nature = 'primary' \
        WHERE g.id > \(page.number) AND \(condition) ORDER BY g.id LIMIT \(page.rows)
        """
    }

    func row(_ row: inout RowReader, _: RegionNames) throws -> ListedProgramme {
        try ListedProgramme(
            id: row.id(.programme), name: row.next(), expansion: row.next(), cameFrom: row.record(.programme),
            launched: row.date(), launchedBy: row.next(), unitsOnRecord: row.next(), standing: row.list())
    }

    func complete(_ programmes: inout [ListedProgramme], _: RegionNames, _ db: Database) throws {
        let inferred = try InferredFields.all(of: .programme, programmes.map(\.id.number), db)
        for index in programmes.indices { programmes[index].inferred = inferred[programmes[index].id.number] ?? [] }
    }
}
