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

    @Test func `the cookie outlives the session, so that a form sent too late is known by it`() {
        let cookie = Sessions.cookie("secret", isSecure: false)
        let seconds = cookie.firstMatch(of: #/Max-Age=(\d+)/#).flatMap { Double($0.1) }
        #expect(seconds.map { $0 > Sessions.longest } == true)
        #expect(Sessions.cookie(nil, isSecure: false).contains("Max-Age=0"))
    }

    @Test func `what is typed is kept in the history of the tab alone, and not the session's token`() {
        let script = PageScript.text
        for place in ["localStorage", "sessionStorage", "document.cookie"] { #expect(!script.contains(place)) }
        #expect(script.contains("history.replaceState({ typed:") && script.contains("form_token"))
        // An answer that leads to the page for signing in is not said back as if it had been understood.
        #expect(script.ranges(of: "!answer.redirected").count == 2)
    }
}
