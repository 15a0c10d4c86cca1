import Foundation
import GRDB
import GRDBSQLite
import MusterValues

/// Checks the versions that a revision replaces: each must still be as it was sealed, or as a redaction left it.
///
/// A row that was forged together with its history passes every trigger. Without this check the next version would carry
/// the forged value under the name of the person who changed another field.
struct ChangedVersions {
    let db: Database
    let table: HistoryTable

    /// Refuses a revision that replaces a version which is not as it was sealed.
    func check(_ revision: Int64) throws {
        guard let base = table.base else { return }
        let columns = table.form.columns.map { "p.\($0)" }.joined(separator: ", ")
        let statement = try db.makeStatement(
            sql: """
                SELECT \(columns), p.nonce, p.leaf, p.version FROM \(table.name) h JOIN \(table.name) p \
                ON \(table.isSameSQL("p", "h")) AND p.revision = (SELECT max(n.revision) FROM \(table.name) n \
                WHERE \(table.isSameSQL("n", "h")) AND n.revision < \(revision)) WHERE h.revision = \(revision)
                """)
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        let width = Int32(table.form.columns.count)
        var bytes = LeafBytes()
        while try db.steps(handle) {
            let nonce = blob(handle, width)
            nonce.withUnsafeBytes { bytes.begin(nonce: $0) }
            table.form.append(handle, to: &bytes)
            let hash = bytes.hash
            let version = sqlite3_column_int64(handle, width + 2)
            let isSealed = nonce.isEmpty ? try isResidue(hash, base, version) : hash == blob(handle, width + 1)
            if !isSealed { throw try altered(version) }
        }
    }

    private func blob(_ handle: SQLiteStatement, _ column: Int32) -> HashChain.Hash {
        let count = Int(sqlite3_column_bytes(handle, column))
        return HashChain.Hash(UnsafeRawBufferPointer(start: sqlite3_column_blob(handle, column), count: count))
    }

    /// True if a redaction recorded this hash for what it left of a version.
    private func isResidue(_ hash: HashChain.Hash, _ base: String, _ version: Int64) throws -> Bool {
        guard table.key == ["id"] else { return false }
        return try db.one(
            Bool.self,
            """
            SELECT EXISTS (SELECT 1 FROM redaction r JOIN \(table.name) v ON v.version = ? \
            WHERE r.kind = ? AND r.record = v.id AND r.of_revision = v.revision AND r.residue = ?)
            """, arguments: [version, base, HashChain.hex(hash)])
    }

    private func altered(_ version: Int64) throws -> MusterError {
        let row = try db.oneRow("SELECT * FROM \(table.name) WHERE version = ?", arguments: [version])
        return .altered(
            revision: try row.get("revision"), record: try RowOwner.words(table, row), what: Verifier.notSealed)
    }
}
