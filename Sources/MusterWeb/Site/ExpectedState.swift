import HTTPTypes
import MusterCore
import MusterValues

/// The state of the registry that a change rests on, as the client names it.
struct ExpectedState: Sendable {
    /// The newest revision when the client read.
    let revision: Int64
    /// The beginning of its hash; nil if only the number is known.
    var hash: String?

    /// Refuses a change of a registry that is not the one that was read: every change but that of one record if there is a newer
    /// revision, and any if the revision has another hash, as after a restore of an older copy.
    ///
    /// - Parameters:
    ///   - registry: the registry that is about to be changed, in the transaction that changes it. An import and a redaction have
    ///     one of their own, and are checked just before.
    ///   - isOfRecord: true for an edit of one record, which itself refuses what was changed of that record since.
    /// - Throws: `Problem` 412.
    func check(_ registry: Registry, isOfRecord: Bool) throws {
        if let hash, let head = try registry.hash(of: revision) ?? (revision > 0 ? "" : nil), !head.hasPrefix(hash) {
            throw Problem(
                .preconditionFailed, "changed-since",
                "this registry has another revision \(revision) than the one that was read, as after a restore; read it again"
            )
        }
        let newest = try registry.newestRevision()
        if !isOfRecord, newest != revision {
            throw Problem(
                .preconditionFailed, "changed-since",
                "the newest revision is \(newest), and \(revision) was read; read what changed, then send the request anew"
            )
        }
    }
}
