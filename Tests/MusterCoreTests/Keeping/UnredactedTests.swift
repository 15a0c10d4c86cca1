import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// What was redacted since a copy was made is told when a restore brings it back.
final class UnredactedTests {
    let shelf: Shelf
    static let order = Authorship(author: "clerk", reason: "order")

    init() throws { shelf = try Shelf() }

    private func redact(_ record: RecordReference) throws {
        _ = try Registry(at: shelf.live, for: .writing).redact(record, by: Self.order)
    }

    private func restore(_ copy: String? = nil) throws -> Unredacted {
        try Registry.restore(from: copy ?? shelf.copy, to: shelf.live, replacing: true).unredacted
    }

    private func told(_ unredacted: Unredacted) -> [String] {
        unredacted.records.map(\.description) + unredacted.reasons.map { "reason of \($0)" }
    }

    @Test func `a record with what hangs on it is told until it is redacted again`() throws {
        try redact("O1")
        #expect(try told(restore()) == ["O1", "P1", "V3"])
        try redact("O1")
        _ = try Registry(at: shelf.live, for: .reading).backUp(to: shelf.path("after.db"))
        let again = try restore(shelf.path("after.db"))
        #expect(told(again) == [] && again.isKnown)
    }

    @Test func `another registry's record of the same id and revision is not told`() throws {
        let fork = shelf.path("fork.db")
        try FileManager.default.copyItem(atPath: shelf.copy, toPath: fork)
        // The live registry is one revision ahead of its copy.
        _ = try Registry(at: fork, for: .writing).add(NewSource(kind: .ngo, title: "Other"), by: Self.order)
        var ids: [[RecordID]] = []
        for (path, name) in [(fork, "Пётр Живой"), (shelf.live, "Сидор Тайный")] {
            let new = NewOfficial(name: name, post: NewPost(title: "deputy"), evidence: Fresh.dispatch)
            let written = try Registry(at: path, for: .writing).add(new, by: Self.order)
            ids.append(written.records.map(\.id))
        }
        #expect(ids[0] == ids[1])
        try redact(RecordReference(try #require(ids[1].first { $0.kind == .official })))
        #expect(try told(restore(fork)) == [])
    }

    @Test func `a registry of an older schema tells what was redacted in it`() throws {
        try redact("O1")
        try DatabaseQueue(path: shelf.live).write {
            try $0.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = '0006_derivations'")
        }
        #expect(throws: MusterError.olderSchema(path: shelf.live)) { try Registry(at: self.shelf.live, for: .reading) }
        let (_, replaced, unredacted) = try Registry.restore(from: shelf.copy, to: shelf.live, replacing: true)
        #expect(told(unredacted) == ["O1", "P1", "V3"] && unredacted.isKnown)
        #expect(replaced == shelf.proof.revisions + 2)
    }

    @Test func `a registry of the first schema had no redactions`() throws {
        try FileManager.default.removeItem(atPath: shelf.live)
        let database = try DatabaseQueue(path: shelf.live)
        try Schema.migrate(database, upTo: "0001_registry")
        try database.write {
            try $0.execute(sql: "INSERT INTO revision VALUES (1, '2025-06-15T15:06:40Z', 'clerk', 'test')")
        }
        try database.close()
        let (_, replaced, unredacted) = try Registry.restore(from: shelf.copy, to: shelf.live, replacing: true)
        #expect(replaced == 1 && told(unredacted) == [] && unredacted.isKnown)
    }

    @Test func `a citation and a reason that were redacted alone are told`() throws {
        try redact("C5")
        try redact("4")
        #expect(try told(restore()) == ["C5", "reason of 4"])
    }

    @Test func `what the copy never held, or holds redacted, is not told`() throws {
        let post = NewPost(title: "Minister", region: "RU-KGD")
        let new = NewOfficial(name: "Иван Образцов", post: post, evidence: Fresh.dispatch)
        _ = try Registry(at: shelf.live, for: .writing).add(new, by: Fresh.clerk)
        try redact("O2")
        #expect(try told(restore()) == [])
        try redact("S1")
        _ = try Registry(at: shelf.live, for: .reading).backUp(to: shelf.path("after.db"))
        try redact("O1")
        #expect(try told(restore(shelf.path("after.db"))) == ["O1", "P1", "V3"])
    }

    @Test func `a version that was written after one redaction and redacted by the next is told`() throws {
        try redact("S1")
        _ = try Registry(at: shelf.live, for: .writing).setAside("S1", because: "retracted", by: Fresh.clerk)
        _ = try Registry(at: shelf.live, for: .reading).backUp(to: shelf.path("between.db"))
        try redact("S1")
        #expect(try told(restore(shelf.path("between.db"))) == ["S1"])
    }

    @Test func `it is said that the redactions of a damaged registry are not known`() throws {
        try redact("O1")
        try shelf.spoil(shelf.live, 8192..<40_000)
        #expect(try !restore().isKnown)
        #expect(try restore().isKnown)
        #expect(try Registry.restore(from: shelf.copy, to: shelf.path("new.db"), replacing: false).unredacted.isKnown)
    }

    @Test func `a look that was redacted is told by its revision, also if its reason was redacted before`() throws {
        let said = Authorship(author: "clerk", reason: "as Dmitry Novikov said")
        let look = NewLook(region: "RU-KGD", date: "2025-06-01", place: "papers", found: "a letter")
        let revision = try #require(try Registry(at: shelf.live, for: .writing).add(look, by: said).revision)
        try redact("O1")
        _ = try Registry(at: shelf.live, for: .reading).backUp(to: shelf.path("look.db"))
        try redact(RecordReference("\(revision)"))
        _ = try Registry(at: shelf.live, for: .reading).backUp(to: shelf.path("after.db"))
        #expect(try told(restore(shelf.path("look.db"))) == ["reason of \(revision)"])
        try redact(RecordReference("\(revision)"))
        #expect(try told(restore(shelf.path("after.db"))) == [])
    }
}
