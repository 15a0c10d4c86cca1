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

    /// Refuses a registry whose tables, indexes or triggers differ from its schema's: without a rule, bad data may have
    /// come in and left no trace.
    static func checkUnchanged(_ db: Database) throws {
        let expected = try expected.get()
        let held = try parts(of: db)
        // An index or view that a user added changes nothing; a table could pass for one of the history's.
        let added = held.filter {
            expected[$0.key] == nil && ($0.key.hasPrefix("trigger ") || $0.key.hasPrefix("table "))
        }
        let changed = expected.filter { held[$0.key] != $0.value }
        if let part = (changed.map(\.key) + added.map(\.key)).min() {
            let what = expected[part] == nil ? "not one of them" : held[part] == nil ? "missing" : "another"
            throw MusterError.rulesChanged("the \(part) is \(what)")
        }
    }

    /// The parts that a new registry has; computed once.
    private static let expected = Result {
        let fresh = try DatabaseQueue()
        try migrator.migrate(fresh)
        return try fresh.read(parts)
    }

    /// The tables, indexes and triggers of a database by their names, with the SQL of each.
    private static func parts(of db: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT type, name, sql FROM main.sqlite_master WHERE sql IS NOT NULL AND NOT (type = 'table' \
                    AND name IN ('grdb_migrations', 'sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4'))
                """)
        return Dictionary(
            uniqueKeysWithValues: try rows.map {
                ("\(try $0.get("type") as String) \(try $0.get("name") as String)", try $0.get("sql"))
            })
    }
}
