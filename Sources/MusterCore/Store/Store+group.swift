import GRDB
import GRDBSQLite
import MusterValues

/// Writes and reads of several callers inside of one transaction.
extension Store {
    /// Runs changes as a part of the transaction that is open on this thread.
    ///
    /// - Throws: what they throw; nothing of them is left then.
    func join(_ changes: (Database) throws -> Database.TransactionCompletion) throws {
        try main.unsafeReentrantWrite { db in
            try refuseOutside(db)
            try db.inSavepoint {
                let completion = try changes(db)
                // SQLite would ask for them at the commit only, and refuse everybody's changes for these.
                if completion == .commit, lacksRecords(db) {
                    throw MusterError.refused(rule: "it names a record that is not on the register")
                }
                return completion
            }
        }
    }

    /// Runs queries on what the open transaction has written so far.
    func readInGroup<Value>(_ queries: (Database) throws -> Value) throws -> Value {
        try main.unsafeReentrantWrite { db in
            try refuseOutside(db)
            var value: Value?
            let changes = db.totalChangesCount
            try db.inSavepoint {
                value = try queries(db)
                // This also takes away the temporary tables of a day.
                return .rollback
            }
            precondition(db.totalChangesCount == changes, "a query changed the registry")
            return value!
        }
    }

    /// Refuses a handle that somebody kept after the writes that it was made for.
    private func refuseOutside(_ db: Database) throws {
        if !db.isInsideTransaction { throw MusterError.usage("the writes that are made together are over") }
    }

    /// True if a foreign key that is checked at the commit leads to nothing yet.
    private func lacksRecords(_ db: Database) -> Bool {
        var (count, most): (Int32, Int32) = (0, 0)
        sqlite3_db_status(db.sqliteConnection, SQLITE_DBSTATUS_DEFERRED_FKS, &count, &most, 0)
        return count != 0
    }
}
