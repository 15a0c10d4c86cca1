import Foundation
import MusterCore
import MusterValues
import Testing

@testable import MusterWeb

/// A change that rests on another state of the registry than there is changes nothing.
struct ExpectedStateTests {
    @Test func `an edit of what somebody else changed since is refused`() async throws {
        try await TestServer.run { server in
            let tag = try #require(try await server.get("/api/records/U1").headers["etag"])
            func patch(_ value: String) async throws -> Reply {
                try await server.send(
                    "PATCH", "/api/records/U1", as: .editor,
                    body: "{\"values\": {\"role\": \"\(value)\"}, \"inferred\": \"a test\"}",
                    headers: ["If-Match": tag])
            }
            _ = try await server.post("/api/sources", #"{"kind": "other", "title": "Elsewhere"}"#)
            #expect(try await patch("first").status == 200)
            let second = try await patch("second")
            #expect(second.status == 412)
            #expect(try second.text("detail")?.contains("U1") == true)
            let wrong = try await server.send(
                "PATCH", "/api/records/U1", as: .editor, body: "{\"values\": {}}", headers: ["If-Match": "\"x\""])
            #expect(wrong.status == 400)
        }
    }

    @Test func `a request that adds is refused if there is another revision than the one that was read`() async throws {
        try await TestServer.run { server in
            let tag = try #require(try await server.get("/api/sources").headers["etag"])
            let body = #"{"kind": "other", "title": "First"}"#
            #expect(try await server.post("/api/sources", body, headers: ["If-Match": tag]).status == 201)
            let newest = try server.registry().newestRevision()
            let second = try await server.post(
                "/api/sources", #"{"kind": "other", "title": "Second"}"#, headers: ["If-Match": tag])
            #expect(second.status == 412)
            #expect(
                try second.text("detail")
                    == "the newest revision is \(newest), and \(newest - 1) was read; read what changed, then send the request anew"
            )
            #expect(try server.registry().newestRevision() == newest)
            #expect(
                try await server.post(
                    "/api/sources", #"{"kind": "other", "title": "Any"}"#, headers: ["If-Match": "*"]
                ).status == 201)
        }
    }

    @Test func `a revision of the same number and another hash is another state`() async throws {
        try await TestServer.run { server in
            let newest = try server.registry().newestRevision()
            for tag in ["\"\(newest)-00000000-2026-01-01\"", "\"\(newest + 5)-0123abcd-2026-01-01\""] {
                let patched = try await server.send(
                    "PATCH", "/api/records/U1", as: .editor,
                    body: #"{"values": {"role": "depot"}, "inferred": "a test"}"#, headers: ["If-Match": tag])
                #expect(patched.status == 412, "\(patched.text)")
                #expect(try patched.text("detail")?.contains("as after a restore") == true)
            }
            #expect(try server.registry().newestRevision() == newest)
        }
    }
}
