import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// A file that is not a proven copy replaces nothing, and no byte of the existing registry changes.
final class RestoreRefusalTests {
    let shelf: Shelf

    init() throws { shelf = try Shelf() }

    private func refused(_ name: String, _ rule: String) -> String {
        "\(quoted(shelf.path(name))) is refused: \(rule)"
    }

    @Test func `no file, a folder, a text and an empty file are refused`() throws {
        try FileManager.default.createDirectory(
            at: shelf.folder.appending(path: "folder"), withIntermediateDirectories: false)
        try shelf.put(Data("a shopping list, long enough to be no empty database\n".utf8), "list.txt")
        try shelf.put(Data(), "empty.db")
        let fix = "name a copy made with 'muster backup'"
        for (name, rule) in [
            ("missing.db", "there is no such file"), ("folder", "it is a folder"),
            ("list.txt", "it is not a muster registry"), ("empty.db", "it is not a muster registry"),
        ] {
            let error = try shelf.expectNoRestore(of: shelf.path(name), refused(name, "\(rule); \(fix)"))
            #expect(error?.exitCode == 65)
        }
    }

    @Test(arguments: ["DELETE", "WAL"])
    func `another program's database is refused`(mode: String) throws {
        let other = try DatabaseQueue(path: shelf.path("other.db"))
        try other.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = \(mode)") }
        try other.write { try $0.execute(sql: "CREATE TABLE bookmark (id INTEGER PRIMARY KEY, url TEXT)") }
        try other.close()
        try shelf.expectNoRestore(
            of: shelf.path("other.db"),
            refused("other.db", "it is not a muster registry; name a copy made with 'muster backup'"))
    }

    @Test func `a newer schema is refused`() throws {
        try DatabaseQueue(path: shelf.copy).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999_future')")
        }
        let error = try shelf.expectNoRestore(of: shelf.copy)
        #expect(error == .newerSchema(path: shelf.copy))
    }

    @Test(arguments: [
        (
            "UPDATE citation SET source_id = 999 WHERE id = 1; UPDATE citation_history SET source_id = 999 WHERE id = 1",
            "1 reference leads nowhere, the first from a citation to a source"
        ),
        (
            "UPDATE unit_history SET ordinal = 7 WHERE id = 1",
            "revision 4 does not fit, at U1: it is not what was sealed"
        ),
        (
            "UPDATE unit SET ordinal = 7 WHERE id = 1",
            "revision 4 does not fit, at U1: the register does not hold it as it was sealed"
        ),
        (
            "UPDATE revision SET author = 'another' WHERE id = 3",
            "revision 3 does not fit: its time, its author, or which versions it holds in which order, is not what was sealed"
        ),
        (
            "DELETE FROM seal WHERE revision = 8",
            "revision 8 does not fit: it has no seal: it was not written by muster"
        ),
        (
            "DROP INDEX unit_region",
            "its own rules were changed: the index unit_region is missing"
        ),
    ])
    func `a copy that was tampered with is refused`(sql: String, what: String) throws {
        try shelf.tamper(shelf.copy, sql)
        let error = try shelf.expectNoRestore(of: shelf.copy, refused("copy.db", "\(what); use another copy"))
        #expect(error?.exitCode == 65)
    }

    @Test func `a copy without one of its rules is refused`() throws {
        try DatabaseQueue(path: shelf.copy).write { try $0.execute(sql: "DROP TRIGGER unit_history_kept") }
        let what = "its own rules were changed: the trigger unit_history_kept is missing"
        try shelf.expectNoRestore(
            of: shelf.copy, refused("copy.db", "\(what); use another copy"))
    }

    @Test(arguments: [100..<4096, 4096 * 40..<4096 * 90, 4096 * 20..<4096 * 21])
    func `a damaged copy is refused`(spoilt: Range<Int>) throws {
        try shelf.spoil(shelf.copy, spoilt)
        try shelf.expectNoRestore(
            of: shelf.copy, refused("copy.db", "it is damaged or cut short; use another copy"))
    }

    @Test func `a copy cut short at any of a hundred places is refused`() throws {
        let whole = try shelf.bytes(shelf.copy)
        let pages = whole.count / 4096
        var dice = Dice(state: 2025)
        var lengths: Set<Int> = [0, 1, 15, 16, 99, 100, 101, 512, whole.count - 4096]
        for page in stride(from: 1, to: pages - 1, by: pages / 20) {
            lengths.formUnion([-1, 0, 1].map { page * 4096 + $0 })
        }
        while lengths.count < 100 { lengths.insert(Int.random(in: 0..<whole.count - 4096, using: &dice)) }
        for length in lengths.sorted() {
            try shelf.put(whole.prefix(length), "cut.db")
            let error = try shelf.expectNoRestore(of: shelf.path("cut.db"))
            guard case .badFile(shelf.path("cut.db"), let rule, _) = error else {
                Issue.record("cut at \(length): \(String(describing: error))")
                continue
            }
            let isNothing = rule == "it is not a muster registry"
            #expect(rule == "it is damaged or cut short; use another copy" || isNothing, "cut at \(length)")
            #expect(!isNothing || length < 512, "cut at \(length)")
        }
    }

    @Test func `what is no registry is never replaced`() throws {
        let text = try shelf.put(Data("a shopping list, long enough to be no empty database\n".utf8), "list.txt")
        let other = shelf.path("other.db")
        let database = try DatabaseQueue(path: other)
        try database.write { try $0.execute(sql: "CREATE TABLE bookmark (id INTEGER PRIMARY KEY, url TEXT)") }
        try database.close()
        try shelf.spoil(shelf.live, 0..<16)
        let newer = try shelf.put(shelf.bytes(shelf.copy), "newer.db")
        try DatabaseQueue(path: newer).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999_future')")
        }
        let before = try shelf.files()
        let away: Remedy = "it cannot be read as a registry; move it away, then run the same command"
        for (target, expected) in [
            (text, MusterError.alreadyThere(path: text, fix: away)), (other, .alreadyThere(path: other, fix: away)),
            (shelf.live, .alreadyThere(path: shelf.live, fix: away)), (newer, .newerSchema(path: newer)),
            (shelf.folder.path, .cannotOpen(path: shelf.folder.path)),
        ] {
            let error = #expect(throws: MusterError.self) {
                try Registry.restore(from: self.shelf.copy, to: target, replacing: true)
            }
            #expect(error == expected)
            #expect(try shelf.files() == before)
        }
    }

    @Test func `a place in a folder that is not there is refused by its own name`() throws {
        let target = shelf.path("no/new.db")
        let before = try shelf.files()
        #expect(throws: MusterError.cannotOpen(path: target)) {
            try Registry.restore(from: self.shelf.copy, to: target, replacing: false)
        }
        #expect(try shelf.files() == before)
    }
}

/// The same numbers in every run (SplitMix64).
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
