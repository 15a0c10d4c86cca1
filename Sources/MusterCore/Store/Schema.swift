import GRDB
import MusterValues

/// The schema, and the steps by which a file gets it.
enum Schema {
    /// The number in a SQLite file's header that marks a muster registry: 'MSTR'.
    static let applicationID: Int32 = 0x4D53_5452

    /// Brings a database to this program's schema in one transaction: whole, or not at all.
    ///
    /// - Parameters:
    ///   - database: the database, empty or of an older schema.
    ///   - last: the step to stop after; nil for the newest.
    /// - Returns: the number of steps that were applied; 0 if it had them all.
    /// - Throws: an error of SQLite; nothing is changed then.
    @discardableResult
    static func migrate(_ database: any DatabaseWriter, upTo last: String? = nil) throws -> Int {
        let steps =
            last.flatMap { last in Migrations.all.firstIndex { $0.name == last } }
            .map { Migrations.all[...$0] } ?? Migrations.all[...]
        return try database.writeWithoutTransaction { db in
            let known = try applied(db) ?? []
            if steps.allSatisfy({ known.contains($0.name) }) { return 0 }
            // Inside of a transaction this does nothing, and a step may write a table over that others refer to.
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
            var count = 0
            try db.inTransaction(.immediate) {
                // Another program may have made it meanwhile, so what is applied is read under the lock.
                let applied = try applied(db) ?? []
                for step in steps where !applied.contains(step.name) {
                    try apply(step, db)
                    count += 1
                }
                try db.checkForeignKeys()
                // A registry whose rules somebody changed stays as it was.
                if last == nil { try checkUnchanged(db) }
                return .commit
            }
            return count
        }
    }

    private static func apply(_ step: Migrations.Step, _ db: Database) throws {
        // The table is GRDB's: registries of the first versions have it.
        try db.execute(sql: "CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        try db.execute(sql: step.sql)
        // Revisions written before the chain of hashes existed are sealed now, as its beginning.
        if step.name == "0002_history" { try Sealer(db: db).sealAll() }
        if step.name == "0003_names" { try SearchIndex(db: db).fill([.name, .source]) }
        if step.name == "0017_texts" { try SearchIndex(db: db).rebuild() }
        try db.execute(sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [step.name])
    }

    /// The names of the steps that a database has; nil if it was never told of any.
    private static func applied(_ db: Database) throws -> Set<String>? {
        // GRDB's own question whether a table is there reads the whole schema, which takes a write two milliseconds.
        let isThere = "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'grdb_migrations')"
        guard try Bool.fetchOne(db, sql: isThere) == true else { return nil }
        return try String.fetchSet(db, sql: "SELECT identifier FROM grdb_migrations")
    }

    /// Refuses a file that is not a registry of this schema. If asked, an older schema or an empty database passes.
    static func check(_ db: Database, path: String, mayBeOlder: Bool, mayBeEmpty: Bool = false) throws {
        guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
            // An interrupted creation leaves an empty database; it may be continued.
            let tables = "SELECT count(*) FROM sqlite_master WHERE name NOT LIKE 'grdb_%' AND name NOT LIKE 'sqlite_%'"
            if mayBeEmpty, try Int.fetchOne(db, sql: tables) == 0 { return }
            throw MusterError.notARegistry(path: path)
        }
        guard let applied = try applied(db) else { throw MusterError.notARegistry(path: path) }
        let known = Set(Migrations.all.map(\.name))
        if !applied.isSubset(of: known) { throw MusterError.newerSchema(path: path) }
        if !mayBeOlder, applied != known { throw MusterError.olderSchema(path: path) }
    }
}
