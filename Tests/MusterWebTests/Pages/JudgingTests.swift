import Foundation
import MusterCore
import MusterEditions
import MusterValues
import Testing

@testable import MusterWeb

/// A judgement is asked for by itself, and pages name a record alike.
struct JudgingTests {
    @Test(arguments: [("en", "Judge "), ("ru", "Оценить: ")])
    func `who judges is asked for the standing and a note alone`(language: String, title: String) async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let waiting = try #require(try server.registry().reviewQueue().first).id
            let queue = try await editor.open("/\(language)/review")
            let way = "/\(language)/record/edit?record=\(waiting)&amp;%3Fsettle=standing"
            #expect(queue.text.contains("href=\"\(way)\""))
            #expect(!queue.text.contains("record/edit?record=\(waiting)\""))
            let form = try await editor.open(way.replacing("&amp;", with: "&"))
            let shown = Set(form.text.matches(of: #/ id="f-[^"]+" name="([^"]+)"/#).map { String($0.1) })
            #expect(form.status == 200 && shown == ["values.standing", "values.note", "?reason"])
            let head = try #require(form.text.firstMatch(of: #/(?s)<h1>(.*?)<\/h1>/#)).1
            #expect(head.contains(title))
            // What is judged stands below.
            #expect(form.text.contains("href=\"/\(language)/sources/S1\""))
        }
    }

    @Test func `a judgement is recorded, and one against a record needs its note`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let waiting = try #require(try server.registry().reviewQueue().first).id
            let query = "?record=\(waiting)&%3Fsettle=standing"
            func send(_ standing: String, _ note: String) async throws -> Reply {
                let form = try await editor.open("/en/record/edit\(query)")
                let revision = try #require(form.text.firstMatch(of: #/name="\?if_match" value="(\d+)"/#)).1
                return try await editor.fill(
                    "edit",
                    [
                        "record": "\(waiting)", "?if_match": String(revision), "?settle": "standing",
                        "values.standing": standing, "values.note": note, "was.values.note": "",
                    ], from: query)
            }
            let form = try await editor.open("/en/record/edit\(query)")
            // Why it waits is no reason for the judgement.
            #expect(form.text.firstMatch(of: #/name="values\.note"[^>]*><\/textarea>/#) != nil)
            let before = try server.registry().newestRevision()
            let lacking = try await send("rejected", "")
            #expect(lacking.status == 422 && lacking.text.contains("Error: Judge"))
            #expect(try server.registry().newestRevision() == before)
            #expect(try await send("rejected", "nobody knows him").status == 303)
            #expect(try await send("accepted", "").status == 303)
            #expect(try !server.registry().reviewQueue().map(\.id).contains(waiting))
        }
    }

    @Test func `whoever rejects a record for the note that it has need not type that again`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let waiting = try #require(try server.registry().reviewQueue().first { $0.note != nil })
            let query = "?record=\(waiting.id)"
            let form = try await editor.open("/en/record/edit\(query)")
            let revision = try #require(form.text.firstMatch(of: #/name="\?if_match" value="(\d+)"/#)).1
            let note = waiting.note ?? ""
            let sent = try await editor.fill(
                "edit",
                [
                    "record": "\(waiting.id)", "?if_match": String(revision), "was.values.standing": "needs_work",
                    "values.standing": "rejected", "was.values.note": note, "values.note": note,
                ], from: query)
            #expect(sent.status == 303)
        }
    }

    @Test func `a form names a record as the record's own page does, in the language of the page`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let cited = try await editor.fill(
                "citation",
                [
                    "record": "O2", "field": "name", "stance": "supports", "nature": "alias", "evidence.source": "S1",
                    "evidence.stated": "Дмитрий Новиков",
                ])
            #expect(cited.status == 303)
            for (language, name) in [("en", "Dmitry Novikov"), ("ru", "Дмитрий Новиков")] {
                for path in ["officials/O2", "record/edit?record=O2", "record/edit?record=O2&%3Fsettle=name"] {
                    let page = try await editor.open("/\(language)/\(path)")
                    let title = try #require(page.text.firstMatch(of: #/<title>(.*?)<\/title>/#)).1
                    #expect(title.contains("\(name) O2"), "\(language) \(path): \(title)")
                }
            }
        }
    }

    @Test func `an edit of a record that is on the register no more comes back`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            _ = try await editor.open("/en/account")
            let sent = [
                "record": "O999", "?if_match": "1", "inferred": "typed by hand", "?do": "record",
                "form_token": editor.formToken,
            ]
            let page = try await editor.send("/en/record/edit", sent)
            #expect(page.status == 422 && page.text.contains("typed by hand") && page.text.contains("O999"))
        }
    }

    @Test func `a revision that changed a citation alone tells what it cites, and by which source`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let registry = try server.registry()
            let fields = try registry.show("C14").fields
            let stated = try #require(fields.first { $0.field == .stated }?.value?.words)
            _ = try registry.edit(
                Edit(record: "C14", values: ["standing": "needs_work", "note": "who says so?"]), by: TestServer.clerk)
            let newest = try registry.newestRevision()
            for path in ["history/\(newest)", "diff?from=\(newest - 1)&to=\(newest)"] {
                let page = try await editor.open("/en/\(path)")
                #expect(page.text.contains("What the citations say"), "\(path)")
                #expect(page.text.contains(stated), "\(path)")
                #expect(page.text.contains("Dispatch on BARS-Kaliningrad"), "\(path)")
            }
            #expect(try await !editor.open("/en/history/2").text.contains("What the citations say"))
        }
    }

    @Test func `the first page says which disputes its map marks`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            let expected = ["en": "Disputes about people have no mark", "ru": "Споры о людях на карте не отмечены"]
            for (language, words) in expected {
                let page = try await server.get("/\(language)", as: nil)
                let said = try #require(page.text.range(of: words))
                let map = try #require(page.text.range(of: "<svg", range: said.upperBound..<page.text.endIndex))
                #expect(said.upperBound < map.lowerBound)
            }
        }
    }
}
