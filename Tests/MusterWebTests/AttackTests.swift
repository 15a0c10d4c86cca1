import Foundation
import HTTPTypes
import MusterCore
import MusterValues
import Testing

@testable import MusterWeb

struct AttackTests {
    @Test func `a question that takes too long is given up, and the next one is answered`() async throws {
        try await TestServer.run {
            $0.limits.longQuestion = 0
        } _: { server in
            let long = try await server.get("/api/reports/national?format=md")
            #expect(long.status == 503)
            #expect(try long.text("type")?.hasSuffix("took-too-long") == true)
            #expect(try await server.get("/api/units").status == 200)
            #expect(try await server.get("/healthz").status == 200)
        }
    }

    @Test(arguments: [
        "/../../etc/passwd", "/api/..%2f..%2f/etc/passwd", "//etc/passwd", "/api/records/..%2F..%2Fetc%2Fpasswd",
        "/api/export/..%2f..%2fmuster.db", "/api/reports/region/%2e%2e%2f%2e%2e", "/api/records/%00",
        "/healthz/../api/tokens",
        "/api/records/file:%2F%2F%2Fetc%2Fpasswd",
    ])
    func `no path reaches a file`(target: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.get(target)
            #expect([400, 404].contains(reply.status), "\(reply.status)")
            #expect(!reply.text.contains("root:"))
        }
    }

    @Test func `signs of SQL and of the search language are text in every parameter`() async throws {
        try await TestServer.run { server in
            let before = try server.registry().newestRevision()
            for sign in [
                "' OR '1'='1", "\"; DROP TABLE unit; --", "NEAR(a b) * AND", "%", "_", "\\", "\u{0}", "𝕬\u{202E}",
            ] {
                for endpoint in Site.endpoints where endpoint.kind == .read && endpoint.method == .get {
                    let path = endpoint.route.path(sign, sign)
                    for parameter in endpoint.parameterNames + (endpoint.parameterNames.isEmpty ? ["x"] : []) {
                        let reply = try await server.get("\(path)?\(parameter)=\(sign.encodedSegment)")
                        #expect(reply.status < 500, "\(path) \(parameter) \(sign): \(reply.text)")
                        #expect(!reply.text.contains("SELECT") && !reply.text.contains("SQLite"))
                        if !endpoint.route.names.isEmpty { break }
                    }
                }
            }
            #expect(try server.registry().newestRevision() == before)
            _ = try server.registry().verify()
        }
    }

    @Test func `a header cannot be put into an answer`() async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/api/records/U1%0d%0aSet-Cookie:%20a=b")
            #expect(reply.headers["set-cookie"] == nil)
            #expect(reply.status == 404)
            let written = try await server.post(
                "/api/sources?reason=a%0d%0aX-Evil:%201", #"{"kind": "other", "title": "a\r\nX-Evil: 1"}"#)
            #expect(written.headers["x-evil"] == nil)
        }
    }

    @Test(arguments: [
        "Content-Length: 4\r\nTransfer-Encoding: chunked", "Content-Length: 4\r\nContent-Length: 5",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", "Transfer-Encoding: xchunked",
        "Content-Length: -1",
        "Content-Length: 4\u{0B}", "Content-Length : 4",
    ])
    func `no second request is smuggled in the body of the first`(headers: String) async throws {
        try await TestServer.run { server in
            let text =
                "POST /api/sources HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(server.secret(.editor))\r\n\(headers)\r\n\r\n"
                + "0\r\n\r\nGET /api/tokens HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(server.secret(.admin))\r\nConnection: close\r\n\r\n"
            let bytes = try await TestServer.onThread { [port = server.port] in try Socket(port: port).exchange(text) }
            let answer = String(decoding: bytes, as: UTF8.self)
            #expect(!answer.contains("\"role\""), "\(answer)")
            #expect(try await server.get("/healthz").status == 200)
        }
    }

    @Test func `who sends slowly is cut off, and holds nobody up`() async throws {
        try await TestServer.run {
            $0.limits.seconds = 1
        } _: { server in
            let cut = try await TestServer.onThread { [port = server.port] in
                let socket = try Socket(port: port)
                for letter in "GET /healthz HTTP/1.1\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" {
                    if !socket.send("\(letter)") { return true }
                    Thread.sleep(forTimeInterval: 0.1)
                }
                return socket.readAll().isEmpty
            }
            #expect(cut)
            #expect(try await server.get("/healthz").status == 200)
        }
    }

    @Test func `who reads no answer is cut off`() async throws {
        try await TestServer.run {
            $0.limits.seconds = 1
        } _: { server in
            let isCut = try await TestServer.onThread { [port = server.port] in
                let socket = try Socket(port: port)
                let ask = "GET /api/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n"
                for _ in 0..<400 {
                    if !socket.send(String(repeating: ask, count: 20)) { return true }
                    Thread.sleep(forTimeInterval: 0.05)
                }
                return false
            }
            #expect(isCut)
            #expect(try await server.get("/healthz").status == 200)
        }
    }

    @Test func `a body or a header that is too long is refused`() async throws {
        try await TestServer.run {
            $0.limits.body = 1000
        } _: { server in
            let long = String(repeating: "a", count: 2000)
            let reply = try await server.post("/api/sources", "{\"title\": \"\(long)\"}")
            #expect(reply.status == 413)
            let chunked = try await server.raw(
                "POST /api/sources HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer \(server.secret(.editor))\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n\(long)\r\n0\r\n\r\n"
            )
            #expect(chunked.status == 413)
            let header = try await TestServer.onThread { [port = server.port] in
                try Socket(port: port).exchange(
                    "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: \(String(repeating: "a", count: 100_000))\r\n\r\n")
            }
            #expect(!String(decoding: header, as: UTF8.self).contains("200 OK"))
            #expect(try await server.get("/healthz").status == 200)
        }
    }

    @Test func `a body of malformed chunks is refused`() async throws {
        try await TestServer.run { server in
            for chunk in ["zz\r\n{}\r\n0\r\n\r\n", "2\r\n{}xx\r\n0\r\n\r\n"] {
                let reply = try await server.raw(
                    "POST /api/sources HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer \(server.secret(.editor))\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n\(chunk)"
                )
                #expect(reply.status == 400, "\(reply.text)")
            }
            #expect(try await server.get("/healthz").status == 200)
        }
    }

    @Test func `a spoilt file of tokens is told without its path`() async throws {
        try await TestServer.run { server in
            let file = server.path + ".access"
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + suffix) }
            try Data("no tokens".utf8).write(to: URL(fileURLWithPath: file))
            for reply in [
                try await server.get("/api/units"),
                try await server.post("/api/sources", "{}", headers: ["Idempotency-Key": "k"]),
            ] {
                #expect(reply.status == 500, "\(reply.text)")
                #expect(!reply.text.contains(".access") && !reply.text.contains("muster-"), "\(reply.text)")
            }
        }
    }

    @Test func `JSON that is nested without end is refused`() async throws {
        try await TestServer.run { server in
            let deep = String(repeating: "[", count: 100_000)
            let reply = try await server.post("/api/sources", deep)
            #expect(reply.status == 400)
            let objects = String(repeating: "{\"a\":", count: 50_000) + "1" + String(repeating: "}", count: 50_000)
            #expect(try await server.post("/api/sources", objects).status == 400)
            #expect(try await server.get("/healthz").status == 200)
        }
    }

    @Test(arguments: ["PUT", "TRACE", "CONNECT", "OPTIONS", "BREW", "DELETE"])
    func `a method that an address does not take is refused with those that it takes`(method: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.send(method, "/api/units", as: .admin)
            #expect([400, 405].contains(reply.status))
            if reply.status == 405 { #expect(reply.headers["allow"] == "GET, POST, HEAD") }
        }
    }

    @Test func `every answer forbids guessing and framing`() async throws {
        try await TestServer.run { server in
            for target in [
                "/api/units", "/api/nothing", "/healthz", "/api/reports/national?format=html", "/api/export/csv",
            ] {
                let reply = try await server.get(target)
                #expect(reply.headers["x-content-type-options"] == "nosniff")
                #expect(reply.headers["x-frame-options"] == "DENY")
                #expect(reply.headers["content-security-policy"]?.contains("default-src 'none'") == true)
            }
        }
    }
}
