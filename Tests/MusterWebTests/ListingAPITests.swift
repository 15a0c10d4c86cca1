import Foundation
import MusterCore
import MusterValues
import Testing

@testable import MusterWeb

struct ListingAPITests {
    @Test func `units are asked for by region, with the revision that they rest on`() async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/api/units?region=RU-KGD")
            #expect(reply.status == 200)
            #expect(try reply.ids == ["U1"])
            let registry = try server.registry()
            #expect(try reply.json["revision"] as? Int64 == registry.newestRevision())
            let head = try registry.head()
            #expect(try reply.text("head") == head)
            #expect(reply.headers["muster-head"] == head)
        }
    }

    @Test func `a region is named in any way that the command takes`() async throws {
        try await TestServer.run { server in
            for name in [
                "Kaliningrad%20Oblast", "ru-kgd", "%D0%9A%D0%B0%D0%BB%D0%B8%D0%BD%D0%B8%D0%BD%D0%B3%D1%80%D0%B0%D0%B4",
            ] {
                let reply = try await server.get("/api/units?region=\(name)")
                #expect(try reply.ids == ["U1"], "\(name)")
            }
            #expect(try await server.get("/api/units?region=RU-KGD&region=RU-KRS").ids == ["U1", "U2"])
        }
    }

    @Test func `enrollments come with their citations, or without them if that is asked for`() async throws {
        try await TestServer.run { server in
            let all = try await server.get("/api/enrollments")
            let rows = try all.items
            #expect(rows.allSatisfy { ($0["citations"] as? [Any])?.isEmpty == false })
            let lean = try await server.get("/api/enrollments?without_citations=true")
            #expect(try lean.items.allSatisfy { $0["citations"] is NSNull })
            #expect(try lean.ids == all.ids && !rows.isEmpty)
            let refused = try await server.get("/api/units?without_citations=true")
            #expect(refused.status == 400)
        }
    }

    @Test func `pages agree while others write`() async throws {
        try await TestServer.run { server in
            let first = try await server.get("/api/sources?limit=1")
            let before = try server.registry().newestRevision()
            _ = try server.registry().add(NewSource(kind: .other, title: "Later"), by: TestServer.clerk)
            let next = try #require(try first.text("next"))
            let second = try await server.get("/api/sources?limit=1000&after=\(next)")
            #expect(try second.json["revision"] as? Int64 == before)
            #expect(try second.items.contains { $0["title"] as? String == "Later" } == false)
            #expect(
                try await server.get("/api/sources?limit=1000").items.contains { $0["title"] as? String == "Later" })
        }
    }

    @Test(arguments: [
        "due?months=1&on=2030-01-01", "disputes", "units?sort=-designation", "sources?sort=title", "imports", "log",
        "search?q=BARS",
    ])
    func `the pages of a list that is read at once are the list, while others write`(list: String) async throws {
        try await TestServer.run { server in
            let sign = list.contains("?") ? "&" : "?"
            let all = try await server.get("/api/\(list)\(sign)limit=1000")
            var (items, next, pages) = ([NSDictionary](), String?.none, 0)
            repeat {
                let page = try await server.get("/api/\(list)\(sign)limit=1" + (next.map { "&after=\($0)" } ?? ""))
                #expect(page.status == 200, "\(page.text)")
                let revision = try page.json["revision"] as? Int64
                #expect(try revision == all.json["revision"] as? Int64)
                items += try page.items.map { $0 as NSDictionary }
                (next, pages) = (try page.text("next"), pages + 1)
                if pages == 1 {
                    _ = try server.registry().add(NewSource(kind: .other, title: "Aa"), by: TestServer.clerk)
                }
            } while next != nil
            let whole = try all.items.map { $0 as NSDictionary }
            #expect(items == whole && pages > 1)
        }
    }

    @Test
    func `a list of the past goes on after a redaction that came before its first page, and not after a later one`()
        async throws
    {
        try await TestServer.run { server in
            let past = try server.registry().newestRevision()
            func redact(_ name: String) throws {
                let post = NewPost(title: "Mayor", region: "RU-TUL")
                let evidence = Evidence(source: "S1")
                let added = try server.registry().add(
                    NewOfficial(name: name, post: post, evidence: evidence), by: TestServer.clerk)
                let id = RecordReference(try #require(added.records.first).id)
                _ = try server.registry().redact(id, by: Authorship(author: "clerk", reason: "a court order"))
            }
            try redact("Vera Blank")
            for list in ["sources?known_at=\(past)", "sources?sort=title&known_at=\(past)"] {
                let first = try await server.get("/api/\(list)&limit=1")
                let next = try #require(try first.text("next"))
                #expect(try await server.get("/api/\(list)&limit=1&after=\(next)").status == 200, "\(next)")
                try redact("Pavel Blank")
                let later = try await server.get("/api/\(list)&limit=1&after=\(next)")
                #expect(later.status == 400 && later.text.contains("redacted records since"))
            }
        }
    }

    @Test func `a page of an earlier revision has that revision's tag`() async throws {
        try await TestServer.run { server in
            let first = try await server.get("/api/sources?limit=1")
            let next = try #require(try first.text("next"))
            let source = try server.registry().add(NewSource(kind: .other, title: "Later"), by: TestServer.clerk)
            let second = try await server.get("/api/sources?limit=1&after=\(next)")
            let tag = try #require(second.headers["etag"])
            #expect(tag == first.headers["etag"])
            #expect(
                try await server.get("/api/sources?limit=1&after=\(next)", headers: ["If-None-Match": tag]).status
                    == 304)
            let body = #"{"kind": "other", "title": "Unseen"}"#
            #expect(try await server.post("/api/sources", body, headers: ["If-Match": tag]).status == 412)
            #expect(try server.registry().newestRevision() == source.revision)
        }
    }

    @Test func `a list that goes by rows takes no place of a record, nor one of another registry`() async throws {
        try await TestServer.run { server in
            let head = try #require(try server.registry().head()).prefix(8)
            let newest = try server.registry().newestRevision()
            for (list, after, part) in [
                ("due", "E1@\(newest)-\(head)", "E1 is an enrollment, and this is the list due"),
                ("due", "1.disputes@\(newest)-\(head)", "is a row of the list disputes, and this is the list due"),
                (
                    "units?sort=designation", "1.units.-designation@\(newest)-\(head)",
                    "and this is the list units.designation"
                ), ("disputes", "9000000000000000000.disputes@\(newest)-\(head)", "has no row after the first"),
                ("units", "1.units.id@\(newest)-\(head)", "goes on as that was asked for, with the same sort"),
                ("due?on=2030-01-01", "1.due@\(newest)-00000000", "has another hash"),
            ] {
                let reply = try await server.get("/api/\(list)\(list.contains("?") ? "&" : "?")after=\(after)")
                #expect(reply.status == 400, "\(list)")
                #expect(reply.text.contains(part), "\(reply.text)")
            }
        }
    }

    @Test func `a problem names the parameter that is refused`() async throws {
        try await TestServer.run { server in
            for (target, field) in [
                ("units?status=sleeping", "status"), ("units?on=2025-02-30", "on"), ("units?grade=sure", "grade"),
                ("units?own=maybe", "own"), ("units?sort=colour", "sort"), ("units?region=RU-XXX", "region"),
                ("enrollments?unit=none", "unit"), ("disputes?record=none", "record"),
                ("enrollments?contract=oral", "contract"), ("units?limit=0", "limit"),
            ] {
                let told = try await server.get("/api/\(target)").text("field")
                #expect(told == field, "\(target)")
            }
        }
    }

    @Test(arguments: [
        ("units?limit=0", "limit '0' is refused: give a whole number from 1 to 1000"),
        ("units?limit=1001", "limit '1001' is refused: give a whole number from 1 to 1000"),
        ("units?regoin=RU-KGD", "'regoin' is not a parameter here (near it: region); use one of: "),
        ("units?region=RU-XXX", "no region 'RU-XXX' on the register"),
        (
            "units?after=zzz",
            "place to go on after 'zzz' is refused: give what the page before named, such as E50@57-3fa9c1d2"
        ),
        ("units?status=sleeping", "'sleeping' is not a unit status"),
        ("units?on=2025-02-30", "'2025-02-30'"),
        ("units?own=maybe", "'maybe' is not a value of own; use one of: true, false"),
        ("units?known_at=999999", "'999999'"), ("units?on=2025&from=2024", "on and from with until both say when"),
        ("units?limit=1&limit=2", "limit is given 2 times; give it once"), ("units?region=%FF", "percent-encoded"),
    ])
    func `a parameter that is refused is told as a problem`(target: String, detail: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/api/\(target)")
            #expect(reply.status == (target.contains("RU-XXX") ? 404 : 400))
            #expect(reply.headers["content-type"] == "application/problem+json")
            #expect(try reply.text("detail")?.contains(detail) == true, "\(reply.text)")
            #expect(try reply.text("type")?.hasPrefix("urn:muster:problem:") == true)
        }
    }

    @Test func `a cursor of another listing or of a revision to come is refused`() async throws {
        try await TestServer.run { server in
            let next = try #require(try await server.get("/api/sources?limit=1").text("next"))
            #expect(try await server.get("/api/units?after=\(next)").status == 400)
            let parts = next.split(separator: "@")
            #expect(try await server.get("/api/sources?after=\(parts[0])@900000-00000000").status == 400)
        }
    }

    @Test func `a day and a moment are asked about together`() async throws {
        try await TestServer.run { server in
            let all = try await server.get("/api/units?known_at=1")
            #expect(try all.ids == [])
            #expect(try all.json["revision"] as? Int64 == 1)
            let day = try await server.get("/api/units?on=2025-05-01&known_at=30")
            #expect(try day.items.isEmpty == false)
            #expect(try day.items.allSatisfy { $0["grade"] is String })
        }
    }

    @Test(arguments: [
        "regions", "officials", "enrollments", "disputes", "due", "duplicates", "log", "search?q=BARS", "timeline/U1",
    ])
    func `every listing answers rows with its revision`(listing: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/api/\(listing)")
            #expect(reply.status == 200)
            #expect(try reply.json["items"] is [Any])
            #expect(try reply.json["revision"] as? Int64 == server.registry().newestRevision())
        }
    }
}
