import Foundation
import GRDB
import GRDBSQLite
import MusterValues

/// A moment of the past that a registry is read at.
struct Known: Sendable {
    /// The newest revision that is known; 0 before the first.
    let revision: Int64
    /// That revision's hash; nil before the first, or if it is not sealed.
    let hash: Data?
    /// True if the moment is the present, or a day that is not over: a list that was begun at an earlier revision goes on there.
    var isOpen = false

    /// Refuses a file that holds another history: a copy may have been restored into it.
    func check(_ db: Database, path: String) throws {
        let statement = try db.cachedStatement(sql: "SELECT hash FROM main.seal WHERE revision = ?")
        if try Data.fetchOne(statement, arguments: [revision]) != hash { throw MusterError.replaced(path: path) }
    }

    /// Hides each table of a connection behind a view of its own name, which shows the versions of the revision in
    /// `temp.asked`: one UPDATE turns them all to another moment.
    static func makeViews(_ db: Database) throws {
        let asked = "(SELECT revision FROM temp.asked)"
        var sql = "CREATE TEMP TABLE asked (revision INTEGER NOT NULL); INSERT INTO temp.asked VALUES (0);"
        for table in try HistoryTable.all(db) {
            guard let base = table.base else { continue }
            sql += "CREATE TEMP VIEW \(base) AS \(table.known(at: asked));"
        }
        sql += "CREATE TEMP VIEW revision AS SELECT * FROM main.revision WHERE id <= \(asked)"
        // SQLite's own call: GRDB's takes as long again for each statement.
        guard sqlite3_exec(db.sqliteConnection, sql, nil, nil, nil) == SQLITE_OK else {
            throw DatabaseError(resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db.sqliteConnection)))
        }
    }
}
