import HTTPTypes
import MusterCore
import MusterEditions
import MusterValues
import NIOPosix
import Synchronization

extension Responder {
    /// Reads the form of a page, and refuses one that another site sent or that lacks its session's token.
    ///
    /// Signing in begins a session, so that it needs no token: whoever still has the cookie of a session, whose token was revoked for
    /// example, must be able to sign in again.
    ///
    /// - Returns: the form as it was filled in, if it was filled in before its writer signed in again; nil if the endpoint answers.
    func readForm(_ call: inout Call, _ headers: HTTPFields, for endpoint: Endpoint) async throws -> Answer? {
        try call.checkOrigin(headers)
        if call.session == nil, endpoint.route != .signIn { return nil }
        call.sent = try await site.readers.runIfActive { [call] in try call.readForm() }
        guard let session = call.session, endpoint.route != .signIn else { return nil }
        do { try call.checkFormToken(of: session.session) } catch {
            guard let refused = endpoint.refused, Call.isFromOwnPage(headers, authority: call.authority) else {
                throw error
            }
            call.sent.fields = call.sent.fields.without([Call.formToken, Call.tokenInput])
            return try await site.readers.runIfActive { [call] in
                Self.forBrowserAlone(try refused(call, Call.formOfOtherSession), to: call)
            }
        }
        return nil
    }

    /// Answers a form that was sent when its session was over. Without a token it comes back as it was filled in, with an input for one;
    /// with a good token its writer is signed in, and the form is sent. Nothing of it is kept on the server.
    ///
    /// Danger: no session stands for this form, so that only the token does, which another site does not know. The caller has checked
    /// that it came from a page of this site.
    ///
    /// - Parameters:
    ///   - call: the form, of nobody known.
    ///   - endpoint: what takes it.
    ///   - line: what is logged of the request, which learns the role of whoever signs in.
    /// - Returns: what the form leads to, or the form.
    /// - Throws: what the endpoint throws.
    func resume(_ call: Call, _ endpoint: Endpoint, _ line: inout RequestLine) async throws -> Answer {
        guard let refused = endpoint.refused else { throw Problem.noPage }
        let old = call.session
        var call = call
        call.session = nil
        let tried = try await site.readers.runIfActive { [call] in
            var call = call
            call.sent = try call.readForm()
            let result: SignInResult? =
                try call.sent.fields.values[Call.tokenInput] == nil ? nil : call.triedToken()
            call.sent.fields = call.sent.fields.without([Call.formToken, Call.tokenInput])
            return (result: result, sent: call.sent)
        }
        call.sent = tried.sent
        guard case .known(let token, let secret)? = tried.result, mayUse(endpoint, Visitor(token)) else {
            return try await site.readers.runIfActive { [call] in try LeftForm(call).answer(tried.result) }
        }
        // The token of the old session can have been revoked.
        if let old { site.sessions.end(old.secret) }
        let begun = site.sessions.begin(token: secret)
        call.visitor = Visitor(token)
        line.role = token.role.rawValue
        call.session = site.sessions.session(of: begun).map { (begun, $0) }
        var answer = try await record(call, endpoint, refused)
        answer.headers[.setCookie] = Sessions.cookie(begun, isSecure: call.isSecure)
        return answer
    }

    private func mayUse(_ endpoint: Endpoint, _ visitor: Visitor) -> Bool {
        do { try site.gatekeeper.check(visitor, for: endpoint) } catch { return false }
        return true
    }

    /// Records what a form holds. A form that is refused comes back, and what it would have written is undone before that.
    func record(
        _ call: Call, _ endpoint: Endpoint, _ refused: @escaping @Sendable (Call, Problem) throws -> Answer
    ) async throws -> Answer { Self.forBrowserAlone(try await recorded(call, endpoint, refused), to: call) }

    /// A page that answers a form, as the browser that sent it may keep it: with `no-store` the way back to it would ask to send the
    /// form again. Signing out takes it out of the browser.
    ///
    /// The browser keeps it as long as the cookie, which is longer than the session. So no page is kept that tells what the register
    /// holds of a record.
    private static func forBrowserAlone(_ answer: Answer, to call: Call) -> Answer {
        if answer.status == .seeOther || call.isAboutHeld { return answer }
        var answer = answer
        answer.headers[.cacheControl] = "private, no-cache"
        return answer
    }

    private func recorded(
        _ call: Call, _ endpoint: Endpoint, _ refused: @escaping @Sendable (Call, Problem) throws -> Answer
    ) async throws -> Answer {
        do {
            let isAlone = call.path["form"] == FormKind.imports.rawValue
            return try await site.writes.run(alone: isAlone) { registry in
                var own = call
                own.present = registry
                return try endpoint.run(own)
            }
        } catch {
            if let answer = call.rehearsal.answer.withLock({ $0 }) { return answer }
            Self.note(error, of: endpoint.route.rawValue, in: site)
            let problem = Problem(error)
            return try await site.readers.runIfActive { try refused(call, problem) }
        }
    }
}

extension Call {
    /// True for a form beside which stands what the register holds: two records that may be one, a dispute, or what is judged.
    fileprivate var isAboutHeld: Bool {
        let form = path["form"].flatMap(FormKind.init(rawValue:))
        return form == .merge || form == .review || form == .edit && sent.fields.values[FormSpec.settle] != nil
    }
}
