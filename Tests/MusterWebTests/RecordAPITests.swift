import Foundation
import MusterCore
import MusterValues
import Testing

@testable import MusterWeb

struct RecordAPITests {
    @Test func `a record comes with its citations`() async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/api/records/U1")
            #expect(reply.status == 200)
            let item = try #require(try reply.json["item"] as? [String: Any])
            #expect(item["title"] as? String == "BARS-Kaliningrad")
            #expect((item["fields"] as? [Any])?.isEmpty == false)
        }
    }

    @Test func `a merged record leads to the one that was kept, with the same question`() async throws {
        try await TestServer.run { server in
            let registry = try server.registry()
            let evidence = Evidence(source: "S1")
            let ids = try ["First Person", "Second Person"].map { name in
                try registry.add(
                    NewOfficial(
                        name: name, post: NewPost(title: "Clerk of \(name)", region: "RU-KGD"), evidence: evidence),
                    by: TestServer.clerk
                ).records[0].id
            }
            _ = try registry.merge(
                RecordReference("\(ids[0])"), with: RecordReference("\(ids[1])"), by: TestServer.clerk)
            let reply = try await server.get("/api/records/\(ids[1])?on=2025-01-01")
            #expect(reply.status == 308)
            #expect(reply.headers["location"] == "/api/records/\(ids[0])?on=2025-01-01")
            let timeline = try await server.get("/api/timeline/\(ids[1])")
            #expect(timeline.status == 308)
            #expect(timeline.headers["location"] == "/api/timeline/\(ids[0])")
            let report = try await server.get("/api/reports/official/\(ids[1])?format=md")
            #expect(report.headers["location"] == "/api/reports/official/\(ids[0])?format=md")
        }
    }

    @Test func `a redacted record is gone, with the reason`() async throws {
        try await TestServer.run { server in
            let before = try await server.get("/api/records/O1")
            #expect(before.status == 200)
            let redaction = try await server.send(
                "POST", "/api/records/O1/redaction?reason=a%20court%20order", as: .admin)
            #expect(redaction.status == 200)
            let reply = try await server.get("/api/records/O1")
            #expect(reply.status == 410)
            #expect(try reply.text("detail")?.contains("a court order") == true)
            #expect(try await server.get("/api/timeline/O1").status == 410)
            #expect(try await server.get("/api/reports/official/O1").status == 410)
            // What the official did stays, without the name.
            #expect(try await server.get("/api/records/E1").status == 200)
        }
    }

    @Test func `what is not on the register is a 404 with what is near`() async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/api/records/BARS-Kalinigrad")
            #expect(reply.status == 404)
            #expect(try reply.text("value") == "BARS-Kalinigrad")
            #expect(try reply.json["nearest"] as? [String] == ["BARS-Kaliningrad"])
            #expect(try await server.get("/api/nothing").status == 404)
            #expect(try await server.get("/api/records/").status == 404)
        }
    }

    @Test func `every edition and every export is served`() async throws {
        try await TestServer.run { server in
            for kind in [
                "region/RU-KGD", "unit/U1", "official/O1", "timeline/U1", "national", "coverage", "changes?from=3",
            ] {
                let reply = try await server.get(
                    "/api/reports/\(kind)\(kind.contains("?") ? "&" : "?")format=md&language=ru")
                #expect(reply.status == 200, "\(kind): \(reply.text)")
                #expect(reply.headers["content-type"] == "text/markdown; charset=utf-8")
                #expect(reply.text.hasPrefix("# "))
            }
            for format in ["datapackage", "csv", "xlsx", "sql", "ftm", "ftm-statements", "popolo", "ris"] {
                let reply = try await server.get("/api/export/\(format)")
                #expect(reply.status == 200, "\(format)")
                #expect(reply.bytes.count == Int(reply.headers["content-length"] ?? ""))
            }
            #expect(try await server.get("/api/export/pdf").status == 400)
            #expect(try await server.get("/api/reports/unit").status == 400)
        }
    }

    @Test func `the history is read by revision, between moments and as a feed`() async throws {
        try await TestServer.run { server in
            let revision = try await server.get("/api/revisions/3")
            #expect(revision.status == 200)
            #expect(try await server.get("/api/revisions/99999").status == 404)
            #expect(try await server.get("/api/revisions/0").status == 400)
            #expect(try await server.get("/api/diff?from=1&to=4").items.isEmpty == false)
            let feed = try await server.get("/api/feed.atom")
            #expect(feed.headers["content-type"] == "application/atom+xml; charset=utf-8")
            #expect(feed.text.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\">"))
        }
    }

    @Test func `who waits for changes is told of the next one at once`() async throws {
        try await TestServer.run { server in
            let newest = try server.registry().newestRevision()
            async let waiting = server.get("/api/changes?since=\(newest)&wait=30")
            try await Task.sleep(for: .milliseconds(300))
            let start = ContinuousClock.now
            _ = try server.registry().add(NewSource(kind: .other, title: "News"), by: TestServer.clerk)
            let reply = try await waiting
            #expect(ContinuousClock.now - start < .seconds(10))
            #expect(try reply.items.map { $0["revision"] as? Int64 } == [newest + 1])
            #expect(try reply.text("next") == "\(newest + 1)")
            #expect(try await server.get("/api/changes?since=\(newest + 1)&wait=0").items.isEmpty)
            #expect(try await server.get("/api/changes?since=\(newest + 2)&wait=0").status == 400)
        }
    }
}
