import GRDB
import MusterValues

/// A filter with its names resolved to ids, as SQL conditions.
struct ResolvedFilter {
    let filter: Filter
    let regions: [String]
    let country: String?
    let bloc: String?
    let district: String?
    let programme: Int64?
    let units: [Int64]
    let official: Int64?
    let sources: [Int64]
    /// The speakers, as citations have them, in whose names the words are; nil if none is asked for.
    let speakers: [String]?
    /// The titles of posts that have the words; nil if none are asked for.
    let titles: [String]?
    /// The day that is asked about.
    let day: AskedDay
    /// True if units have regions of the day that `place_then` lists.
    let hasPlaces: Bool
    /// True if it is open of a unit in which unit, or in which programme, it was on the day, and the filter asks for that.
    let hasOpenWhole: Bool
    let hasOpenProgramme: Bool

    init(_ filter: Filter, db: Database, today: Day) throws {
        let resolver = Resolver(db: db)
        self.filter = filter
        regions = try filter.regions.map { try resolver.resolve($0, among: [.region]).code! }
        programme = try filter.programme.map { try resolver.resolve($0, among: [.programme]).number }
        units = try filter.units.map { try resolver.resolve($0, among: [.unit]).number }
        official = try filter.official.map { try resolver.resolve($0, among: [.official]).number }
        sources = try filter.sources.map { try resolver.resolve($0, among: [.source]).number }
        speakers = try filter.speaker.map { try Self.texts("speaker", of: "citation", having: $0, db) }
        titles = try filter.post.map { try Self.texts("title", of: "post", having: $0, db) }
        (country, bloc) = try Self.neighbour(filter.borders, db)
        day = AskedDay(filter.period, isThroughout: filter.isThroughout, today: today)
        district = try filter.federalDistrict.map { try Self.federalDistrict($0, db) }
        if filter.sea, filter.borders == nil {
            throw MusterError.usage("borders at sea count only in a question about borders", fix: .giveToo(.borders))
        }
        try Filter.check(limit: filter.limit)
        if filter.grade != nil, filter.period == nil {
            throw MusterError.usage("a grade says how sure an answer about a day is", fix: .giveToo(.day))
        }
        if filter.isThroughout, !filter.ever.isEmpty {
            throw MusterError.usage("nobody comes into a state on all days of a period", fix: .leaveOut([.throughout]))
        }
        if filter.isThroughout, filter.period == nil {
            throw MusterError.usage("only an answer about a period can be of all its days", fix: .giveToo(.day))
        }
        // Danger: from here on units and names are those of the day.
        try DayTables.make(for: day, db)
        hasPlaces = try DayTables.hasPlaces(db)
        hasOpenWhole = try !units.isEmpty && DayTables.open(.partOf, db) != nil
        hasOpenProgramme = try programme != nil && DayTables.open(.programme, db) != nil
        if day.isPeriod, hasOpenWhole || hasOpenProgramme {
            let (field, what): (FieldName, String) = hasOpenWhole ? (.partOf, "unit") : (.programme, "programme")
            let moved = try DayTables.open(field, db).map { try RecordTitles(db: db).words($0) } ?? ""
            throw MusterError.usage("\(moved) was not in the same \(what) in all of that period; ask about a day of it")
        }
    }

    /// The condition on `rank` that a row is listed: it is of the filter's grade, or of any but `no`.
    private var isGraded: SQL { filter.grade.map { "rank = \($0.rank)" } ?? "rank > 0" }

    /// The code of the only region; nil if there is none, or if there are several.
    var region: String? { regions.count == 1 ? regions[0] : nil }

    /// True if the filter has any condition besides a standing, a day or a limit.
    var isNarrowed: Bool {
        !regions.isEmpty || district != nil || country != nil || bloc != nil || programme != nil || !units.isEmpty
            || official != nil || !filter.states.isEmpty || filter.postChange != nil || isNarrowedByRecords
    }

    /// The condition on a column of standings; nil if the filter has no standing. Most rows have the same standing, so
    /// its index helps only if nothing else narrows the listing; otherwise a plus sign keeps SQLite from using it.
    func standing(of column: String) -> SQL? {
        if filter.standings.isEmpty { return nil }
        return "\(sql: isNarrowed ? "+" : "")\(sql: column) IN \(SQL.list(filter.standings))"
    }

    /// The condition that a column of region codes is in the filter's regions; nil if the filter names none.
    func inRegions(_ column: String) -> SQL? {
        var sets: [SQL] = []
        if !regions.isEmpty { sets.append(regions.map(Self.withDistricts).joined(separator: " UNION ALL ")) }
        if let district {
            sets.append(
                """
                SELECT code FROM region WHERE federal_district = \(district) UNION ALL \
                SELECT d.code FROM region r JOIN region d ON d.parent = r.code WHERE r.federal_district = \(district)
                """)
        }
        if let neighbours {
            sets.append(
                """
                SELECT n.region_code FROM foreign_neighbour n WHERE \(neighbours) UNION ALL \
                SELECT d.code FROM foreign_neighbour n JOIN region d ON d.parent = n.region_code WHERE \(neighbours)
                """)
        }
        if sets.isEmpty { return nil }
        return sets.map { "\(sql: column) IN (\($0))" }.joined(separator: " AND ")
    }

    /// The condition that a column of unit ids is the filter's unit or one inside of it, or of the filter's programme; nil
    /// if it names neither.
    func inUnits(_ column: String) -> SQL? {
        var sets: [SQL] = []
        if !units.isEmpty {
            sets.append(inside("VALUES \(units.map { "(\($0))" as SQL }.joined(separator: ", "))"))
        }
        if let programme { sets.append(inside("SELECT id FROM unit WHERE programme_id = \(programme)")) }
        return sets.isEmpty ? nil : sets.map { "\(sql: column) IN (\($0))" }.joined(separator: " AND ")
    }

    /// The ids of units and of the units inside of them, unless only their own are asked for.
    private func inside(_ units: SQL) -> SQL {
        if filter.isOwn, !filter.isWithOrigins { return units }
        return "WITH RECURSIVE inside(id) AS (\(units) \(alsoInside())) SELECT id FROM inside"
    }

    /// The terms of a recursive query `inside` by which the parts of a unit, and the units that it came from, follow it.
    ///
    /// - Parameters:
    ///   - columns: the other columns of the query, such as `inside.whole, `.
    ///   - isWithOrigins: true to have the units that it came from whatever the filter says.
    /// - Returns: the terms, which begin with UNION.
    func alsoInside(_ columns: SQL = "", withOrigins isWithOrigins: Bool = false) -> SQL {
        let parts: SQL = "UNION SELECT \(columns)x.id FROM inside JOIN unit x ON x.part_of = inside.id"
        let origins = Succession.origins(columns, by: day.today)
        if filter.isOwn { return origins }
        return filter.isWithOrigins || isWithOrigins ? "\(parts) \(origins)" : parts
    }

    /// A page of graded rows, those of the surest grade first: the columns `id` and `rank`.
    ///
    /// - Parameters:
    ///   - rows: a query for the columns `id` and `rank` and those of the order.
    ///   - order: the terms, besides the rank, by which the rows are ordered.
    ///   - last: the same query for the record that the page comes after alone; nil for the first page.
    ///   - page: the page.
    /// - Returns: the query.
    func graded(_ rows: SQL, order: SQL, last: SQL?, _ page: Page) -> SQL {
        var after: SQL = ""
        if let last { after = " AND (-rank, \(order)) > (SELECT -rank, \(order) FROM (\(last)))" }
        return """
            SELECT id, rank FROM (\(rows)) WHERE \(isGraded)\(after) ORDER BY rank DESC, \(order) LIMIT \(page.rows)
            """
    }

    /// The codes of a region and of its districts.
    static func withDistricts(_ region: String) -> SQL {
        "SELECT code FROM region WHERE code = \(region) UNION ALL SELECT code FROM region WHERE parent = \(region)"
    }

    /// The same, with the condition that takes every row if the filter names no region.
    func inRegions(_ column: String, else all: SQL) -> SQL { inRegions(column) ?? all }

    /// The condition on foreign neighbour `n`; nil if the filter has no borders.
    private var neighbours: SQL? {
        let land: SQL = filter.sea ? "" : " AND n.border = 'land'"
        if let country { return "n.country = \(country)\(land)" }
        guard let bloc else { return nil }
        // On some day of a period a country was a member if it joined by the last and left after the first.
        let (begun, ended) = day.isThroughout ? (day.first, day.last) : (day.last, day.first)
        return """
            n.country IN (SELECT country FROM bloc_member \
            WHERE bloc = \(bloc) AND since <= \(begun) AND (until IS NULL OR until >= \(ended)))\(land)
            """
    }
}
