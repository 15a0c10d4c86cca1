import Foundation
import Synchronization

/// Slows signing in after failures: each address waits, and if many addresses fail, all of them do.
final class SignInDelay: Sendable {
    private struct Failures {
        var count = 0
        var last = Date.distantPast
    }

    /// The failures that cost nothing: people mistype.
    private static let free = 3
    /// The failures of all addresses together that cost nothing.
    private static let freeOfAll = 100
    /// The longest wait, in seconds.
    private static let longest: TimeInterval = 300
    /// Failures are forgotten after so many seconds.
    private static let memory: TimeInterval = 3600
    /// The most addresses that are remembered.
    private static let most = 10_000

    private let failures = Mutex<(byAddress: [String: Failures], all: Failures)>(([:], Failures()))
    private let now: @Sendable () -> Date

    init(now: @escaping @Sendable () -> Date = { Date() }) { self.now = now }

    /// The seconds that an address has to wait before it may try; 0 if it may now.
    func wait(_ address: String) -> Int {
        let time = now()
        return failures.withLock { failures in
            let own = Self.wait(failures.byAddress[address] ?? Failures(), free: Self.free, time)
            return max(own, Self.wait(failures.all, free: Self.freeOfAll, time))
        }
    }

    /// Notes a failure.
    func fail(_ address: String) {
        let time = now()
        failures.withLock { failures in
            if failures.byAddress.count >= Self.most {
                failures.byAddress = failures.byAddress.filter { time.timeIntervalSince($0.value.last) < Self.memory }
                if failures.byAddress.count >= Self.most { failures.byAddress = [:] }
            }
            Self.add(&failures.byAddress[address, default: Failures()], time)
            Self.add(&failures.all, time)
        }
    }

    /// Forgets the failures of an address that signed in.
    func succeed(_ address: String) { failures.withLock { $0.byAddress[address] = nil } }

    private static func add(_ failures: inout Failures, _ time: Date) {
        if time.timeIntervalSince(failures.last) > memory { failures.count = 0 }
        failures.count += 1
        failures.last = time
    }

    /// A second after the first failure that costs, and twice as long after each further one.
    private static func wait(_ failures: Failures, free: Int, _ time: Date) -> Int {
        let over = failures.count - free
        if over < 0 || time.timeIntervalSince(failures.last) > memory { return 0 }
        let wait = min(longest, pow(2, Double(min(over, 12))))
        return max(0, Int((wait - time.timeIntervalSince(failures.last)).rounded(.up)))
    }
}
