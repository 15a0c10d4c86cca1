import Foundation
import MusterValues
import Testing

/// The registry's file: missing, foreign, locked, read-only, on a full disk, and written by several at once.
@Suite final class FileTests {
    let muster: Command

    init() throws { muster = try Command() }

    deinit { muster.remove() }

    private func path(_ name: String) -> String { muster.folder.appending(path: name).path }

    @Test func `reading makes no file`() throws {
        for line in ["units", "show U1", "report national", "regions --format csv"] {
            let result = try muster.shell("muster \(line)")
            #expect(result.code == 66)
            #expect(
                result.errors
                    == "muster: there is no registry at 'muster.db'; make one with 'muster init --db muster.db'\n")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: muster.folder.path).isEmpty)
    }

    @Test func `a file that is no registry is refused and left as it was`() throws {
        let text = Data("a shopping list, long enough to be no empty database\n".utf8)
        try text.write(to: URL(fileURLWithPath: path("list.txt")))
        for verb in ["units", "init", "add source T --kind other"] {
            let result = try muster.shell("muster \(verb) --db list.txt")
            #expect(result.errors == "muster: 'list.txt' is not a muster registry; name another file with --db\n")
            #expect(result.code == 65)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path("list.txt"))) == text)
    }

    @Test func `the database's name comes from --db, then MUSTER_DB, then the folder`() throws {
        var muster = muster
        muster.environment["MUSTER_DB"] = "from-environment.db"
        try muster("init")
        #expect(FileManager.default.fileExists(atPath: path("from-environment.db")))
        try muster("init", "--db", "named.db")
        #expect(FileManager.default.fileExists(atPath: path("named.db")))
        #expect(!FileManager.default.fileExists(atPath: path("muster.db")))
    }

    @Test func `a name that SQLite reads otherwise is a file's name`() throws {
        for name in [":memory:", "file:other?mode=memory"] {
            #expect(try muster("init", "--db", name).code == 0)
            #expect(FileManager.default.fileExists(atPath: path(name)))
        }
        let result = try muster("init", "--db", "")
        #expect(result.errors == "muster: file '' is refused: it is empty; name a file with --db\n")
        #expect(result.code == 65)
    }

    @Test func `nothing but the registry is there when no command runs`() throws {
        try muster("init")
        for line in ["units", "add source T --kind other", "show S1", "event U9 left --source S1"] {
            _ = try muster.shell("muster \(line)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: muster.folder.path) == ["muster.db"])
        }
    }

    @Test func `a registry in a folder that may not be written is read all the same`() throws {
        try muster("init")
        try FileManager.default.copyItem(at: Command.binary, to: muster.folder.appending(path: "copy"))
        let nobody = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: muster.folder.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: muster.folder.path) }
        let other = try Command()
        defer { other.remove() }
        let result = try other.shell("cd '\(muster.folder.path)' && \(nobody)./copy regions --format csv")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.split(separator: "\r\n").count == 84)
    }

    @Test func `a creation refused for its author leaves no file`() throws {
        #expect(try muster("init", "--author", " ").code == 65)
        #expect(try FileManager.default.contentsOfDirectory(atPath: muster.folder.path).isEmpty)
    }

    @Test func `a file that may not be written is refused with 77`() throws {
        try muster("init")
        let name = "muster.db"
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path(name))
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: muster.folder.path)
        // Root may write anything, so the command is run as nobody.
        let nobody = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
        // A copy, because the user nobody may have no access to the build folder.
        try FileManager.default.copyItem(at: Command.binary, to: muster.folder.appending(path: "copy"))
        let result = try muster.shell("\(nobody)./copy add source T --kind other")
        #expect(result.errors == "muster: 'muster.db' may not be written; nothing was changed\n")
        #expect(result.code == 77)
        #expect(try muster("sources", "--format", "csv").output.split(separator: "\r\n").count == 1)
    }

    @Test func `a full disk is a sentence, and the registry stays whole`() throws {
        try muster("init")
        let size = try #require(try FileManager.default.attributesOfItem(atPath: path("muster.db"))[.size] as? Int)
        // A limit on file size acts like a full disk and needs no mount; the unit of ulimit -f is 512 bytes.
        let line = "trap '' XFSZ; ulimit -f \(size / 512 + 4); "
        var codes: [Int32] = []
        for number in 1...60 where codes.count(where: { $0 != 0 }) < 10 {
            let result = try muster.shell(
                line
                    + "muster add source 'Source \(number)' --kind other --note '\(String(repeating: "n", count: 1900))'"
            )
            codes.append(result.code)
            if result.code != 0 {
                #expect(result.code == 74)
                #expect(result.errors.contains("nothing was changed"))
                #expect(!result.errors.contains("INSERT"))
            }
        }
        #expect(codes.contains(74), "the limit was never met")
        #expect(try muster("verify").code == 0)
        #expect(try muster("doctor").code == 0)
        let listed = try muster("sources", "--format", "csv").output.split(separator: "\r\n").count - 1
        #expect(try muster("add", "source", "After", "--kind", "other").code == 0)
        #expect(try muster("sources", "--format", "csv").output.split(separator: "\r\n").count == listed + 2)
    }

    @Test func `output that cannot be written is a failure`() throws {
        try muster("init")
        let result = try muster.shell("muster regions > /dev/full")
        #expect(result.code == 74)
    }

    @Test func `a write whose acknowledgement cannot be written is done all the same`() throws {
        try muster("init")
        let result = try muster.shell("muster add source Dispatch --kind other 2> /dev/full")
        #expect(result.output == "S1\tsource 'Dispatch' added\n")
        #expect(result.code == 0 && !result.isKilled)
        let refused = try muster.shell("muster add source Dispatch --kind book 2> /dev/full")
        #expect(refused.code == 65 && !refused.isKilled)
        #expect(try muster("verify").output.hasPrefix("2 revisions "))
    }

    @Test func `several programs write at once, each in its turn`() async throws {
        try muster("init")
        let muster = self.muster
        let codes = try await withThrowingTaskGroup(of: Int32.self) { group in
            for writer in 1...4 {
                group.addTask {
                    try (1...5).reduce(0) { code, number in
                        try code | muster("add", "source", "Source \(writer).\(number)", "--kind", "other").code
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(codes == [0, 0, 0, 0])
        #expect(try muster("sources", "--format", "csv").output.split(separator: "\r\n").count == 21)
    }
}
