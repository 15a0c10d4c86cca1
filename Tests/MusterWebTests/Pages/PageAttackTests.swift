import Foundation
import HTTPTypes
import MusterCore
import MusterEditions
import MusterValues
import Synchronization
import Testing

@testable import MusterWeb

/// What somebody with bad intentions tries on the pages.
struct PageAttackTests {
    private static let source = ["title": "A page", "kind": "rewrite"]

    @Test func `a form from another site, without the session's token or with another's, writes nothing`() async throws
    {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let other = try await Visit.signedIn(.editor, at: server)
            _ = try await editor.open("/en/record/source")
            _ = try await other.open("/en/record/source")
            let before = try server.registry().newestRevision()
            let with = { (token: String?) in Self.source.merging(token.map { ["form_token": $0] } ?? [:]) { $1 } }
            let good = with(editor.formToken)
            var replies = [
                try await editor.send("/en/record/source", with(nil)),
                try await editor.send("/en/record/source", with("0")),
                try await editor.send("/en/record/source", with(other.formToken)),
            ]
            for headers in [
                ["Origin": "https://evil.example"], ["Origin": "null"], ["Sec-Fetch-Site": "cross-site"],
                ["Sec-Fetch-Site": "same-site", "Origin": "http://localhost"],
            ] { replies.append(try await editor.send("/en/record/source", good, headers: headers)) }
            #expect(replies.map(\.status) == Array(repeating: 403, count: 7))
            let json = #"{"title": "A page", "kind": "rewrite"}"#
            for type in ["application/json", "text/plain", "multipart/form-data"] {
                let reply = try await editor.send("/en/record/source", body: json, type: type)
                #expect([400, 403, 415, 422].contains(reply.status), "\(type)")
            }
            #expect(try server.registry().newestRevision() == before)
            #expect(try await editor.send("/en/record/source", good).status == 303)
        }
    }

    @Test func `a session opens no API, and a token no page`() async throws {
        try await TestServer.run { server in
            let admin = try await Visit.signedIn(.admin, at: server)
            let cookie = try #require(admin.cookie)
            #expect(try await server.get("/api/units", as: nil, headers: ["Cookie": cookie]).status == 401)
            #expect(try await server.get("/en/units", as: .admin).status == 303)
        }
    }

    @Test func `a session is new after signing in, ends on the server, and with its token`() async throws {
        try await TestServer.run { server in
            let fixed = Visit(server)
            let planted = "muster_session=" + String(repeating: "a", count: 64)
            let reply = try await fixed.send(
                "/en/sign-in", ["token": server.secret(.reader)], headers: ["Cookie": planted])
            let set = try #require(reply.headers["set-cookie"])
            #expect(!set.contains("aaaa") && set.contains("HttpOnly") && set.contains("SameSite=Strict"))
            #expect(try await server.get("/en/units", as: nil, headers: ["Cookie": planted]).status == 303)
            let cookie = try #require(fixed.cookie)
            // Two cookies of the name: one may be another site's.
            let two = try await server.get("/en/units", as: nil, headers: ["Cookie": cookie + "; " + planted])
            #expect(two.status == 303)
            #expect(try await fixed.open("/en/account").status == 200)
            #expect(try await fixed.send("/en/sign-out", ["form_token": "0"]).status == 403)
            #expect(try await fixed.send("/en/sign-out", ["form_token": fixed.formToken]).status == 303)
            #expect(try await server.get("/en/units", as: nil, headers: ["Cookie": cookie]).status == 303)

            let revoked = try await Visit.signedIn(.contributor, at: server)
            #expect(try await revoked.open("/en/units").status == 200)
            let access = try AccessFile(beside: server.path)
            let token = try #require(try access.tokens().first { $0.role == .contributor })
            _ = try access.revoke(token.id)
            #expect(try await revoked.open("/en/units").status == 303)
        }
    }

    @Test(arguments: [
        "https://evil.example", "//evil.example", "/\\evil.example", "/en/../..//evil", "javascript:alert(1)",
        "/api/units", "/en\r\nSet-Cookie: x=y", "", "/enx",
    ])
    func `signing in leads to a page of the site alone`(next: String) async throws {
        try await TestServer.run { server in
            let visit = Visit(server)
            let reply = try await visit.send("/en/sign-in", ["token": server.secret(.reader), "next": next])
            #expect(reply.status == 303)
            let way = try #require(reply.headers["location"])
            #expect(way == "/en" || way.hasPrefix("/en/../"))
            #expect(reply.headers["set-cookie"]?.contains("x=y") != true)
        }
    }

    @Test func `a contributor who sends an editor's form changes nothing`() async throws {
        try await TestServer.run { server in
            let contributor = try await Visit.signedIn(.contributor, at: server)
            _ = try await contributor.open("/en/record/source")
            let token = contributor.formToken
            let before = try server.registry().newestRevision()
            let forms: [(String, [String: String])] = [
                ("edit", ["record": "U1", "values.role": "x", "inferred": "y"]),
                ("merge", ["kept": "O1", "gone": "O2"]),
                ("merge", ["kept": "O1", "gone": "O2", "?decision": "distinct"]), ("revert", ["revision": "2"]),
                ("distinction", ["one": "O1", "other": "O2"]), ("import", ["x": "y"]),
            ]
            for (kind, fields) in forms {
                #expect(try await contributor.open("/en/record/\(kind)?record=U1").status == 403, "\(kind)")
                let reply = try await contributor.send(
                    "/en/record/\(kind)", fields.merging(["form_token": token]) { $1 })
                #expect(reply.status == 403, "\(kind)")
            }
            let reader = try await Visit.signedIn(.reader, at: server)
            #expect(try await reader.send("/en/record/source", Self.source).status == 403)
            #expect(try server.registry().newestRevision() == before)
            // What a contributor may send waits for an editor.
            let sent = try await contributor.send(
                "/en/record/source", Self.source.merging(["form_token": token]) { $1 })
            #expect(sent.status == 303)
        }
    }

    @Test func `markup in every field is text on every page`() async throws {
        try await TestServer.run { server in
            let editor = try await Visit.signedIn(.editor, at: server)
            let evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
            let fields = [
                "title": evil, "kind": "rewrite", "publisher": evil, "url": "javascript:alert(1)", "note": evil,
                "?reason": evil,
            ]
            var replies = [try await editor.fill("source", fields)]
            var good = fields
            good["url"] = "https://example.org/?a=<script>"
            replies.append(try await editor.fill("source", good))
            let official = ["name": evil, "post.title": evil, "evidence.source": "S1", "evidence.quote": evil]
            replies.append(try await editor.fill("official", official))
            let query = evil.encodedSegment
            for path in [
                "/en/sources", "/en/history", "/en/officials", "/en/search?q=\(query)", "/en/units?on=\(query)",
                "/en/units?region=\(query)", "/en/\(query)", "/en/units/\(query)", "/en/record/official?name=\(query)",
                "/en/sign-in?next=\(query)", "/en/history?by=\(query)",
            ] { replies.append(try await editor.open(path)) }
            for reply in replies {
                #expect(
                    !reply.text.contains("<script>alert") && !reply.text.contains("<img"), "\(reply.text.prefix(300))")
                #expect(!reply.text.contains(#"href="javascript"#))
                #expect(reply.status < 500)
            }
        }
    }

    @Test func `no page can be framed, runs a script of its own text, or sends a form elsewhere`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            for path in ["/en", "/en/nothing", "/en/sign-in", "/en/units/U1"] {
                let reply = try await server.get(path, as: nil)
                let policy = try #require(reply.headers["content-security-policy"])
                for rule in ["default-src 'none'", "script-src 'self'", "form-action 'self'", "frame-ancestors 'none'"]
                {
                    #expect(policy.contains(rule), "\(path)")
                }
                #expect(!policy.contains("unsafe") && reply.headers["x-frame-options"] == "DENY")
                #expect(!reply.text.contains("<style") && !reply.text.contains(" style="))
            }
            let script = try await server.get("/assets/muster.js", as: nil)
            #expect(script.bytes.count < 10_240)
        }
    }

    @Test func `guessing tokens is slowed for its address, and more so each time`() {
        let clock = Mutex(Date(timeIntervalSince1970: 1_000_000))
        let delay = SignInDelay(now: { clock.withLock { $0 } })
        for _ in 0..<2 { delay.fail("a") }
        #expect(delay.wait("a") == 0)
        delay.fail("a")
        #expect(delay.wait("a") == 1)
        delay.fail("a")
        #expect(delay.wait("a") == 2 && delay.wait("b") == 0)
        for _ in 0..<20 { delay.fail("a") }
        #expect(delay.wait("a") == 300)
        clock.withLock { $0 += 3601 }
        #expect(delay.wait("a") == 0)
        for number in 0..<200 { delay.fail("\(number)") }
        #expect(delay.wait("nobody yet") > 0)
    }

    @Test func `sessions end when they are not used, and at last in any case`() throws {
        let clock = Mutex(Date(timeIntervalSince1970: 1_000_000))
        let sessions = Sessions(now: { clock.withLock { $0 } })
        let secret = sessions.begin(token: "t")
        let headers: HTTPFields = [.cookie: "\(Sessions.cookie)=\(secret)"]
        clock.withLock { $0 += Sessions.idle - 1 }
        #expect(sessions.session(headers) != nil)
        clock.withLock { $0 += Sessions.idle + 1 }
        #expect(sessions.session(headers) == nil)
        let other = sessions.begin(token: "t")
        let kept: HTTPFields = [.cookie: "\(Sessions.cookie)=\(other)"]
        for _ in 0..<20 {
            clock.withLock { $0 += Sessions.idle - 1 }
            _ = sessions.session(kept)
        }
        #expect(sessions.session(kept) == nil)
    }

    @Test func `wrong tokens are refused, and then have to wait`() async throws {
        try await TestServer.run { server in
            let visit = Visit(server)
            var statuses: [Int] = []
            for _ in 0..<5 { statuses.append(try await visit.send("/en/sign-in", ["token": "wrong"]).status) }
            #expect(statuses.first == 422 && statuses.last == 429)
            // The right one waits as well: otherwise a guess could be told from a wrong one.
            let right = try await visit.send("/en/sign-in", ["token": server.secret(.reader)])
            #expect(right.status == 429 && right.headers["retry-after"] != nil)
        }
    }
}
