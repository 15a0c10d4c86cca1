import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// A proven copy takes the registry's place, and nothing else is changed.
final class RestoreTests {
    let shelf: Shelf

    init() throws { shelf = try Shelf() }

    private func expectRestored(_ path: String, at location: SourceLocation = #_sourceLocation) throws {
        let registry = try Registry(at: path, for: .writing)
        #expect(try registry.verify() == shelf.proof, sourceLocation: location)
        #expect(try registry.sources().map(\.title) == ["Dispatch"], sourceLocation: location)
        let next = try registry.add(NewSource(kind: .ngo, title: "Next"), by: Fresh.clerk).revision
        #expect(next == shelf.proof.revisions + 1, sourceLocation: location)
    }

    @Test func `a copy becomes a registry where none is, and stays as it was`() throws {
        let before = try shelf.bytes(shelf.copy)
        let (proof, replaced, _) = try Registry.restore(from: shelf.copy, to: shelf.path("new.db"), replacing: false)
        #expect(proof == shelf.proof)
        #expect(replaced == nil)
        #expect(try shelf.files().keys.sorted() == ["copy.db", "live.db", "new.db"])
        try expectRestored(shelf.path("new.db"))
        #expect(try shelf.bytes(shelf.copy) == before)
    }

    @Test func `a registry that is there is replaced only when that is asked for`() throws {
        let before = try shelf.files()
        let error = #expect(throws: MusterError.self) {
            try Registry.restore(from: self.shelf.copy, to: self.shelf.live, replacing: false)
        }
        #expect(
            error?.said
                == "\(quoted(shelf.live)) is there already; give --force to put the copy in its place")
        #expect(error?.exitCode == 73)
        #expect(try shelf.files() == before)
        let (proof, replaced, _) = try Registry.restore(from: shelf.copy, to: shelf.live, replacing: true)
        #expect(proof == shelf.proof)
        #expect(replaced == shelf.proof.revisions + 1)
        #expect(try shelf.files().keys.sorted() == ["copy.db", "live.db"])
        #expect(try shelf.bytes(shelf.copy) == before["copy.db"])
        try expectRestored(shelf.live)
    }

    @Test func `a copy made by copying the file leaves nothing beside it`() throws {
        let raw = try shelf.put(shelf.bytes(shelf.live), "raw.db")
        let before = try shelf.bytes(raw)
        _ = try Registry.restore(from: raw, to: shelf.path("new.db"), replacing: false)
        #expect(try shelf.files().keys.sorted() == ["copy.db", "live.db", "new.db", "raw.db"])
        #expect(try shelf.bytes(raw) == before)
        #expect(try Registry(at: shelf.path("new.db"), for: .reading).newestRevision() == shelf.proof.revisions + 1)
    }

    @Test func `a copy of any name, also one that ends in part, stays`() throws {
        let part = try shelf.put(shelf.bytes(shelf.copy), "live.db.part")
        _ = try Registry.restore(from: part, to: shelf.live, replacing: true)
        #expect(try shelf.bytes(part) == shelf.bytes(shelf.copy))
        try expectRestored(shelf.live)
    }

    @Test func `a registry restored from itself is what it was`() throws {
        let before = try Registry(at: shelf.live, for: .reading).verify()
        let (proof, replaced, _) = try Registry.restore(from: shelf.live, to: shelf.live, replacing: true)
        #expect(proof == before)
        #expect(replaced == before.revisions)
        #expect(try Registry(at: shelf.live, for: .reading).verify() == before)
    }

    @Test func `a copy whose pages are of another size takes the place all the same`() throws {
        let vacuumed = try DatabaseQueue(path: shelf.copy)
        try vacuumed.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA page_size = 8192; VACUUM")
            #expect(try Int.fetchOne(db, sql: "PRAGMA page_size") == 8192)
        }
        try vacuumed.close()
        _ = try Registry.restore(from: shelf.copy, to: shelf.live, replacing: true)
        try expectRestored(shelf.live)
        #expect(try shelf.files().keys.sorted() == ["copy.db", "live.db"])
    }

    /// A registry of the first schema, with one revision and one source, written in plain SQL.
    private func older(_ name: String) throws -> String {
        let database = try DatabaseQueue(path: shelf.path(name))
        try Schema.migrate(database, upTo: "0001_registry")
        try database.write {
            try $0.execute(
                sql: """
                    INSERT INTO revision (id, at, author, reason) VALUES (1, '2025-06-01T10:00:00Z', 'clerk', 'test');
                    INSERT INTO source (id, revision, kind, title) VALUES (1, 1, 'ngo', 'Older');
                    """)
        }
        try database.close()
        return shelf.path(name)
    }

    @Test(arguments: [true, false])
    func `a copy of an older schema is brought up to date`(isOverAnother: Bool) throws {
        let copy = try older("older.db")
        let before = try shelf.bytes(copy)
        let target = isOverAnother ? shelf.live : shelf.path("new.db")
        let (proof, _, _) = try Registry.restore(from: copy, to: target, replacing: isOverAnother)
        #expect(proof.revisions == 1 && proof.versions == 1)
        let restored = try Registry(at: target, for: .writing)
        #expect(try restored.verify() == proof)
        #expect(try restored.sources().map(\.title) == ["Older"])
        #expect(try restored.add(NewSource(kind: .ngo, title: "Next"), by: Fresh.clerk).revision == 2)
        #expect(try shelf.bytes(copy) == before)
    }

    @Test func `a registry of an older schema is replaced`() throws {
        let target = try older("older.db")
        let (proof, replaced, _) = try Registry.restore(from: shelf.copy, to: target, replacing: true)
        #expect(proof == shelf.proof)
        #expect(replaced == 1)
        try expectRestored(target)
    }

    @Test(arguments: [100..<4096, 4096 * 40..<4096 * 90, 20_000..<700_000])
    func `a damaged registry is replaced`(spoilt: Range<Int>) throws {
        try shelf.spoil(shelf.live, spoilt)
        #expect(try !Registry.checkUp(at: shelf.live).isFine)
        _ = try Registry.restore(from: shelf.copy, to: shelf.live, replacing: true)
        #expect(try shelf.files().keys.sorted() == ["copy.db", "live.db"])
        #expect(try Registry.checkUp(at: shelf.live).isFine)
        try expectRestored(shelf.live)
    }

    @Test(arguments: [50, 512, 4096, 200_000])
    func `a registry that was cut short is replaced`(length: Int) throws {
        try shelf.put(shelf.bytes(shelf.live).prefix(length), "live.db")
        _ = try Registry.restore(from: shelf.copy, to: shelf.live, replacing: true)
        #expect(try shelf.files().keys.sorted() == ["copy.db", "live.db"])
        try expectRestored(shelf.live)
    }

    @Test func `a reader sees the one register until it ends, and then the other`() throws {
        let count = { (db: Database) in try Int64.fetchOne(db, sql: "SELECT max(id) FROM revision") }
        let reader = try DatabaseQueue(path: shelf.live)
        let longer = try Registry(at: shelf.live, for: .reading)
        let newest = shelf.proof.revisions + 1
        try reader.read { db in
            #expect(try count(db) == newest)
            _ = try Registry.restore(from: shelf.copy, to: shelf.live, replacing: true)
            #expect(try count(db) == newest)
            #expect(try String.fetchAll(db, sql: "SELECT title FROM source ORDER BY id") == ["Dispatch", "Newer"])
            #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
        }
        #expect(try reader.read(count) == shelf.proof.revisions)
        #expect(try longer.verify() == shelf.proof)
        try expectRestored(shelf.live)
    }

    @Test(arguments: ["-wal", "-shm", "-journal"])
    func `the log of a registry that went is never read into a copy`(rest: String) throws {
        let target = shelf.path("gone.db")
        try shelf.put(Data(repeating: 7, count: 4096), "gone.db" + rest)
        let before = try shelf.files()
        #expect(throws: MusterError.alreadyThere(path: target + rest, fix: "name another file, or remove it first")) {
            try Registry(at: self.shelf.live, for: .reading).backUp(to: target)
        }
        #expect(throws: MusterError.alreadyThere(path: target + rest, fix: .replace)) {
            try Registry.restore(from: self.shelf.copy, to: target, replacing: false)
        }
        #expect(try shelf.files() == before)
        let (proof, replaced, _) = try Registry.restore(from: shelf.copy, to: target, replacing: true)
        #expect(replaced == nil)
        #expect(try Registry(at: target, for: .reading).verify().head == proof.head)
        #expect(try shelf.files().keys.sorted() == ["copy.db", "gone.db", "live.db"])
    }

    @Test func `a copy may be read by nobody who may not read the registry`() throws {
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: shelf.live)
        let secret = shelf.path("secret.db")
        _ = try Registry(at: shelf.live, for: .reading).backUp(to: secret)
        #expect(try mode(secret) == 0o600)
        try shelf.spoil(shelf.live, 8192..<40_000)
        _ = try Registry.restore(from: shelf.copy, to: shelf.live, replacing: true)
        #expect(try mode(shelf.live) == 0o600)
    }
}
