import Foundation
import GRDB
import MusterCore
import MusterValues
import Testing

/// A redaction that was cut short is told by every command, and finished by the next write.
@Suite final class UnfinishedRedactionTests {
    let muster: Command
    private static let name = "Хрупцевич"
    private static let clerk = Authorship(author: "clerk", reason: "order")

    init() throws {
        muster = try Command(after: "muster init; muster add source Dispatch --kind other")
        try add("O1")
    }

    deinit { muster.remove() }

    private var path: String { muster.folder.appending(path: "muster.db").path }

    /// Writes without the command: only the redaction itself has to run in a program that can be killed.
    private func write(_ change: (Registry) throws -> WriteResult) throws -> WriteResult {
        try change(Registry(at: path, for: .writing))
    }

    private func add(_ id: String) throws {
        let new = NewOfficial(
            name: "Зиновий \(Self.name)", post: NewPost(title: "Governor"), isNew: true,
            evidence: Evidence(source: "S1"))
        let added = try write { try $0.add(new, by: Self.clerk) }
        #expect(added.records.contains { $0.id == RecordID(id) })
    }

    /// Whether the name stands in the registry's file or its log.
    private var isHeld: Bool {
        ["muster.db", "muster.db-wal"].contains { name in
            FileManager.default.contents(atPath: muster.folder.appending(path: name).path)?
                .firstRange(of: Data(Self.name.utf8)) != nil
        }
    }

    private static func note(_ revision: Int) -> String {
        "the old text of the redaction in revision \(revision) may still be in the file: the next write clears it, and so does "
            + "'muster doctor --mend'\n"
    }

    @Test func `readers say what is still to be done, whatever another program set, and a writer does it`() throws {
        try muster("redact", "O1", "--reason", "order")
        #expect(try muster("regions").errors == "")
        try DatabaseQueue(path: path).inDatabase {
            try $0.execute(sql: "PRAGMA user_version = 9")
        }
        for words in [["regions"], ["log"], ["verify"], ["show", "S1"], ["report", "national"]] {
            #expect(try muster.start(words).result().errors == Self.note(4), "\(words)")
        }
        #expect(try muster("doctor").code == 65)
        #expect(try muster("add", "source", "Next", "--kind", "other").errors == "revision 5\n")
        #expect(try muster("regions").errors == "" && muster("doctor").code == 0)
    }

    @Test func `a redaction killed at any moment is whole, or told and finished by the next write`() throws {
        let usual = try ContinuousClock().measure { _ = try muster("redact", "O1", "--reason", "order") }
        var number = 1
        var (unfinished, kills) = (0, 0)
        for attempt in 1...60 where unfinished < 4 {
            number += 1
            try add("O\(number)")
            let run = try muster.start(["redact", "O\(number)", "--reason", "order"])
            usleep(UInt32(usual * Double.random(in: 0.5...1.05) / .microseconds(1)))
            run.kill()
            kills += try run.result().isKilled ? 1 : 0
            let found = try Registry(at: path, for: .reading).search(Self.name).map(\.id)
            let isRedacted = !found.contains(try #require(RecordID("O\(number)")))
            let errors = try muster("regions").errors
            if isRedacted {
                #expect(isHeld == false || errors.contains("may still be in the file"), "attempt \(attempt): \(errors)")
                #expect(try (muster("doctor").code == 65) == !errors.isEmpty)
                unfinished += errors.isEmpty ? 0 : 1
            } else {
                #expect(errors == "")
                _ = try write { try $0.redact("O\(number)", by: Self.clerk) }
            }
            _ = try write { try $0.add(NewSource(kind: .other, title: "After \(number)"), by: Self.clerk) }
            #expect(!isHeld, "attempt \(attempt)")
            #expect(try Registry.checkUp(at: path).isFine && muster("regions").errors == "")
        }
        #expect(kills > 0)
    }
}
