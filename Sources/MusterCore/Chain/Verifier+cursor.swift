import Foundation
import GRDB
import GRDBSQLite
import MusterValues

extension Verifier {
    /// Goes through the versions of one table in the order of writing.
    final class Cursor {
        let table: HistoryTable
        private let statement: Statement
        private var handle: SQLiteStatement { statement.sqliteStatement }
        private let width: Int32
        private var bytes: [UInt8] = []
        private(set) var isAtRow = false

        init(table: HistoryTable, _ db: Database) throws {
            self.table = table
            width = Int32(table.form.columns.count)
            let columns = table.form.columns.joined(separator: ", ")
            statement = try db.makeStatement(
                sql: "SELECT \(columns), revision, version, nonce, leaf FROM \(table.name) ORDER BY version")
            try next(db)
        }

        deinit { sqlite3_reset(statement.sqliteStatement) }

        func next(_ db: Database) throws { isAtRow = try db.steps(handle) }

        var revision: Int64 { sqlite3_column_int64(handle, width) }
        var version: Int64 { sqlite3_column_int64(handle, width + 1) }
        var isRedacted: Bool { sqlite3_column_type(handle, width + 2) == SQLITE_NULL }

        /// The leaf computed from the row as it is now.
        func hash() -> HashChain.Hash {
            HashChain.begin(leaf: &bytes, nonce: blob(at: width + 2))
            table.form.append(handle, to: &bytes)
            return HashChain.hash(bytes)
        }

        /// True if the row still has the content from which its leaf was computed.
        func fits() -> Bool {
            blob(at: width + 2).count == HashChain.nonceCount && hash().elementsEqual(blob(at: width + 3))
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
