import Foundation
import MusterValues
import MusterWeb
import Testing

@testable import muster_server

/// The options are read wherever they are given.
struct OptionTests {
    private func settings(_ arguments: String...) async throws -> Settings {
        try await Option.settings(["muster-server"] + arguments)
    }

    private func check(_ settings: Settings) {
        #expect(settings.registry == "other.db")
        #expect(settings.host == "0.0.0.0")
        #expect(settings.port == 81)
        #expect(settings.isPublic)
        #expect(settings.isReadOnly)
        #expect(settings.hasSecureCookies)
        #expect(settings.kept == 0)
    }

    @Test func `every option counts on the command line`() async throws {
        check(
            try await settings(
                "--db", "other.db", "--host", "0.0.0.0", "--port", "81", "--public", "--read-only", "--keep-answers",
                "0", "--secure-cookies"
            ))
    }

    @Test func `every option counts in a file, and the command line wins over it`() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "muster-options-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        let options =
            #"{"db": "other.db", "host": "0.0.0.0", "port": 81, "public": true, "read_only": true, "keep_answers": 0, "secure_cookies": true}"#
        try Data(options.utf8).write(to: file)
        check(try await settings("--config", file.path))
        #expect(try await settings("--config", file.path, "--keep-answers", "5").kept == 5)
    }

    @Test func `without options it listens on this machine alone, with a token, and writes`() async throws {
        let settings = try await settings()
        #expect(settings.registry == "muster.db" && settings.host == "127.0.0.1" && settings.port == 8080)
        #expect(!settings.isPublic && !settings.isReadOnly && settings.kept == 32)
        #expect(!settings.hasSecureCookies)
    }

    @Test(arguments: [
        ["--read-only=yes"], ["--read-only=on"], ["--secure-cookies=yes"], ["--public=maybe"],
        ["--db", "a.db", "--db", "b.db"],
        ["--port", "1", "--port=2"],
        ["--keep-answers", "-1"], ["--read-only", "true"],
    ])
    func `what is not understood is refused, and never means a server that writes`(arguments: [String]) async throws {
        await #expect(throws: MusterError.self) { try await Option.settings(["muster-server"] + arguments) }
    }

    @Test func `a name with a comma is one name, and a file of other members is refused`() async throws {
        #expect(try await settings("--db", "a,b.db").registry == "a,b.db")
        #expect(try await settings("--db=c.db", "--read-only=true").isReadOnly)
        let file = FileManager.default.temporaryDirectory.appending(path: "muster-options-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(#"{"readonly": true}"#.utf8).write(to: file)
        await #expect(throws: MusterError.self) {
            try await Option.settings(["muster-server", "--config=\(file.path)"])
        }
    }
}
