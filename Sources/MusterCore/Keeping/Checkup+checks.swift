import GRDB
import MusterValues

extension Checkup {
    /// The checks besides those of the file and its history, each with what it says when nothing is wrong.
    static var checks: [(name: String, run: (Database) throws -> String)] {
        [("references", checkReferences), ("rules", checkRules)]
    }

    /// Checks what SQLite can say of the file; outside a transaction, which SQLite does not end where it finds a damage.
    static func checkFile(_ db: Database) throws -> String {
        if try isWhole(db) { return "whole" }
        try checkTables(db)
        return "whole, but for the index of the search"
    }

    /// Whether SQLite finds nothing wrong with the file.
    static func isWhole(_ db: Database) throws -> Bool {
        try isFoundWhole("integrity_check(3)", db)
    }

    /// Refuses a file in which something else than the search's index is damaged.
    static func checkTables(_ db: Database) throws {
        let (own, derived) = (try tables("NOT (\(SearchIndex.ownSQL))", db), try tables(SearchIndex.ownSQL, db))
        for table in own + ["sqlite_schema"] where try !isWhole(table, db) {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        // A fault that is in no table is one of the file itself.
        if try !isWhole(db), try derived.allSatisfy({ try isWhole($0, db) }) {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
    }

    private static func isWhole(_ table: String, _ db: Database) throws -> Bool {
        try isFoundWhole("integrity_check('\(table)')", db)
    }

    /// What SQLite's own check says; it stops where it cannot read the first page of a table.
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
