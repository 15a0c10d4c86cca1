import Foundation
import HTTPTypes
import Logging
import MusterCore
import MusterValues
import NIOCore

/// What a restore did.
private struct RestoreAnswer: Codable {
    let head: String?
    /// The newest revision, which is the copy's.
    let revision: Int64
    /// The number of versions of records in it.
    let versions: Int
    /// The newest revision before; null if there was none.
    let replaced: Int64?
    /// What was redacted since the copy was made, and is back.
    let unredacted: [String]
    /// The revisions whose redacted reason is back.
    let unredactedReasons: [Int64]
}

extension Endpoint {
    /// The copy of the whole registry, and its way back.
    static let copies: [Endpoint] = [
        Endpoint(
            route: .copy, method: .get, kind: .look, role: .admin,
            summary: "Copy the registry as it is: one proven SQLite file, as POST /api/restores takes it.",
            types: [.registry], isLong: true
        ) { call in
            var proof: Proof?
            let file = try SpooledFile(in: call.site.spools) { path in proof = try call.present.backUp(to: path) }
            // Others write meanwhile: the answer is of the revision that the copy has.
            let state = RegistryState(revision: proof?.revisions ?? 0, head: proof?.head)
            var answer = Answer(type: .registry, content: .file(file), state: state)
            answer.headers[.contentDisposition] = "attachment; filename=\"muster-r\(state.revision).db\""
            return answer
        },
        Endpoint(
            route: .restores, method: .post, kind: .write, role: .admin,
            summary:
                "Put a copy in the registry's place, if it is proven. What was written since the copy was made is then gone.",
            bodyTypes: [MediaType.bytes.rawValue], answer: .answer(RestoreAnswer.self), isAlone: true
        ) { call in
            if call.contentType != MediaType.bytes.rawValue {
                throw Problem(
                    .unsupportedMediaType, "media-type",
                    "send the copy as \(MediaType.bytes.rawValue); nothing was changed")
            }
            try call.expected?.check(call.present, isOfRecord: false)
            let (proof, replaced, unredacted) = try withTemporaryFolder { folder in
                let path = folder + "/copy.db"
                guard FileManager.default.createFile(atPath: path, contents: Data(call.body.readableBytesView)) else {
                    throw MusterError.full(path: "temporary files")
                }
                return try restoring(path, to: call.present.path)
            }
            // An answer that is kept may tell of a revision that is gone. Danger: the registry is restored, so nothing from here on may
            // be told as a failure.
            do { try call.site.gatekeeper.access.forgetAnswered() } catch {
                call.site.logger.error("answers kept for retries are still there after a restore")
            }
            call.site.health.prove(call.present)
            let state = RegistryState(revision: proof.revisions, head: proof.head)
            return try .json(
                RestoreAnswer(
                    head: proof.head, revision: proof.revisions, versions: proof.versions, replaced: replaced,
                    unredacted: unredacted.records.map(\.description), unredactedReasons: unredacted.reasons), state)
        },
    ]
}

/// Restores a copy that somebody sent. What is wrong with it is a fault of the request, not of the server's own file.
private func restoring(_ path: String, to registry: String) throws -> (Proof, Int64?, Unredacted) {
    func refused(_ rule: String) -> MusterError {
        .badFile(
            path: "the copy", rule: rule, fix: .words("send a file that GET \(Route.copy.rawValue) or a backup made"))
    }
    do {
        let (proof, replaced, unredacted) = try Registry.restore(
            from: path, to: registry, replacing: true, isServed: true)
        return (proof, replaced, unredacted)
    } catch {
        switch error {
        case .badFile(path, let rule, _): throw refused(rule)
        case .notARegistry(path), .damaged(path), .newerSchema(path), .cannotOpen(path):
            throw refused("it is no whole registry of this muster")
        default: throw error
        }
    }
}
