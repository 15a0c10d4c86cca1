import GRDB
import MusterValues

extension Transaction {
    /// Refuses an edit of what somebody else changed since its author read it: the record's own row, its names, or what is cited
    /// and concluded on the fields that the edit changes.
    ///
    /// It is asked inside the write's transaction, so that nobody can change it between the question and the edit.
    ///
    /// - Parameters:
    ///   - revision: the newest revision when the author read the record.
    ///   - id: the record.
    ///   - fields: the fields that the edit changes.
    /// - Throws: `MusterError.changedSince`, or `.badValue` for a revision that the register does not have.
    func refuseChanged(since revision: Int64, _ id: RecordID, _ fields: [TypedField]) throws {
        _ = try Moment.revision(revision).revision(db, now: now)
        let cited = fields.compactMap { id.kind.citedField(of: $0.field)?.name.rawValue }
        let table = id.kind.name
        var newest = ["SELECT max(revision) FROM \(table)_history WHERE \(id.kind.key) = :id"]
        // Of a row that went only its number is left, so its rows are found by what any version of it belonged to.
        func add(_ part: String, _ owner: String, on fields: Bool) {
            let names = fields ? " AND field IN (SELECT value FROM json_each(:fields))" : ""
            newest.append(
                """
                SELECT max(revision) FROM \(part)_history WHERE id IN \
                (SELECT id FROM \(part)_history WHERE \(owner) = :id\(names))
                """)
        }
        if id.kind.isNamed { add("name", id.kind.column, on: false) }
        if id.kind == .source { add("derivation", "source_id", on: false) }
        if !cited.isEmpty { for part in ["citation", "conclusion"] { add(part, id.kind.column, on: true) } }
        let last = try Int64.fetchOne(
            db, sql: "SELECT max(r) FROM (\(newest.map { "SELECT (\($0)) AS r" }.joined(separator: " UNION ALL ")))",
            arguments: ["id": id.databaseKey, "fields": "[\(cited.map { "\"\($0)\"" }.joined(separator: ","))]"])
        if let last, last > revision { throw MusterError.changedSince(record: id, revision: revision, by: last) }
    }
}
