import Foundation
import MusterCore
import MusterEditions
import MusterValues
import Testing

@testable import MusterWeb

/// The forms by which things are recorded.
struct FormTests {
    private static let minister = [
        "official": "Иван Петрович Сидоров", "post.title": "Minister of sport", "post.region": "RU-KGD",
        "unit": "BARS-Kaliningrad", "state": "joined", "date": "2025-05-01", "evidence.source": "S1",
        "evidence.quote": "joined",
    ]

    @Test func `an enrollment is checked, with the counts before and after, and then recorded by its clerk`()
        async throws
    {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let before = try server.registry().newestRevision()
            let checked = try await editor.fill("enrollment", Self.minister, "check")
            #expect(checked.status == 200)
            #expect(checked.text.contains("What will be recorded"))
            #expect(checked.text.contains("People on record"))
            #expect(checked.text.contains("Иван Петрович Сидоров"))
            #expect(try server.registry().newestRevision() == before)
            let done = try await editor.fill("enrollment", Self.minister)
            #expect(done.status == 303)
            #expect(done.headers["location"]?.hasPrefix("/en/enrollments/E") == true)
            let log = try server.registry().log(limit: 1)
            #expect(log.first?.revision == before + 1 && log.first?.author == "The editor")
        }
    }

    @Test func `a refused form comes back whole, with the sentence at its field`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let before = try server.registry().newestRevision()
            var fields = Self.minister
            fields["date"] = "2025-13-01"
            let page = try await editor.fill("enrollment", fields)
            #expect(page.status == 422)
            for value in fields.values { #expect(page.text.contains(value), "\(value)") }
            #expect(page.text.contains(#"<title>Error: "#))
            #expect(page.text.contains(##"href="#f-date""##))
            #expect(page.text.contains(#"id="f-date-fault""#))
            #expect(!page.text.contains("POST /api"))
            #expect(try server.registry().newestRevision() == before)
        }
    }

    @Test func `an input that must hold something is named if it is empty, and a unit is added with its strength`()
        async throws
    {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            for (kind, input) in [
                ("unit", "f-evidence-source"), ("enrollment", "f-unit"), ("source", "f-title"), ("look", "f-region"),
                ("event", "f-record"), ("citation", "f-evidence-stated"),
            ] {
                let page = try await editor.fill(kind, [:])
                #expect(page.status == 422 && page.text.contains("href=\"#\(input)\""), "\(kind)")
                #expect(!page.text.contains("The member"), "\(kind)")
            }
            let unit = [
                "designation": "BARS-Test", "region": "RU-ARK", "strength.least": "500", "strength_date": "2025-06",
                "evidence.source": "S1", "evidence.quote": "500",
            ]
            let added = try await editor.fill("unit", unit)
            #expect(added.headers["location"]?.hasPrefix("/en/units/U") == true)
        }
    }

    @Test func `look-alikes are shown, and the clerk decides`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            _ = try await editor.fill("enrollment", Self.minister)
            var other = Self.minister
            other["official"] = "Ivan Sidorov"
            other["post.title"] = "Deputy minister"
            let page = try await editor.fill("enrollment", other)
            #expect(page.status == 422)
            let pick = try #require(page.text.firstMatch(of: #/name="\?pick" id="pick-(O\d+)"/#)).1
            other["?pick"] = "new"
            let added = try await editor.fill("enrollment", other)
            #expect(added.status == 303)
            var name = ["name": "Sidorov Ivan", "post.title": "Head", "evidence.source": "S1"]
            name["?pick"] = String(pick)
            let known = try await editor.fill("official", name)
            // What was typed of somebody who is on record goes on as a citation of the spelling.
            let way = try #require(known.headers["location"])
            #expect(way.hasPrefix("/en/record/citation?record=\(pick)&field=name&"))
            let form = try await editor.open(way)
            #expect(form.status == 200 && form.text.contains(#"value="Sidorov Ivan""#))
        }
    }

    @Test func `two who change one record: the second sees both values and chooses`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let unit = try server.registry().record(RecordReference("BARS-Kaliningrad"), among: [.unit])
            let form = try await editor.open("/en/record/edit?record=\(unit)")
            let revision = try #require(form.text.firstMatch(of: #/name="\?if_match" value="(\d+)"/#)).1
            _ = try server.registry().edit(
                Edit(
                    record: RecordReference(unit), values: ["role": "guards the coast"], evidence: nil, inferred: "told"
                ),
                by: TestServer.clerk)
            var fields = [
                "record": "\(unit)", "?if_match": String(revision), "was.values.role": "",
                "values.role": "guards bridges",
                "inferred": "seen",
            ]
            let second = try await editor.fill("edit", fields, from: "?record=\(unit)")
            #expect(second.status == 422)
            #expect(second.text.contains("guards bridges") && second.text.contains("guards the coast"))
            let newest = try #require(second.text.firstMatch(of: #/name="\?if_match" value="(\d+)"/#)).1
            fields["?if_match"] = String(newest)
            fields["was.values.role"] = "guards the coast"
            let chosen = try await editor.fill("edit", fields, from: "?record=\(unit)")
            #expect(chosen.place == "/en/units/\(unit)")
        }
    }

    @Test func `a mistake is undone, and two records are merged or told apart`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            _ = try await editor.fill("enrollment", Self.minister)
            let revision = try server.registry().newestRevision()
            let undone = try await editor.fill("revert", ["revision": "\(revision)", "?reason": "a mistake"])
            #expect(undone.status == 303)
            let one = ["name": "Anna Testova", "post.title": "Head", "evidence.source": "S1"]
            let first = try await editor.fill("official", one)
            let two = ["name": "Anna Obraztsova", "post.title": "Head", "evidence.source": "S1"]
            let second = try await editor.fill("official", two)
            let ids = [first, second].map { String($0.place.split(separator: "/").last ?? "") }
            let seen = try await editor.open("/en/record/merge?kept=\(ids[0])&gone=\(ids[1])")
            #expect(seen.text.contains("Anna Testova") && seen.text.contains("Anna Obraztsova"))
            let before = try server.registry().newestRevision()
            let undecided = try await editor.fill("merge", ["kept": ids[0], "gone": ids[1], "?decision": ""])
            #expect(undecided.status == 422)
            #expect(try server.registry().newestRevision() == before)
            let merged = try await editor.fill(
                "merge", ["kept": ids[0], "gone": ids[1], "?decision": "keep", "?reason": "one person"])
            #expect(merged.status == 303)
            #expect(try await editor.open("/en/officials/\(ids[1])").headers["location"] == "/en/officials/\(ids[0])")
        }
    }

    @Test func `a file is imported after it was checked row by row`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            _ = try await editor.open("/en/record/import")
            func sent(_ file: String, _ what: String) async throws -> Reply {
                let parts = [("form_token", editor.formToken), ("?do", what), ("?source", "S1")].map {
                    "--x\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n"
                }
                let body =
                    parts.joined()
                    + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../<b>.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                    + file + "\r\n--x--\r\n"
                return try await editor.send(
                    "/en/record/import", body: body, type: "multipart/form-data; boundary=x")
            }
            let good = "source,source_kind\nA page,rewrite\nAnother,rewrite\n"
            let before = try server.registry().newestRevision()
            let checked = try await sent(good, "check")
            #expect(checked.status == 200)
            #expect(checked.text.contains("What will be recorded"))
            #expect(try server.registry().newestRevision() == before)
            #expect(try await sent("source,source_kind\nA page,nonsense\n", "record").status == 422)
            #expect(try server.registry().newestRevision() == before)
            #expect(try await sent(good, "record").status == 303)
            #expect(try server.registry().newestRevision() == before + 1)
        }
    }

    @Test func `the page of a source that was just added leads to an enrollment by its word`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let added = try await editor.fill("source", ["title": "A page of today", "kind": "rewrite"])
            let id = try #require(added.place.split(separator: "/").last)
            let way = "/en/record/enrollment?evidence.source=\(id)"
            #expect(try await editor.open(added.place).text.contains("href=\"\(way)\""))
            let form = try await editor.open(way)
            let input = try #require(form.text.firstMatch(of: #/<input id="f-evidence-source"[^>]*>/#)).output
            #expect(form.status == 200 && input.contains("value=\"\(id)\""))
        }
    }

    @Test func `dates and records are said back in words`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            let expected = [
                "/en/understood?text=XXXX-04": "some day in April, year unknown",
                "/ru/understood?text=2025-09-01": "1 сентября 2025\u{A0}г.",
                "/en/understood?text=RU-KGD": "Kaliningrad Oblast RU-KGD",
                "/ru/understood?text=RU-KGD": "Калининградская область RU-KGD",
                "/en/understood?text=nonsense": "",
            ]
            for (path, words) in expected {
                let reply = try await server.get(path, as: nil)
                #expect(reply.text == words)
            }
        }
    }

    @Test(arguments: FormKind.allCases) func `every form opens for an editor, in both languages`(kind: FormKind)
        async throws
    {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            for language in ["en", "ru"] {
                let page = try await editor.open("/\(language)/record/\(kind.rawValue)?record=U1")
                #expect(page.status == 200)
                // Every input has a label, and every label an input.
                let inputs = Set(page.text.matches(of: #/ id="(f-[^"]+)" name=/#).map { String($0.1) })
                let labels = Set(page.text.matches(of: #/<label for="(f-[^"]+)"/#).map { String($0.1) })
                #expect(!labels.isEmpty && labels == inputs)
            }
        }
    }
}
