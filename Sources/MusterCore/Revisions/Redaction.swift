import Foundation
import GRDB

extension Registry {
    /// Blanks a record for good: its text, its names, its citations, its dates, in every version, and takes the old text
    /// out of the file.
    ///
    /// The record itself, its id and what points to it stay; the leaves of the versions stay, so that the history still
    /// verifies. Reasons of revisions that name it are blanked too. Run again on a redacted record it only clears the file.
    /// Copies made before, and what the file system keeps of a file's old blocks, are beyond its reach.
    ///
    /// - Returns: what was blanked, and where else the names still stand.
    /// - Throws: `MusterError.missing` without a reason, `.refused` for a region or a reason that holds what is blanked,
    ///   `.unknownRecord`, or `.notSwept` where it is done but the old text may still be in the file.
    public func redact(_ record: String, by authorship: Authorship) throws(MusterError) -> Written {
        if authorship.reason == nil {
            throw .missing(what: "the reason of the redaction", fix: "give --reason, without what is redacted")
        }
        let written = try write(authorship, doing: "redact a record") { transaction in
            let id = try LogReader(db: transaction.db).record(record)
            try Redaction(of: id, in: transaction, reason: authorship.reason ?? "").run()
        }
        try sweep()
        return written
    }

    /// Writes the file anew without what was deleted or overwritten in it, and empties its log.
    private func sweep() throws(MusterError) {
        do {
            try database.writeWithoutTransaction { db in
                // The copy that VACUUM makes on the way is as large as the registry.
                try db.execute(sql: "PRAGMA temp_store = FILE; VACUUM")
                let isBusy = try Bool.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? true
                if isBusy { throw MusterError.notSwept(path: path) }
            }
        } catch { throw .notSwept(path: path) }
    }
}

/// Blanks one record, inside a transaction.
final class Redaction {
    let target: RecordID
    let transaction: Transaction
    let reason: String
    var db: Database { transaction.db }

    init(of target: RecordID, in transaction: Transaction, reason: String) {
        self.target = target
        self.transaction = transaction
        self.reason = reason
    }

    func run() throws {
        if target.kind == .region {
            throw MusterError.refused(
                rule: "a region is public reference data and is not redacted; redact what is cited on it")
        }
        let tables = Dictionary(
            uniqueKeysWithValues: try HistoryTable.all(db).compactMap { table in table.base.map { ($0, table) } })
        let rows = try RedactionScope(db: db, target: target).rows()
        let texts = try Traces(db: db).texts(of: rows)
        let all = try texts + Traces(db: db).texts(of: target)
        if let named = all.first(where: { Text.folded(reason).contains(Text.folded($0)) }) {
            throw MusterError.badValue(
                field: "reason", value: reason,
                rule: "it holds \(quoted(named)), which is redacted; give one that does not")
        }
        var count = 0
        for (base, ids) in rows {
            guard let table = tables[base] else { continue }
            for id in ids { count += try blank(table, id) }
        }
        count += try blankReasons(with: all)
        if count == 0 { return }
        transaction.note(target, "redacted, with \(counted(rows))")
        for (id, columns) in try Traces(db: db).remaining(texts) {
            transaction.note(
                id, "still holds what was redacted, in its \(columns.joined(separator: ", ")); redact it too")
        }
    }

    private func counted(_ rows: [(table: String, ids: [Int64])]) -> String {
        rows.map { "\($0.ids.count) \($0.table)\($0.ids.count == 1 ? "" : "s")" }.joined(separator: ", ")
    }

    /// Blanks every version of a row that is not blank yet, and the row itself where it is on the register.
    private func blank(_ table: HistoryTable, _ id: Int64) throws -> Int {
        let isTarget = table.base == target.kind.name && id == target.number
        let blank = Blank.columns(of: table.base!, isTarget: isTarget)
        let sets = blank.map { "\($0.column) = \($0.sql)" }.joined(separator: ", ")
        let versions = try Row.fetchAll(
            db,
            sql: """
                SELECT version, revision FROM \(table.name) WHERE id = ? AND deleted = 0 \
                AND (\(blank.map { "\($0.column) IS NOT \($0.sql)" }.joined(separator: " OR "))) ORDER BY version
                """, arguments: [id])
        if versions.isEmpty { return 0 }
        for version in versions {
            let residue = try residue(table, version["version"], blank)
            try transaction.insert(
                "redaction",
                ["kind": table.base, "record": id, "of_revision": version["revision"] as Int64, "residue": residue])
            try db.execute(
                sql: "UPDATE \(table.name) SET \(sets), nonce = NULL WHERE version = ?",
                arguments: [version["version"] as Int64])
        }
        try db.execute(
            sql: "UPDATE \(table.base!) SET \(sets), revision = ? WHERE id = ?",
            arguments: [transaction.revision(), id])
        return versions.count
    }

    /// The residue of a version: the hash of what will be left of it.
    private func residue(_ table: HistoryTable, _ version: Int64, _ blank: [(column: String, sql: String)]) throws
        -> String
    {
        let columns = table.form.columns.map { column in blank.first { $0.column == column }?.sql ?? column }
        let statement = try db.cachedStatement(
            sql: "SELECT \(columns.joined(separator: ", ")) FROM \(table.name) WHERE version = \(version)")
        var bytes: [UInt8] = []
        HashChain.begin(leaf: &bytes, nonce: [])
        guard try db.steps(statement.sqliteStatement) else { return "" }
        table.form.append(statement.sqliteStatement, to: &bytes)
        _ = try db.steps(statement.sqliteStatement)
        return HashChain.hex(HashChain.hash(bytes))
    }

    /// Blanks the reasons that hold a text of the record.
    private func blankReasons(with texts: [String]) throws -> Int {
        let folded = texts.map(Text.folded)
        let rows = try Row.fetchAll(
            db, sql: "SELECT r.id, r.reason FROM revision r JOIN seal s ON s.revision = r.id WHERE s.nonce IS NOT NULL")
        let found = rows.filter { row in
            let reason = Text.folded(row["reason"])
            return folded.contains { reason.contains($0) }
        }
        for row in found {
            let id: Int64 = row["id"]
            let residue = HashChain.leaf(ofReason: HashChain.redacted.utf8, revision: id, nonce: [])
            try transaction.insert(
                "redaction", ["kind": "revision", "record": id, "of_revision": id, "residue": HashChain.hex(residue)])
            try db.execute(sql: "UPDATE revision SET reason = ? WHERE id = ?", arguments: [HashChain.redacted, id])
            try db.execute(sql: "UPDATE seal SET nonce = NULL WHERE revision = ?", arguments: [id])
        }
        return found.count
    }
}
