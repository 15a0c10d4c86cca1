import Foundation
import HTTPTypes
import Logging
import MusterCore
import MusterValues
import Synchronization

/// A registry that another program keeps up to date: copies of its file are served, each until there is a newer one.
///
/// So no answer waits for the other program, or holds it up, or has a part from before a change and a part from after it.
final class Following: Sendable {
    /// The copy that is served.
    private struct Shown {
        let registry: Registry
        let newest: LoggedRevision?
        let changed: Date
        /// The number of copies that were served before.
        let count: Int64
    }

    /// The server that this one follows; nil if it is not known.
    let primary: PrimaryWatch?
    private let file: FollowedFile
    private let shown: Mutex<Shown>
    private let next = Mutex(ContinuousClock.now)
    /// Why the file could not be served at the last look; nil if it could. It is logged once, and not at every look.
    private let fault = Mutex<String?>(nil)
    private let logger: Logger

    /// The seconds between two looks at the file.
    static let pause = 0.25
    /// The time between two copies is at least this many times that which the last one took.
    private static let rest = 9
    /// The seconds for which the start waits for a file that is being written.
    private static let patience = 10

    /// Copies the file.
    ///
    /// - Throws: `MusterError` if it is missing, is no registry, or stays unfinished.
    init(_ path: String, primary: String?, logger: Logger) throws(MusterError) {
        self.primary = if let primary { try PrimaryWatch(primary) } else { nil }
        self.logger = logger
        file = FollowedFile(at: path)
        let end = ContinuousClock.now + .seconds(Self.patience)
        var first = try file.copyIfChanged()
        while first == nil, ContinuousClock.now < end {
            Thread.sleep(forTimeInterval: Self.pause)
            first = try file.copyIfChanged()
        }
        guard let first else { throw .busy(path: path) }
        shown = Mutex(try Self.shown(first, count: 0))
        file.accept(first)
    }

    /// The registry as it was copied last.
    var registry: Registry { shown.withLock { $0.registry } }

    /// A number that another copy changes.
    var count: Int64 { shown.withLock { $0.count } }

    /// How far what is served is behind.
    var lag: Lag {
        let (newest, changed) = shown.withLock { ($0.newest, $0.changed) }
        return Lag(newest: newest, changed: changed, told: primary?.last, now: .now)
    }

    /// Serves the file as it is now, if it changed. A new file in its place is proven before, and so is everything that is written into
    /// it, or into the first file, until that is. What is not proven is not served, and what was is served on.
    func refresh(_ health: Health) {
        let start = ContinuousClock.now
        if start < next.withLock({ $0 }) { return }
        do {
            guard let copy = try file.copyIfChanged() else { return }
            let isKnown = (try? health.check()) != nil && !copy.isOfAnotherFile
            let verdict = isKnown ? nil : Health.verdict(on: copy.registry)
            if verdict == .busy { throw Health.unproven }
            if verdict == .broken {
                file.refuse(copy)
                throw Health.altered
            }
            let new = try Self.shown(copy, count: count + 1)
            shown.withLock { $0 = new }
            file.accept(copy)
            if let verdict { health.take(verdict) }
            fault.withLock { $0 = nil }
        } catch {
            let reason = (error as? MusterError)?.problem.1 ?? (error as? Problem)?.type ?? "unknown"
            if fault.withLock({ $0 }) != reason {
                logger.error("the followed file cannot be served", metadata: ["reason": "\(reason)"])
            }
            fault.withLock { $0 = reason }
        }
        let end = ContinuousClock.now
        next.withLock { $0 = end + (end - start) * Self.rest }
    }

    /// What a write is told.
    var refusal: Problem {
        var problem = Problem(
            .forbidden, "read-only", "this server follows another and takes no writes; nothing was changed")
        problem.remedy = primary.map { "send it to \($0.address)" }
        return problem
    }

    private static func shown(_ copy: FollowedCopy, count: Int64) throws(MusterError) -> Shown {
        Shown(
            registry: copy.registry, newest: try copy.registry.log(limit: 1).first, changed: copy.changed, count: count)
    }
}
