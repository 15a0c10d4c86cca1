import Foundation
import MusterCore
import MusterEditions
import MusterValues
import Testing

@testable import MusterWeb

/// Disputes of every kind on the pages, and how each is decided.
struct DisputePagesTests {
    /// A source denies that the official of E4, the only one in his region, joined; the id of the denial.
    private static func deny(at server: TestServer) throws -> RecordID {
        let registry = try server.registry()
        let before = Set(try registry.show("E4").events.map(\.id))
        _ = try registry.add(NewSource(kind: .other, title: "The denial"), by: TestServer.clerk)
        let source = try registry.record("The denial", among: [.source])
        _ = try registry.add(
            NewEvent(record: "E4", state: "denied", evidence: [Evidence(source: RecordReference(source))]),
            by: TestServer.clerk)
        return try #require(registry.show("E4").events.map(\.id).first { !before.contains($0) })
    }

    private static func pairs(in page: String) -> Int { page.matches(of: #/<div class="pair">/#).count }

    @Test func `the page lists what the library lists, of every kind, with who says what`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            let denial = try Self.deny(at: server)
            let all = try server.registry().disputes()
            #expect(all.contains { $0.kind == .exclusive && "\($0.record.id)" == "E4" })
            let page = try await server.get("/en/disputes", as: nil)
            #expect(Self.pairs(in: page.text) == all.count)
            for words in ["events that exclude each other", "denied", "The denial", "/en/records/\(denial)"] {
                #expect(page.text.contains(words), "\(words)")
            }
            let own = try await server.get("/en/disputes?record=E4", as: nil)
            #expect(try Self.pairs(in: own.text) == server.registry().disputes(of: "E4").count)
            let file = try await server.get("/en/disputes.json?record=E4", as: nil)
            #expect(file.text.contains("exclusive") && !file.text.contains("participation"))
            _ = try server.registry().edit(
                Edit(record: RecordReference(denial), values: ["standing": "disputed", "note": "he was seen there"]),
                by: TestServer.clerk)
            let settled = try await server.get("/en/disputes?settled=true", as: nil)
            let kept = try server.registry().disputes(settled: true)
            #expect(!kept.isEmpty && Self.pairs(in: settled.text) == kept.count)
            #expect(settled.text.contains("he was seen there"))
        }
    }

    @Test func `the page of a record in dispute says so where its state stands`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            #expect(try await !server.get("/en/enrollments/E4", as: nil).text.contains("/en/disputes?record=E4"))
            let denial = try Self.deny(at: server)
            for path in ["/en/enrollments/E4", "/en/records/\(denial)"] {
                let page = try await server.get(path, as: nil)
                let line = try #require(page.text.firstMatch(of: #/<p class="warning">.*?<\/p>/#), "\(path)").output
                #expect(line.contains("In dispute") && line.contains("/en/disputes?record=E4"), "\(line)")
            }
        }
    }

    @Test func `each of two events that exclude each other is judged by a form of its own`() async throws {
        try await TestServer.run { server in
            let denial = try Self.deny(at: server)
            let editor = try await Visit.signedIn(.editor, at: server)
            let dispute = try #require(try server.registry().disputes(of: "E4").first { $0.kind == .exclusive })
            let page = try await editor.open("/en/disputes?record=E4")
            for side in dispute.sides {
                let event = try #require(side.record)
                let way = "href=\"/en/record/edit?record=\(event)&amp;%3Fsettle=standing\""
                #expect(page.text.contains(way), "\(event)")
            }
            let form = try await editor.open("/en/record/edit?record=\(denial)&%3Fsettle=standing")
            #expect(form.text.contains(#"name="values.standing""#) && form.text.contains(#"name="values.note""#))
            let revision = try #require(form.text.firstMatch(of: #/name="\?if_match" value="(\d+)"/#)).1
            let sent = try await editor.fill(
                "edit",
                [
                    "record": "\(denial)", "?if_match": String(revision), "?settle": "standing",
                    "was.values.standing": "accepted",
                    "values.standing": "disputed", "was.values.note": "", "values.note": "he was seen there",
                ])
            #expect(sent.status == 303)
            #expect(try server.registry().disputes(of: "E4").contains { $0.kind == .exclusive } == false)
        }
    }

    @Test func `a value that a source states is decided for without a reason, and is offered`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let form = try await editor.open("/en/record/edit?record=G1&%3Fsettle=participation")
            for stated in ["mandatory", "voluntary"] {
                #expect(form.text.contains("<option value=\"\(stated)\">\(stated) — S1"), "\(stated)")
            }
            #expect(form.text.contains(#"list="f-values-participation-stated""#))
            let revision = try #require(form.text.firstMatch(of: #/name="\?if_match" value="(\d+)"/#)).1
            var sent = [
                "record": "G1", "?if_match": String(revision), "?settle": "participation",
                "was.values.participation": "", "values.participation": "by lot",
            ]
            let refused = try await editor.fill("edit", sent)
            #expect(refused.status == 422)
            #expect(refused.text.contains("“why, if no source states it”") && !refused.text.contains("“inferred”"))
            sent["values.participation"] = "voluntary"
            #expect(try await editor.fill("edit", sent).status == 303)
            let settled = try server.registry().disputes(of: "G1", settled: true)
            #expect(settled.contains { $0.field == .participation })
        }
    }
}
