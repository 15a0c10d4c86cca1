import HTTPTypes
import MusterCore
import MusterValues

/// Finds out who asks, and whether he or she may.
struct Gatekeeper: Sendable {
    let access: AccessFile
    /// True if anybody may read.
    let isPublic: Bool

    /// The visitor whose token the request carries. A token that was not shown before is looked up by `onThread`, because the
    /// file of tokens can make a thread wait.
    ///
    /// - Throws: `Problem` 401 for a token that is unknown, revoked or expired, or for another way of signing in.
    func visitor(_ headers: HTTPFields, onThread: (@escaping @Sendable () throws -> Token?) async throws -> Token?)
        async throws -> Visitor
    {
        let given = headers[values: .authorization]
        guard let first = given.first else { return .unknown(isPublic: isPublic) }
        let parts = first.split(separator: " ", maxSplits: 1)
        guard given.count == 1, parts.count == 2, parts[0].lowercased() == "bearer" else { throw Self.badToken }
        let secret = String(parts[1])
        if let token = try access.knownToken(of: secret) { return Visitor(token) }
        guard let token = try await onThread({ try access.token(of: secret) }) else { throw Self.badToken }
        return Visitor(token)
    }

    /// The visitor of a page: the bearer of the token that the session was begun with.
    ///
    /// - Parameters:
    ///   - session: the session; nil for somebody who did not sign in.
    ///   - onThread: looks a token up that is not remembered.
    /// - Returns: the visitor; nobody known if the token was revoked or has run out.
    /// - Throws: `MusterError` if the file of tokens cannot be read.
    func visitor(of session: Session?, onThread: (@escaping @Sendable () throws -> Token?) async throws -> Token?)
        async throws -> Visitor
    {
        guard let session else { return .unknown(isPublic: isPublic) }
        if let token = try access.knownToken(of: session.token) { return Visitor(token) }
        let token = try await onThread { try access.token(of: session.token) }
        return token.map(Visitor.init) ?? .unknown(isPublic: isPublic)
    }

    /// Refuses a visitor whose role does not allow an endpoint.
    ///
    /// - Throws: `Problem` 401 for somebody unknown, 403 for a role that is too low.
    func check(_ visitor: Visitor, for endpoint: Endpoint) throws {
        guard let least = endpoint.role else { return }
        guard let role = visitor.role, visitor.token != nil || least == .reader else {
            throw Self.unauthorized("this needs a token: send it as Authorization: Bearer TOKEN", error: nil)
        }
        if role < least {
            throw Problem(
                .forbidden, "forbidden",
                "this needs the role \(least.rawValue); the token's role is \(role.rawValue), and nothing was changed")
        }
    }

    private static var badToken: Problem {
        unauthorized("the token is unknown, revoked or out of date", error: "invalid_token")
    }

    private static func unauthorized(_ detail: String, error: String?) -> Problem {
        Problem(
            .unauthorized, "unauthorized", detail,
            headers: [.wwwAuthenticate: "Bearer realm=\"muster\"" + (error.map { ", error=\"\($0)\"" } ?? "")])
    }
}
