import Foundation
import HTTPTypes
import Synchronization

/// Somebody who signed in to the pages.
struct Session: Sendable {
    /// The secret of the token that he or she signed in with. It is looked up on each request, so that revoking the token ends the
    /// session.
    let token: String
    /// What every form of the session carries, so that no other site can send one.
    let formToken: String
    fileprivate let begun: Date
    fileprivate var used: Date
}

/// The sessions of the pages, in memory alone: nobody can read them from a file, and a restart ends them all.
final class Sessions: Sendable {
    /// A session ends when it was not used for so long.
    static let idle: TimeInterval = 12 * 3600
    /// The cookie stays so long after the session, by which a form is known that was sent when its session was over.
    static let late: TimeInterval = 12 * 3600
    /// A session ends at the latest after this time.
    static let longest: TimeInterval = 7 * 24 * 3600
    /// The most sessions; the one that was used least lately goes first.
    private static let most = 10_000
    /// The most sessions of one token, so that its bearer cannot end those of others by beginning many.
    static let mostOfToken = 50

    /// The name of the cookie.
    static let cookie = "muster_session"

    private let sessions = Mutex<[String: Session]>([:])
    private let now: @Sendable () -> Date

    init(now: @escaping @Sendable () -> Date = { Date() }) { self.now = now }

    /// Begins a session. Its secret is always a new one, so that a cookie that was set before signing in is worth nothing.
    ///
    /// - Parameter token: the secret of a token that was found to be good.
    /// - Returns: the secret for the cookie.
    func begin(token: String) -> String {
        let (secret, time) = (Self.random(), now())
        sessions.withLock { sessions in
            sessions = sessions.filter { !Self.isOver($0.value, time) }
            let own = sessions.filter { $0.value.token == token }
            let full = own.count >= Self.mostOfToken ? own : sessions.count >= Self.most ? sessions : [:]
            if let oldest = full.min(by: { $0.value.used < $1.value.used }) { sessions[oldest.key] = nil }
            sessions[secret] = Session(token: token, formToken: Self.random(), begun: time, used: time)
        }
        return secret
    }

    /// The session of a request's cookie; nil if there is none, or if it is over.
    func session(_ headers: HTTPFields) -> (secret: String, session: Session)? {
        guard let secret = Self.secret(headers), let session = session(of: secret) else { return nil }
        return (secret, session)
    }

    /// The session of a secret, which counts as used now; nil if there is none, or if it is over.
    func session(of secret: String) -> Session? {
        let time = now()
        return sessions.withLock { sessions in
            guard var session = sessions[secret], !Self.isOver(session, time) else { return nil }
            session.used = time
            sessions[secret] = session
            return session
        }
    }

    /// Ends a session.
    func end(_ secret: String) { sessions.withLock { $0[secret] = nil } }

    /// The header that gives a browser the secret, or takes it away.
    ///
    /// Each answer to a page gives it again, so that the browser forgets it, and with it the pages that it kept for it alone, a day after
    /// the last use.
    ///
    /// - Parameters:
    ///   - secret: the secret; nil to take it away.
    ///   - isSecure: true if the browser came by https, and must never send it otherwise.
    /// - Returns: the value of `Set-Cookie` (RFC 6265).
    static func cookie(_ secret: String?, isSecure: Bool) -> String {
        "\(cookie)=\(secret ?? ""); Path=/; HttpOnly; SameSite=Strict; Max-Age=\(secret == nil ? 0 : Int(idle + late))"
            + (isSecure ? "; Secure" : "")
    }

    /// The header that gives a browser its cookie for longer; nil if it has none, or if the session is over.
    ///
    /// - Parameters:
    ///   - headers: the header fields of the request.
    ///   - isSecure: true if the browser came by https.
    /// - Returns: the value of `Set-Cookie`.
    func renewed(_ headers: HTTPFields, isSecure: Bool) -> String? {
        session(headers).map { Self.cookie($0.secret, isSecure: isSecure) }
    }

    /// True if a request carries the cookie of one session, which may be over.
    static func hasCookie(_ headers: HTTPFields) -> Bool { secret(headers).map { !$0.isEmpty } ?? false }

    private static func isOver(_ session: Session, _ time: Date) -> Bool {
        time.timeIntervalSince(session.used) > idle || time.timeIntervalSince(session.begun) > longest
    }

    /// The secret in the cookie; nil for none, or for two of the name, of which one may be another site's.
    private static func secret(_ headers: HTTPFields) -> String? {
        let pairs = headers[values: .cookie].flatMap { $0.split(separator: ";") }
        let own = pairs.map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.hasPrefix(cookie + "=") }
        return own.count == 1 ? String(own[0].dropFirst(cookie.utf8.count + 1)) : nil
    }

    /// 32 random bytes in hexadecimal digits.
    private static func random() -> String {
        var random = SystemRandomNumberGenerator()
        return (0..<4).map { _ in
            let digits = String(UInt64.random(in: .min ... .max, using: &random), radix: 16)
            return String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }.joined()
    }
}

extension String {
    /// True if both texts are the same. The time that it takes does not tell where they differ.
    func isSame(as other: String) -> Bool {
        let (one, two) = (Array(utf8), Array(other.utf8))
        return one.count == two.count && zip(one, two).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
