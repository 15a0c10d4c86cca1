import Foundation
import GRDB
public import MusterValues

extension Registry {
    /// Blanks a record's text, names, citations and dates in every version, and removes the old text from the file for
    /// good.
    ///
    /// The record, its id and everything that points to it stay. The leaves of its versions in the hash chain stay as
    /// well, so the history still verifies.
    ///
    /// An official's posts, and the sources' statements on the official's enrollments, are blanked too; those
    /// enrollments stay and still count. An enrollment or an event that is redacted by its own id no longer counts.
    /// Reasons of revisions that name the record are blanked too.
    ///
    /// A second redaction of the same record only clears the file again. A redaction cannot reach copies made earlier,
    /// old blocks that the file system keeps, or spellings that are not on the register.
    ///
    /// - Parameters:
    ///   - record: a record by name or short id, even one that was undone; or a revision's number, to blank its reason.
    ///   - authorship: the person who redacts, and the reason.
    /// - Returns: the blanked parts, and the other places that still hold one of the names.
    /// - Throws: `MusterError.missing` if there is no reason, `.badValue` if the reason holds a blanked text or the
    ///   revision does not exist, `.refused` for a region or a record that was merged into another, `.unknownRecord`,
    ///   or `.oldTextLeft` if the redaction is done but the old text may still be in the file.
    public func redact(_ record: RecordReference, by authorship: Authorship) throws(MusterError) -> WriteResult {
        if authorship.reason == nil {
            throw .missing(
                what: "the reason of the redaction", fix: .giveAs(.reason, example: "without what is redacted"))
        }
        let written = try write(authorship, doing: "redact a record", sweeping: false) { transaction in
            let reason = authorship.reason ?? ""
            if let revision = Int64(record.text) {
                let number = try Moment.revision(revision).revision(transaction.db, now: now())
                return try ReasonRedaction(transaction: transaction).run([number])
            }
            let id = try LogReader(db: transaction.db).record(record)
            if let kept = try MergeLookup(db: transaction.db).kept(id) {
                throw MusterError.refused(
                    rule: "\(id) was merged into \(kept) and is a part of it", fix: .redactKept(kept: kept, gone: id))
            }
            try Redaction(target: id, transaction: transaction, reason: reason).run()
        }
        do {
            if try Sweep(store: store).run() { return written }
        } catch {}
        throw .oldTextLeft(path: path)
    }
}

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

/// Blanks reasons of revisions, inside a transaction.
struct ReasonRedaction {
    let transaction: Transaction
    private var db: Database { transaction.db }

    /// The sealed revisions with one of the texts in their reason.
    func revisions(holding texts: [String]) throws -> [Int64] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT r.id, r.reason FROM revision r JOIN seal s ON s.revision = r.id WHERE s.nonce IS NOT NULL")
        return try rows.filter { row in try texts.contains { RedactionLeftovers.holds(try row.get("reason"), $0) } }.map
        { try $0.get("id") }
    }

    func run(_ revisions: [Int64]) throws {
        for id in revisions {
            let isBlank = try db.one(Bool.self, "SELECT nonce IS NULL FROM seal WHERE revision = ?", arguments: [id])
            if isBlank { continue }
            let residue = HashChain.leaf(ofReason: HashChain.redacted.utf8, revision: id, nonce: [])
            try transaction.insert(
                "redaction", ["kind": "revision", "record": id, "of_revision": id, "residue": HashChain.hex(residue)])
            try db.execute(sql: "UPDATE revision SET reason = ? WHERE id = ?", arguments: [HashChain.redacted, id])
            try db.execute(sql: "UPDATE seal SET nonce = NULL WHERE revision = ?", arguments: [id])
            transaction.note(reasonOf: id)
        }
    }
}
