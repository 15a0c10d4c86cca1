import MusterCore
import MusterValues
import NIOPosix
import Synchronization

/// The writes that wait for their turn. Those that wait together share one commit: the disk is asked once for all of them, and each
/// has its own revision.
final class WriteQueue: Sendable {
    private struct Waiting: Sendable {
        let work: @Sendable (Registry) throws -> Answer
        let isAlone: Bool
        let done: CheckedContinuation<Answer, any Error>
    }

    private struct State {
        var waiting: [Waiting] = []
        var isRunning = false
    }

    private let served: Served
    private let state = Mutex(State())
    private let thread = NIOThreadPool(numberOfThreads: 1)

    /// The most writes that share a commit: a reader sees none of them before all are done.
    private static let most = 64

    init(_ served: Served) { self.served = served }

    func start() { thread.start() }

    func end() async throws { try await thread.shutdownGracefully() }

    /// Runs a write in its turn.
    ///
    /// - Parameters:
    ///   - isAlone: true if it cannot share a commit.
    ///   - work: the write; it uses the registry that it is given and no other.
    /// - Returns: its answer.
    /// - Throws: what it throws, or why the commit failed.
    func run(alone isAlone: Bool, _ work: @escaping @Sendable (Registry) throws -> Answer) async throws -> Answer {
        try await withCheckedThrowingContinuation { done in
            let isFirst = state.withLock { state in
                state.waiting.append(Waiting(work: work, isAlone: isAlone, done: done))
                defer { state.isRunning = true }
                return !state.isRunning
            }
            if isFirst { thread.submit { [self] _ in drain() } }
        }
    }

    private func drain() {
        while let batch = next() {
            if batch[0].isAlone {
                batch[0].done.resume(with: Result { try batch[0].work(served.registry) })
                continue
            }
            // One write goes the same way: what it tells is read before the commit, so that a commit is never told as a failure.
            let results = served.registry.writeTogether(batch.map { one in { try Self.result(of: one, $0) } })
            for (one, result) in zip(batch, results) {
                one.done.resume(with: result.mapError { $0 as any Error }.flatMap { $0 })
            }
        }
    }

    /// The result of one write. A problem is one of the request, before anything was written; whatever else is thrown undoes the
    /// write.
    private static func result(of one: Waiting, _ registry: Registry) throws -> Result<Answer, any Error> {
        do { return .success(try one.work(registry)) } catch let problem as Problem { return .failure(problem) }
    }

    /// The writes that run next: one that must be alone, or all before the next such one. Nil if none waits.
    private func next() -> [Waiting]? {
        state.withLock { state in
            guard let first = state.waiting.first else {
                state.isRunning = false
                return nil
            }
            let count = first.isAlone ? 1 : state.waiting.prefix(Self.most).prefix { !$0.isAlone }.count
            defer { state.waiting.removeFirst(count) }
            return Array(state.waiting.prefix(count))
        }
    }
}
