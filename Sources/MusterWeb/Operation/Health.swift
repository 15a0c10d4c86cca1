import HTTPTypes
import MusterCore
import MusterValues
import Synchronization

/// Whether the registry can be trusted, as of the last proof of its chain.
final class Health: Sendable {
    /// What is known of the chain.
    private enum Chain {
        case unproven
        case proven(revision: Int64)
        case broken
    }

    private let chain = Mutex(Chain.unproven)
    private let ending = Mutex(false)

    /// True once the server was told to end.
    var isEnding: Bool { ending.withLock { $0 } }

    /// Tells those who wait that the server ends.
    func end() { ending.withLock { $0 = true } }

    /// Proves the whole history anew.
    func prove(_ registry: Registry) {
        do {
            _ = try registry.verify()
            let revision = try registry.newestRevision()
            chain.withLock { $0 = .proven(revision: revision) }
        } catch {
            // A busy disk is no broken chain: the next proof tells.
            let isBusy = error == .busy(path: registry.path) || error == .replaced(path: registry.path)
            chain.withLock { if !isBusy { $0 = .broken } }
        }
    }

    /// Refuses a registry that is not proven.
    ///
    /// - Returns: the newest revision that is proven.
    /// - Throws: `Problem` 503.
    func check() throws -> Int64 {
        switch chain.withLock({ $0 }) {
        case .proven(let revision): return revision
        case .unproven:
            throw Problem(
                .serviceUnavailable, "unproven", "the history is being proven; ask again", headers: [.retryAfter: "1"])
        case .broken:
            throw Problem(
                .serviceUnavailable, "altered",
                "the history does not fit its hashes; whoever runs the server must look at it")
        }
    }
}
