import GRDB
import MusterValues
import Testing

/// SQLite itself refuses these, whoever writes: with foreign keys, and without, which is the default of its shell.
final class PlainSQLTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    private static let checks =
        Attack.ofReference + Attack.ofRecords + Attack.ofEvidence + Attack.ofProof + Attack.ofMerging
        + Attack.ofDerivations
    private static let triggers =
        Attack.onOneTable + Attack.onEveryTable + Attack.onHistory + Attack.onMerging + Attack.onDerivations

    @Test(arguments: Attack.tables(of: checks))
    func `a CHECK refuses with its sentence`(table: String) throws {
        let attacks = Self.checks.filter { $0.table == table }
        try fresh.expectRefusals(of: attacks, foreignKeys: false, saying: "CHECK constraint failed: ")
    }

    @Test(arguments: Attack.tables(of: triggers), [true, false])
    func `a trigger refuses with its sentence`(table: String, foreignKeys: Bool) throws {
        try fresh.expectRefusals(of: Self.triggers.filter { $0.table == table }, foreignKeys: foreignKeys)
    }

    @Test(arguments: Attack.allowedOfDerivations)
    func `a derivation goes with an edit, and a rejected death needs no second source`(sql: String) throws {
        #expect(try fresh.refusal(of: sql) == nil)
    }

    @Test func `every CHECK and every trigger of the schema is tried above`() throws {
        let all = Self.checks + Self.triggers
        let tried = Set((all + Attack.overwriting).map { "\($0.table): \($0.sentence)" })
        let rows = try fresh.plain().read { try Row.fetchAll($0, sql: "SELECT tbl_name, type, sql FROM sqlite_master") }
        var held: Set<String> = []
        for row in rows {
            let sql = row["sql"] as String? ?? ""
            for match in sql.matches(of: #/CONSTRAINT "([^"]+)"/#) {
                held.insert("\(row["tbl_name"] as String): \(match.1)")
            }
            for match in sql.matches(of: #/RAISE\s*\(ABORT, '((?:[^']|'')+)'/#) {
                held.insert("\(row["tbl_name"] as String): \(match.1.replacing("''", with: "'"))")
            }
        }
        #expect(held.count > 100)
        #expect(held.subtracting(tried).sorted() == [])
    }

    @Test(arguments: [
        "UPDATE unit SET region_code = 'RU-NO', revision = $R", "UPDATE unit SET programme_id = 9, revision = $R",
        "UPDATE post SET region_code = 'RU-NO', revision = $R", "UPDATE enrollment SET unit_id = 9, revision = $R",
        "UPDATE enrollment SET official_id = 9, revision = $R WHERE id = 1",
        "UPDATE source SET derived_from = 9, relation = 'quotes', revision = $R", Attack.cite("unit_id", 9, "name"),
        Attack.cite("region_code", 9, "name"), Attack.name("official_id", 9),
    ])
    func `what is not on the register cannot be named`(sql: String) throws {
        #expect(try fresh.refusal(of: sql) == "FOREIGN KEY constraint failed")
    }

    @Test(arguments: [
        "INSERT INTO source (revision, kind, title) VALUES ($R, 'other', x'00')",
        "UPDATE unit SET ordinal = 'fifth', revision = $R",
        "UPDATE enrollment SET group_least = 2.5, revision = $R WHERE id = 2",
    ])
    func `a value of another type is refused`(sql: String) throws {
        #expect(try fresh.refusal(of: sql)?.hasPrefix("cannot store ") == true)
    }

    @Test func `every table but GRDB's own and those of the index is STRICT`() throws {
        let loose = try fresh.plain().read {
            try String.fetchAll(
                $0, sql: "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict")
        }
        let others = loose.filter { !$0.hasPrefix("name_search_") && !$0.hasPrefix("source_search_") }
        #expect(Set(others).subtracting(["sqlite_schema"]) == ["grdb_migrations"])
    }
}
