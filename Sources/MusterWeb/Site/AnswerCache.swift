import NIOCore
import Synchronization

/// Keeps answers while the registry does not change.
///
/// Rights are checked before it is asked, and only answers that are the same for everybody who may read are kept.
final class AnswerCache: Sendable {
    private struct Kept {
        var stamp: Freshness.Stamp?
        var answers: [String: Answer] = [:]
        var size = 0
    }

    private let kept = Mutex(Kept())
    /// The most bytes that are kept; 0 keeps nothing.
    private let most: Int

    init(most: Int) { self.most = most }

    /// The answer to a request, if it was given at this stamp.
    func answer(to target: String, at stamp: Freshness.Stamp) -> Answer? {
        kept.withLock { $0.stamp == stamp ? $0.answers[target] : nil }
    }

    /// Keeps an answer. The answers of another stamp are forgotten.
    func keep(_ answer: Answer, to target: String, at stamp: Freshness.Stamp) {
        guard case .bytes(let bytes) = answer.content, answer.state == stamp.state, bytes.readableBytes <= most / 16
        else { return }
        let size = bytes.readableBytes + target.utf8.count
        kept.withLock { kept in
            if kept.stamp != stamp || kept.size + size > most { kept = Kept(stamp: stamp) }
            if kept.answers.updateValue(answer, forKey: target) == nil { kept.size += size }
        }
    }
}
