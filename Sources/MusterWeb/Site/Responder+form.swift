import HTTPTypes
import MusterEditions
import MusterValues
import NIOPosix
import Synchronization

extension Responder {
    /// Reads the form of a page, and refuses one that another site sent or that lacks its session's token.
    ///
    /// Signing in begins a session, so that it needs no token: whoever still has the cookie of a session, whose token was revoked for
    /// example, must be able to sign in again.
    func readForm(_ call: inout Call, _ headers: HTTPFields, of route: Route) async throws {
        try call.checkOrigin(headers)
        if call.session == nil, route != .signIn { return }
        call.sent = try await site.readers.runIfActive { [call] in try call.readForm() }
        if let session = call.session, route != .signIn { try call.checkFormToken(of: session.session) }
    }

    /// Records what a form holds. A form that is refused comes back, and what it would have written is undone before that.
    func record(
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
