import Foundation
import HTTPTypes
import MusterCore
import MusterHTML
import MusterValues
import Synchronization
import Testing

@testable import MusterWeb

/// Signing in goes on after a session was lost, leads to pages alone, and is slowed without keeping everybody out.
final class SignInTests {
    private let clock = MovedClock()

    @Test func `whoever has the cookie of another session can sign in`() async throws {
        try await TestServer.run { server in
            let visit = try await Visit.signedIn(.contributor, at: server)
            let access = try AccessFile(beside: server.path)
            let token = try #require(try access.tokens().first { $0.role == .contributor })
            _ = try access.revoke(token.id)
            let old = try #require(visit.cookie)
            #expect(try await visit.open("/en/account").status == 303)
            let fields = ["token": server.secret(.editor)]
            for headers in [["Sec-Fetch-Site": "cross-site"], ["Origin": "https://evil.example"]] {
                #expect(try await visit.send("/en/sign-in", fields, headers: headers).status == 403)
            }
            #expect(visit.cookie == old)
            #expect(
                try await visit.send("/en/sign-in", fields, headers: ["Sec-Fetch-Site": "same-origin"]).status == 303)
            #expect(visit.cookie != old)
            #expect(try await visit.open("/en/account").text.contains("The editor"))
            #expect(server.site.sessions.session([.cookie: old]) == nil)
        }
    }

    @Test func `only a form with a file may be as long as one`() async throws {
        try await TestServer.run { server in
            let visit = Visit(server)
            let long = "token=" + String(repeating: "a", count: 1 << 20)
            for type in [FormBody.urlEncoded, "multipart/form-data; boundary=x", "text/plain"] {
                #expect(try await visit.send("/en/sign-in", body: long, type: type).status == 413, "\(type)")
            }
            let editor = try await Visit.signedIn(.editor, at: server)
            func sent(_ form: String, _ type: String) async throws -> Int {
                try await editor.send("/en/record/\(form)", body: long, type: type).status
            }
            let multipart = "multipart/form-data; boundary=x"
            #expect(try await sent("source", FormBody.urlEncoded) == 413)
            #expect(try await sent("source", multipart) == 413)
            #expect(try await sent("import", FormBody.urlEncoded) == 413)
            #expect(try await sent("import", multipart) == 400)
        }
    }

    @Test func `a form that is no UTF-8 is refused and not repaired`() async throws {
        try await TestServer.run { server in
            let visit = Visit(server)
            let reply = try await visit.send("/en/sign-in", body: "token=%FF", type: FormBody.urlEncoded)
            #expect(reply.status == 400)
            #expect(reply.headers["set-cookie"] == nil)
        }
    }

    @Test func `the cookie is marked for https if the browser came by it`() async throws {
        try await TestServer.run { server in
            for (proto, isSecure) in [("https", true), ("HTTPS", true), ("http", false)] {
                let reply = try await Visit(server).send(
                    "/en/sign-in", ["token": server.secret(.reader)], headers: ["X-Forwarded-Proto": proto])
                let cookie = try #require(reply.headers["set-cookie"])
                #expect(cookie.hasSuffix("; Secure") == isSecure, "\(proto)")
            }
        }
    }

    @Test(arguments: [
        "/en", "/ru/", "/en/units?region=RU-KGD&q=a//b", "/ru/units/U1", "/en/record/source", "/en/account",
    ])
    func `a page is one to go on with`(text: String) {
        #expect(SitePath(next: text)?.text == text)
    }

    @Test(arguments: [
        nil, "", "/", "en", "https://evil.example", "//evil.example", "/\\evil.example", "/en//evil", "/en/../..//evil",
        "/en/%2e%2E/units", "/en/.", "/en/\\evil", "/en/a\tb", "/en/a\r\nb", "/en/units/ ", "/en/единица", "/enx",
        "/de/units",
        "/api/units", "/metrics", "/assets/muster.css", "/en/sign-in", "/en/sign-in?next=/en", "/ru/sign-out",
        "/en/%FF",
        "/en/a/b/c/d",
    ])
    func `no other address is one to go on with`(text: String?) {
        #expect(SitePath(next: text) == nil)
    }

    @Test func `many failures of others keep nobody out for long, and nobody who signed in before`() {
        let delay = SignInDelay(now: { [clock] in clock.time.withLock { $0 } })
        delay.succeed("192.0.2.1")
        for number in 0..<300 { delay.fail("198.51.100.\(number % 250)") }
        #expect(delay.wait("192.0.2.1") == 0)
        #expect(delay.wait("192.0.2.2") == 10)
        clock.time.withLock { $0 += 10 }
        #expect(delay.wait("192.0.2.2") == 0)
        // Its own failures cost the one who signed in before as much as anybody.
        for _ in 0..<4 { delay.fail("192.0.2.1") }
        #expect(delay.wait("192.0.2.1") == 2)
    }

    @Test func `two failures of an address cost nothing, nor do ninety-nine of all, and the next one costs a second`() {
        let delay = SignInDelay(now: { [clock] in clock.time.withLock { $0 } })
        for _ in 0..<2 { delay.fail("192.0.2.1") }
        #expect(delay.wait("192.0.2.1") == 0)
        delay.fail("192.0.2.1")
        #expect(delay.wait("192.0.2.1") == 1)
        for number in 0..<96 { delay.fail("198.51.100.\(number)") }
        #expect(delay.wait("192.0.2.2") == 0)
        delay.fail("198.51.100.200")
        #expect(delay.wait("192.0.2.2") == 1)
    }

    @Test func `addresses of one network of IPv6 wait together`() {
        let delay = SignInDelay(now: { [clock] in clock.time.withLock { $0 } })
        for host in 1...4 { delay.fail("2001:db8:1:2::\(host)") }
        #expect(delay.wait("2001:db8:1:2:ffff::9") == 2)
        #expect(delay.wait("2001:db8:1:3::1") == 0)
        #expect(SignInDelay.place(of: "::ffff:192.0.2.7") == "192.0.2.7")
        #expect(SignInDelay.place(of: String(repeating: "é", count: 10_000)).utf8.count == 64)
    }

    @Test func `one bearer cannot end the sessions of others`() throws {
        let sessions = Sessions(now: { [clock] in clock.time.withLock { $0 } })
        let headers = { (secret: String) -> HTTPFields in [.cookie: "\(Sessions.cookie)=\(secret)"] }
        let other = sessions.begin(token: "other")
        var own: [String] = []
        for _ in 0...Sessions.mostOfToken {
            clock.time.withLock { $0 += 1 }
            own.append(sessions.begin(token: "own"))
        }
        #expect(sessions.session(headers(other)) != nil)
        #expect(sessions.session(headers(own[0])) == nil)
        #expect(own.dropFirst().allSatisfy { sessions.session(headers($0)) != nil })
    }
}

/// A clock that a test moves.
private final class MovedClock: Sendable {
    let time = Mutex(Date(timeIntervalSince1970: 1_000_000))
}
