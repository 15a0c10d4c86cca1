import GRDB
import MusterValues

/// The schema, and the steps by which a file gets it.
enum Schema {
    /// The number in a SQLite file's header that marks a muster registry: 'MSTR'.
    static let applicationID: Int32 = 0x4D53_5452

    /// The migrations, by name; each is applied once, in its own transaction.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for step in Migrations.all {
            migrator.registerMigration(step.name) { db in
                try db.execute(sql: step.sql)
                // Revisions written before the chain of hashes existed are sealed now, as its beginning.
                if step.name == "0002_history" { try Sealer(db: db).sealAll() }
                if step.name == "0003_names" { try SearchIndex(db: db).fill() }
            }
        }
        return migrator
    }

    /// Refuses a file that is not a registry of this schema. If asked, an older schema or an empty database passes.
    static func check(_ db: Database, path: String, mayBeOlder: Bool, mayBeEmpty: Bool = false) throws {
        guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
            // An interrupted creation leaves an empty database; it may be continued.
            let tables = "SELECT count(*) FROM sqlite_master WHERE name NOT LIKE 'grdb_%' AND name NOT LIKE 'sqlite_%'"
            if mayBeEmpty, try Int.fetchOne(db, sql: tables) == 0 { return }
            throw MusterError.notARegistry(path: path)
        }
        let applied: Set<String>
        do {
            applied = try String.fetchSet(db, sql: "SELECT identifier FROM grdb_migrations")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
            throw MusterError.notARegistry(path: path)
        }
        let known = Set(Migrations.all.map(\.name))
        if !applied.isSubset(of: known) { throw MusterError.newerSchema(path: path) }
        if !mayBeOlder, applied != known { throw MusterError.olderSchema(path: path) }
    }
}
