import Foundation
import MusterCore
import MusterValues
import Testing

@testable import MusterWeb

/// The copy of the whole registry, and its way back.
struct CopyTests {
    private static let type = "application/vnd.sqlite3"

    @Test func `an admin takes a copy and restores it, and nobody else may`() async throws {
        try await TestServer.run { server in
            let before = try server.registry().newest()
            let copy = try await server.get("/api/copy", as: .admin)
            #expect(copy.status == 200)
            #expect(copy.headers["content-type"] == Self.type)
            for role in [Role.reader, .contributor, .editor] {
                #expect(try await server.get("/api/copy", as: role).status == 403)
                #expect(try await server.send(copy: copy.bytes, as: role).status == 403)
            }
            let (body, key) = (#"{"kind": "other", "title": "After the copy"}"#, ["Idempotency-Key": "k1"])
            #expect(try await server.post("/api/sources", body, headers: key).status == 201)
            let redaction = try await server.send("POST", "/api/records/O1/redaction?reason=order", as: .admin)
            #expect(redaction.status == 200)
            let (newest, _) = try server.registry().newest()
            #expect(try await server.get("/api/search?q=After%20the%20copy").items.count == 1)

            let restored = try await server.send(copy: copy.bytes, as: .admin, key: "r1")
            #expect(restored.status == 200, "\(restored.text)")
            #expect(try restored.json["revision"] as? Int64 == before.revision)
            #expect(try restored.text("head") == before.head)
            #expect(try restored.json["replaced"] as? Int64 == newest)
            #expect(try (restored.json["unredacted"] as? [String])?.contains("O1") == true)
            #expect(try await server.get("/api/search?q=After%20the%20copy").items.isEmpty)
            #expect(try await server.get("/api/records/O1").status == 200)
            #expect(try await server.get("/readyz", as: nil).status == 200)
            // What the restore took away is carried out if it comes again.
            #expect(try await server.post("/api/sources", body, headers: key).status == 201)
            #expect(try await server.get("/api/search?q=After%20the%20copy").items.count == 1)
            // A restore that comes again with its key takes nothing away a second time.
            let again = try await server.send(copy: copy.bytes, as: .admin, key: "r1")
            #expect(again.status == 200 && again.text == restored.text, "\(again.text)")
            #expect(try await server.get("/api/search?q=After%20the%20copy").items.count == 1)
            _ = try server.registry().verify()
        }
    }

    @Test func `a restore that is done is told as done, though the answers kept for retries cannot be forgotten`()
        async throws
    {
        try await TestServer.run { server in
            let before = try server.registry().newest()
            let copy = try await server.get("/api/copy", as: .admin)
            let body = #"{"kind": "other", "title": "After the copy"}"#
            let key = ["Idempotency-Key": "k1"]
            #expect(try await server.post("/api/sources", body, headers: key).status == 201)
            try Tampering.run(
                """
                c.execute("CREATE TRIGGER stop BEFORE DELETE ON answer BEGIN SELECT RAISE(ABORT, 'no'); END")
                """, on: server.path + ".access")
            let restored = try await server.send(copy: copy.bytes, as: .admin)
            #expect(restored.status == 200, "\(restored.text)")
            #expect(try server.registry().newest() == before)
        }
    }

    @Test func `what is no whole copy changes nothing`() async throws {
        try await TestServer.run { server in
            let before = try server.registry().newest()
            let copy = try await server.get("/api/copy", as: .admin).bytes
            var changed = copy
            let name = try #require(changed.firstRange(of: Array("Kaliningrad".utf8)))
            changed[name.lowerBound] = UInt8(ascii: "Q")
            for bytes in [Array("junk".utf8), Array(copy.prefix(9000)), [], changed] {
                let reply = try await server.send(copy: bytes, as: .admin)
                #expect(reply.status == 400, "\(reply.text)")
                #expect(!reply.text.contains("/") || reply.text.contains("GET /api/copy"), "\(reply.text)")
            }
            let other = try await server.post("/api/restores", "{}", as: .admin)
            #expect(other.status == 415)
            #expect(try server.registry().newest() == before)
        }
    }
}

extension TestServer {
    /// Sends a copy to be restored.
    fileprivate func send(copy: [UInt8], as role: Role, key: String? = nil) async throws -> Reply {
        let field = key.map { "Idempotency-Key: \($0)\r\n" } ?? ""
        let head = """
            POST /api/restores HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer \(secret(role))\r
            \(field)Content-Type: application/octet-stream\r\nContent-Length: \(copy.count)\r\n\r\n
            """
        return try await Self.onThread { [port] in try Reply(Socket(port: port).exchange(Array(head.utf8) + copy)) }
    }
}
