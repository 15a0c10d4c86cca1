import GRDB

extension DatabaseQueue {
    /// A number that differs from the last one if another connection, of this program or of any other, committed meanwhile.
    ///
    /// SQLite counts for each connection the commits of all others, so this one must be used for nothing else. No table is read.
    func commitsOfOthers() throws -> Int64 {
        try unsafeRead { db in try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0 }
    }
}
