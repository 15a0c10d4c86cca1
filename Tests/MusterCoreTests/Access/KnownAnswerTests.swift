import Foundation
import MusterValues
import Synchronization
import Testing

@testable import MusterCore

/// A request that comes again with its key gets the answer that it got, and is not done twice.
final class KnownAnswerTests {
    let fresh: Fresh
    let access: AccessFile
    private let clock = MovedClock()

    init() throws {
        fresh = try Fresh(.populated)
        access = try AccessFile(beside: fresh.path, now: { [clock] in clock.now.withLock { $0 } })
        _ = try access.add(name: "Anna", role: .editor)
    }

    private func begin(
        _ key: String = "k1", of token: String = "T1", _ request: String = "POST /api/units {}", revision: Int64 = 7
    ) throws -> KnownAnswer {
        try access.begin(key: key, of: token, request: Data(request.utf8), revision: revision)
    }

    @Test func `a request is new once, then under way, then answered`() throws {
        #expect(try begin() == .new)
        #expect(try begin(revision: 9) == .pending(since: 7))
        try access.finish(key: "k1", of: "T1", status: 201, body: "{\"id\":\"U3\"}")
        #expect(try begin() == .answered(status: 201, body: "{\"id\":\"U3\"}"))
    }

    @Test func `a key is that of one request and of one token`() throws {
        #expect(try begin() == .new)
        #expect(try begin("k1", of: "T1", "POST /api/units {\"a\":1}") == .otherRequest)
        #expect(try begin("k1", of: "T2", "POST /api/units {\"a\":1}") == .new)
        #expect(try begin("k2") == .new)
        try access.finish(key: "k1", of: "T2", status: 422, body: "no")
        #expect(try begin() == .pending(since: 7))
    }

    @Test func `what was begun survives another program, and is known for a day`() throws {
        #expect(try begin() == .new)
        try access.finish(key: "k1", of: "T1", status: 200, body: "done")
        let other = try AccessFile(beside: fresh.path, now: { Fresh.now + 86_400 })
        let request = Data("POST /api/units {}".utf8)
        #expect(
            try other.begin(key: "k1", of: "T1", request: request, revision: 8) == .answered(status: 200, body: "done"))
        clock.now.withLock { $0 = Fresh.now + 86_401 }
        #expect(try begin(revision: 8) == .new)
        #expect(try begin(revision: 8) == .pending(since: 8))
    }

    @Test func `an answer whose key was forgotten is not kept`() throws {
        try access.finish(key: "k1", of: "T1", status: 200, body: "done")
        #expect(try begin() == .new)
    }

    @Test func `of many that begin at once one is new`() async throws {
        let path = fresh.path
        let answers = try await withThrowingTaskGroup(of: KnownAnswer.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try AccessFile(beside: path).begin(key: "k", of: "T1", request: Data([1]), revision: 7)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.filter { $0 == .new }.count == 1)
        #expect(answers.filter { $0 == .pending(since: 7) }.count == 7)
    }

    @Test(arguments: ["", "a b", "ключ", "a\n", String(repeating: "k", count: 201)])
    func `another key is refused`(key: String) throws {
        let error = #expect(throws: MusterError.self) { try begin(key) }
        #expect(error?.rule.hasSuffix("it has 1 to 200 printable ASCII characters without spaces") == true)
    }

    @Test func `without tokens nothing begins`() throws {
        let fresh = try Fresh(.populated)
        defer { withExtendedLifetime(fresh) {} }
        #expect(
            throws: MusterError.badValue(field: "token", value: "T1", rule: "there is no such token")
        ) {
            try AccessFile(beside: fresh.path).begin(key: "k", of: "T1", request: Data(), revision: 1)
        }
        #expect(!FileManager.default.fileExists(atPath: fresh.path + ".access"))
    }
}
