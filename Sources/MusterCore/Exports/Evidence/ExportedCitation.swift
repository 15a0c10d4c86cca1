import GRDB
import MusterValues

/// A citation with what an export says of its source.
struct ExportedCitation {
    /// The citation; it is on the side that it was recorded on.
    let statement: CitedStatement
    /// The field that it speaks of.
    let field: FieldName
    /// The address of the source; nil if it is not known.
    let url: String?
    /// The publisher of the source; nil if none is printed.
    let publisher: String?
    /// When the source was published; nil if no date is printed.
    let published: StatedDate?
    /// The time in UTC of the revision that recorded the citation as it is now, `YYYY-MM-DDTHH:MM:SS`.
    let recorded: String

    /// Its short id.
    var id: RecordID { statement.citation }

    /// The citations of records that are not rejected, by the row's key of the record, in the order in which they were recorded.
    ///
    /// - Parameters:
    ///   - kind: the kind of the records.
    ///   - keys: a list of their keys, to be put after IN.
    ///   - db: the registry.
    /// - Returns: the citations by key; a record without one is left out.
    /// - Throws: `MusterError.unreadable` for a value that a field cannot hold.
    static func all(of kind: RecordKind, _ keys: SQL, _ db: Database) throws -> [DatabaseValue: [ExportedCitation]] {
        let sql: SQL = """
            SELECT c.\(sql: kind.column) AS owner, c.*, s.title, s.url, s.publisher, s.published, s.published_earliest, \
            s.published_latest, r.at FROM citation c JOIN source s ON s.id = c.source_id JOIN revision r ON r.id = c.revision \
            WHERE c.\(sql: kind.column) IN \(keys) AND c.standing <> 'rejected' ORDER BY +c.id
            """
        return try Dictionary(grouping: sql.rows(db)) { $0["owner"] as DatabaseValue }.mapValues {
            try $0.map(ExportedCitation.init(row:))
        }
    }

    private init(row: Row) throws {
        statement = try CitedStatement(row: row)
        field = try row.list("field")
        url = try row.get("url")
        publisher = try row.get("publisher")
        published = try row.date(["published", "published_earliest", "published_latest"])
        // The store writes the zone, which is always UTC.
        recorded = String((try row.get("at") as String).prefix(19))
    }
}
