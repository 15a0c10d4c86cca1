import Foundation
import GRDB
public import MusterValues

extension Registry {
    /// The registry as it was known at a moment, to be read: every query and report gives what it gave when that revision
    /// was the newest.
    ///
    /// Where a query needs today's date, it takes the day of that revision.
    ///
    /// - Throws: `MusterError.badValue` for a moment that this registry does not have.
    public func known(at moment: Moment) throws(MusterError) -> Registry {
        try known(atRevision: read { db in try moment.revision(db, now: now()) })
    }

    /// The registry as known at a revision; at 0 there is nothing on it.
    func known(atRevision revision: Int64) throws(MusterError) -> Registry {
        let past = try Registry(at: path, for: .reading, now: now)
        do {
            let time = try past.database.inDatabase { db in
                // A reading connection may make views of its own only while it is not told to refuse every change.
                let isQueryOnly = try db.one(Bool.self, "PRAGMA query_only")
                try db.execute(sql: "PRAGMA query_only = OFF")
                for table in try HistoryTable.all(db) {
                    guard let base = table.base else { continue }
                    try db.execute(sql: "CREATE TEMP VIEW \(base) AS \(table.known(at: revision))")
                }
                try db.execute(sql: "CREATE TEMP VIEW revision AS SELECT * FROM main.revision WHERE id <= \(revision)")
                try db.execute(sql: "PRAGMA query_only = \(isQueryOnly ? "ON" : "OFF")")
                return try String.fetchOne(db, sql: "SELECT at FROM main.revision WHERE id = ?", arguments: [revision])
            }
            guard let time else { return past }
            guard let date = try? Date(time, strategy: .iso8601) else {
                throw MusterError.unreadable(field: "time of revision \(revision)", value: time)
            }
            return Registry(path: path, database: past.database, now: { date })
        } catch { throw MusterError(error, path: path) }
    }
}
