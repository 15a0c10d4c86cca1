import GRDB
public import MusterValues

/// A region as a listing shows it.
public struct ListedRegion: ListingRow {
    /// Its code.
    public let code: String
    /// Its name.
    public let name: String
    /// Its name in the language of the country.
    public let localName: String?
    /// Its kind.
    public let kind: String
    /// Its federal district.
    public let federalDistrict: String?
    /// Its number.
    public let number: String?
    /// The countries it borders on land, by code.
    public let landNeighbours: String?
    /// The countries it borders at sea, by code.
    public let seaNeighbours: String?
    /// How many units of it are on the register, those judged wrong left out; of the programme, where one is asked for.
    public let units: Int

    /// The columns of the listing.
    public static let columns = [
        "code", "name", "local_name", "kind", "federal_district", "number", "land_neighbours", "sea_neighbours",
        "units",
    ]

    /// The columns that a table for people leaves out.
    public static let detailColumns: Set<String> = ["local_name"]

    /// The values in the order of the columns.
    public var cells: [String?] {
        [code, name, localName, kind, federalDistrict, number, landNeighbours, seaNeighbours, String(units)]
    }
}

extension Registry {
    /// The regions and districts that a filter leaves, by code.
    ///
    /// A programme or an official leaves the regions that have a unit of the one, or a post or unit of the other. A day is
    /// that on which membership of a bloc is asked.
    ///
    /// - Throws: `MusterError.usage` for a state or a standing, which regions do not have, and for names not known.
    public func regions(_ filter: Filter = Filter()) throws(MusterError) -> [ListedRegion] {
        if filter.state != nil || filter.standing != nil {
            throw .usage("regions have no state and no standing", fix: .leaveOut([.state, .standing]))
        }
        if filter.day != nil, filter.borders == nil {
            throw .usage("for regions a day only tells who was in a bloc then", fix: .giveToo(.borders))
        }
        return try read { db in
            let conditions = try ResolvedFilter(filter, db: db, today: today)
            return try conditions.fetchAll(db, RegionQuery(conditions: conditions).sql).map { row in
                ListedRegion(
                    code: try row.get("code"), name: try row.get("name"), localName: try row.get("local_name"),
                    kind: try row.get("kind"),
                    federalDistrict: try row.get("federal_district"), number: try row.get("number"),
                    landNeighbours: try row.get("land"),
                    seaNeighbours: try row.get("sea"), units: try row.get("units"))
            }
        }
    }
}

/// The SQL of the regions listing.
struct RegionQuery {
    let conditions: ResolvedFilter

    /// The condition on region `r`.
    var condition: String {
        var parts = ["r.code > ''"]
        if let regions = conditions.inRegions("r.code") { parts.append(regions) }
        // What a region borders its districts need not.
        if conditions.filter.borders != nil { parts.append("r.parent IS NULL") }
        if conditions.programme != nil {
            parts.append(
                "r.code IN (SELECT region_code FROM unit WHERE programme_id = :programme AND standing <> 'rejected')")
        }
        if conditions.unit != nil { parts.append("r.code IN (SELECT region_code FROM unit WHERE id = :unit)") }
        if conditions.official != nil {
            parts.append(
                """
                r.code IN (SELECT region_code FROM post WHERE official_id = :official UNION ALL \
                SELECT u.region_code FROM enrollment e JOIN unit u ON u.id = e.unit_id WHERE e.official_id = :official)
                """)
        }
        return parts.joined(separator: " AND ")
    }

    /// The listing itself.
    var sql: String {
        let programme = conditions.programme == nil ? "" : " AND programme_id = :programme"
        return """
            SELECT r.code, n.text AS name, (SELECT min(text) FROM name WHERE region_code = r.code AND nature = 'local') \
            AS local_name, r.kind, r.federal_district, r.number, \(neighbours("land")) AS land, \
            \(neighbours("maritime")) AS sea, \
            (SELECT count(*) FROM unit WHERE region_code = r.code AND standing <> 'rejected'\(programme)) AS units \
            FROM region r LEFT JOIN name n ON n.region_code = r.code AND n.nature = 'primary' \
            WHERE \(condition) ORDER BY r.code LIMIT :limit
            """
    }

    private func neighbours(_ border: String) -> String {
        """
        (SELECT group_concat(country, ', ') FROM (SELECT country FROM foreign_neighbour \
        WHERE region_code = r.code AND border = '\(border)' ORDER BY country))
        """
    }
}
