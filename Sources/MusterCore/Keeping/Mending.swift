import GRDB
import MusterValues

/// Rebuilds what can be derived from the history.
struct Mending {
    let database: any DatabaseWriter

    /// Rebuilds the search index if it does not fit the history. The result is false if it does fit.
    ///
    /// The caller must have checked the rules of the file.
    func mendIndex() throws -> Bool {
        do {
            try database.read { try SearchIndex(db: $0).check() }
            return false
        } catch MusterError.indexWrong {}
        // A rebuild does not help if another table is damaged, so that is refused first.
        _ = try database.writeWithoutTransaction(Checkup.checkTables)
        do { try database.write { try SearchIndex(db: $0).rebuild() } } catch let error as DatabaseError
            where [.SQLITE_CORRUPT, .SQLITE_ERROR].contains(error.resultCode)
        {
            try replaceTables()
        }
        try database.read { try SearchIndex(db: $0).check() }
        try database.writeWithoutTransaction { db in
            if try !Checkup.isWhole(db) { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        }
        return true
    }

    /// Removes the index's tables from SQLite's list of tables without reading them, makes them again, and rewrites the file
    /// without their old pages. SQLite cannot drop a damaged table.
    private func replaceTables() throws {
        try database.writeWithoutTransaction { db in
            try db.inTransaction(.immediate) {
                let texts = try String.fetchAll(
                    db,
                    sql: """
                        SELECT sql FROM main.sqlite_master WHERE sql IS NOT NULL AND (name IN (\(SearchIndex.tablesSQL)) \
                        OR tbl_name = 'search_key') ORDER BY type DESC
                        """)
                try db.execute(
                    sql: "PRAGMA writable_schema = ON; DELETE FROM main.sqlite_master WHERE \(SearchIndex.ownSQL)")
                try db.execute(sql: "PRAGMA writable_schema = RESET")
                for text in texts { try db.execute(sql: text) }
                try SearchIndex(db: db).fill()
                return .commit
            }
            try db.execute(sql: "VACUUM")
        }
    }
}
