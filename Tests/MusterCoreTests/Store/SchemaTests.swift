import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// The hash that every opened registry is compared with. No registry is opened here: where the hash is wrong, none can be.
struct PinnedSchemaTests {
    @Test func `the pinned hash is that of what the migrations make`() throws {
        let fresh = try DatabaseQueue()
        // A whole migration would be refused for a wrong hash before it could be told.
        try Schema.migrate(fresh, upTo: Migrations.all.last?.name)
        let hash = try fresh.read(Schema.hash)
        #expect(hash == Schema.pinned, "where a new migration is meant, put \(hash) into Schema+unchanged.swift")
    }
}

/// The schema is exactly as the migrations make it, except for tables that other known programs add.
final class SchemaTests {
    let shelf: Shelf

    init() throws { shelf = try Shelf() }

    private static let litestream = """
        CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER);
        CREATE TABLE _litestream_lock (id INTEGER);
        INSERT INTO _litestream_seq VALUES (1, 7)
        """

    private func run(_ sql: String) throws {
        try DatabaseQueue(path: shelf.live).writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    @Test(arguments: [litestream, "ANALYZE", litestream + "; ANALYZE"])
    func `beside a guest a registry is written, proven, copied and restored`(sql: String) throws {
        try run(sql)
        let registry = try Registry(at: shelf.live, for: .writing)
        _ = try registry.add(NewSource(kind: .ngo, title: "Beside"), by: Fresh.clerk)
        let proof = try registry.verify()
        #expect(try Registry.checkUp(at: shelf.live).isFine)
        #expect(try registry.backUp(to: shelf.path("new.db")) == proof)
        #expect(
            try Registry.restore(from: shelf.path("new.db"), to: shelf.path("r.db"), replacing: false).proof == proof)
        let redaction = Authorship(author: "clerk", reason: "order")
        _ = try Registry(at: shelf.path("r.db"), for: .writing).redact("O1", by: redaction)
        #expect(try Registry.checkUp(at: shelf.path("r.db")).isFine)
    }

    /// A change of the schema, and the first difference that the refusal names.
    static let changes: [(sql: String, what: String)] = [
        (
            "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq TEXT)",
            "the table _litestream_seq is not one of them"
        ),
        ("CREATE TABLE _litestream_meta (id INTEGER)", "the table _litestream_meta is not one of them"),
        ("CREATE VIEW _litestream_lock AS SELECT 1 AS id", "the view _litestream_lock is not one of them"),
        (
            "\(litestream); CREATE INDEX l ON _litestream_lock (id)", "the index l is not one of them"
        ),
        (
            """
            \(litestream);
            CREATE TRIGGER l AFTER UPDATE ON _litestream_seq BEGIN UPDATE unit SET ordinal = 1; END
            """, "the trigger l is not one of them"
        ),
        ("CREATE INDEX own ON unit (kind)", "the index own is not one of them"),
        ("CREATE UNIQUE INDEX own ON source (title)", "the index own is not one of them"),
        ("CREATE INDEX own ON source (length(title))", "the index own is not one of them"),
        ("CREATE VIEW mine AS SELECT * FROM unit", "the view mine is not one of them"),
        ("CREATE TABLE mine (a)", "the table mine is not one of them"),
        ("DROP INDEX unit_region", "the index unit_region is missing"),
        (
            """
            CREATE TRIGGER own BEFORE INSERT ON event BEGIN SELECT 1; END; PRAGMA writable_schema = ON;
            UPDATE sqlite_master SET type = 'TRIGGER' WHERE name = 'own'
            """, "the TRIGGER own is not one of them"
        ),
        (
            """
            PRAGMA writable_schema = ON;
            UPDATE sqlite_master SET sql = replace(sql, 'RAISE(ABORT', 'RAISE(FAIL') WHERE name = 'unit_keeps_id'
            """, "the trigger unit_keeps_id is another"
        ),
        (
            "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = sql || ' ' WHERE name = 'unit_region'",
            "the index unit_region is another"
        ),
    ]

    @Test(arguments: changes)
    func `a change of the rules stops writes and proofs`(sql: String, what: String) throws {
        try run(sql)
        let refusal = MusterError.rulesChanged(what)
        #expect(throws: refusal) { try Registry(at: self.shelf.live, for: .writing) }
        #expect(throws: refusal) { try Registry(at: self.shelf.live, for: .reading).verify() }
        let finding = try #require(try Registry.checkUp(at: shelf.live).findings.first { !$0.isFine })
        #expect(finding.check == "rules" && finding.found == "the register's own rules were changed: \(what)")
        #expect(throws: MusterError.self) {
            try Registry.restore(from: self.shelf.live, to: self.shelf.path("new.db"), replacing: false)
        }
    }

    @Test func `a rule that is added while a registry is open stops its next write`() throws {
        let registry = try Registry(at: shelf.live, for: .writing)
        let before = try registry.newestRevision()
        try run("CREATE TRIGGER own BEFORE INSERT ON source BEGIN SELECT 1; END")
        #expect(throws: MusterError.rulesChanged("the trigger own is not one of them")) {
            try registry.add(NewSource(kind: .ngo, title: "Next"), by: Fresh.clerk)
        }
        try run("DROP TRIGGER own")
        #expect(try registry.add(NewSource(kind: .ngo, title: "Next"), by: Fresh.clerk).revision == before + 1)
    }
}
