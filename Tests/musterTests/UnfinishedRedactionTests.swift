import Foundation
import GRDB
import MusterValues
import Testing

/// A redaction that was cut short is told by every command, and finished by the next write.
@Suite final class UnfinishedRedactionTests {
    let muster: Command
    private static let name = "Хрупцевич"

    init() throws {
        muster = try Command()
        try muster("init")
        try muster("add", "source", "Dispatch", "--kind", "other")
        try add("O1")
    }

    deinit { muster.remove() }

    private func add(_ id: String) throws {
        let added = try muster("add", "official", "Зиновий \(Self.name)", "--post", "Governor", "--source", "S1")
        #expect(added.output.contains("\(id)\t"), "\(added.errors)")
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
        try DatabaseQueue(path: muster.folder.appending(path: "muster.db").path).inDatabase {
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
            let isRedacted = try !muster("search", Self.name).output.contains("O\(number)")
            let errors = try muster("regions").errors
            if isRedacted {
                #expect(isHeld == false || errors.contains("may still be in the file"), "attempt \(attempt): \(errors)")
                #expect(try (muster("doctor").code == 65) == !errors.isEmpty)
                unfinished += errors.isEmpty ? 0 : 1
            } else {
                #expect(errors == "")
                try muster("redact", "O\(number)", "--reason", "order")
            }
            try muster("add", "source", "After \(number)", "--kind", "other")
            #expect(!isHeld, "attempt \(attempt)")
            #expect(try muster("regions").errors == "" && muster("verify").code == 0)
        }
        #expect(kills > 0)
    }
}
