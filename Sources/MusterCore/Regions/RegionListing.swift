import GRDB
public import MusterValues

/// A region as a listing shows it.
public struct ListedRegion: ListingRow {
    /// Its code.
    public let code: String
    /// Its name.
    public let name: String
    /// Its name in the language of the country; nil if none is recorded.
    public let localName: String?
    /// Its kind, such as "oblast".
    public let kind: String
    /// A district's region; nil at the first level.
    public let parent: NamedRegion?
    /// Its federal district; nil if it has none.
    public let federalDistrict: String?
    /// Its number on vehicle plates; nil if it has none.
    public let number: String?
    /// The codes of the countries that it borders on land.
    public let landNeighbours: [String]
    /// The codes of the countries that it borders at sea.
    public let seaNeighbours: [String]
    /// The number of its units on the register that are not judged wrong, of the filter's programme if it has one.
    public let units: Int

    /// The columns of the listing.
    public static let columns: [Column<ListedRegion>] = [
        Column("code") { .text($0.code) },
        Column(.name) { .text($0.name) },
        Column("local_name", isDetail: true) { $0.localName.map(Value.text) },
        Column(.kind) { .text($0.kind) },
        Column(.federalDistrict) { $0.federalDistrict.map(Value.text) },
        Column(.number) { $0.number.map(Value.text) },
        Column("land_neighbours") { codes($0.landNeighbours) },
        Column("sea_neighbours") { codes($0.seaNeighbours) },
        Column("units") { .number(Int64($0.units)) },
    ]

    private static func codes(_ countries: [String]) -> Value? {
        countries.isEmpty ? nil : .several(countries.map(Value.text), separator: ", ")
    }
}

extension Registry {
    /// The regions and districts that match a filter, by code.
    ///
    /// With a programme, they are the regions that have a unit of it; with an official, those of the official's posts
    /// and units. A day is the day for which membership of a bloc is read.
    ///
    /// - Throws: `MusterError.usage` for a state or a standing, which regions do not have, or an error for an unknown
    ///   name.
    public func regions(_ filter: Filter = Filter()) throws(MusterError) -> [ListedRegion] {
        if filter.state != nil || filter.standing != nil {
            throw .usage("regions have no state and no standing", fix: .leaveOut([.state, .standing]))
        }
        if filter.day != nil, filter.borders == nil {
            throw .usage("for regions a day only tells who was in a bloc then", fix: .giveToo(.borders))
        }
        return try read { db in
            let conditions = try ResolvedFilter(filter, db: db, today: today)
            let regions = try RegionNames(db)
            return try conditions.read(db, RegionQuery(conditions: conditions).sql) { row in
                try ListedRegion(
                    code: row.code(), name: row.next(), localName: row.next(), kind: row.next(),
                    parent: row.region(in: regions), federalDistrict: row.next(), number: row.next(),
                    landNeighbours: row.array(), seaNeighbours: row.array(), units: row.next())
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
        // A district need not border everything that its region borders.
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
            AS local_name, r.kind, r.parent, r.federal_district, r.number, \(neighbours("land")) AS land, \
            \(neighbours("maritime")) AS sea, \
            (SELECT count(*) FROM unit WHERE region_code = r.code AND standing <> 'rejected'\(programme)) AS units \
            FROM region r LEFT JOIN name n ON n.region_code = r.code AND n.nature = 'primary' \
            WHERE \(condition) ORDER BY r.code LIMIT :limit
            """
    }

    private func neighbours(_ border: String) -> String {
        """
        (SELECT json_group_array(country) FROM (SELECT country FROM foreign_neighbour \
        WHERE region_code = r.code AND border = '\(border)' ORDER BY country))
        """
    }
}
