import GRDB
import MusterValues

/// The registry's decision about one field of a record.
struct Conclusion {
    /// The value, of a field without a column of its own; nil if the record's column holds it, or if nothing is concluded.
    let value: String?
    /// The reason, if no source states the value.
    let inferred: String?
    /// The newest citation that was weighed, as a number. Those that were made later were not.
    let weighed: Int64

    /// The decisions about a record, by field.
    static func all(of id: RecordID, _ db: Database) throws -> [FieldName: Conclusion] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT field, value, inferred, weighed FROM conclusion WHERE \(id.kind.column) = ?"),
            arguments: [id.databaseKey])
        return try byField(rows)
    }

    /// The decisions about records of a kind, by number and field.
    static func all(of kind: RecordKind, _ numbers: [Int64], _ db: Database) throws -> [Int64: [FieldName: Conclusion]]
    {
        let column = SQL(sql: kind.column)
        let sql: SQL = """
            SELECT \(column) AS record, field, value, inferred, weighed FROM conclusion \
            WHERE \(column) IN \(SQL.list(numbers))
            """
        return try Dictionary(grouping: sql.rows(db)) { try $0.get("record") as Int64 }.mapValues(byField)
    }

    private static func byField(_ rows: [Row]) throws -> [FieldName: Conclusion] {
        let pairs = try rows.map { row in
            (
                try row.list("field", FieldName.self),
                Conclusion(
                    value: try row.get("value"), inferred: try row.get("inferred"), weighed: try row.get("weighed"))
            )
        }
        return Dictionary(pairs, uniquingKeysWith: { $1 })
    }
}

extension Transaction {
    /// Records what the registry concludes about a field, in place of an earlier decision about it.
    ///
    /// - Parameters:
    ///   - id: the record.
    ///   - field: the field, by the name that citations use.
    ///   - value: the value, of a field without a column; nil for any other.
    ///   - inferred: the reason, if no source states the value.
    /// - Throws: the errors of the database.
    func conclude(_ id: RecordID, _ field: FieldName, value: String?, inferred: String?) throws {
        let weighed = try db.one(Int64.self, "SELECT coalesce(max(id), 0) FROM citation")
        let known = try Int64.fetchOne(
            db, sql: "SELECT id FROM conclusion WHERE \(id.kind.column) = ? AND field = ?",
            arguments: [id.databaseKey, field.rawValue])
        if let known {
            let values: [(String, (any DatabaseValueConvertible)?)] = [
                ("weighed", weighed), ("value", value), ("inferred", inferred),
            ]
            return try update("conclusion", values, where: "id", is: known)
        }
        try insert(
            "conclusion",
            [
                "id": try nextNumber(in: "conclusion"), id.kind.column: id.databaseKey, "field": field.rawValue,
                "weighed": weighed, "value": value, "inferred": inferred,
            ])
    }
}
