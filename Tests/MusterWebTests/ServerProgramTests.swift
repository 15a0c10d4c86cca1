import Foundation
import MusterCore
import MusterValues
import Synchronization
import Testing

/// The program itself: its options, and how it ends.
struct ServerProgramTests {
    /// The program that was built with the tests: it lies beside them.
    private static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "muster-server")

    /// What a run of the program printed, and how it ended.
    private struct Ran: Sendable {
        let code: Int32
        let output: String
        let errors: String
    }

    private static func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> Ran {
        try await TestServer.onThread {
            let process = Process()
            process.executableURL = program
            process.arguments = arguments
            process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
            let (output, errors) = (Pipe(), Pipe())
            (process.standardOutput, process.standardError) = (output, errors)
            try process.run()
            let texts = [output, errors].map {
                String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            }
            process.waitUntilExit()
            return Ran(code: process.terminationStatus, output: texts[0], errors: texts[1])
        }
    }

    @Test(arguments: [
        (["--prot", "1"], 65, "'--prot' is not an option (near it: --port"), (["--port"], 64, "--port needs a value"),
        (["--port", "seven"], 65, "port 'seven' is refused: give a whole number from 0 to 65535"),
        (["--port", "70000"], 65, "port '70000' is refused"),
        (["--db", "/nowhere/there.db"], 66, "there is no registry at"),
        (["--config", "/nowhere/there.json"], 65, "it is no JSON file of options that can be read"),
        (["--host", "203.0.113.7", "--db", "REGISTRY"], 69, "the server cannot listen there"),
    ])
    func `an option that is refused is told in a sentence`(arguments: [String], code: Int, message: String) async throws
    {
        try await TestServer.run { server in
            let given = arguments.map { $0 == "REGISTRY" ? server.path : $0 }
            let ran =
                given.count == 1
                ? try await Self.run(given[0])
                : given.count == 2
                    ? try await Self.run(given[0], given[1])
                    : try await Self.run(given[0], given[1], given[2], given[3])
            #expect(ran.code == Int32(code), "\(ran.errors)")
            #expect(ran.errors.contains("muster-server: "))
            #expect(ran.errors.contains(message), "\(ran.errors)")
        }
    }

    @Test func `the help names every option`() async throws {
        let ran = try await Self.run("--help")
        #expect(ran.code == 0)
        for option in [
            "--db", "--host", "--port", "--public", "--read-only", "--keep-answers", "--secure-cookies", "--config",
        ] {
            #expect(ran.output.contains("  \(option) "), "\(option)")
        }
    }

    @Test func `the environment and a file give options, and the command line wins`() async throws {
        try await TestServer.run { server in
            let config = server.path + ".json"
            try Data(#"{"port": 70000, "host": "127.0.0.1"}"#.utf8).write(to: URL(fileURLWithPath: config))
            let file = try await Self.run("--config", config)
            #expect(file.errors.contains("'70000'"), "\(file.errors)")
            let both = try await Self.run("--config", config, environment: ["MUSTER_PORT": "80000"])
            #expect(both.errors.contains("'80000'"), "\(both.errors)")
            let all = try await Self.run("--config", config, "--port", "90000", environment: ["MUSTER_PORT": "80000"])
            #expect(all.errors.contains("'90000'"), "\(all.errors)")
        }
    }

    @Test func `a server that is told to end answers what is under way, and loses nothing`() async throws {
        let folder = try TestServer.newFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "registry.db").path
        try TestServer.dispatch.get().write(to: URL(fileURLWithPath: path))
        let secret = try AccessFile(beside: path).add(name: "Anna", role: .editor, until: nil).secret
        let port = Int.random(in: 20_000..<60_000)
        let process = Process()
        process.executableURL = Self.program
        process.arguments = ["--db", path, "--port", "\(port)"]
        process.standardError = FileHandle.nullDevice
        try process.run()
        func ask(_ text: String) async throws -> Reply {
            try await TestServer.onThread { try Reply(Socket(port: port).exchange(text)) }
        }
        let health = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        var isUp = false
        for _ in 0..<200 where !isUp {
            isUp = (try? await ask(health).status) == 200
            if !isUp { try await Task.sleep(for: .milliseconds(50)) }
        }
        #expect(isUp)
        let body = #"{"kind": "other", "title": "Late"}"#
        let written = try await ask(
            "POST /api/sources HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(secret)\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        )
        #expect(written.status == 201)
        let newest = try Registry(at: path, for: .reading).newestRevision()
        // Who waits for a change is answered when the server ends.
        let replied = Mutex<Int?>(nil)
        Thread.detachNewThread {
            let text =
                "GET /api/changes?since=\(newest)&wait=60 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(secret)\r\nConnection: close\r\n\r\n"
            let reply = try? Reply(Socket(port: port).exchange(text))
            replied.withLock { $0 = reply?.status ?? 0 }
        }
        try await Task.sleep(for: .seconds(1))
        process.terminate()
        for _ in 0..<1200 where replied.withLock({ $0 == nil }) { try await Task.sleep(for: .milliseconds(50)) }
        #expect(replied.withLock { $0 } == 200)
        try await TestServer.onThread { process.waitUntilExit() }
        #expect(process.terminationStatus == 0)
        let registry = try Registry(at: path, for: .reading)
        #expect(try registry.sources().contains { $0.title == "Late" })
        _ = try registry.verify()
    }
}
