import MusterCore
import MusterEditions
import MusterValues
import Testing

@testable import MusterWeb

/// How pages tell what several say, and what a state names.
struct WordingTests {
    @Test(arguments: [
        ("en", "told in 2 ways", "Others say it in other words: a network of territorial defense battalions (S1)"),
        ("ru", "разных формулировок: 2", "Другие пишут иначе: a network of territorial defense battalions (S1)"),
    ])
    func `who cites a text that another source has in other words is told so`(
        language: String, ways: String, words: String
    ) async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let form = "/\(language)/record/citation"
            _ = try await editor.open(form + "?record=G1")
            func send(_ what: String) async throws -> Reply {
                let fields = [
                    "record": "G1", "field": "aim", "stance": "supports", "evidence.source": "S2",
                    "evidence.stated": "to hold the rear", "form_token": editor.formToken, "?do": what,
                ]
                return try await editor.send(form, fields)
            }
            let before = Self.text(try await editor.open("/\(language)/records/G1"))
            #expect(!before.contains(words) && !before.contains(ways))
            let checked = try await send("check")
            #expect(checked.status == 200)
            #expect(Self.text(checked).contains(words) && Self.text(checked).contains(ways))
            let sent = try await send("record")
            let recorded = try #require(sent.headers["location"])
            let page = Self.text(try await editor.open(recorded))
            #expect(page.contains(words) && page.contains(ways))
            // The remark is for the clerk who just cited it.
            let later = Self.text(try await editor.open(String(recorded.prefix { $0 != "?" })))
            #expect(!later.contains(words) && later.contains(ways))
        }
    }

    @Test func `a unit is split into all that are named, and became one of any others`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            var ids: [String] = []
            for name in ["Baltic Brigade", "Second Brigade", "Third Detachment"] {
                let added = try await editor.fill(
                    "unit", ["designation": name, "region": "RU-ARK", "evidence.source": "S1"])
                ids.append(String(try #require(added.place.split(separator: "/").last)))
            }
            for (unit, state) in [("U2", "split_into"), (ids[2], "merged_into")] {
                for id in ids.prefix(2) {
                    let fields = [
                        "record": unit, "state": state, "date": "2025-10-01", "other": id, "evidence.0.source": "S1",
                    ]
                    #expect(try await editor.fill("event", fields).status == 303, "\(unit) \(id)")
                }
            }
            for (language, and, or) in [("en", "and", "or"), ("ru", "и", "или")] {
                let page = Self.text(try await editor.open("/\(language)/units"))
                #expect(page.contains("Baltic Brigade \(and) Second Brigade"), "\(page)")
                #expect(page.contains("Baltic Brigade \(or) Second Brigade"), "\(page)")
            }
        }
    }

    /// What a page says, without its markup.
    private static func text(_ page: Reply) -> String { page.text.replacing(#/<[^>]+>/#, with: "") }
}
