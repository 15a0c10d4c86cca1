import GRDB
import MusterValues

/// Blanks rows of a table of records, inside a transaction.
struct RowRedaction {
    let transaction: Transaction
    private var db: Database { transaction.db }

    /// Blanks the looks that were recorded in a revision. They have no short id, and go with the reason of their revision.
    func blankLooks(of revision: Int64) throws {
        guard let table = try HistoryTable.all(db).first(where: { $0.base == "look" }) else { return }
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT DISTINCT id, region_code FROM look_history WHERE revision = ? AND deleted = 0 ORDER BY id",
            arguments: [revision])
        for row in rows where try blank(table, row.get("id"), isTarget: false) {
            transaction.note(
                RecordID(region: try row.get("region_code")), .redacted([RecordChange.Parts(table: "look", count: 1)]))
        }
    }

    /// Blanks every version of a row that is not blank yet, and the row itself if it is on the register; false if there
    /// was nothing to blank.
    func blank(_ table: HistoryTable, _ id: Int64, isTarget: Bool) throws -> Bool {
        let blank = RedactedForm.columns(of: table.base!, isTarget: isTarget)
        let sets = blank.map { "\($0.column) = \($0.sql)" }.joined(separator: ", ")
        let differs = blank.map { "\($0.column) IS NOT \($0.sql)" }.joined(separator: " OR ")
        let versions = try Row.fetchAll(
            db,
            sql: """
                SELECT version, revision FROM \(table.name) WHERE id = ? AND deleted = 0 AND (\(differs)) ORDER BY version
                """, arguments: [id])
        if versions.isEmpty { return false }
        // The row must be blanked before its history: a row may change only while it agrees with its history.
        try db.execute(
            sql: "UPDATE \(table.base!) SET \(sets), revision = ? WHERE id = ? AND (\(differs))",
            arguments: [transaction.revision(), id])
        for version in versions {
            if let part = SearchIndex.Part(rawValue: table.base!) {
                try SearchIndex(db: db).remove(part, version: version.get("version"))
            }
            let residue = try residue(table, version.get("version"), blank)
            try transaction.insert(
                "redaction",
                ["kind": table.base, "record": id, "of_revision": version.get("revision") as Int64, "residue": residue])
            try db.execute(
                sql: "UPDATE \(table.name) SET \(sets), nonce = NULL WHERE version = ?",
                arguments: [version.get("version") as Int64])
        }
        return true
    }

    /// The residue of a version: the hash of the part that will be left of it.
    private func residue(_ table: HistoryTable, _ version: Int64, _ blank: [(column: String, sql: String)]) throws
        -> String
    {
        let columns = table.form.columns.map { column in blank.first { $0.column == column }?.sql ?? column }
        let statement = try db.makeStatement(
            sql: "SELECT \(columns.joined(separator: ", ")) FROM \(table.name) WHERE version = \(version)")
        guard try db.steps(statement.sqliteStatement) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        var bytes = LeafBytes()
        bytes.begin(nonce: UnsafeRawBufferPointer(start: nil, count: 0))
        table.form.append(statement.sqliteStatement, to: &bytes)
        return HashChain.hex(bytes.hash)
    }
}
