import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// Writes of several callers share one commit, and each keeps its own revision.
final class WriteTogetherTests {
    let fresh: Fresh
    let registry: Registry
    let before: Int64

    init() throws {
        fresh = try Fresh(.populated)
        registry = try Registry(at: fresh.path, for: .serving, now: { Fresh.now })
        before = try registry.newestRevision()
    }

    private typealias Write = @Sendable (Registry) throws -> WriteResult

    private static func add(_ number: Int, by author: String = "clerk") -> Write {
        { registry in
            let new = NewSource(kind: .regionalMedia, title: "Source \(number)")
            return try registry.add(new, by: Authorship(author: author))
        }
    }

    /// The number of transactions in the file's log.
    ///
    /// In SQLite's format of a log a frame has a header of 24 bytes, and the last frame of a transaction has a size of the file
    /// in the bytes from 4 to 8, which is 0 in every other frame.
    private func commits() throws -> Int {
        let log = [UInt8](try Data(contentsOf: URL(fileURLWithPath: fresh.path + "-wal")))
        func number(_ place: Int) -> Int { log[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
        let (frame, salt) = (24 + number(8), log[16..<24])
        let frames = stride(from: 32, through: log.count - frame, by: frame)
        return frames.filter { Array(log[$0 + 8..<$0 + 16]) == Array(salt) && number($0 + 4) != 0 }.count
    }

    private func emptyLog() throws {
        try registry.store.main.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    }

    @Test func `eight writes are one commit, each with its revision, author and seal, in their order`() throws {
        try emptyLog()
        let results = registry.writeTogether((1...8).map { Self.add($0, by: "Author \($0)") })
        #expect(try commits() == 1)
        #expect(try results.map { try $0.get().revision } == (1...8).map { before + $0 })
        let log = try registry.log(limit: 8)
        #expect(log.map(\.author) == (1...8).reversed().map { "Author \($0)" })
        #expect(try registry.sources().suffix(8).map(\.title) == (1...8).map { "Source \($0)" })
        #expect(try registry.verify().revisions == before + 8)
        try emptyLog()
        _ = try Self.add(9)(registry)
        _ = try Self.add(10)(registry)
        #expect(try commits() == 2)
    }

    @Test func `one that is refused takes nothing of the others with it, and leaves nothing`() throws {
        let results = registry.writeTogether([
            Self.add(1),
            { registry in
                _ = try Self.add(2)(registry)
                return try registry.edit(Edit(record: "U9", values: ["role": "guards"]), by: Fresh.clerk)
            },
            Self.add(3),
        ])
        #expect(try results[0].get().revision == before + 1)
        #expect(throws: MusterError.self) { try results[1].get() }
        #expect(try results[2].get().revision == before + 2)
        #expect(try registry.sources().suffix(2).map(\.title) == ["Source 1", "Source 3"])
        #expect(try registry.verify().revisions == before + 2)
    }

    @Test func `a refusal that is caught inside leaves what the same caller wrote besides`() throws {
        let results = registry.writeTogether([
            { registry in
                _ = try? registry.edit(Edit(record: "U1", values: ["ordinal": "x"]), by: Fresh.clerk)
                return try Self.add(1)(registry)
            }
        ])
        #expect(try results[0].get().revision == before + 1)
        #expect(try registry.verify().revisions == before + 1)
    }

    @Test func `each sees what those before it wrote, and others see nothing until the end`() throws {
        let outside = try Registry(at: fresh.path, for: .reading)
        let count: (Registry) throws -> Int = { try $0.sources().filter { $0.title == "Source 1" }.count }
        let past: (Registry) throws -> Int = { try $0.known(at: Moment.revision(2)).sources().count }
        let seen = registry.writeTogether([
            { try Self.add(1)($0).records.count }, count, { _ in try count(outside) }, past,
        ])
        #expect(try seen.map { try $0.get() } == [1, 1, 0, 1])
    }

    @Test func `a write that is only tried is undone alone`() throws {
        let results = registry.writeTogether([
            Self.add(1), { try Self.add(2)($0.rehearsing) }, Self.add(3),
        ])
        #expect(try results.map { try $0.get().revision } == [before + 1, nil, before + 2])
        #expect(try results[1].get().isRehearsal)
        #expect(try registry.sources().suffix(2).map(\.title) == ["Source 1", "Source 3"])
    }

    @Test func `a record that is missing refuses its own write and not the commit of all`() throws {
        let results = registry.writeTogether([
            Self.add(1),
            { registry in
                try registry.write(Fresh.clerk, doing: "break a link") { transaction in
                    try transaction.update("event", [("unit_id", 99)], where: "id", is: 1)
                }
            },
            Self.add(2),
        ])
        #expect(try results[0].get().revision == before + 1 && results[2].get().revision == before + 2)
        #expect(throws: MusterError.self) { try results[1].get() }
    }

    /// Makes every commit fail.
    private final class FullDisk: TransactionObserver {
        func observes(eventsOfKind _: DatabaseEventKind) -> Bool { false }
        func databaseDidChange(with _: DatabaseEvent) {}
        func databaseWillCommit() throws { throw DatabaseError(resultCode: .SQLITE_FULL) }
        func databaseDidCommit(_: Database) {}
        func databaseDidRollback(_: Database) {}
    }

    @Test func `if the commit fails nobody is told that it was written, nor why it was refused before`() throws {
        registry.store.main.add(transactionObserver: FullDisk(), extent: .databaseLifetime)
        let dump = try fresh.dump()
        let unknown: Write = { try $0.edit(Edit(record: "S9", values: ["title": "x"]), by: Fresh.clerk) }
        for result in registry.writeTogether([Self.add(1), unknown, Self.add(2)]) {
            #expect(throws: MusterError.full(path: fresh.path)) { try result.get() }
        }
        #expect(try fresh.dump() == dump)
    }

    @Test func `of writes for which the room is not enough those that fit are written, and no other`() throws {
        let count = try registry.sources().count
        try emptyLog()
        try registry.store.main.writeWithoutTransaction { db in
            let pages = try #require(try Int.fetchOne(db, sql: "PRAGMA page_count"))
            try db.execute(sql: "PRAGMA max_page_count = \(pages + 1)")
        }
        let results = registry.writeTogether((1...200).map { Self.add($0) })
        let written = results.compactMap { try? $0.get().revision }
        #expect(written == (0..<Int64(written.count)).map { before + 1 + $0 })
        for result in results where (try? result.get()) == nil {
            #expect(throws: MusterError.full(path: fresh.path)) { try result.get() }
        }
        #expect(written.count < 200)
        #expect(try registry.sources().count == count + written.count)
        try registry.store.main.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
        #expect(try registry.writeTogether([Self.add(201)])[0].get().revision == before + Int64(written.count) + 1)
        #expect(try registry.verify().revisions == before + Int64(written.count) + 1)
    }

    @Test func `a redaction is not written with others, and a reader writes nothing`() throws {
        let redaction: Write = { try $0.redact("S1", by: Authorship(author: "clerk", reason: "asked for")) }
        let results = registry.writeTogether([Self.add(1), redaction])
        #expect(try results[0].get().revision == before + 1)
        #expect(
            throws: MusterError.usage("a redaction writes the whole file anew, and is not written with others")
        ) { try results[1].get() }
        let reader = try Registry(at: fresh.path, for: .reading)
        #expect(throws: MusterError.readOnly(path: fresh.path)) { try reader.writeTogether([Self.add(2)])[0].get() }
        #expect(registry.writeTogether([Write]()).isEmpty)
    }

    @Test func `a handle that was kept is worth nothing afterwards`() throws {
        let kept = try registry.writeTogether([{ $0 }])[0].get()
        let over = MusterError.usage("the writes that are made together are over")
        #expect(throws: over) { try kept.sources() }
        #expect(throws: over) { try Self.add(1)(kept) }
    }
}
