import GRDB
import MusterValues

extension ListedEnrollment {
    static func all(
        _ conditions: ResolvedFilter, withCitations: Bool, _ db: Database
    ) throws -> [ListedEnrollment] {
        let query = try EnrollmentQuery(conditions)
        let regions = try RegionNames(db)
        var rows = try conditions.read(db, query.sql) { row in
            try ListedEnrollment(row: &row, onDay: query.onDay, regions)
        }
        let officials = Set(rows.compactMap { $0.official?.id.number }).sorted()
        let posts = try conditions.readByOwner(db, EnrollmentQuery.postsSQL, ids: officials) { row, _ in
            NamedRecord(id: RecordID(.post, try row.next()), name: try row.next() as String)
        }
        for index in rows.indices {
            if let official = rows[index].official { rows[index].posts = posts[official.id.number] ?? [] }
        }
        if withCitations { try cite(&rows, conditions, db) }
        return rows
    }

    private static func cite(_ rows: inout [ListedEnrollment], _ conditions: ResolvedFilter, _ db: Database) throws {
        var sources = SourceTitles(db)
        let ids = rows.map(\.id.number)
        var citations = try conditions.readByOwner(db, EnrollmentQuery.citationsSQL, ids: ids) { row, id in
            try ListedCitation(row: &row, of: id, &sources)
        }
        for index in rows.indices {
            let own = citations.removeValue(forKey: rows[index].id.number) ?? []
            rows[index].citations = own.sorted { $0.id.number < $1.id.number }
        }
    }

    private init(row: inout RowReader, onDay: Bool, _ regions: RegionNames) throws {
        id = try row.id(.enrollment)
        (official, group) = try row.who(regions)
        unit = NamedRecord(id: RecordID(.unit, try row.next()), name: try row.next())
        region = try row.region(in: regions)
        states = try row.states(onDay: onDay)
        date = try row.date()
        certainty = try row.certainty()
        contract = try row.list()
        let counts = try row.next() as Int != 0
        let (least, most): (Int?, Int?) = (try row.next(), try row.next())
        people =
            if !counts {
                .none
            } else if let least {
                Headcount(least: least, most: most, named: 0, certain: 0)
            } else {
                Headcount(least: 1, most: 1, named: 1, certain: 1)
            }
        standing = try row.list()
    }
}

extension RowReader {
    /// The next columns, those of `EnrollmentQuery.who`, as an official or a group.
    mutating func who(_ regions: RegionNames) throws -> (official: NamedRecord?, group: ListedGroup?) {
        let official = try record(.official)
        let words: String? = try next()
        let (kind, level) = (try optionalList(PostKind.self), try optionalList(PostLevel.self))
        let region = try self.region(in: regions)
        let (least, most): (Int?, Int?) = (try next(), try next())
        if official != nil { return (official, nil) }
        guard let words, let least else { throw unreadable() }
        return (nil, ListedGroup(words: words, kind: kind, level: level, region: region, least: least, most: most))
    }
}
