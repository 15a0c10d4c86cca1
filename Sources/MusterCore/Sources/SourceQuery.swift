import GRDB
import MusterValues

/// The SQL of the sources listing.
struct SourceQuery: ListingQuery {
    let conditions: ResolvedFilter
    private let recorded: [SQL]

    init(_ conditions: ResolvedFilter) throws {
        self.conditions = conditions
        recorded = try conditions.recorded(of: .source, "s.id")
    }

    static let select: SQL = """
        SELECT s.id, s.kind, s.title, s.publisher, s.published, s.published_earliest, s.published_latest, s.url, s.set_aside, \
        (SELECT count(*) FROM citation WHERE source_id = s.id) AS citations FROM source s
        """

    /// The condition on source `s`.
    var condition: SQL {
        var parts: [SQL] = ["s.id > 0"]
        if conditions.day.given != nil {
            parts.append(
                """
                s.published IS NOT NULL AND coalesce(s.published_earliest, '') <= \(conditions.day.last) \
                AND coalesce(s.published_latest, '9999') >= \(conditions.day.first)
                """)
        }
        return (parts + subjects.map { "s.id IN (\($0))" as SQL } + recorded).joined(separator: " AND ")
    }

    /// The ids of all, without the rest of the rows: to count the citations of a source takes as long as it has many.
    func ids(_ db: Database) throws -> Set<RecordID> {
        Set(try SQL("SELECT s.id FROM source s WHERE \(condition)").all(db) { RecordID(.source, try $0.next()) })
    }

    func sql(_ page: Page) -> SQL {
        """
        \(Self.select) WHERE \(condition) AND s.id > \(page.number) ORDER BY s.id LIMIT \(page.rows)
        """
    }

    func row(_ row: inout RowReader, _: RegionNames) throws -> ListedSource { try ListedSource(row: &row) }

    func complete(_ sources: inout [ListedSource], _: RegionNames, _ db: Database) throws {
        try sources.addDerivations(db)
    }

    /// The SQL for each condition of the filter: the sources cited on the records that match it.
    private var subjects: [SQL] {
        var sets: [SQL] = []
        if let regions = conditions.inRegions("region_code") {
            sets.append(
                """
                SELECT source_id FROM citation WHERE \(regions) UNION \
                \(cited(units: "SELECT id FROM unit WHERE \(regions)")) UNION \
                \(cited(posts: "SELECT id FROM post WHERE \(regions)"))
                """)
        }
        if let programme = conditions.programme {
            sets.append(
                """
                SELECT source_id FROM citation WHERE programme_id = \(programme) UNION \
                \(cited(units: "SELECT id FROM unit WHERE programme_id = \(programme)"))
                """)
        }
        if !conditions.units.isEmpty { sets.append(cited(units: "SELECT value FROM \(SQL.list(conditions.units))")) }
        if let official = conditions.official {
            sets.append(
                """
                SELECT source_id FROM citation WHERE official_id = \(official) UNION \
                \(cited(posts: "SELECT id FROM post WHERE official_id = \(official)")) UNION \
                \(cited(enrollments: "SELECT id FROM enrollment WHERE official_id = \(official)"))
                """)
        }
        return sets
    }

    private func cited(units: SQL) -> SQL {
        """
        SELECT source_id FROM citation WHERE unit_id IN (\(units)) UNION SELECT c.source_id FROM event v \
        JOIN citation c ON c.event_id = v.id WHERE v.unit_id IN (\(units)) UNION \
        \(cited(enrollments: "SELECT id FROM enrollment WHERE unit_id IN (\(units))"))
        """
    }

    private func cited(posts: SQL) -> SQL {
        """
        SELECT source_id FROM citation WHERE post_id IN (\(posts)) UNION SELECT c.source_id FROM event v \
        JOIN citation c ON c.event_id = v.id WHERE v.post_id IN (\(posts))
        """
    }

    private func cited(enrollments: SQL) -> SQL {
        """
        SELECT source_id FROM citation WHERE enrollment_id IN (\(enrollments)) UNION SELECT c.source_id FROM event v \
        JOIN citation c ON c.event_id = v.id WHERE v.enrollment_id IN (\(enrollments))
        """
    }
}
