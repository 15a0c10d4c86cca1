import Foundation
import MusterCore
import MusterValues
import Testing

@testable import MusterWeb

struct WriteAPITests {
    @Test func `an enrollment with all that is missing is one request and one revision`() async throws {
        try await TestServer.run { server in
            let before = try server.registry().newestRevision()
            let reply = try await server.post(
                "/api/enrollments?reason=from%20the%20paper",
                #"{"official": "Ivan Sample", "post": {"title": "Minister of Roads", "region": "RU-KGD"}, "unit": "U1", "state": "joined", "date": "2025-05", "evidence": {"source": "S1", "quote": "he joined"}}"#
            )
            #expect(reply.status == 201, "\(reply.text)")
            #expect(try reply.json["revision"] as? Int64 == before + 1)
            let registry = try server.registry()
            #expect(try registry.newestRevision() == before + 1)
            let logged = try #require(try registry.log(limit: 1).first)
            #expect(logged.author == "The editor")
            #expect(logged.reason == "from the paper")
            let location = try #require(reply.headers["location"])
            #expect(try await server.get(location).status == 200)
            _ = try registry.verify()
        }
    }

    @Test func `a look-alike is answered with whom it may be, and how to say that it is another`() async throws {
        try await TestServer.run { server in
            let name = try #require(try await server.get("/api/officials?limit=1").items.first?["name"] as? String)
            let body =
                #""name": "\#(name)", "post": {"title": "Keeper of Maps", "region": "RU-MUR"}, "evidence": {"source": "S1"}"#
            let reply = try await server.post("/api/officials", "{\(body)}")
            #expect(reply.status == 409)
            #expect(try (reply.json["candidates"] as? [[String: Any]])?.first?["id"] as? String == "O1")
            #expect(try reply.text("remedy")?.contains("is_new: true") == true, "\(reply.text)")
            let forced = try await server.post("/api/officials", "{\(body), \"is_new\": true}")
            #expect(forced.status == 201, "\(forced.text)")
        }
    }

    @Test func `a dry run tells and writes nothing`() async throws {
        try await TestServer.run { server in
            let before = try server.registry().newestRevision()
            let reply = try await server.post("/api/sources?dry_run=true", #"{"kind": "other", "title": "Tried"}"#)
            #expect(reply.status == 200)
            #expect(try reply.json["dry_run"] as? Bool == true)
            #expect(try reply.json["changes"] is [[String: Any]])
            #expect(try server.registry().newestRevision() == before)
        }
    }

    @Test(arguments: [
        ("{\"kind\": \"other\"}", "the member title is missing", 400),
        ("{\"kind\": \"other\", \"titel\": \"x\"}", "'titel' is not a member of the body (near it: title)", 400),
        ("{\"kind\": \"newspaper\", \"title\": \"x\"}", "'newspaper' is not a value of kind", 400),
        ("{\"kind\": \"other\", \"title\": 5}", "title '5' is refused: give a text", 400),
        (
            "{\"kind\": \"other\", \"title\": \"x\", \"published\": \"2025-02-31\"}",
            "published '2025-02-31' is refused", 400
        ),
        (
            "{\"kind\": \"other\", \"title\": \"x\", \"capture\": \"/etc/passwd\"}",
            "'capture' is not a member of the body", 400
        ),
        ("[]", "body 'a list' is refused: give an object", 400), ("{", "body '{' is refused: it is no JSON", 400),
        ("", "the body is missing", 400),
        (
            "{\"kind\": \"other\", \"title\": \"x\", \"derived_from\": [1]}",
            "derived_from[0] '1' is refused: give a text", 400
        ),
    ])
    func `a body that is refused names the member and the rule`(body: String, detail: String, status: Int) async throws
    {
        try await TestServer.run { server in
            let before = try server.registry().newestRevision()
            let reply = try await server.post("/api/sources", body)
            #expect(reply.status == status)
            #expect(try reply.text("detail")?.contains(detail) == true, "\(reply.text)")
            #expect(try server.registry().newestRevision() == before)
        }
    }

    @Test(arguments: [
        ("events", #"{"record": "U77", "state": "operational", "evidence": [{"source": "S1"}]}"#, "record"),
        (
            "events", #"{"record": "U1", "state": "operational", "evidence": [{"source": "S1"}, {"source": "S88"}]}"#,
            "evidence[1].source"
        ),
        ("units", #"{"designation": "X", "region": "RU-ZZ", "evidence": {"source": "S1"}}"#, "region"),
        ("sources", #"{"kind": "other", "title": "x", "derived_from": ["S1", "S99"]}"#, "derived_from[1]"),
    ])
    func `what is not on the register is told with the member that names it`(
        target: String, body: String, field: String
    )
        async throws
    {
        try await TestServer.run { server in
            let reply = try await server.post("/api/\(target)", body)
            #expect(reply.status == 404, "\(reply.text)")
            #expect(try reply.text("field") == field, "\(reply.text)")
        }
    }

    @Test func `a body of another media type is refused`() async throws {
        try await TestServer.run { server in
            let reply = try await server.send(
                "POST", "/api/sources", as: .editor, body: "a=b", type: "application/x-www-form-urlencoded")
            #expect(reply.status == 415)
        }
    }

    @Test func `a unit that is like another one is added first, as the refusal of an enrollment says`() async throws {
        try await TestServer.run { server in
            let evidence = #""evidence": {"source": "S1"}"#
            let enrollment = """
                {"official": "Gleb Example", "post": {"title": "Mayor"}, "unit": "BARS-Kaliningrat", "unit_region": "RU-KGD", \(evidence)}
                """
            let refused = try await server.post("/api/enrollments", enrollment)
            #expect(refused.status == 409)
            #expect(
                try refused.text("remedy")
                    == "use U1, or, if this is another unit, add it first with POST /api/units and is_new: true")
            let unit = #"{"designation": "BARS-Kaliningrat", "region": "RU-KGD", "is_new": true, \#(evidence)}"#
            #expect(try await server.post("/api/units", unit).status == 201)
            #expect(try await server.post("/api/enrollments", enrollment).status == 201)
            let both = try await server.post(
                "/api/enrollments", #"{"official": "O1", "group": {"who": "x"}, "unit": "U1", \#(evidence)}"#)
            #expect(try both.text("remedy") == "leave out group")
        }
    }

    @Test func `a token is made without the headers of a revision`() async throws {
        try await TestServer.run { server in
            let body = #"{"name": "A Client", "role": "reader"}"#
            for name in ["Idempotency-Key", "If-Match"] {
                let refused = try await server.post("/api/tokens", body, as: .admin, headers: [name: "\"1\""])
                #expect(refused.status == 400, "\(name)")
            }
        }
    }

    @Test func `every kind of write is served`() async throws {
        try await TestServer.run { server in
            func made(_ target: String, _ body: String) async throws -> [String: Any] {
                let reply = try await server.post(target, body)
                #expect([200, 201].contains(reply.status), "\(target): \(reply.text)")
                return try reply.json
            }
            let evidence = "\"evidence\": {\"source\": \"S1\"}"
            _ = try await made("/api/programmes", "{\"name\": \"TEST\", \(evidence)}")
            _ = try await made(
                "/api/units",
                "{\"designation\": \"TEST-Murmansk\", \"region\": \"RU-MUR\", \"programme\": \"TEST\", \(evidence)}")
            _ = try await made(
                "/api/events",
                "{\"record\": \"TEST-Murmansk\", \"state\": \"forming\", \"date\": \"2025\", \"evidence\": [{\"source\": \"S1\"}]}"
            )
            _ = try await made(
                "/api/posts", "{\"official\": \"O1\", \"post\": {\"title\": \"Keeper of Maps\"}, \(evidence)}")
            _ = try await made(
                "/api/citations",
                "{\"record\": \"TEST-Murmansk\", \"field\": \"role\", \"evidence\": {\"source\": \"S1\", \"stated\": \"reserve\"}}"
            )
            _ = try await made(
                "/api/looks",
                "{\"region\": \"RU-MUR\", \"date\": \"2025-06-01\", \"place\": \"the press\", \"found\": \"none\"}")
            let first = try await made("/api/sources", "{\"kind\": \"other\", \"title\": \"One\"}")
            let second = try await made("/api/sources", "{\"kind\": \"other\", \"title\": \"Two\"}")
            func id(_ answer: [String: Any]) -> String {
                (answer["changes"] as? [[String: Any]])?.first?["id"] as? String ?? ""
            }
            _ = try await made("/api/merges", "{\"kept\": \"\(id(first))\", \"gone\": \"\(id(second))\"}")
            _ = try await made("/api/unmerges", "{\"record\": \"\(id(second))\"}")
            _ = try await made(
                "/api/distinctions?reason=two%20texts", "{\"one\": \"\(id(first))\", \"other\": \"\(id(second))\"}")
            let third = try await made("/api/sources", "{\"kind\": \"other\", \"title\": \"Three\"}")
            _ = try await made("/api/reverts", "{\"revision\": \(third["revision"] ?? 0)}")
            _ = try server.registry().verify()
        }
    }

    @Test func `an edit takes a value, its reason and its removal`() async throws {
        try await TestServer.run { server in
            func patch(_ body: String) async throws -> Reply {
                try await server.send("PATCH", "/api/records/U1", as: .editor, body: body)
            }
            #expect(try await patch("{\"values\": {\"role\": \"reserve\"}}").status == 400)
            #expect(
                try await patch("{\"values\": {\"role\": \"reserve\"}, \"inferred\": \"by its tasks\"}").status == 200)
            #expect(try await patch("{\"values\": {\"role\": null}}").status == 200)
            let wrong = try await patch("{\"values\": {\"roel\": \"x\"}}")
            #expect(wrong.status == 400)
            #expect(wrong.text.contains("role"))
        }
    }

    @Test func `a file is imported whole, or told row by row`() async throws {
        try await TestServer.run { server in
            func send(_ csv: String, _ query: String = "") async throws -> Reply {
                try await server.send("POST", "/api/imports\(query)", as: .editor, body: csv, type: "text/csv")
            }
            let columns = try await send("titel\nx\n")
            #expect(columns.status == 400)
            #expect(!columns.text.contains("/tmp"))
            let tried = try await send("source,source_kind\nA paper,other\n", "?dry_run=true")
            #expect(tried.status == 200, "\(tried.text)")
            let done = try await send("source,source_kind\nA paper,other\n")
            #expect(done.status == 201, "\(done.text)")
            let bad = try await send("source,source_kind\nAnother,newspaper\n")
            #expect(bad.status == 409)
            #expect(bad.headers["content-type"] == "application/problem+json")
            #expect(try (bad.json["rows"] as? [Any])?.count == 1)
            #expect(!bad.text.contains("/tmp") && !bad.text.contains("import.csv"))
            let triedBad = try await send("source,source_kind\nAnother,newspaper\n", "?dry_run=true")
            #expect(try triedBad.json["stopped"] as? Bool == true)
            #expect(try (triedBad.json["added"] as? [String: Any])?.isEmpty == true)
            #expect(try await server.get("/api/imports").items.contains { $0["column"] as? String == "source_kind" })
        }
    }
}
