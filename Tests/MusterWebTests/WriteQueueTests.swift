import Foundation
import MusterCore
import MusterValues
import Testing

@testable import MusterWeb

struct WriteQueueTests {
    @Test func `a request with the same key is answered again and not written again`() async throws {
        try await TestServer.run { server in
            let body = #"{"kind": "other", "title": "Once"}"#
            let first = try await server.post("/api/sources", body, headers: ["Idempotency-Key": "k1"])
            let newest = try server.registry().newestRevision()
            let again = try await server.post("/api/sources", body, headers: ["Idempotency-Key": "k1"])
            #expect(again.status == 201)
            #expect(again.text == first.text)
            #expect(again.headers["location"] == first.headers["location"] && again.headers["location"] != nil)
            #expect(try server.registry().newestRevision() == newest)
            let other = try await server.post(
                "/api/sources", #"{"kind": "other", "title": "Other"}"#, headers: ["Idempotency-Key": "k1"])
            #expect(other.status == 409)
            let refused = try await server.post("/api/sources", "{}", headers: ["Idempotency-Key": "k2"])
            let refusedAgain = try await server.post("/api/sources", "{}", headers: ["Idempotency-Key": "k2"])
            #expect(refused.status == 400 && refusedAgain.text == refused.text)
            #expect(try await server.post("/api/sources", body, headers: ["Idempotency-Key": "k 3\t"]).status != 500)
        }
    }

    @Test func `a redaction takes the answers out that are kept, and nothing is written again`() async throws {
        try await TestServer.run { server in
            let body =
                #"{"name": "Vera Blank", "post": {"title": "Mayor", "region": "RU-TUL"}, "evidence": {"source": "S1"}}"#
            let key = ["Idempotency-Key": "k1"]
            let first = try await server.post("/api/officials", body, headers: key)
            let id = try #require(first.headers["location"])
            #expect(first.status == 201)
            func holds(_ word: String) throws -> Bool {
                try ["", "-wal"].contains { suffix in
                    let file = try Data(contentsOf: URL(fileURLWithPath: server.path + ".access" + suffix))
                    return file.range(of: Data(word.utf8)) != nil
                }
            }
            #expect(try holds("Blank"))
            let redacted = try await server.send("POST", "\(id)/redaction?reason=a%20court%20order", as: .admin)
            #expect(redacted.status == 200, "\(redacted.text)")
            let newest = try server.registry().newestRevision()
            let again = try await server.post("/api/officials", body, headers: key)
            #expect(again.status == 409)
            #expect(try again.text("type") == "urn:muster:problem:key-emptied")
            #expect(try server.registry().newestRevision() == newest)
            #expect(try !holds("Blank"))
        }
    }

    @Test func `what a contributor adds waits for an editor, who accepts it`() async throws {
        try await TestServer.run { server in
            let added = try await server.post(
                "/api/units", #"{"designation": "BARS-Murmansk", "region": "RU-MUR", "evidence": {"source": "S1"}}"#,
                as: .contributor)
            #expect(added.status == 201, "\(added.text)")
            let id = try #require((try added.json["changes"] as? [[String: Any]])?.first?["id"] as? String)
            let waiting = try await server.get("/api/review")
            #expect(try waiting.ids.contains(id))
            #expect(try waiting.items.first { $0["id"] as? String == id }?["author"] as? String == "The contributor")
            let name = try await server.post(
                "/api/citations",
                #"{"record": "O1", "field": "name", "evidence": {"source": "S1", "stated": "Somebody Else"}}"#,
                as: .contributor)
            #expect(name.status == 409)
            let own = try await server.send(
                "PATCH", "/api/records/\(id)", as: .contributor, body: #"{"values": {"standing": "accepted"}}"#)
            #expect(own.status == 403)
            let accepted = try await server.send(
                "PATCH", "/api/records/\(id)", as: .editor, body: #"{"values": {"standing": "accepted"}}"#)
            #expect(accepted.status == 200, "\(accepted.text)")
            #expect(try await server.get("/api/review").ids.contains(id) == false)
        }
    }

    @Test func `many writers at once have a revision each, and readers are not held up`() async throws {
        try await TestServer.run { server in
            let before = try server.registry().newestRevision()
            let replies = try await withThrowingTaskGroup(of: Reply.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        try await server.post("/api/sources", "{\"kind\": \"other\", \"title\": \"Paper \(number)\"}")
                    }
                    if number % 4 == 0 { group.addTask { try await server.get("/api/sources?limit=\(number + 1)") } }
                }
                return try await group.reduce(into: [Reply]()) { $0.append($1) }
            }
            let written = replies.filter { $0.status == 201 }
            #expect(written.count == 40)
            let revisions = try written.compactMap { try $0.json["revision"] as? Int64 }
            #expect(Set(revisions) == Set((before + 1)...(before + 40)))
            _ = try server.registry().verify()
        }
    }

    @Test func `of writes that share a commit a refused one changes nothing and the others stay`() async throws {
        try await TestServer.run { server in
            let replies = try await withThrowingTaskGroup(of: Reply.self) { group in
                for number in 0..<20 {
                    let kind = number % 5 == 0 ? "#" : "other"
                    let title = number % 5 == 1 ? "" : "Paper \(number)"
                    group.addTask {
                        try await server.post("/api/sources", "{\"kind\": \"\(kind)\", \"title\": \"\(title)\"}")
                    }
                }
                return try await group.reduce(into: [Reply]()) { $0.append($1) }
            }
            #expect(replies.filter { $0.status == 201 }.count == 12)
            #expect(replies.filter { $0.status == 400 }.count == 8)
            _ = try server.registry().verify()
        }
    }
}
