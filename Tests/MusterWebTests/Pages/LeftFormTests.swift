import Foundation
import MusterCore
import MusterValues
import Testing

@testable import MusterWeb

/// A form that is sent when its session is over comes back as it was filled in, and nobody else gets it.
struct LeftFormTests {
    private static let enrollment = [
        "official": "Ivan Testov", "post.title": "Clerk", "post.region": "RU-KGD", "unit": "BARS-Kaliningrad",
        "state": "joined", "date": "2025-05-01", "evidence.source": "S1", "evidence.quote": "he joined in May",
        "?do": "record",
    ]
    private static let form = "/en/record/enrollment"
    private static let own = ["Sec-Fetch-Site": "same-origin"]

    /// Somebody who has opened a form, and whose session ended then.
    private static func left(_ role: Role, at server: TestServer) async throws -> (visit: Visit, form: [String: String])
    {
        let visit = try await Visit.signedIn(role, at: server)
        _ = try await visit.open(form)
        let cookie = try #require(visit.cookie)
        server.site.sessions.end(String(cookie.dropFirst(Sessions.cookie.utf8.count + 1)))
        return (visit, enrollment.merging(["form_token": visit.formToken]) { $1 })
    }

    @Test func `a form whose session is over comes back whole, and the token sends it`() async throws {
        try await TestServer.run { server in
            let before = try server.registry().newestRevision()
            let (visit, form) = try await Self.left(.editor, at: server)
            let page = try await visit.send(Self.form, form, headers: Self.own)
            #expect(page.status == 401 && page.headers["www-authenticate"]?.hasPrefix("Bearer") == true)
            #expect(page.headers["location"] == nil && page.headers["cache-control"] == "no-store")
            for (name, value) in Self.enrollment where name != "?do" { #expect(page.text.contains(value), "\(name)") }
            #expect(page.text.contains("Your session is over") && page.text.contains("Sign in and record it"))
            #expect(page.text.contains(#"type="password" name="token""#) && !page.text.contains(visit.formToken))
            // Nobody knows whose it is, so that the tab keeps nothing of it.
            #expect(!page.text.contains("data-holder"))
            #expect(try server.registry().newestRevision() == before)

            let old = visit.cookie
            let sent = Self.enrollment.merging(["token": server.secret(.editor)]) { $1 }
            let done = try await visit.send(Self.form, sent, headers: Self.own)
            #expect(done.status == 303 && done.place.hasPrefix("/en/enrollments/E"))
            #expect(visit.cookie != old)
            #expect(try await visit.open("/en/account").text.contains("The editor"))
            #expect(try server.registry().log(limit: 1).first?.author == "The editor")
        }
    }

    @Test func `what a form records after its session was over is logged with the role of the token`() async throws {
        let log = KeptLog()
        try await TestServer.logged(to: log) { server in
            let (visit, form) = try await Self.left(.contributor, at: server)
            #expect(try await visit.send(Self.form, form, headers: Self.own).status == 401)
            #expect(log.last("role") == "none")
            let tooLow = form.merging(["token": server.secret(.reader)]) { $1 }
            #expect(try await visit.send(Self.form, tooLow, headers: Self.own).status == 403)
            let sent = form.merging(["token": server.secret(.contributor)]) { $1 }
            #expect(try await visit.send(Self.form, sent, headers: Self.own).status == 303)
            #expect(log.last("role") == "contributor" && log.last("status") == "303")
        }
    }

    @Test func `a wrong token or one that may not send it loses nothing, and begins no session`() async throws {
        try await TestServer.run { server in
            let (visit, form) = try await Self.left(.editor, at: server)
            let before = try server.registry().newestRevision()
            for (token, status) in [("muster_nobodys", 422), (server.secret(.reader), 403)] {
                let page = try await visit.send(
                    Self.form, form.merging(["token": token]) { $1 }, headers: Self.own)
                #expect(page.status == status && page.headers["set-cookie"] == nil)
                #expect(page.text.contains("he joined in May") && page.text.contains(#"id="f-token-fault""#))
                #expect(!page.text.contains(token))
            }
            let guesses = form.merging(["token": "guess"]) { $1 }
            var statuses: [Int] = []
            for _ in 0..<5 {
                statuses.append(try await visit.send(Self.form, guesses, headers: Self.own).status)
            }
            #expect(statuses.last == 429)
            #expect(try server.registry().newestRevision() == before)
        }
    }

    @Test func `what was only to be checked is only checked after signing in`() async throws {
        try await TestServer.run { server in
            let before = try server.registry().newestRevision()
            let (visit, form) = try await Self.left(.contributor, at: server)
            let checked = form.merging(["?do": "check"]) { $1 }
            let page = try await visit.send(Self.form, checked, headers: Self.own)
            // Enter presses the first button.
            let first = try #require(
                page.text.firstMatch(of: #/(?s)<main.*?<button[^>]*name="\?do" value="([a-z]+)"/#))
            #expect(first.1 == "check")
            let shown = try await visit.send(
                Self.form, checked.merging(["token": server.secret(.contributor)]) { $1 }, headers: Self.own)
            #expect(shown.status == 200 && shown.text.contains("What will be recorded"))
            #expect(shown.headers["set-cookie"] != nil)
            #expect(try server.registry().newestRevision() == before)
        }
    }

    @Test func `the form tells somebody unknown nothing of the register`() async throws {
        try await TestServer.run { server in
            let (visit, _) = try await Self.left(.editor, at: server)
            for (kind, fields) in [
                ("edit", ["record": "O1", "values.note": "mine", "?settle": "standing"]),
                ("merge", ["kept": "O1", "gone": "O2", "?reason": "mine"]),
                ("event", ["record": "E1", "cause": "mine", "date": "2025-13"]),
            ] {
                let page = try await visit.send("/en/record/\(kind)", fields, headers: Self.own)
                #expect(page.status == 401 && page.text.contains("mine"), "\(kind)")
                #expect(!page.text.contains("Besprozvannikov"), "\(kind)")
                #expect(page.headers["muster-revision"] == nil)
            }
        }
    }

    @Test func `whoever signed out or comes from another site does not get the form`() async throws {
        try await TestServer.run { server in
            let (visit, form) = try await Self.left(.editor, at: server)
            let foreign: [[String: String]] = [
                [:], ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"],
                ["Origin": "https://evil.example"],
            ]
            let sent = form.merging(["token": server.secret(.editor)]) { $1 }
            let before = try server.registry().newestRevision()
            for headers in foreign {
                let page = try await visit.send(Self.form, sent, headers: headers)
                #expect([303, 403].contains(page.status) && !page.text.contains("he joined"), "\(headers)")
                #expect(page.headers["set-cookie"] == nil)
            }
            // Signing out takes the cookie away.
            let out = try await Visit(server).send(Self.form, sent, headers: Self.own)
            #expect(out.status == 303 && out.place == "/en/sign-in" && !out.text.contains("he joined"))
            #expect(try server.registry().newestRevision() == before)
        }
    }

    @Test(arguments: [
        ("en", "filled in before you signed in again"), ("ru", "заполнена до того, как вы вошли снова"),
    ])
    func `a form of the session before is shown again after signing in`(language: String, words: String) async throws {
        try await TestServer.run { server in
            let (visit, form) = try await Self.left(.editor, at: server)
            _ = try await visit.send("/en/sign-in", ["token": server.secret(.editor)])
            let before = try server.registry().newestRevision()
            let path = "/\(language)/record/enrollment"
            let page = try await visit.send(path, form, headers: Self.own)
            #expect(page.status == 403 && page.text.contains(words))
            #expect(page.text.contains("he joined in May") && !page.text.contains(visit.formToken))
            #expect(try server.registry().newestRevision() == before)
            let token = try #require(page.text.firstMatch(of: #/name="form_token" value="([0-9a-f]+)"/#)).1
            let again = form.merging(["form_token": String(token)]) { $1 }
            #expect(try await visit.send(path, again, headers: Self.own).status == 303)
        }
    }

    @Test func `of an import the file has to be chosen again, and a long one is not taken from somebody unknown`()
        async throws
    {
        try await TestServer.run { server in
            let (visit, _) = try await Self.left(.editor, at: server)
            for (size, status) in [(10, 401), (1 << 20, 303)] {
                let body =
                    "--x\r\nContent-Disposition: form-data; name=\"?source\"\r\n\r\nS1\r\n"
                    + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                    + String(repeating: "a", count: size) + "\r\n--x--\r\n"
                let page = try await visit.send(
                    "/en/record/import", body: body, type: "multipart/form-data; boundary=x", headers: Self.own)
                #expect(page.status == status, "\(size)")
                #expect(page.text.contains("choose it again") == (status == 401))
            }
        }
    }
}
