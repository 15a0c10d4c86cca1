import GRDB
import GRDBSQLite

extension Database {
    /// Runs queries that end with `SQLITE_INTERRUPT` once they have taken too long.
    ///
    /// - Parameters:
    ///   - patience: the time that they may take; nil for any.
    ///   - queries: the queries.
    /// - Returns: what the queries return.
    /// - Throws: what the queries throw.
    func within<Value>(_ patience: Duration?, _ queries: () throws -> Value) throws -> Value {
        guard let patience else { return try queries() }
        let end = UnsafeMutablePointer<ContinuousClock.Instant>.allocate(capacity: 1)
        end.initialize(to: .now + patience)
        // Ten thousand steps of SQLite's machine take about a millisecond.
        sqlite3_progress_handler(
            sqliteConnection, 10_000,
            { end in end!.assumingMemoryBound(to: ContinuousClock.Instant.self).pointee < .now ? 1 : 0 }, end)
        defer {
            sqlite3_progress_handler(sqliteConnection, 0, nil, nil)
            end.deallocate()
        }
        return try queries()
    }
}
