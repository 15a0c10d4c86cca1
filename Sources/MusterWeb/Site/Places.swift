import Synchronization

/// A number of places that visitors take and leave.
final class Places: Sendable {
    private let count = Mutex(0)

    /// Takes a place.
    ///
    /// - Parameters:
    ///   - most: how many there are.
    ///   - problem: what is told if none is left.
    /// - Throws: the problem.
    func enter(most: Int, or problem: @autoclosure () -> Problem) throws {
        let isFull = count.withLock { count in
            if count >= most { return true }
            count += 1
            return false
        }
        if isFull { throw problem() }
    }

    /// Leaves a place.
    func leave() { count.withLock { $0 -= 1 } }
}
