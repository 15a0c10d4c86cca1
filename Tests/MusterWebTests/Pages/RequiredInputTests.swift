import Foundation
import MusterCore
import MusterEditions
import MusterValues
import Testing

@testable import MusterWeb

/// What a form must hold, and how what waits for an editor is told.
struct RequiredInputTests {
    /// What a contributor fills in of somebody who is not on the register.
    private static let joining = [
        "official": "Ivan Testov", "post.title": "Clerk", "post.region": "RU-KGD", "unit": "BARS-Kaliningrad",
        "state": "joined", "evidence.source": "S1", "evidence.quote": "he joined",
    ]

    private static func problem(in page: String) throws -> Substring {
        try #require(page.firstMatch(of: #/(?s)<div class="problem".*?<\/div>/#)).output
    }

    @Test func `all that an empty form lacks is told at once, each with the way to it`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let told = try Self.problem(in: await editor.fill("enrollment", [:]).text)
            for input in ["f-official", "f-unit", "f-evidence-source"] {
                #expect(told.contains("href=\"#\(input)\""), "\(input)")
            }
            #expect(told.contains("An official or a group"))
            let group = try Self.problem(in: await editor.fill("enrollment", ["group.who": "heads of districts"]).text)
            #expect(!group.contains("#f-official") && group.contains("#f-unit"))
        }
    }

    @Test func `an official is not optional, but can be a group instead`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let form = try await editor.open("/en/record/enrollment")
            let label = try #require(form.text.firstMatch(of: #/<label for="f-official">(.*?)<\/label>/#)).1
            #expect(label.contains("or a group") && !label.contains("optional"))
        }
    }

    @Test func `what a contributor recorded is told in the reader's language, and of its citation`() async throws {
        try await TestServer.run { server in
            let contributor = try await Visit.signedIn(.contributor, at: server)
            let sent = try await contributor.fill("enrollment", Self.joining)
            #expect(sent.status == 303)
            for page in ["due", "review"] {
                let shown = try await contributor.open("/ru/\(page)")
                #expect(shown.text.contains("внесено: "), "\(page)")
                #expect(!shown.text.contains("recorded by"), "\(page)")
                #expect(try await contributor.open("/en/\(page)").text.contains("recorded by"), "\(page)")
            }
            let own = try await contributor.open(sent.place)
            #expect(own.text.contains("(its citation is not reviewed yet)"))
        }
    }

    @Test func `what a contributor recorded in one act is accepted in one`() async throws {
        try await TestServer.run { server in
            let contributor = try await Visit.signedIn(.contributor, at: server)
            let sent = try await contributor.fill("enrollment", Self.joining)
            #expect(sent.status == 303)
            let editor = try await Visit.signedIn(.editor, at: server)
            let queue = try await editor.open("/en/review")
            let way = try #require(
                queue.text.firstMatch(of: #/record\/review\?revision=(\d+)">Judge all (\d+) of revision/#))
            #expect(Int(way.2)! > 5)
            #expect(!(try await contributor.open("/en/review").text.contains("Judge all")))
            let lacking = try await editor.fill("review", ["revision": String(way.1), "standing": "rejected"])
            #expect(lacking.status == 400 || lacking.status == 422)
            let done = try await editor.fill("review", ["revision": String(way.1), "standing": "accepted"])
            #expect(done.status == 303)
            let left = try await editor.open("/en/review")
            #expect(queue.text.contains("Ivan Testov") && !left.text.contains("Ivan Testov"))
            #expect(!left.text.contains("record/review?revision=\(way.1)"))
            let again = try await server.post(
                "/api/reviews", "{\"revision\": \(way.1), \"standing\": \"accepted\"}", as: .editor)
            #expect(again.status >= 400 && again.text.contains("nothing that it brought waits"))
            let forbidden = try await server.post(
                "/api/reviews", "{\"revision\": \(way.1), \"standing\": \"accepted\"}", as: .contributor)
            #expect(forbidden.status == 403)
        }
    }
}
