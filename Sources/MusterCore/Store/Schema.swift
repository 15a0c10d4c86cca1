import GRDB
import MusterValues

/// The schema and how a file comes to have it.
enum Schema {
    /// The number in a SQLite file's header that marks a muster registry: 'MSTR'.
    static let applicationID: Int32 = 0x4D53_5452

    /// The migrations, by name; each is applied once, in its own transaction.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for step in Migrations.all {
            migrator.registerMigration(step.name) { db in
                try db.execute(sql: step.sql)
                // What was written before there was a chain is its beginning.
                if step.name == "0002_history" { try Sealer(db: db).sealAll() }
                if step.name == "0003_names" { try SearchIndex(db: db).fill() }
            }
        }
        return migrator
    }

    /// Refuses a file that is not a registry of this schema, or as asked of an older one, or a database of nothing yet.
    static func check(_ db: Database, path: String, mayBeOlder: Bool, mayBeEmpty: Bool = false) throws {
        guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
            // What a creation that was cut short leaves holds nothing yet, and may be gone on with.
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

    /// Refuses a registry whose tables, indexes or rules are not those of its schema: what a missing rule let through may
    /// have left no trace.
    static func checkUnchanged(_ db: Database) throws {
        let expected = try expected.get()
        let held = try parts(of: db)
        // An index or a view of somebody's own changes nothing; a table could pass for one of the history's.
        let added = held.filter {
            expected[$0.key] == nil && ($0.key.hasPrefix("trigger ") || $0.key.hasPrefix("table "))
        }
        let changed = expected.filter { held[$0.key] != $0.value }
        if let part = (changed.map(\.key) + added.map(\.key)).min() {
            let what = expected[part] == nil ? "not one of them" : held[part] == nil ? "missing" : "another"
            throw MusterError.rulesChanged("the \(part) is \(what)")
        }
    }

    /// What a new registry has; made once.
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
