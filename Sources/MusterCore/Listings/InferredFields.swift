import GRDB
import MusterValues

/// Reads which values of listed records the registry infers, because no source states them.
enum InferredFields {
    /// The fields of records and of their events whose value somebody gave a reason for instead of a source, and which no
    /// accepted citation has supported since.
    ///
    /// - Parameters:
    ///   - kind: the kind of the records.
    ///   - numbers: their numbers.
    ///   - owner: the column of the kind's table that names the record listed; nil for the records themselves.
    ///   - db: the registry.
    /// - Returns: the fields by record, each once, by name; a record without one is left out.
    /// - Throws: `MusterError.unreadable` for a field that is not in the list.
    static func all(of kind: RecordKind, _ numbers: some Sequence<Int64>, by owner: String? = nil, _ db: Database)
        throws
        -> [Int64: [FieldName]]
    {
        let (column, key) = (SQL(sql: kind.column), SQL(sql: owner ?? "id"))
        let isOpen: SQL = "n.inferred IS NOT NULL AND NOT EXISTS (SELECT 1 FROM citation c WHERE c.field = n.field"
        let isNewer: SQL = "c.id > n.weighed AND c.stance = 'supports' AND c.standing = 'accepted')"
        let records: SQL = "\(sql: kind.name) r WHERE r.\(key) IN \(SQL.list(numbers))"
        let sql: SQL = """
            WITH own AS MATERIALIZED (SELECT r.id, r.\(key) AS owner FROM \(records)) \
            SELECT own.owner, n.field FROM own CROSS JOIN conclusion n ON n.\(column) = own.id \
            WHERE \(isOpen) AND c.\(column) = own.id AND \(isNewer) \
            UNION SELECT own.owner, n.field FROM own CROSS JOIN event v ON v.\(column) = own.id \
            CROSS JOIN conclusion n ON n.event_id = v.id \
            WHERE v.standing <> 'rejected' AND \(isOpen) AND c.event_id = v.id AND \(isNewer) ORDER BY 1, 2
            """
        return try sql.byOwner(db) { row, _ in try row.list() }
    }
}
