import GRDB
import MusterValues

extension Checkup {
    /// The checks that are neither of the file nor of its history. Each returns its finding in words, or throws.
    static var checks: [(name: String, run: (Database) throws -> String)] {
        [("references", checkReferences), ("rules", checkRules)]
    }

    /// Runs SQLite's own check of the file. Call it outside a transaction: SQLite does not end one in which it finds damage.
    static func checkFile(_ db: Database) throws -> String {
        if try isWhole(db) { return "whole" }
        try checkTables(db)
        return "whole, but for the index of the search"
    }

    /// True if SQLite finds nothing wrong with the file.
    static func isWhole(_ db: Database) throws -> Bool {
        try isFoundWhole("integrity_check(3)", db)
    }

    /// Refuses a file in which anything except the search index is damaged.
    static func checkTables(_ db: Database) throws {
        let (own, derived) = (try tables("NOT (\(SearchIndex.ownSQL))", db), try tables(SearchIndex.ownSQL, db))
        for table in own + ["sqlite_schema"] where try !isWhole(table, db) {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        // If the whole is damaged but no table of the index is, the fault is in the file itself.
        if try !isWhole(db), try derived.allSatisfy({ try isWhole($0, db) }) {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
    }

    private static func isWhole(_ table: String, _ db: Database) throws -> Bool {
        try isFoundWhole("integrity_check('\(table)')", db)
    }

    /// True if a check of SQLite finds nothing. The check itself fails if the first page of a table cannot be read.
    private static func isFoundWhole(_ check: String, _ db: Database) throws -> Bool {
        do { return try String.fetchAll(db, sql: "PRAGMA main.\(check)") == ["ok"] } catch let error as DatabaseError
            where error.resultCode == .SQLITE_CORRUPT
        { return false }
    }

    private static func tables(_ condition: String, _ db: Database) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT name FROM main.sqlite_master WHERE type = 'table' AND (\(condition))")
    }

    private static func checkReferences(_ db: Database) throws -> String {
        let rows = try Row.fetchAll(db, sql: "PRAGMA main.foreign_key_check")
        guard let first = rows.first else { return "all lead somewhere" }
        throw MusterError.refused(
            rule: "\(rows.count) \(rows.count == 1 ? "reference leads" : "references lead") nowhere, the first from a "
                + "\((try first.get("table") as String).spaced) to a \((try first.get("parent") as String).spaced)")
    }

    private static func checkRules(_ db: Database) throws -> String {
        try Schema.checkUnchanged(db)
        return "the schema's own"
    }
}
