import GRDB
import MusterValues

/// The records that an export holds.
///
/// Without a filter they are all records. With one they are the enrollments that the listing of enrollments has, and all that
/// they rest on: every record that one of them refers to, what happened to it, what is said of it, and by which source. So no
/// reference leads to a record that is missing.
///
/// The ids are in temporary tables, `export_unit` and the like with the column `id`, so that a large selection takes no memory
/// of the program. They last until the end of the transaction, which must be rolled back: `Store.read` does that.
struct ExportSelection {
    /// True if there is no filter: then no temporary table is made.
    let isWhole: Bool

    /// The temporary table of the enrollments that the filter lists, with the columns `enrollment_id` and `grade`; the grade is NULL
    /// without a day.
    static let selected = "export_selected"

    /// The kinds of record of which there is a temporary table.
    private static let kinds: [RecordKind] = [
        .enrollment, .unit, .official, .post, .programme, .event, .region, .source,
    ]

    /// Finds the records. The costs grow with the selection, not with the registry.
    ///
    /// - Parameters:
    ///   - filter: the filter of a listing of enrollments; one without conditions selects everything.
    ///   - db: a connection inside a transaction.
    ///   - today: today's date.
    /// - Throws: `MusterError` for an unknown record in the filter.
    init(_ filter: Filter, _ db: Database, today: Day) throws {
        isWhole = filter == Filter()
        if isWhole { return }
        let query = try EnrollmentQuery(ResolvedFilter(filter, db: db, today: today))
        let grades = Grade.allCases.map { "WHEN \($0.rank) THEN '\($0.rawValue)'" }.joined(separator: " ")
        try Self.make(
            Self.selected, key: "enrollment_id",
            """
            SELECT id AS enrollment_id, CASE rank \(sql: grades) END AS grade FROM (\(query.ids(Page(limit: filter.limit)))) ORDER BY id
            """, db)
        // Danger: from here on units and names are those on record, not those of the day.
        try DayTables.hide(db)
        for kind in Self.kinds { try Self.make(Self.table(kind), key: "id", Self.ids(of: kind), db) }
    }

    /// The condition that a column holds the id of a record that is in the export.
    ///
    /// - Parameters:
    ///   - kind: the kind of record that the column refers to.
    ///   - column: the column, as SQL.
    /// - Returns: SQL; `true` if everything is in the export, or if there is no choice among the kind.
    func holds(_ kind: RecordKind, _ column: String) -> String {
        if isWhole || !Self.kinds.contains(kind) { return "true" }
        return "\(column) IN (SELECT id FROM temp.\(Self.table(kind)))"
    }

    private static func table(_ kind: RecordKind) -> String { "export_\(kind.name)" }

    /// SQLite counts no change for a table that is made of a query.
    private static func make(_ table: String, key: String, _ query: SQL, _ db: Database) throws {
        try db.execute(literal: "CREATE TEMP TABLE \(sql: table) AS \(query)")
        try db.execute(sql: "CREATE UNIQUE INDEX temp.\(table)_key ON \(table) (\(key))")
    }

    /// The ids of the records of a kind, in order; each query reads the tables of the kinds before it.
    private static func ids(of kind: RecordKind) -> SQL {
        let inside: SQL =
            switch kind {
            case .enrollment: enrollments
            case .unit: units
            case .official:
                "SELECT DISTINCT official_id AS id FROM enrollment WHERE official_id IS NOT NULL AND id IN temp.export_enrollment"
            case .post: "SELECT id FROM post WHERE official_id IN temp.export_official"
            case .programme: programmes
            case .event: events
            case .region: regions
            default: sources
            }
        return "\(inside) ORDER BY 1"
    }

    /// A death in another unit is the state in this one, and a post may have changed for another enrollment.
    private static let enrollments: SQL = """
        WITH RECURSIVE rests(id) AS (SELECT enrollment_id FROM temp.export_selected \
        UNION SELECT x.perhaps_same_as FROM rests JOIN enrollment x ON x.id = rests.id WHERE x.perhaps_same_as IS NOT NULL \
        UNION SELECT g.member_id FROM rests JOIN group_member g ON g.group_id = rests.id \
        UNION SELECT y.id FROM rests JOIN enrollment x ON x.id = rests.id JOIN enrollment y ON y.official_id = x.official_id \
        JOIN event v ON v.enrollment_id = y.id WHERE v.value = 'killed' \
        UNION SELECT v.for_enrollment FROM rests JOIN enrollment x ON x.id = rests.id JOIN post p ON p.official_id = x.official_id \
        JOIN event v ON v.post_id = p.id WHERE v.for_enrollment IS NOT NULL) SELECT id FROM rests
        """

    private static let units: SQL = """
        WITH RECURSIVE rests(id) AS (SELECT unit_id FROM enrollment WHERE id IN temp.export_enrollment \
        UNION SELECT u.part_of FROM rests JOIN unit u ON u.id = rests.id WHERE u.part_of IS NOT NULL \
        UNION SELECT v.other_unit FROM rests JOIN event v ON v.unit_id = rests.id WHERE v.other_unit IS NOT NULL) \
        SELECT id FROM rests
        """

    private static let programmes: SQL = """
        WITH RECURSIVE rests(id) AS (\
        SELECT programme_id FROM unit WHERE programme_id IS NOT NULL AND id IN temp.export_unit \
        UNION SELECT g.came_from FROM rests JOIN programme g ON g.id = rests.id WHERE g.came_from IS NOT NULL) \
        SELECT id FROM rests
        """

    private static let events: SQL = """
        SELECT id FROM event WHERE unit_id IN temp.export_unit \
        UNION ALL SELECT id FROM event WHERE post_id IN temp.export_post \
        UNION ALL SELECT id FROM event WHERE enrollment_id IN temp.export_enrollment
        """

    private static let regions: SQL = """
        WITH RECURSIVE rests(id) AS (\
        SELECT region_code FROM unit WHERE region_code IS NOT NULL AND id IN temp.export_unit \
        UNION SELECT region_code FROM post WHERE region_code IS NOT NULL AND id IN temp.export_post \
        UNION SELECT group_region FROM enrollment WHERE group_region IS NOT NULL AND id IN temp.export_enrollment \
        UNION SELECT r.parent FROM rests JOIN region r ON r.code = rests.id WHERE r.parent IS NOT NULL) \
        SELECT id FROM rests
        """

    /// The sources of all that is said of the other records, and the sources that those repeat.
    private static var sources: SQL {
        let subjects = kinds.filter { $0 != .source }
        let cited = subjects.map { kind in
            "SELECT source_id FROM citation WHERE \(kind.column) IN temp.\(table(kind))"
        }
        let named = subjects.filter(\.isNamed).map { kind in
            "SELECT source_id FROM name WHERE source_id IS NOT NULL AND \(kind.column) IN temp.\(table(kind))"
        }
        return """
            WITH RECURSIVE rests(id) AS (SELECT * FROM (\(sql: (cited + named).joined(separator: " UNION "))) \
            UNION SELECT s.derived_from FROM rests JOIN source s ON s.id = rests.id WHERE s.derived_from IS NOT NULL \
            UNION SELECT d.derived_from FROM rests JOIN derivation d ON d.source_id = rests.id) SELECT id FROM rests
            """
    }
}
