import Foundation
import MusterCore
import MusterValues

@testable import MusterWeb

/// Somebody who opens pages and sends forms, with the cookie that the server set.
final class Visit {
    let server: TestServer
    private(set) var cookie: String?
    /// The token that the last form carried.
    private(set) var formToken = ""

    /// Opens the pages without signing in.
    init(_ server: TestServer) { self.server = server }

    /// Signs in with the token of a role.
    static func signedIn(_ role: Role, at server: TestServer) async throws -> Visit {
        let visit = Visit(server)
        _ = try await visit.send("/en/sign-in", ["token": server.secret(role)])
        return visit
    }

    /// Opens a page.
    func open(_ path: String, headers: [String: String] = [:]) async throws -> Reply {
        let reply = try await server.get(path, as: nil, headers: headers.merging(own) { $1 })
        if let token = Self.formToken(in: reply.text) { formToken = token }
        return reply
    }

    /// Opens a form and sends it, with the token that it carries.
    func fill(_ kind: String, _ fields: [String: String], _ what: String = "record", from query: String = "")
        async throws
        -> Reply
    {
        _ = try await open("/en/record/\(kind)\(query)")
        return try await send(
            "/en/record/\(kind)", fields.merging(["form_token": formToken, "?do": what]) { given, _ in given })
    }

    /// Sends a form as it is.
    func send(_ path: String, _ fields: [String: String], headers: [String: String] = [:]) async throws -> Reply {
        let body = fields.map { "\($0.key.encodedSegment)=\($0.value.encodedSegment)" }.sorted().joined(separator: "&")
        return try await send(path, body: body, type: "application/x-www-form-urlencoded", headers: headers)
    }

    /// Sends a body.
    func send(_ path: String, body: String, type: String, headers: [String: String] = [:]) async throws -> Reply {
        let reply = try await server.send(
            "POST", path, as: nil, body: body, type: type, headers: headers.merging(own) { given, _ in given })
        if let set = reply.headers["set-cookie"] { cookie = String(set.prefix { $0 != ";" }) }
        return reply
    }

    private var own: [String: String] { cookie.map { ["Cookie": $0] } ?? [:] }

    private static func formToken(in text: String) -> String? {
        text.firstMatch(of: #/name="form_token" value="([0-9a-f]+)"/#).map { String($0.1) }
    }
}

extension Reply {
    /// The page that an answer leads to, without what it says there.
    var place: String { String((headers["location"] ?? "").prefix { $0 != "?" }) }
}
