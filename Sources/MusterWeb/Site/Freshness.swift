import Foundation
import MusterCore
import MusterValues
import Synchronization

/// Knows the newest revision without asking the registry again while its file does not change.
final class Freshness: Sendable {
    /// The state of the file: the count of its changes, and the newest revision that goes with it.
    struct Stamp: Hashable, Sendable {
        let count: Int64
        let state: RegistryState
        /// Today in UTC: the state of a record moves with the day, though no revision is made.
        let day: Day

        /// The tag of an answer: the revision, the beginning of its hash, and the day.
        ///
        /// The revision alone would be the same after a restore of an older copy, and yesterday's answers would be today's.
        var tag: String { Self.tag(state, day) }

        /// The tag for a visitor: a page names its reader, so that another's is another page.
        func tag(of visitor: Visitor, isPage: Bool) -> String {
            isPage ? tag.dropLast() + "-p\(PageView.layout)-\(visitor.token ?? "0")\"" : tag
        }

        static func tag(_ state: RegistryState, _ day: Day) -> String {
            "\"\(state.revision)-\(String((state.head ?? "0").prefix(8)))-\(day)\""
        }
    }

    private let served: Served
    private let last = Mutex<Stamp?>(nil)

    init(_ served: Served) { self.served = served }

    /// The stamp of now, if the file was not changed since it was last asked for; otherwise nil. It asks the registry nothing.
    ///
    /// - Throws: `MusterError.replaced` if another file is in its place.
    func known() throws(MusterError) -> Stamp? {
        let (count, day) = (try served.count(), Day(of: .now))
        return last.withLock { $0.flatMap { $0.count == count && $0.day == day ? $0 : nil } }
    }

    /// The stamp of now. It asks the registry only if its file was changed.
    ///
    /// - Throws: `MusterError.replaced` if another file is in its place.
    func now() throws(MusterError) -> Stamp {
        let count = try served.count()
        let day = Day(of: .now)
        if let last = last.withLock({ $0 }), last.count == count, last.day == day { return last }
        let stamp = Stamp(count: count, state: try served.registry.state(), day: day)
        last.withLock { $0 = stamp }
        return stamp
    }
}
