import Foundation
import MusterCore
import MusterValues
import Testing

@testable import MusterWeb

/// What the API says of a request that it refuses.
struct RefusalAPITests {
    private static let evidence = #""evidence": {"source": "S1"}"#

    @Test(
        arguments: [
            ("POST", "sources", #"{"kind": "other", "title": "x", "url": "nonsense"}"#, "url"),
            ("POST", "units", #"{"designation": "Sea Unit", "ordinal": -4, \#(evidence)}"#, "ordinal"),
            ("POST", "events", #"{"record": "U1", "state": "zzz", "evidence": [{"source": "S1"}]}"#, "state"),
            ("POST", "events", #"{"record": "U1", "state": "battalion", "evidence": []}"#, "evidence"),
            ("POST", "looks", #"{"region": "RU-MUR", "date": "2035-01-01", "place": "press"}"#, "date"),
            (
                "POST", "enrollments", #"{"group": {"who": "two"}, "unit": "U1", "ends": "2025-99", \#(evidence)}"#,
                "ends"
            ),
            (
                "POST", "enrollments", #"{"group": {"who": "two", "least": 5, "most": 2}, "unit": "U1", \#(evidence)}"#,
                nil
            ),
            ("POST", "citations", #"{"record": "U1", "field": "role", \#(evidence)}"#, "evidence.stated"),
            ("POST", "sources", #"{"kind": "other", "kind": "ngo", "title": "x"}"#, "kind"),
            ("POST", "sources", #"{"kind": "other", "t\u0069tle": "x", "title": "y"}"#, "title"),
            (
                "POST", "events", #"{"record": "U1", "state": "planned strength", "evidence": [{"source": "S1"}]}"#,
                "state"
            ),
            ("PATCH", "records/S1", #"{"values": {"published": "2025-13"}, "inferred": "seen"}"#, "values.published"),
            ("PATCH", "records/U1", #"{"values": {"colour": "red"}, "inferred": "seen"}"#, "values.colour"),
            ("PATCH", "records/U1", #"{"values": {"ordinal": "x"}, "inferred": "seen"}"#, "values.ordinal"),
            ("POST", "distinctions", #"{"one": "U1", "other": "U2"}"#, "reason"),
            ("GET", "units?standing=blue", nil, "standing"), ("GET", "export/parquet", nil, "format"),
            ("GET", "enrollments?state=zzz", nil, "state"), ("GET", "reports/unit/U1?format=pdf", nil, "format"),
        ] as [(String, String, String?, String?)])
    func `the member or parameter that is refused has its own name`(
        method: String, target: String, body: String?, field: String?
    ) async throws {
        try await TestServer.run { server in
            let reply = try await server.send(method, "/api/\(target)", as: .editor, body: body)
            #expect(reply.status == 400, "\(reply.text)")
            #expect(try reply.text("field") == field, "\(reply.text)")
        }
    }

    @Test func `a token that nobody has is not found`() async throws {
        try await TestServer.run { server in
            let reply = try await server.send("DELETE", "/api/tokens/T99", as: .admin)
            #expect(reply.status == 404, "\(reply.text)")
            #expect(try reply.text("remedy") == "GET /api/tokens lists them")
        }
    }

    @Test func `a record that was not there yet is told with the revision that it came with`() async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/api/records/U2?known_at=3")
            #expect(reply.status == 404)
            let remedy = try #require(try reply.text("remedy"))
            let revision = try #require(remedy.split(separator: " ").last.flatMap { Int64($0) })
            #expect(remedy == "it came with revision \(revision)")
            #expect(try await server.get("/api/records/U2?known_at=\(revision)").status == 200)
        }
    }

    @Test func `a page goes on with its own filters alone`() async throws {
        try await TestServer.run { server in
            for (list, own, other) in [
                ("units", "region=RU-KGD", "region=RU-MUR"), ("units", "", "region=RU-KGD"),
                ("search", "q=BARS", "q=Kaliningrad"), ("units", "sort=id", "sort=id&region=RU-KGD"),
            ] {
                let first = try await server.get("/api/\(list)?limit=1&\(own)")
                guard let next = try first.text("next") else { continue }
                let place = next.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                #expect(try await server.get("/api/\(list)?limit=1&\(own)&after=\(place)").status == 200)
                let refused = try await server.get("/api/\(list)?limit=1&\(other)&after=\(place)")
                #expect(refused.status == 400 && refused.text.contains("other filters"), "\(refused.text)")
                #expect(try refused.text("field") == "after")
            }
        }
    }

    @Test func `what leads nowhere is refused at once, with advice that works`() async throws {
        try await TestServer.run { server in
            let start = ContinuousClock.now
            let ahead = try await server.get("/api/changes?since=9000&wait=20")
            #expect(ahead.status == 400 && ContinuousClock.now - start < .seconds(10), "\(ahead.text)")
            let from = try await server.get("/api/programmes?from=2025-05")
            #expect(from.status == 400 && from.text.contains("is not a parameter here"), "\(from.text)")
            #expect(try await server.get("/api/reports/national?from=3").status == 400)
            #expect(try await server.get("/api/duplicates?kind=official").status == 200)
            let event = #"{"record": "U1", "state": "company", "evidence": [{"source": "S1"}, {"source": "S1"}]}"#
            #expect(try await server.post("/api/events", event).status == 409)
            let planned = try await server.post(
                "/api/events", #"{"record": "U1", "state": "planned strength", "evidence": [{"source": "S1"}]}"#)
            let twice = #"{"record": "U1", "state": "company", "evidence": [{"source": "S1"}, {"source": " S1"}]}"#
            let respelt = try await server.post("/api/events", twice)
            #expect(respelt.status == 409, "\(respelt.text)")
            #expect(planned.text.contains("'planned strength 300..500'"), "\(planned.text)")
            let rows = try await server.send(
                "POST", "/api/imports?dry_run=true", as: .editor, body: "unit,unit_region\nSea Unit,RU-MUR\n",
                type: "text/csv")
            #expect(rows.text.contains("fill the column source, or give the parameter source"), "\(rows.text)")
            let shape = try #require(Site.byRoute[.imports]?["POST"]?.answer)
            let value = try JSONDecoder().decode(JSONValue.self, from: Data(rows.text.utf8))
            #expect(throws: Never.self) { try shape.check(value) }
        }
    }

    @Test func `a redaction that is sent again with its key is answered again`() async throws {
        try await TestServer.run { server in
            let (target, key) = ("/api/records/O1/redaction?reason=an%20order", ["Idempotency-Key": "k1"])
            let first = try await server.send("POST", target, as: .admin, headers: key)
            #expect(first.status == 200, "\(first.text)")
            let newest = try server.registry().newestRevision()
            let again = try await server.send("POST", target, as: .admin, headers: key)
            #expect(again.status == 200 && again.text == first.text, "\(again.text)")
            #expect(try server.registry().newestRevision() == newest)
        }
    }

    @Test func `every member of a request is described, and what needs another one is refused without it`() async throws
    {
        try await TestServer.run { server in
            for endpoint in Site.endpoints {
                guard let body = endpoint.body else { continue }
                Self.each(BodyHelp.told(body, endpoint.route)) { member in
                    #expect(member.help?.isEmpty == false, "\(endpoint.route) \(member.name)")
                }
            }
            let bodies = [
                "units": #"{"designation": "Sea Unit", "form_date": "2025", \#(Self.evidence)}"#,
                "posts":
                    #"{"official": "O1", "post": {"title": "Mayor", "tenure_word": "took office"}, \#(Self.evidence)}"#,
                "enrollments": #"{"unit": "U1", \#(Self.evidence)}"#,
                "sources": #"{"kind": "other", "title": "x", "relation": "copies"}"#,
            ]
            for (target, body) in bodies {
                let reply = try await server.post("/api/\(target)", body)
                #expect([400, 409].contains(reply.status), "\(reply.text)")
            }
        }
    }

    private static func each(_ shape: Shape, _ use: (Shape.Member) -> Void) {
        if case .list(let one) = shape { each(one, use) }
        for member in shape.members {
            use(member)
            each(member.shape, use)
        }
    }
}
