import Foundation
import MusterCore
import MusterEditions
import MusterValues
import Testing

@testable import MusterWeb

/// What pages offer to those who may decide, and what a form tells before it is recorded.
struct DecidingTests {
    private static let enrollment = [
        "official": "Ivan Testov", "post.title": "Clerk", "post.region": "RU-KGD", "unit": "BARS-Kaliningrad",
        "state": "joined", "date": "2025-05-01", "evidence.source": "S1", "evidence.quote": "he joined in May",
    ]

    @Test(arguments: [("en", "1 May 2025", "joined"), ("ru", "1 мая 2025", "вступление")])
    func `a checked form tells the date, the source and the words in the reader's language`(
        language: String, date: String, state: String
    ) async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            _ = try await editor.open("/\(language)/record/enrollment")
            let page = try await editor.send(
                "/\(language)/record/enrollment",
                Self.enrollment.merging(["form_token": editor.formToken, "?do": "check"]) { $1 })
            #expect(page.status == 200)
            let will = try #require(page.text.firstMatch(of: #/(?s)<div class="will".*?<form/#)).output
            for words in ["Ivan Testov", "BARS-Kaliningrad", date, state, "he joined in May", "S1"] {
                #expect(will.contains(words), "\(words)")
            }
            // What is not recorded has no page yet.
            #expect(!will.contains("href=\"/"))
            #expect(try server.registry().search("Ivan Testov").isEmpty)
        }
    }

    @Test func `who cannot tell whether it is another adds it for an editor to look at`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            _ = try await editor.fill("enrollment", Self.enrollment)
            var other = Self.enrollment
            other["official"] = "I. Testov"
            let asked = try await editor.fill("enrollment", other)
            #expect(asked.status == 422 && asked.text.contains(#"id="pick-unsure""#))
            // The question stands under the name that it is about.
            let place = try #require(asked.text.range(of: "pick-unsure")).lowerBound
            #expect(place < (try #require(asked.text.range(of: "f-post-title")).lowerBound))
            other["?pick"] = "unsure"
            #expect(try await editor.fill("enrollment", other).status == 303)
            let waiting = try server.registry().reviewQueue()
            #expect(waiting.contains { $0.title.contains("I. Testov") })
            #expect(try await editor.open("/en/review").text.contains("I. Testov"))
            let pairs = try server.registry().duplicates(of: .official)
            #expect(pairs.contains { [$0.one.name, $0.other.name].sorted() == ["I. Testov", "Ivan Testov"] })
        }
    }

    @Test func `an editor decides a dispute for the value that is on record`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let unit = try server.registry().record(RecordReference("BARS-Kaliningrad"), among: [.unit])
            for (stated, stance) in [("guards", "supports"), ("parades", "disputes")] {
                let cited = try await editor.fill(
                    "citation",
                    [
                        "record": "\(unit)", "field": "role", "stance": stance, "evidence.source": "S1",
                        "evidence.stated": stated,
                    ])
                #expect(cited.status == 303)
            }
            let page = try await editor.open("/en/disputes")
            let way = "/en/record/edit?record=\(unit)&amp;%3Fsettle=role"
            #expect(page.text.contains(way), "\(page.text)")
            let before = try server.registry().disputes(of: RecordReference(unit)).count
            let form = try await editor.open(way.replacing("&amp;", with: "&"))
            #expect(form.text.contains("Decide what is in dispute"))
            let revision = try #require(form.text.firstMatch(of: #/name="\?if_match" value="(\d+)"/#)).1
            let done = try await editor.fill(
                "edit",
                [
                    "record": "\(unit)", "?if_match": String(revision), "?settle": "role", "values.role": "guards",
                    "inferred": "the first is closer to it",
                ], from: "?record=\(unit)")
            #expect(done.status == 303)
            #expect(try server.registry().disputes(of: RecordReference(unit)).count == before - 1)
            #expect(try server.registry().disputes(of: RecordReference(unit), settled: true).count == 1)
        }
    }

    @Test func `nothing is decided without a reason or a source`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let form = try await editor.open("/en/record/edit?record=U1&%3Fsettle=role")
            let fields = Set(form.text.matches(of: #/ name="(values\.[a-z_]+)"/#).map { String($0.1) })
            #expect(fields.isSubset(of: ["values.role", "values.standing", "values.note"]))
            let revision = try #require(form.text.firstMatch(of: #/name="\?if_match" value="(\d+)"/#)).1
            let sent = [
                "record": "U1", "?if_match": String(revision), "?settle": "role", "values.role": "guards",
            ]
            for doing in ["check", "record"] {
                #expect(try await editor.fill("edit", sent, doing).status == 422, "\(doing)")
            }
            #expect(try server.registry().newestRevision() == Int64(revision))
        }
    }

    @Test func `who cannot tell and checks first is still not believed to know`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            _ = try await editor.fill("enrollment", Self.enrollment)
            var other = Self.enrollment
            (other["official"], other["?pick"]) = ("I. Testov", "unsure")
            let checked = try await editor.fill("enrollment", other, "check")
            #expect(checked.status == 200)
            #expect(checked.text.contains(#"name="?pick" value="unsure""#))
            #expect(checked.text.firstMatch(of: #/name="is_new"[^>]* checked/#) == nil)
        }
    }

    @Test func `a check of what is on record already does not tell somebody else's change`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            _ = try server.registry().edit(
                Edit(record: "U1", values: ["role": "guards"], evidence: nil, inferred: "told"), by: TestServer.clerk)
            let form = try await editor.open("/en/record/edit?record=U1")
            let revision = try #require(form.text.firstMatch(of: #/name="\?if_match" value="(\d+)"/#)).1
            let sent = [
                "record": "U1", "?if_match": String(revision), "was.values.role": "guards",
                "values.role": "guards ", "inferred": "told",
            ]
            let checked = try await editor.fill("edit", sent, "check")
            #expect(checked.status == 200 && checked.text.contains("Nothing would change"), "\(checked.text)")
        }
    }

    @Test func `who meets another's change sends back only what he or she changed`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let form = try await editor.open("/en/record/edit?record=U1")
            let revision = try #require(form.text.firstMatch(of: #/name="\?if_match" value="(\d+)"/#)).1
            for (field, value) in [("role", "guards the coast"), ("ordinal", "7")] {
                _ = try server.registry().edit(
                    Edit(record: "U1", values: [field: value], evidence: nil, inferred: "told"), by: TestServer.clerk)
            }
            let met = try await editor.fill(
                "edit",
                [
                    "record": "U1", "?if_match": String(revision), "was.values.role": "", "values.role": "",
                    "was.values.ordinal": "", "values.ordinal": "3", "inferred": "seen",
                ])
            #expect(met.status == 422)
            // The role was not touched: it comes back as it is now. The ordinal was: both values are shown.
            #expect(met.text.contains(#"value="guards the coast""#) && met.text.contains(#"value="3""#))
            #expect(met.text.contains("on record now: 7") && !met.text.contains("on record now: guards"))
        }
    }

    @Test func `a decision that no form offers is none`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let before = try server.registry().newestRevision()
            let sent = try await editor.fill("merge", ["kept": "O1", "gone": "O2", "?decision": "bogus"])
            #expect(sent.status == 422)
            #expect(try server.registry().newestRevision() == before)
        }
    }

    @Test func `a row that cannot be taken comes first, however long the file is`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            _ = try await editor.open("/en/record/import")
            let rows = (1...240).map { "A page \($0),\($0 == 230 ? "nonsense" : "rewrite")" }
            let file = (["source,source_kind"] + rows).joined(separator: "\n")
            let parts = [("form_token", editor.formToken), ("?do", "check"), ("?source", "")].map {
                "--x\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n"
            }
            let body =
                parts.joined() + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--x--\r\n"
            let page = try await editor.send("/en/record/import", body: body, type: "multipart/form-data; boundary=x")
            #expect(page.status == 422 && !page.text.contains("What will be recorded"))
            let first = try #require(page.text.firstMatch(of: #/(?s)<li>(.*?)<\/li>/#)).1
            #expect(page.text.contains("nonsense") && page.text.contains("line 231"), "\(first)")
        }
    }

    @Test func `an event's form offers the states of what it happens to`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let expected = [
                "U1": (yes: UnitStatus.allCases[0].rawValue, no: EnrollmentState.joined.rawValue),
                "E1": (yes: EnrollmentState.announced.rawValue, no: Tenure.inOffice.rawValue),
            ]
            for (id, state) in expected {
                let form = try await editor.open("/en/record/event?record=\(id)")
                #expect(form.text.contains("<option value=\"\(state.yes)\""), "\(id)")
                #expect(!form.text.contains("<option value=\"\(state.no)\""), "\(id)")
            }
        }
    }

    @Test func `a strength is recorded of a unit`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let sent = try await editor.fill(
                "event",
                [
                    "record": "U1", "?strength": "300..500", "date": "2025-06", "evidence.0.source": "S1",
                    "evidence.0.quote": "three to five hundred",
                ])
            #expect(sent.status == 303 && sent.place == "/en/units/U1")
            #expect(try await editor.open("/en/units/U1").text.contains("300 to 500"))
        }
    }

    @Test func `a page leads to a form only whom it takes`() async throws {
        try await TestServer.run { server in
            for role in [Role.reader, .contributor, .editor] {
                let visit = try await Visit.signedIn(role, at: server)
                for path in [
                    "/en", "/en/disputes", "/en/review", "/en/history/1", "/en/units/U1", "/en/search?q=Nobody",
                ] {
                    let page = try await visit.open(path)
                    let forms = Set(page.text.matches(of: #/href="\/en\/record\/([a-z]+)/#).map { String($0.1) })
                    let taken: Set<String> =
                        switch role {
                        case .reader: []
                        case .contributor: ["enrollment", "event", "source", "unit", "official", "citation", "look"]
                        default: Set(FormKind.allCases.map(\.rawValue))
                        }
                    #expect(forms.isSubset(of: taken), "\(role) on \(path): \(forms)")
                    let past = try await visit.open(path + (path.contains("?") ? "&" : "?") + "known-at=2")
                    #expect(past.text.firstMatch(of: #/href="\/en\/record\//#) == nil, "\(path)")
                }
            }
        }
    }

    @Test func `a problem is told on a page with the ways to all others`() async throws {
        try await TestServer.run { server in
            let reader = try await Visit.signedIn(.reader, at: server)
            let page = try await reader.open("/ru/units/U999")
            #expect(page.status == 404)
            for part in [#"href="/ru/officials""#, ##"href="#content""##, "<footer", "The reader", "«U999»"] {
                #expect(page.text.contains(part), "\(part)")
            }
        }
    }
}
