import GRDB
import MusterValues

/// The SQL of the regions listing.
struct RegionQuery: ListingQuery {
    let conditions: ResolvedFilter

    /// The condition on region `r`.
    var condition: SQL {
        var parts: [SQL] = ["r.code > ''"]
        if let regions = conditions.inRegions("r.code") { parts.append(regions) }
        // A district need not border everything that its region borders.
        if conditions.filter.borders != nil { parts.append("r.parent IS NULL") }
        if let programme = conditions.programme {
            parts.append(
                """
                r.code IN (SELECT region_code FROM unit WHERE programme_id = \(programme) AND standing <> 'rejected')
                """)
        }
        if let unit = conditions.unit { parts.append("r.code IN (SELECT region_code FROM unit WHERE id = \(unit))") }
        if let official = conditions.official {
            parts.append(
                """
                r.code IN (SELECT region_code FROM post WHERE official_id = \(official) UNION ALL \
                SELECT u.region_code FROM enrollment e JOIN unit u ON u.id = e.unit_id WHERE e.official_id = \(official))
                """)
        }
        return parts.joined(separator: " AND ")
    }

    func sql(_ page: Page) -> SQL {
        var programme: SQL = ""
        if let id = conditions.programme { programme = " AND programme_id = \(id)" }
        return """
            SELECT r.code, n.text AS name, (SELECT min(text) FROM name WHERE region_code = r.code AND nature = 'local') \
            AS local_name, r.kind, r.parent, r.federal_district, r.number, \(neighbours("land")) AS land, \
            \(neighbours("maritime")) AS sea, \
            (SELECT count(*) FROM unit WHERE region_code = r.code AND standing <> 'rejected'\(programme)) AS units \
            FROM region r LEFT JOIN name n ON n.region_code = r.code AND n.nature = 'primary' \
            WHERE \(condition) AND r.code > \(page.code) ORDER BY r.code LIMIT \(page.rows)
            """
    }

    func row(_ row: inout RowReader, _ regions: RegionNames) throws -> ListedRegion {
        try ListedRegion(
            code: row.code(), name: row.next(), localName: row.next(), kind: row.next(),
            parent: row.region(in: regions), federalDistrict: row.next(), number: row.next(),
            landNeighbours: row.array(), seaNeighbours: row.array(), units: row.next())
    }

    private func neighbours(_ border: String) -> SQL {
        """
        (SELECT json_group_array(country) FROM (SELECT country FROM foreign_neighbour \
        WHERE region_code = r.code AND border = \(border) ORDER BY country))
        """
    }
}
