import Foundation
import Logging
import MusterCore
import MusterDemo
import MusterValues
import ServiceLifecycle
import Synchronization

@testable import MusterWeb

/// A server on a free port, of a registry in a new file that holds the sample dispatch; both are gone when it ends.
final class TestServer: Sendable {
    let path: String
    let port: Int
    let site: Site
    private let folder: URL
    private let group: ServiceGroup
    private let running: Task<Void, any Error>
    private let secrets: [Role: String]

    static let clerk = Authorship(author: "clerk", reason: "test")

    private static let turnstile = Turnstile(most: 6)

    /// Starts a server, and ends it after its use. A few run at a time.
    static func run<Value>(
        _ change: (inout Settings) -> Void = { _ in }, _ use: (TestServer) async throws -> Value
    ) async throws -> Value {
        try await queued(change, nil, use)
    }

    /// The same with a log of all requests that the test reads.
    static func logged<Value>(to log: KeptLog, _ use: (TestServer) async throws -> Value) async throws -> Value {
        try await queued({ $0.logsRequests = true }, log, use)
    }

    private static func queued<Value>(
        _ change: (inout Settings) -> Void, _ log: KeptLog?, _ use: (TestServer) async throws -> Value
    ) async throws -> Value {
        await turnstile.enter()
        do {
            let value = try await started(change, log, use)
            await turnstile.leave()
            return value
        } catch {
            await turnstile.leave()
            throw error
        }
    }

    private static func started<Value>(
        _ change: (inout Settings) -> Void, _ log: KeptLog?, _ use: (TestServer) async throws -> Value
    ) async throws -> Value {
        let server = try await TestServer(change, log)
        do {
            let value = try await use(server)
            try await server.end()
            return value
        } catch {
            try? await server.end()
            throw error
        }
    }

    private init(_ change: (inout Settings) -> Void, _ log: KeptLog?) async throws {
        folder = try Self.newFolder()
        path = folder.appending(path: "registry.db").path
        try Self.dispatch.get().write(to: URL(fileURLWithPath: path))
        let access = try AccessFile(beside: path)
        secrets = Dictionary(
            uniqueKeysWithValues: try Role.allCases.map {
                ($0, try access.add(name: "The \($0.rawValue)", role: $0).secret)
            })
        var settings = Settings(registry: path)
        settings.port = 0
        settings.logsRequests = false
        change(&settings)
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        let logger = Logger(label: "test") { _ -> any LogHandler in
            if let log { return log }
            return SwiftLogNoOpLogHandler()
        }
        let service = try RegistryService(settings, logger: logger) { told.yield($0) }
        site = service.site
        let group = ServiceGroup(
            configuration: .init(services: [service], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
        self.group = group
        running = Task { try await group.run() }
        port = await ports.first { _ in true } ?? 0
    }

    private func end() async throws {
        await group.triggerGracefulShutdown()
        try await running.value
        try FileManager.default.removeItem(at: folder)
    }

    static func newFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "muster-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// The bytes of a registry with the sample dispatch; made once a run.
    static let dispatch = Result {
        let folder = try newFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let registry = try Registry.create(at: folder.appending(path: "made.db").path)
        _ = try registry.loadReference(by: clerk)
        _ = try registry.recordDispatch(by: "demo")
        let copy = folder.appending(path: "copy.db")
        _ = try registry.backUp(to: copy.path)
        return try Data(contentsOf: copy)
    }

    /// The secret of the token of a role.
    func secret(_ role: Role) -> String { secrets[role]! }

    /// Opens the registry as another program would.
    func registry() throws -> Registry { try Registry(at: path, for: .writing) }

    /// Sends a request with the token of a role; nil sends none.
    func send(
        _ method: String, _ target: String, as role: Role? = .reader, body: String? = nil,
        type: String = "application/json",
        headers: [String: String] = [:]
    ) async throws -> Reply {
        var lines = ["\(method) \(target) HTTP/1.1", "Host: localhost", "Connection: close"]
        if let role { lines.append("Authorization: Bearer \(secret(role))") }
        if let body { lines += ["Content-Type: \(type)", "Content-Length: \(body.utf8.count)"] }
        lines += headers.map { "\($0.key): \($0.value)" }
        return try await raw(lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? ""))
    }

    func get(_ target: String, as role: Role? = .reader, headers: [String: String] = [:]) async throws -> Reply {
        try await send("GET", target, as: role, headers: headers)
    }

    func post(_ target: String, _ body: String, as role: Role? = .editor, headers: [String: String] = [:]) async throws
        -> Reply
    {
        try await send("POST", target, as: role, body: body, headers: headers)
    }

    /// Sends bytes as they are, and reads until the server closes the connection.
    func raw(_ text: String) async throws -> Reply {
        try await Self.onThread { [port] in try Reply(Socket(port: port).exchange(text)) }
    }

    /// Runs what blocks: the server needs the threads of Swift's own pool, of which a small machine has two.
    static func onThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
        }
    }
}
