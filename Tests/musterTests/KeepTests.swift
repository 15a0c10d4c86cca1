import Foundation
import MusterValues
import Testing

/// Backup, restore and doctor as a user meets them: the words, the exit codes, and the files left afterwards.
@Suite final class KeepTests {
    let muster: Command

    init() throws {
        muster = try Command(
            after: """
                export MUSTER_DB=bars.db; muster init; muster add source Dispatch --kind other
                muster backup copy.db; muster add source Newer --kind other
                """)
    }

    deinit { muster.remove() }

    private func file(_ name: String) -> URL { muster.folder.appending(path: name) }

    private func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: muster.folder.path).sorted()
    }

    private static let whole = "2 revisions with 333 versions of records fit their hashes\n"
    private static let advice =
        "copy this file aside, and put the newest copy that verifies in its place with "
        + "'muster restore COPY --db bars.db --force'\n"

    @Test func `a backup says what it proved, and its head is the registry's`() throws {
        let result = try muster("backup", "another.db", "--db", "copy.db")
        let verified = try muster("verify", "--db", "copy.db")
        #expect(verified.output.hasPrefix(Self.whole + "head: "))
        #expect(result.output == "another.db: " + verified.output)
        #expect(result.errors == "")
        #expect(result.code == 0)
        #expect(try files() == ["another.db", "bars.db", "copy.db"])
    }

    @Test func `a backup never writes over a file`() throws {
        let before = try Data(contentsOf: file("copy.db"))
        let result = try muster("backup", "copy.db", "--db", "bars.db")
        #expect(result.errors == "muster: 'copy.db' is there already; name another file, or remove it first\n")
        #expect(result.code == 73)
        #expect(try Data(contentsOf: file("copy.db")) == before)
        let nowhere = try muster("backup", "no/copy.db", "--db", "bars.db")
        #expect(
            nowhere.errors
                == "muster: 'no/copy.db' cannot be opened or made; check that the folder exists and may be written\n")
        #expect(nowhere.code == 73)
        #expect(try muster("backup", "new.db", "--db", "none.db").code == 66)
        #expect(try files() == ["bars.db", "copy.db"])
    }

    @Test func `a restore replaces a registry only by force, and says what went with it`() throws {
        let refused = try muster("restore", "copy.db", "--db", "bars.db")
        #expect(refused.errors == "muster: 'bars.db' is there already; give --force to put the copy in its place\n")
        #expect(refused.code == 73)
        #expect(try muster("sources", "--db", "bars.db").output.contains("Newer"))
        let restored = try muster("restore", "copy.db", "--db", "bars.db", "--force")
        #expect(restored.output.hasPrefix("bars.db: " + Self.whole + "head: "))
        #expect(restored.errors == "the registry that was replaced had at least 3 revisions\n")
        #expect(restored.code == 0)
        #expect(try !muster("sources", "--db", "bars.db").output.contains("Newer"))
        #expect(try muster("restore", "copy.db", "--db", "new.db").errors == "")
        #expect(try files() == ["bars.db", "copy.db", "new.db"])
    }

    @Test(arguments: [
        ("missing.db", "there is no such file; name a copy made with 'muster backup'"),
        ("list.txt", "it is not a muster registry; name a copy made with 'muster backup'"),
        ("empty.db", "it is not a muster registry; name a copy made with 'muster backup'"),
        ("cut.db", "it is damaged or cut short; use another copy"),
    ])
    func `a restore of what is no copy changes nothing`(name: String, rule: String) throws {
        try Data("a shopping list, long enough to be no empty database\n".utf8).write(to: file("list.txt"))
        try Data().write(to: file("empty.db"))
        try Data(contentsOf: file("copy.db")).prefix(300_001).write(to: file("cut.db"))
        let before = try (files(), Data(contentsOf: file("bars.db")))
        let result = try muster("restore", name, "--db", "bars.db", "--force")
        #expect(result.errors == "muster: '\(name)' is refused: \(rule)\n")
        #expect(result.output == "")
        #expect(result.code == 65)
        #expect(try files() == before.0)
        #expect(try Data(contentsOf: file("bars.db")) == before.1)
    }

    @Test func `a restore never replaces what is no registry`() throws {
        let text = Data("a shopping list, long enough to be no empty database\n".utf8)
        try text.write(to: file("list.txt"))
        let result = try muster("restore", "copy.db", "--db", "list.txt", "--force")
        #expect(
            result.errors
                == "muster: 'list.txt' is there already; it cannot be read as a registry; move it away, then run the same "
                + "command\n")
        #expect(result.code == 73)
        #expect(try Data(contentsOf: file("list.txt")) == text)
        #expect(try files() == ["bars.db", "copy.db", "list.txt"])
    }

    @Test func `a doctor finds nothing wrong with a good registry`() throws {
        let result = try muster("doctor", "--db", "copy.db")
        let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(
            lines.dropLast(2) == [
                "check       result  found",
                "file        fine    whole",
                "references  fine    all lead somewhere",
                "rules       fine    the schema's own",
                "history     fine    " + Self.whole.dropLast(),
                "",
            ])
        #expect(try muster("verify", "--db", "copy.db").output.hasSuffix(lines.suffix(2).joined(separator: "\n")))
        #expect(result.errors == "")
        #expect(result.code == 0)
    }

    @Test func `a doctor says what is wrong and what to do, and that helps`() throws {
        var bytes = try Data(contentsOf: file("bars.db"))
        bytes.replaceSubrange(100_000..<300_000, with: Data(repeating: 0xA5, count: 200_000))
        try bytes.write(to: file("bars.db"))
        let result = try muster("doctor", "--db", "bars.db")
        #expect(
            result.output == """
                check  result  found
                file   wrong   'bars.db' is damaged

                \(Self.advice)
                """)
        #expect(result.errors == "")
        #expect(result.code == 65)
        #expect(try Data(contentsOf: file("bars.db")) == bytes)
        #expect(try files() == ["bars.db", "copy.db"])
        #expect(try muster("restore", "copy.db", "--db", "bars.db", "--force").code == 0)
        #expect(try muster("doctor", "--db", "bars.db").code == 0)
    }

    @Test func `a doctor of what is no registry refuses`() throws {
        try Data("a shopping list, long enough to be no empty database\n".utf8).write(to: file("list.txt"))
        #expect(try muster("doctor", "--db", "list.txt").code == 65)
        let missing = try muster("doctor", "--db", "none.db")
        #expect(
            missing.errors == "muster: there is no registry at 'none.db'; make one with 'muster init --db none.db'\n")
        #expect(missing.code == 66)
        #expect(try files() == ["bars.db", "copy.db", "list.txt"])
    }

    @Test func `a report is never written over a registry`() throws {
        let before = try Data(contentsOf: file("bars.db"))
        let result = try muster("report", "national", "--db", "bars.db", "--output", "bars.db")
        #expect(
            result.errors
                == "muster: 'bars.db' is there already; it is a registry or another database, and is not written over\n"
        )
        #expect(result.code == 73)
        #expect(try Data(contentsOf: file("bars.db")) == before)
        let forced = try muster("report", "national", "--db", "bars.db", "--output", "bars.db", "--force")
        #expect(forced.code == 73 && forced.errors == result.errors)
        #expect(try Data(contentsOf: file("bars.db")) == before)
    }
}
