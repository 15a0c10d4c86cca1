import Foundation
import MusterCore
import MusterValues
import Testing

@testable import MusterWeb

struct FollowerTests {
    /// Runs a server that follows the file of a registry that this test writes elsewhere.
    private static func run(
        primary: String? = nil, _ use: @escaping (TestServer, FollowedPrimary) async throws -> Void
    ) async throws {
        try await TestServer.run {
            $0.isFollowing = true
            $0.primary = primary
        } _: { server in
            let folder = try TestServer.newFolder()
            defer { try? FileManager.default.removeItem(at: folder) }
            try await use(server, try FollowedPrimary(in: folder, copied: server.path))
        }
    }

    /// Asks until the answer rests on a revision; the follower looks several times a second.
    private static func answer(_ server: TestServer, at revision: Int64) async throws -> Reply {
        for _ in 0..<200 {
            let reply = try await server.get("/api/sources?limit=1000")
            if reply.headers["muster-revision"] == "\(revision)" { return reply }
            try await Task.sleep(for: .milliseconds(100))
        }
        return try await server.get("/api/sources?limit=1000")
    }

    @Test func `what is written into the followed file is served, and no kept answer stays`() async throws {
        try await Self.run { server, primary in
            let revision = try primary.registry.newestRevision()
            let first = try await Self.answer(server, at: revision)
            #expect(!first.text.contains("Later news"))
            for number in 1...2 {
                try primary.add("Later news \(number)")
                try primary.replicate()
                let reply = try await Self.answer(server, at: revision + Int64(number))
                #expect(reply.text.contains("Later news \(number)"))
                #expect(reply.headers["etag"] != first.headers["etag"])
            }
        }
    }

    @Test func `another file in its place is served once its history is proven`() async throws {
        try await Self.run { server, primary in
            let revision = try primary.registry.newestRevision()
            try primary.add("Restored")
            try primary.replicate(inPlace: false)
            #expect(try await Self.answer(server, at: revision + 1).text.contains("Restored"))
            let ready = try await server.get("/readyz", as: nil)
            #expect(ready.status == 200)
            #expect(try ready.json["proven"] as? Int64 == revision + 1)
        }
    }

    @Test func `another file that is not proven is not served, nor what is written into it, until it is`() async throws
    {
        try await Self.run { server, primary in
            let revision = try primary.registry.newestRevision()
            #expect(try await Self.answer(server, at: revision).status == 200)
            try primary.add("Forged")
            try primary.replicate(inPlace: false, forging: true)
            try await Task.sleep(for: .seconds(2))
            try primary.add("Forged again")
            try primary.replicate(forging: true)
            try await Task.sleep(for: .seconds(2))
            #expect(try await server.get("/api/sources").headers["muster-revision"] == "\(revision)")
            // What is served is as it was proven.
            #expect(try await server.get("/readyz", as: nil).status == 200)
            try primary.replicate()
            #expect(try await Self.answer(server, at: revision + 2).text.contains("Forged again"))
        }
    }

    @Test func `a client that waits is told the revision that it waited for`() async throws {
        try await Self.run { server, primary in
            let revision = try primary.registry.newestRevision()
            #expect(try await Self.answer(server, at: revision).status == 200)
            async let told = server.get("/api/changes?since=\(revision)&wait=30")
            try await Task.sleep(for: .milliseconds(500))
            try primary.add("Later news")
            try primary.replicate()
            let reply = try await told
            #expect(reply.headers["muster-revision"] == "\(revision + 1)")
            #expect(try (reply.json["items"] as? [[String: Any]])?.count == 1)
        }
    }

    @Test func `an answer tells the revision of the copy that it was read from, though another is served by now`()
        async throws
    {
        try await Self.run { server, primary in
            let old = server.site.served.registry
            let revision = try old.newestRevision()
            try primary.add("Later news")
            try primary.replicate()
            #expect(try await Self.answer(server, at: revision + 1).text.contains("Later news"))
            let call = Call(
                target: "/api/sources", path: [:], query: Query(values: [:]), visitor: .unknown(isPublic: true),
                present: old, site: server.site)
            let stamped = try call.stamped { try $0.newestRevision() }
            let state = try old.state()
            #expect(stamped.value == revision && stamped.state == state)
        }
    }

    /// What `/readyz` tells of the lag, once the history is proven.
    private static func lag(_ server: TestServer) async throws -> [String: Any] {
        var ready = try await server.get("/readyz")
        for _ in 0..<200 where ready.status == 503 {
            try await Task.sleep(for: .milliseconds(50))
            ready = try await server.get("/readyz")
        }
        return try #require(try ready.json["following"] as? [String: Any])
    }

    @Test func `every answer tells how far behind it is`() async throws {
        try await Self.run { server, primary in
            let newest = try #require(try primary.registry.log(limit: 1).first)
            let said = "revision=\(newest.revision), written=\"\(newest.at)\", unchanged="
            for target in ["/api/units", "/api/nothing", "/healthz"] {
                #expect(try await server.get(target).headers["muster-following"]?.hasPrefix(said) == true, "\(target)")
            }
            let lag = try await Self.lag(server)
            #expect(lag["revision"] as? Int64 == newest.revision)
            #expect(lag["written"] as? String == newest.at)
            let unchanged = try #require(lag["unchanged"] as? Int, "\(lag)")
            #expect((0...600).contains(unchanged), "\(unchanged)")
            #expect(lag["primary"] is NSNull)
            #expect(try await server.get("/metrics").text.contains("\nmuster_following_unchanged_seconds "))
        }
    }

    @Test func `the primary is asked for its revision`() async throws {
        try await TestServer.run { primary in
            _ = try primary.registry().add(NewSource(kind: .other, title: "Not replicated"), by: TestServer.clerk)
            let newest = try primary.registry().newestRevision()
            try await Self.run(primary: "http://127.0.0.1:\(primary.port)/") { server, _ in
                var lag: [String: Any] = [:]
                for _ in 0..<100 where !(lag["behind"] is Int64) {
                    lag = try await Self.lag(server)
                    try await Task.sleep(for: .milliseconds(100))
                }
                #expect(lag["primary"] as? Int64 == newest)
                #expect(lag["behind"] as? Int64 == 1)
                let header = try await server.get("/api/units").headers["muster-following"]
                #expect(header?.hasSuffix(", behind=1") == true)
            }
        }
    }

    @Test func `nothing is said of a primary that does not answer, and all else is answered`() async throws {
        // An address of documentation, at which nobody answers (RFC 5737).
        try await Self.run(primary: "http://192.0.2.1") { server, _ in
            let reply = try await server.get("/api/units")
            #expect(reply.status == 200)
            #expect(reply.headers["muster-following"]?.contains("primary=") == false)
        }
    }

    @Test(arguments: ["ftp://register.example", "register.example", "https://", "https://x.example/?a=1", ""])
    func `what is no address of a server is refused`(address: String) {
        #expect(throws: MusterError.self) { try PrimaryWatch(address) }
    }

    @Test func `a write is refused, and told where it can be made`() async throws {
        try await Self.run(primary: "https://register.example/") { server, primary in
            let body = #"{"kind": "other", "title": "x"}"#
            let reply = try await server.post("/api/sources", body)
            #expect(reply.status == 403)
            #expect(try reply.text("type") == "urn:muster:problem:read-only")
            #expect(try reply.text("remedy") == "send it to https://register.example")
            #expect(try await server.post("/api/sources", body, as: nil).status == 401)
        }
    }
}
