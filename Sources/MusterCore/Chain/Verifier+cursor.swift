import Foundation
import GRDB
import GRDBSQLite
import MusterValues

extension Verifier {
    /// Goes through the versions of one table in the order of writing, each beside its row on the register.
    final class Cursor {
        let table: HistoryTable
        private let statement: Statement
        private var handle: SQLiteStatement { statement.sqliteStatement }
        private let width: Int32
        private var bytes = LeafBytes()
        private(set) var isAtRow = false
        /// The number of versions that equal a row of the register.
        private var held = 0
        /// True if a version and the register differ, or if the register has no row and only a later removal could explain that.
        private var isInDoubt = false

        init(table: HistoryTable, _ db: Database) throws {
            self.table = table
            width = Int32(table.form.columns.count)
            let columns = table.form.columns.map { "h.\($0)" }.joined(separator: ", ")
            let (held, join) = Self.held(table)
            statement = try db.makeStatement(
                sql: """
                    SELECT \(columns), h.revision, h.version, h.nonce, h.leaf, \(held) FROM \(table.name) h\(join) \
                    ORDER BY h.version
                    """)
            try next(db)
        }

        deinit { sqlite3_reset(statement.sqliteStatement) }

        func next(_ db: Database) throws {
            isAtRow = try db.steps(handle)
            if !isAtRow { return }
            switch sqlite3_column_int64(handle, width + 4) {
            case 0: break
            case 1: held += 1
            default: isInDoubt = true
            }
        }

        /// True if the register certainly holds the newest version of every record and nothing else. If it is false, a record
        /// was removed, or there is a fault that further queries must find.
        func isHeld(_ db: Database) throws -> Bool {
            guard let base = table.base else { return true }
            return try !isInDoubt && db.one(Int.self, "SELECT count(*) FROM \(base)") == held
        }

        /// SQL that compares a version with its row on the register: 0 if a later one takes its place, or it is a removal and
        /// there is no row; 1 if it is what the row holds; 2 otherwise. No row may be older than a version.
        private static func held(_ table: HistoryTable) -> (sql: String, join: String) {
            guard let base = table.base else { return ("0", "") }
            let same = table.columns.map { "h.\($0) IS t.\($0)" }.joined(separator: " AND ")
            let sql = """
                CASE WHEN t.revision > h.revision THEN 0 WHEN t.revision IS NULL THEN CASE h.deleted WHEN 0 THEN 2 ELSE 0 END \
                WHEN h.deleted = 0 AND \(same) THEN 1 ELSE 2 END
                """
            return (sql, " LEFT JOIN \(base) t ON \(table.isSameSQL("t", "h"))")
        }

        var revision: Int64 { sqlite3_column_int64(handle, width) }
        var version: Int64 { sqlite3_column_int64(handle, width + 1) }
        var isRedacted: Bool { sqlite3_column_type(handle, width + 2) == SQLITE_NULL }

        /// The leaf computed from the row as it is now.
        func hash() -> HashChain.Hash {
            form()
            return bytes.hash
        }

        private func form() {
            bytes.begin(nonce: blob(at: width + 2))
            table.form.append(handle, to: &bytes)
        }

        /// True if the row still has the content from which its leaf was computed.
        func fits() -> Bool {
            if blob(at: width + 2).count != HashChain.nonceCount { return false }
            form()
            return bytes.fits(blob(at: width + 3))
        }

        /// True if the leaf has a leaf's length. If other lengths passed, bytes could be moved from one leaf to the next.
        var hasWholeLeaf: Bool { blob(at: width + 3).count == HashChain.leafCount }

        func withLeaf(_ use: (UnsafeRawBufferPointer) -> Void) { use(blob(at: width + 3)) }

        private func blob(at column: Int32) -> UnsafeRawBufferPointer {
            UnsafeRawBufferPointer(
                start: sqlite3_column_blob(handle, column), count: Int(sqlite3_column_bytes(handle, column)))
        }
    }
}
