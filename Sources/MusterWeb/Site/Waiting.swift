import HTTPTypes
import Synchronization

/// Counts those who wait for changes, so that they never take all connections.
final class Waiting: Sendable {
    private let count = Mutex(0)

    /// Runs a wait, unless too many wait already.
    ///
    /// - Throws: `Problem` 503 if there are too many, and what the wait throws.
    func run(most: Int, _ wait: () async throws -> Void) async throws {
        let isFull = count.withLock { count in
            if count >= most { return true }
            count += 1
            return false
        }
        if isFull {
            throw Problem(
                .serviceUnavailable, "too-many-wait", "too many wait for changes; ask again, or with wait=0",
                headers: [.retryAfter: "5"])
        }
        defer { count.withLock { $0 -= 1 } }
        try await wait()
    }
}
