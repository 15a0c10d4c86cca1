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

    /// The fault of a version that is not what its leaf was made of.
    static let notSealed = "it is not what was sealed"
    /// The fault of a revision whose hash is not that of its leaves.
    static let misfit = "its time, its author, or which versions it holds in which order, is not what was sealed"

    init(db: Database) { self.db = db }

    /// The proof, or the first thing that does not fit.
    func proof(head: String?) throws -> Proof {
        let tables = try HistoryTable.all(db)
        for row in try Row.fetchAll(
            db, sql: "SELECT * FROM redaction WHERE of_revision < revision ORDER BY version")
        {
            residues[Self.place(try row.get("kind"), try row.get("record"), try row.get("of_revision"))] = try row.get(
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

    /// Checks the version that a cursor stands on against its leaf, or what is left of it against its residue.
    private func check(_ cursor: Cursor) throws {
        if cursor.table.base != nil { versions += 1 }
        if cursor.isRedacted {
            redacted += 1
            guard let record = try cursor.table.key == ["id"] ? row(of: cursor).get("id") as Int64? : nil else {
                throw altered(cursor.revision, try describe(cursor), "it is blank, and is of no kind that is redacted")
            }
            let residue = residues[Self.place(cursor.table.base ?? "", record, cursor.revision)]
            guard residue == HashChain.hex(cursor.hash()) else {
                throw altered(cursor.revision, try describe(cursor), "it is blank, and no redaction says so")
            }
        }
        if !cursor.hasWholeLeaf || !cursor.isRedacted && !cursor.fits() {
            throw altered(cursor.revision, try describe(cursor), Self.notSealed)
        }
    }

    /// Finds a version that was blanked otherwise than a redaction blanks: it could say anything.
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
        if nonce == nil, !reason.elementsEqual(HashChain.redacted.utf8) {
            throw altered(revision, nil, "its reason is redacted, and holds what a redaction does not leave")
        }
        if nonce == nil, residues[Self.place("revision", revision, revision)] != HashChain.hex(own) {
            throw altered(revision, nil, "its reason is blank, and no redaction says so")
        }
    }

    /// The first row of a table of records that is not as the newest version in its history has it; nil where all are.
    private func misfit(_ table: HistoryTable) throws -> (revision: Int64, record: String, what: String)? {
        guard let base = table.base else { return nil }
        let differs = table.columns.map { "h.\($0) IS NOT t.\($0)" }.joined(separator: " OR ")
        let changed = try Row.fetchOne(
            db,
            sql: """
                SELECT t.*, h.revision AS sealed FROM \(base) t LEFT JOIN \(table.name) h ON \(table.isSame("h", "t")) \
                AND h.revision = (SELECT max(n.revision) FROM \(table.name) n WHERE \(table.isSame("n", "t"))) \
                WHERE h.version IS NULL OR h.deleted <> 0 OR \(differs) ORDER BY sealed, t.revision LIMIT 1
                """)
        let gone = try Row.fetchOne(
            db,
            sql: """
                SELECT h.* FROM \(table.name) h WHERE h.deleted = 0 AND NOT EXISTS ( \
                SELECT 1 FROM \(base) t WHERE \(table.isSame("t", "h"))) AND NOT EXISTS ( \
                SELECT 1 FROM \(table.name) n WHERE \(table.isSame("n", "h")) AND n.revision > h.revision) \
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

    private static func place(_ kind: String, _ record: Int64, _ revision: Int64) -> String {
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
