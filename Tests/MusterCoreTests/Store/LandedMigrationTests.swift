import Foundation
import MusterValues
import GRDB
import Testing

@testable import MusterCore

/// A migration has landed when it is on the main branch: from then on, somebody's registry may have it.
struct LandedMigrationTests {
    /// The SHA-256 of every migration that has landed, as `sha256sum migrations/*.sql` prints it.
    private static let landed = [
        ("0001_registry", "30c54f8b8ac52bcf8934541d9244abd10d91c05bbfc67cf77cc30dd1eac2b2cd"),
        ("0002_history", "8307a226ec974395ae456a82761f8f84cba2e969a6ce3b6a361007dcbb528087"),
        ("0003_names", "401f03e740f51dba70c19f60f1646d65c0e5cd658aa8a1a33271b293e98f2c8b"),
        ("0004_conclusions", "ced0c05219aa8d955537e22830c2a6447cd27409b78b09810ceeb4b0788c57d8"),
        ("0005_groups", "3547785dffa713db4ac1f4868840786e987ab1f90b2a1f86903dc000d21d874a"),
        ("0006_derivations", "70ac5600aab56e76eaf69838351c8874b59ef5e40ebf32d1ac3af580c10058f7"),
        ("0007_designations", "5bc9a4e7e3a06fa8e986e61e284699c1d36609ceccd097798454a281483ab895"),
        ("0008_changes", "a78e0a5020798bebe85ef6d5abccb84422829f1f1d321a412eeafc889c15d874"),
        ("0009_terms", "ce36b4177c30a7a17c878299252af80f73156d2d3d071703e96ac40ddf7162e3"),
        ("0010_set_aside", "10631a0c0b606c5b4af8df8b2f12bffde90bb72b01b9108479e87796b42c8aed"),
        ("0011_looks", "e4950a26d63627e08f5a8eddae480b467731a8bb254dbf93ac8ddc8a7ecc6835"),
        ("0012_claims", "68a8b1f06aed363b0864f3c30a065fdea73dc824b06759b65da718ff910d917f"),
        ("0013_redacted_holders", "77094c874a87bd2bef6cc85c5b95bea84e970583a2ea9bb47a42d0c8b780ec91"),
        ("0014_former_names", "cc5c38c53629b3b984379f3414b5070a1d6e7f824bd3cb340ff2524e5c667eb1"),
        ("0015_redacted_looks", "c91d32d64af9e674d62ff34a45e84322a24cbe84f0aaa2f876c5b1f712fb0c5e"),
        ("0016_wording", "3982d38ce4bd4d1cfe19805cd346e24bf0449f5554fe0b7e86b02b11e075b25a"),
        ("0017_texts", "785bf7ec04e98f8e47f8b4f83d438225f573484cc1442e0f6121e0e3953ab691"),
        ("0018_views", "81322fedc963007c8fe820c4d16c435c213bd11af78f8bf6ea853acebf815139"),
        ("0019_plans", "f5887eecdcb44bfc78818827bdc8e73bab0aa8b01afa012946b2904a3d7522a4"),
    ]

    @Test(arguments: landed)
    func `a migration that has landed is never edited`(name: String, sha256: String) throws {
        let file = Package.root.appending(path: "migrations/\(name).sql")
        let hash = HashChain.hash([UInt8](try Data(contentsOf: file)))
        #expect(
            hash.map { String(format: "%02x", $0) }.joined() == sha256,
            """
            migrations/\(name).sql has landed, and registries were made with it: a landed migration is never edited. \
            Take the change back and write a new migration.
            """)
    }

    @Test func `at most the newest migration has not landed`() {
        let names = Migrations.all.map(\.name)
        let listed = Self.landed.map(\.0)
        #expect(Array(names.prefix(listed.count)) == listed)
        #expect(names.count <= listed.count + 1, "add the SHA-256 of every migration but the one in the making")
    }

    /// A database of an older schema with one revision and one source.
    private func older(_ step: String) throws -> DatabaseQueue {
        let database = try DatabaseQueue()
        #expect(try Schema.migrate(database, upTo: step) > 0)
        try database.write { db in
            try db.execute(sql: "INSERT INTO revision VALUES (1, '2025-06-15T15:06:40Z', 'clerk', 'test')")
            try db.execute(sql: "INSERT INTO source (id, revision, kind, title) VALUES (1, 1, 'other', 'A')")
            if step != Migrations.all[0].name { try Sealer(db: db).seal(1) }
        }
        return database
    }

    private func number(_ sql: String, _ database: DatabaseQueue) throws -> Int? {
        try database.read { try Int.fetchOne($0, sql: sql) }
    }

    @Test(arguments: Migrations.all.map(\.name))
    func `a registry of every schema is brought up to date, and is then as a new one`(step: String) throws {
        let database = try older(step)
        let left = Migrations.all.drop { $0.name != step }.count - 1
        #expect(try Schema.migrate(database) == left)
        #expect(try database.read(Schema.hash) == Schema.pinned)
        #expect(try number("SELECT count(*) FROM source_history", database) == 1)
        #expect(try number("PRAGMA foreign_keys", database) == 1)
        #expect(try Schema.migrate(database) == 0)
    }

    @Test func `a step that fails leaves the schema as it was`() throws {
        let database = try older("0003_names")
        // The table is in the way of a later step.
        try database.write { try $0.execute(sql: "CREATE TABLE look (a)") }
        let before = try database.read(Schema.hash)
        #expect(throws: DatabaseError.self) { try Schema.migrate(database) as Int }
        #expect(try database.read(Schema.hash) == before)
        #expect(try number("SELECT count(*) FROM grdb_migrations", database) == 3)
        #expect(try number("PRAGMA foreign_keys", database) == 1)
    }
}
