import GRDB
import MusterValues

/// Reads which values of listed records the registry infers, because no source states them.
enum InferredFields {
    /// The fields of records and of their events whose value somebody gave a reason for instead of a source, and which no
    /// accepted citation states now.
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
        let records: SQL = "\(sql: kind.name) r WHERE r.\(key) IN \(SQL.list(numbers))"
        let ofEvents: SQL =
            !kind.hasEvents
            ? ""
            : """
             UNION ALL SELECT own.owner, v.id, own.id, n.field FROM own CROSS JOIN event v ON v.\(column) = own.id \
            CROSS JOIN conclusion n ON n.event_id = v.id WHERE v.standing <> 'rejected' AND n.inferred IS NOT NULL
            """
        let sql: SQL = """
            WITH own AS MATERIALIZED (SELECT r.id, r.\(key) AS owner FROM \(records)) \
            SELECT own.owner, NULL AS event, own.id, n.field FROM own CROSS JOIN conclusion n ON n.\(column) = own.id \
            WHERE n.inferred IS NOT NULL\(ofEvents) ORDER BY 1, 4
            """
        let reasoned = try sql.byOwner(db) { row, _ -> (RecordID, FieldName) in
            let event: Int64? = try row.next()
            let id = RecordID(kind, try row.next())
            return (event.map { RecordID(.event, $0) } ?? id, try row.list())
        }
        return try reasoned.compactMapValues { fields in
            var names: [FieldName] = []
            for (id, name) in fields where !names.contains(name) {
                if try FieldReader(db: db, id: id).field(name)?.isInference ?? false { names.append(name) }
            }
            return names.isEmpty ? nil : names
        }
    }
}
