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

    /// What a proof of a registry's history found.
    enum Verdict: Equatable {
        case proven(revision: Int64)
        case broken
        /// It could not be read through: the next proof tells.
        case busy
    }

    /// Proves the whole history of the registry that is served anew.
    func prove(_ registry: Registry) { take(Self.verdict(on: registry)) }

    /// Proves the whole history of a registry.
    static func verdict(on registry: Registry) -> Verdict {
        do {
            _ = try registry.verify()
            return .proven(revision: try registry.newestRevision())
        } catch {
            // A busy disk is no broken chain.
            let isBusy = error == .busy(path: registry.path) || error == .replaced(path: registry.path)
            return isBusy ? .busy : .broken
        }
    }

    /// Takes what a proof of the registry that is served found.
    func take(_ verdict: Verdict) {
        switch verdict {
        case .proven(let revision): chain.withLock { $0 = .proven(revision: revision) }
        case .broken: chain.withLock { $0 = .broken }
        case .busy: break
        }
    }

    /// Refuses a registry that is not proven.
    ///
    /// - Returns: the newest revision that is proven.
    /// - Throws: `Problem` 503.
    func check() throws -> Int64 {
        switch chain.withLock({ $0 }) {
        case .proven(let revision): return revision
        case .unproven: throw Self.unproven
        case .broken: throw Self.altered
        }
    }

    static let unproven = Problem(
        .serviceUnavailable, "unproven", "the history is being proven; ask again", headers: [.retryAfter: "1"])
    static let altered = Problem(
        .serviceUnavailable, "altered", "the history does not fit its hashes; whoever runs the server must look at it")
}
