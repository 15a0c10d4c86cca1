import MusterValues
import Hummingbird
import Testing

@testable import MusterWeb

/// What a proxy tells of a visitor, and whose word is taken.
struct ProxyTests {
    @Test(arguments: ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
    func `a proxy of this machine tells the visitor's address`(own: String) {
        #expect(Request.address(own, told: "192.0.2.1") == "192.0.2.1")
        // What stands before the last one, the visitor may have written.
        #expect(Request.address(own, told: "203.0.113.9, 192.0.2.1") == "192.0.2.1")
        #expect(Request.address(own, told: nil) == own)
    }

    @Test(arguments: ["192.0.2.7", "::ffff:192.0.2.7", "2001:db8::1", "::ffff:127.0.0.11", ""])
    func `nobody else's word is taken for an address`(own: String) {
        #expect(Request.address(own, told: "127.0.0.1") == own)
    }

    @Test func `with --secure-cookies a session is never sent without https`() async throws {
        for isSecure in [true, false] {
            try await TestServer.run {
                $0.hasSecureCookies = isSecure
            } _: { server in
                let reply = try await Visit(server).send("/en/sign-in", ["token": server.secret(.reader)])
                #expect(reply.headers["set-cookie"]?.hasSuffix("; Secure") == isSecure)
            }
        }
    }
}
