import Foundation
import GRDB
import MusterValues
import Synchronization

/// The tokens that were found since the file of tokens last changed, so that a secret that is shown again costs no query.
///
/// Only tokens that are good are kept, by the hash of their secrets.
final class TokenMemory: Sendable {
    /// What a kept token depends on: SQLite's count of changes of the file, and the day, because a token runs out.
    struct Stamp: Hashable {
        let count: Int64
        let day: Day
    }

    private struct Kept {
        var stamp: Stamp?
        var tokens: [Data: Token] = [:]
    }

    private let kept = Mutex(Kept())

    /// The most tokens that are kept.
    private static let most = 1000

    /// The token of a secret with a hash; nil if it was not found at this stamp.
    func token(_ hash: Data, at stamp: Stamp) -> Token? {
        kept.withLock { $0.stamp == stamp ? $0.tokens[hash] : nil }
    }

    /// Keeps a token that was looked up after the stamp was read. Those of another stamp are forgotten.
    func keep(_ token: Token, _ hash: Data, at stamp: Stamp) {
        kept.withLock { kept in
            if kept.stamp != stamp || kept.tokens.count == Self.most { kept = Kept(stamp: stamp) }
            kept.tokens[hash] = token
        }
    }
}
