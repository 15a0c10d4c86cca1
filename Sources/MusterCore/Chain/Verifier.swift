import Foundation
import GRDB
import GRDBSQLite
import MusterValues

/// Recomputes the hash chain, revision by revision, and compares the register with its newest versions.
final class Verifier {
    private let db: Database
    private var cursors: [Cursor] = []
    private var versions = 0
    private var redacted = 0
    /// The residues of redacted versions, by table, record and revision.
    private var residues: [String: String] = [:]

    /// The fault of a version whose content does not fit its leaf.
    static let notSealed = "it is not what was sealed"
    /// The fault of a revision whose hash does not fit its leaves.
    static let misfit = "its time, its author, or which versions it holds in which order, is not what was sealed"

    init(db: Database) { self.db = db }

    /// The proof.
    ///
    /// - Throws: `MusterError.altered` for the first thing that does not fit.
    func proof(head: String?) throws -> Proof {
        let tables = try HistoryTable.all(db)
        for row in try Row.fetchAll(
            db, sql: "SELECT * FROM redaction WHERE of_revision < revision ORDER BY version")
        {
            residues[Self.residueKey(try row.get("kind"), try row.get("record"), try row.get("of_revision"))] =
                try row.get(
                    "residue")
        }
        cursors = try tables.map { try Cursor(table: $0, db) }

        var previous = HashChain.beginning
        var count: Int64 = 0
        var found: Int64?
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT r.id, CAST(r.at AS BLOB) AS at, CAST(r.author AS BLOB) AS author, \
                CAST(r.reason AS BLOB) AS reason, s.nonce, s.reason_leaf, s.hash FROM revision r \
                LEFT JOIN seal s ON s.revision = r.id ORDER BY r.id
                """)
        while let row = try rows.next() {
            count += 1
            guard try row.get("id") as Int64 == count else { throw altered(count, nil, "it is missing") }
            previous = try check(row, count, after: previous)
            if let head, HashChain.hex(previous) == head { found = count }
        }
        for cursor in cursors where cursor.isAtRow {
            throw altered(cursor.revision, try describe(cursor), "it stands in a revision that is not there")
        }
        if redacted > 0 { for table in tables { try checkBlank(table) } }
        let stray = "SELECT min(revision) FROM seal WHERE revision NOT IN (SELECT id FROM revision)"
        if let seal = try Int64.fetchOne(db, sql: stray) {
            throw altered(seal, nil, "it is missing, but its seal is there")
        }
        let inDoubt = try cursors.filter { try !$0.isHeld(db) }.map(\.table)
        if let misfit = try inDoubt.compactMap(misfit).min(by: { $0.revision < $1.revision }) {
            throw altered(misfit.revision, misfit.record, misfit.what)
        }
        if let head, found == nil { throw MusterError.unknownHead(head) }
        return Proof(
            revisions: count, versions: versions, redacted: redacted,
            head: count == 0 ? nil : HashChain.hex(previous), found: found)
    }

    /// Checks one revision and returns its hash.
    private func check(_ row: Row, _ revision: Int64, after previous: HashChain.Hash) throws -> HashChain.Hash {
        guard let sealed: Data = try row.get("hash"), let reasonLeaf: Data = try row.get("reason_leaf") else {
            throw altered(revision, nil, "it has no seal: it was not written by muster")
        }
        var chain = HashChain.OfRevision(after: previous)
        for cursor in cursors {
            while cursor.isAtRow, cursor.revision <= revision {
                guard cursor.revision == revision else {
                    throw altered(cursor.revision, try describe(cursor), "it is not in the order of writing")
                }
                try check(cursor)
                cursor.withLeaf { chain.add(leaf: $0) }
                try cursor.next(db)
            }
        }
        try checkReason(row, revision, Array(reasonLeaf))
        let hash = chain.finish(
            id: revision, at: try row.get("at"), author: try row.get("author"), reasonLeaf: Array(reasonLeaf))
        guard hash == Array(sealed) else {
            throw altered(revision, nil, Self.misfit)
        }
        return hash
    }

    /// Checks a cursor's current version against its leaf, or a redacted version against its residue.
    private func check(_ cursor: Cursor) throws {
        if cursor.table.base != nil { versions += 1 }
        if cursor.isRedacted {
            redacted += 1
            guard let record = try cursor.table.key == ["id"] ? row(of: cursor).get("id") as Int64? : nil else {
                throw altered(cursor.revision, try describe(cursor), "it is blank, and is of no kind that is redacted")
            }
            let residue = residues[Self.residueKey(cursor.table.base ?? "", record, cursor.revision)]
            guard residue == HashChain.hex(cursor.hash()) else {
                throw altered(cursor.revision, try describe(cursor), "it is blank, and no redaction says so")
            }
        }
        if !cursor.hasWholeLeaf || !cursor.isRedacted && !cursor.fits() {
            throw altered(cursor.revision, try describe(cursor), Self.notSealed)
        }
    }

    /// Refuses a version that counts as redacted but holds text that a redaction would not leave: its leaf cannot prove it.
    private func checkBlank(_ table: HistoryTable) throws {
        // A record redacted on request loses at least every column that one redacted along with it loses, so the
        // smaller set must be blank in both.
        let left = RedactedForm.columns(of: table.base ?? "", isTarget: false).map { "\($0.column) IS (\($0.sql))" }
        if left.isEmpty { return }
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT * FROM \(table.name) WHERE nonce IS NULL AND NOT (\(left.joined(separator: " AND "))) ORDER BY version LIMIT 1
                """)
        if let row {
            throw altered(
                try row.get("revision"), try RowOwner.words(table, row),
                "it is redacted, and holds what a redaction does not leave")
        }
    }

    private func checkReason(_ row: Row, _ revision: Int64, _ leaf: HashChain.Hash) throws {
        let reason: Data = try row.get("reason")
        let nonce: Data? = try row.get("nonce")
        let own = HashChain.leaf(ofReason: reason, revision: revision, nonce: nonce ?? Data())
        if nonce != nil, own != leaf { throw altered(revision, nil, "its reason is not what was sealed") }
        if nonce == nil, !reason.elementsEqual(RedactedText.plain.utf8) {
            throw altered(revision, nil, "its reason is redacted, and holds what a redaction does not leave")
        }
        if nonce == nil, residues[Self.residueKey("revision", revision, revision)] != HashChain.hex(own) {
            throw altered(revision, nil, "its reason is blank, and no redaction says so")
        }
    }

    /// The first row of a table of records that differs from the newest version in its history; nil if there is none.
    private func misfit(_ table: HistoryTable) throws -> (revision: Int64, record: String, what: String)? {
        guard let base = table.base else { return nil }
        let differs = table.columns.map { "h.\($0) IS NOT t.\($0)" }.joined(separator: " OR ")
        let changed = try Row.fetchOne(
            db,
            sql: """
                SELECT t.*, h.revision AS sealed FROM \(base) t LEFT JOIN \(table.name) h ON \(table.isSameSQL("h", "t")) \
                AND h.revision = (SELECT max(n.revision) FROM \(table.name) n WHERE \(table.isSameSQL("n", "t"))) \
                WHERE h.version IS NULL OR h.deleted <> 0 OR \(differs) ORDER BY sealed, t.revision LIMIT 1
                """)
        let gone = try Row.fetchOne(
            db,
            sql: """
                SELECT h.* FROM \(table.name) h WHERE h.deleted = 0 AND NOT EXISTS ( \
                SELECT 1 FROM \(base) t WHERE \(table.isSameSQL("t", "h"))) AND NOT EXISTS ( \
                SELECT 1 FROM \(table.name) n WHERE \(table.isSameSQL("n", "h")) AND n.revision > h.revision) \
                ORDER BY h.revision LIMIT 1
                """)
        let misfits: [(revision: Int64, record: String, what: String)] = [
            try changed.map {
                (
                    try $0.get("sealed") ?? $0.get("revision"), try RowOwner.words(table, $0),
                    "the register does not hold it as it was sealed"
                )
            },
            try gone.map { (try $0.get("revision"), try RowOwner.words(table, $0), "it is gone from the register") },
        ].compactMap(\.self)
        return misfits.min { $0.revision < $1.revision }
    }

    private static func residueKey(_ kind: String, _ record: Int64, _ revision: Int64) -> String {
        "\(kind) \(record) \(revision)"
    }

    private func altered(_ revision: Int64, _ record: String?, _ what: String) -> MusterError {
        .altered(revision: revision, record: record, what: what)
    }

    private func row(of cursor: Cursor) throws -> Row {
        try db.oneRow("SELECT * FROM \(cursor.table.name) WHERE version = ?", arguments: [cursor.version])
    }

    private func describe(_ cursor: Cursor) throws -> String { try RowOwner.words(cursor.table, row(of: cursor)) }
}
