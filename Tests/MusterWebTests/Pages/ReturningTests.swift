import Foundation
import MusterCore
import MusterValues
import Testing

@testable import MusterWeb

/// What a browser may keep of the forms, so that the way back to one loses nothing and asks for nothing.
struct ReturningTests {
    @Test func `a page that answers a form may be kept by the browser that sent it, until its session ends`()
        async throws
    {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let opened = try await editor.open("/en/record/source")
            #expect(opened.headers["cache-control"] == "no-store")
            let refused = try await editor.fill("source", ["title": "A page", "kind": "nonsense"])
            #expect(refused.status == 422 && refused.headers["cache-control"] == "private, no-cache")
            let checked = try await editor.fill("source", ["title": "A page", "kind": "rewrite"], "check")
            #expect(checked.status == 200 && checked.headers["cache-control"] == "private, no-cache")
            // Another session's browser must not take it for its own.
            #expect(refused.headers["vary"] == "Cookie" && refused.headers["etag"] == nil)
            let out = try await editor.send("/en/sign-out", ["form_token": editor.formToken])
            #expect(out.headers["clear-site-data"] == "\"cache\"")
        }
    }

    @Test func `the cookie outlives the session by half a day, so that a form sent too late is known by it`() {
        let cookie = Sessions.cookie("secret", isSecure: false)
        let seconds = cookie.firstMatch(of: #/Max-Age=(\d+)/#).flatMap { Double($0.1) }
        #expect(seconds == Sessions.idle + 12 * 3600)
        #expect(Sessions.cookie(nil, isSecure: false).contains("Max-Age=0"))
    }

    @Test func `each page gives its session's cookie for a day more, and nothing else does`() async throws {
        try await TestServer.run { server in
            let visit = try await Visit.signedIn(.editor, at: server)
            let other = try await Visit.signedIn(.editor, at: server)
            let (cookie, second) = (try #require(visit.cookie), try #require(other.cookie))
            let page = try await visit.open("/en/units")
            let tag = try #require(page.headers["etag"])
            let replies = [
                page, try await visit.open("/en/units"),
                try await visit.open("/en/units", headers: ["If-None-Match": tag]),
                try await visit.open("/en/nothing"), try await visit.open("/en/understood?text=2025"),
            ]
            #expect(replies.map(\.status) == [200, 200, 304, 404, 200])
            for reply in replies {
                let set = try #require(reply.headers["set-cookie"])
                #expect(set.hasPrefix("\(cookie); ") && set.contains("Max-Age=86400"))
            }
            // An answer that is kept for all sessions of a token has none of their cookies.
            #expect(try await other.open("/en/units").headers["set-cookie"]?.hasPrefix("\(second); ") == true)
            for path in ["/api/units", "/assets/muster.css"] {
                let reply = try await server.get(path, as: .reader, headers: ["Cookie": cookie])
                #expect(reply.status == 200 && reply.headers["set-cookie"] == nil, "\(path)")
            }
            server.site.sessions.end(String(cookie.dropFirst(Sessions.cookie.utf8.count + 1)))
            let late = try await visit.open("/en/units")
            #expect(late.status == 303 && late.headers["set-cookie"] == nil)
        }
    }

    @Test(arguments: [
        ("merge", ["kept": "O1", "gone": "O2", "?decision": ""]),
        ("review", ["revision": "1", "standing": "nonsense"]),
        ("edit", ["record": "O1", "?settle": "standing", "values.standing": "nonsense"]),
        ("edit", ["record": "U1", "?settle": "role", "values.role": "guards"]),
    ])
    func `no browser keeps a page that tells what the register holds beside a form`(
        kind: String, fields: [String: String]
    ) async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            _ = try await editor.open("/en/account")
            let sent = fields.merging(["form_token": editor.formToken, "?do": "record"]) { given, _ in given }
            let page = try await editor.send("/en/record/\(kind)", sent)
            #expect(page.status == 422 && page.headers["cache-control"] == "no-store")
        }
    }

    @Test func `a form tells whose it is, so that its tab gives nothing typed to whoever signs in next`() async throws {
        try await TestServer.run { server in
            var holders: [String] = []
            for role in [Role.editor, .editor, .contributor] {
                let visit = try await Visit.signedIn(role, at: server)
                let page = try await visit.open("/en/record/source")
                // What a browser fills in by itself it fills in for anybody.
                let mark = #/<form method="post"[^>]* autocomplete="off" data-holder="([^"]+)" data-revision="(\d+)"/#
                let form = try #require(page.text.firstMatch(of: mark))
                holders.append(String(form.1))
                #expect(try String(form.2) == "\(server.registry().newestRevision())")
                #expect(!holders.contains(visit.formToken))
            }
            #expect(holders[0] == holders[1] && holders[0] != holders[2])
        }
    }

    @Test func `what is typed is kept in the history of the tab alone, and not the session's token`() {
        let script = PageScript.text
        for place in ["localStorage", "sessionStorage", "document.cookie"] { #expect(!script.contains(place)) }
        #expect(script.contains("history.replaceState({ typed:") && script.contains("form_token"))
        // What the server wrote into a form is read from the form alone.
        #expect(script.contains("file|password|submit|hidden") && script.contains("kept.holder !== holder"))
        // An answer that leads to the page for signing in is not said back as if it had been understood.
        #expect(script.ranges(of: "!answer.redirected").count == 2)
    }
}
