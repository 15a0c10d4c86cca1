import Foundation
import HTTPTypes
import MusterCore
import MusterValues
import NIOCore
import NIOPosix

extension HTTPField.Name {
    /// The key by which a client says that a request is one that it sent before.
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
}

extension WriteQueue {
    /// Answers a write; one whose key was answered before is answered in the same way, and nothing is written again.
    ///
    /// - Throws: `Problem` 409 for a key of another request, or of one that was cut short; and what the endpoint throws.
    func answer(_ call: Call, _ endpoint: Endpoint, _ target: String, _ headers: HTTPFields) async throws -> Answer {
        let work: @Sendable (Registry) throws -> Answer = { registry in
            var call = call
            call.present = registry
            return try endpoint.run(call)
        }
        guard let key = headers[.idempotencyKey], let token = call.visitor.token else {
            return try await run(alone: endpoint.isAlone, work)
        }
        let access = call.site.gatekeeper.access
        let request = Data("\(endpoint.method.rawValue) \(target)\n".utf8) + Data(call.body.readableBytesView)
        let (known, since) = try await call.site.readers.runIfActive {
            let newest = try call.present.newestRevision()
            return (try access.begin(key: key, of: token, request: request, revision: newest), newest)
        }
        switch known {
        case .answered(let status, let body):
            var answer = Answer(
                status: .init(code: status), type: status < 400 ? .json : .problem, content: .text(body),
                state: try call.site.freshness.now().state)
            if answer.status == .created {
                let kept = try? JSONDecoder().decode(WriteAnswer.self, from: Data(body.utf8))
                answer.headers[.location] = kept?.place(addedAt: call.target)
            }
            return answer
        case .otherRequest:
            throw Problem(
                .conflict, "key-used", "this Idempotency-Key was used for another request; give each request its own")
        case .pending(let since):
            throw Problem(
                .conflict, "key-pending",
                "a request with this Idempotency-Key is under way or was cut short; what it wrote is in "
                    + "GET \(Route.changes.rawValue)?since=\(since)&wait=0")
        case .emptied(let since):
            throw Problem(
                .conflict, "key-emptied",
                "the request with this Idempotency-Key was done, and a redaction took its answer out since; what it wrote is in "
                    + "GET \(Route.changes.rawValue)?since=\(since)&wait=0")
        case .new: break
        }
        var answer: Answer
        do { answer = try await run(alone: endpoint.isAlone, work) } catch {
            Responder.note(error, of: endpoint.route.rawValue, in: call.site)
            answer = Responder.answer(Problem(error))
        }
        // What was refused may be sent again, mended or not, with the same key. A commit is never told as a failure: if its answer
        // cannot be kept, the next request with the key is told to look for what it wrote.
        if case .bytes(let bytes) = answer.content {
            let body = String(buffer: bytes)
            let status = answer.status.code
            do {
                try await call.site.readers.runIfActive {
                    if status < 400 {
                        try access.finish(key: key, of: token, status: status, body: body)
                        // A redaction that came before this emptied the answers without it.
                        if try call.site.served.registry.isRedacted(since: since, besides: Self.revision(of: body)) {
                            try access.empty()
                        }
                    } else {
                        try access.forget(key: key, of: token)
                    }
                }
            } catch { Responder.note(error, of: endpoint.route.rawValue, in: call.site) }
        }
        return answer
    }

    /// The revision that an answer tells of; nil if it made none.
    private static func revision(of body: String) -> Int64? {
        struct Told: Decodable { let revision: Int64? }
        return (try? JSONDecoder().decode(Told.self, from: Data(body.utf8)))?.revision
    }
}

extension Registry {
    /// True if records were redacted after a revision, other than by one revision: a redaction's own answer has nothing of it.
    fileprivate func isRedacted(since: Int64, besides own: Int64?) throws(MusterError) -> Bool {
        let newest = try newestRevision()
        guard let latest = try redaction(from: .revision(since), to: .revision(newest)) else { return false }
        if latest != own { return true }
        if latest - 1 <= since { return false }
        return try redaction(from: .revision(since), to: .revision(latest - 1)) != nil
    }
}
