import GRDB
import MusterValues

/// Blanks one record, inside a transaction.
struct Redaction {
    let target: RecordID
    let transaction: Transaction
    let reason: String
    private var db: Database { transaction.db }

    func run() throws {
        if target.kind == .region {
            throw MusterError.refused(
                rule: "a region is public reference data and is not redacted; redact what is cited on it")
        }
        let tables = Dictionary(
            uniqueKeysWithValues: try HistoryTable.all(db).compactMap { table in table.base.map { ($0, table) } })
        let rows = try RedactionScope(db: db, target: target).rows()
        let names = try RedactionLeftovers(db: db).texts(of: rows)
        let texts = try names + RedactionLeftovers(db: db).texts(of: target)
        if let named = texts.first(where: { RedactionLeftovers.holds(reason, $0) }) {
            throw MusterError.badValue(
                field: "reason", value: reason,
                rule: "it holds \(quoted(named)), which is redacted; give one that does not")
        }
        var counts: [RecordChange.Parts] = []
        for (base, ids) in rows {
            guard let table = tables[base] else { continue }
            let count = try ids.filter { try blank(table, $0) }.count
            if count > 0 { counts.append(RecordChange.Parts(table: base, count: count)) }
        }
        let reasons = ReasonRedaction(transaction: transaction)
        if !counts.isEmpty { transaction.note(target, .redacted(counts)) }
        try reasons.run(reasons.revisions(holding: texts))
        for (id, places) in try RedactionLeftovers(db: db).remaining(names) {
            transaction.note(id, .stillHolds(places))
        }
    }

    /// Blanks every version of a row that is not blank yet, and the row itself if it is on the register; false if there
    /// was nothing to blank.
    private func blank(_ table: HistoryTable, _ id: Int64) throws -> Bool {
        let isTarget = table.base == target.kind.name && id == target.number
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
