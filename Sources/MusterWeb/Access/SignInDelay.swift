import Foundation
import Synchronization

/// Slows signing in after failures: each address waits, and if many addresses fail, all wait that have not signed in before.
final class SignInDelay: Sendable {
    private struct Failures {
        var count = 0
        var last = Date.distantPast
    }

    private struct State {
        var byAddress: [String: Failures] = [:]
        var all = Failures()
        /// When an address last signed in.
        var known: [String: Date] = [:]
    }

    /// The failure that is the first to cost: people mistype.
    private static let first = 3
    /// The first failure of all addresses together that costs.
    private static let firstOfAll = 100
    /// The longest wait of an address, in seconds.
    private static let longest: TimeInterval = 300
    /// The longest wait of all, in seconds: one who fails again and again must not keep everybody out.
    private static let longestOfAll: TimeInterval = 10
    /// Failures are forgotten after so many seconds.
    private static let memory: TimeInterval = 3600
    /// Who signed in is known for so many seconds.
    private static let memoryOfKnown: TimeInterval = 30 * 24 * 3600
    /// The most addresses that are remembered of each kind.
    private static let most = 10_000

    private let state = Mutex(State())
    private let now: @Sendable () -> Date

    init(now: @escaping @Sendable () -> Date = { Date() }) { self.now = now }

    /// The seconds that an address has to wait before it may try; 0 if it may now.
    func wait(_ address: String) -> Int {
        let (time, place) = (now(), Self.place(of: address))
        return state.withLock { state in
            let own = Self.wait(state.byAddress[place] ?? Failures(), first: Self.first, most: Self.longest, time)
            if let known = state.known[place], time.timeIntervalSince(known) < Self.memoryOfKnown { return own }
            return max(own, Self.wait(state.all, first: Self.firstOfAll, most: Self.longestOfAll, time))
        }
    }

    /// Notes a failure.
    func fail(_ address: String) {
        let (time, place) = (now(), Self.place(of: address))
        state.withLock { state in
            if state.byAddress.count >= Self.most, state.byAddress[place] == nil {
                state.byAddress = state.byAddress.filter { time.timeIntervalSince($0.value.last) < Self.memory }
                if state.byAddress.count >= Self.most { state.byAddress = [:] }
            }
            Self.add(&state.byAddress[place, default: Failures()], time)
            Self.add(&state.all, time)
        }
    }

    /// Forgets the failures of an address that signed in. It does not wait for the failures of others from now on.
    func succeed(_ address: String) {
        let (time, place) = (now(), Self.place(of: address))
        state.withLock { state in
            state.byAddress[place] = nil
            if state.known.count >= Self.most, state.known[place] == nil,
                let oldest = state.known.min(by: { $0.value < $1.value })
            {
                state.known[oldest.key] = nil
            }
            state.known[place] = time
        }
    }

    /// What an address counts as: one of IPv6 as its network of 64 bits, because whoever has one address has all of that network.
    /// What is no address, as a proxy may tell it, counts as its beginning, so that little is remembered of each.
    static func place(of address: String) -> String {
        var (six, four) = (in6_addr(), in_addr())
        if inet_pton(AF_INET6, address, &six) == 1 {
            let bytes = withUnsafeBytes(of: &six) { Array($0) }
            // An address of IPv4 that a socket of IPv6 tells: ::ffff:192.0.2.1.
            if bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF] {
                return bytes.suffix(4).map(String.init).joined(separator: ".")
            }
            return bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":") + "/64"
        }
        return inet_pton(AF_INET, address, &four) == 1
            ? address : String(decoding: address.utf8.prefix(64), as: UTF8.self)
    }

    private static func add(_ failures: inout Failures, _ time: Date) {
        if time.timeIntervalSince(failures.last) > memory { failures.count = 0 }
        failures.count += 1
        failures.last = time
    }

    /// A second after the first failure that costs, and twice as long after each further one.
    private static func wait(_ failures: Failures, first: Int, most: TimeInterval, _ time: Date) -> Int {
        let over = failures.count - first
        if over < 0 || time.timeIntervalSince(failures.last) > memory { return 0 }
        let wait = min(most, pow(2, Double(min(over, 12))))
        return max(0, Int((wait - time.timeIntervalSince(failures.last)).rounded(.up)))
    }
}
