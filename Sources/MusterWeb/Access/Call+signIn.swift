import Foundation
import MusterCore

/// What became of a try to sign in.
enum SignInResult: Sendable {
    /// The token is good.
    case known(Token, secret: String)
    /// The token is unknown, revoked or out of date.
    case refused
    /// The address has to wait so many seconds, whatever token it sent.
    case waits(Int)
}

extension Call {
    /// The name of the input that holds the token of somebody who signs in.
    static let tokenInput = "token"

    /// Looks up the token that a form holds. A wrong one is noted, so that guessing gets slow.
    ///
    /// - Throws: `MusterError` if the file of tokens cannot be read, or if the form holds two tokens.
    func triedToken() throws -> SignInResult {
        let delay = site.signIns
        let wait = delay.wait(address)
        if wait > 0 { return .waits(wait) }
        let secret = try sent.fields.one(Self.tokenInput)?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        guard let token = try site.gatekeeper.access.token(of: secret) else {
            delay.fail(address)
            return .refused
        }
        delay.succeed(address)
        return .known(token, secret: secret)
    }
}
