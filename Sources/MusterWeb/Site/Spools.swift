import HTTPTypes
import Synchronization

/// The files that wait to be sent: each takes room on the disk until its reader has it, however slowly he or she reads.
final class Spools: Sendable {
    private let count = Mutex(0)
    private let most: Int

    /// - Parameter most: the most files at a time.
    init(most: Int = 64) { self.most = most }

    /// Counts one more file.
    ///
    /// - Throws: `Problem` 503 if there are too many.
    func enter() throws {
        let isFull = count.withLock { count in
            if count >= most { return true }
            count += 1
            return false
        }
        if isFull {
            throw Problem(
                .serviceUnavailable, "too-many-files", "too many files are being sent; ask again in a while",
                headers: [.retryAfter: "30"])
        }
    }

    /// Counts one file less.
    func leave() { count.withLock { $0 -= 1 } }
}
