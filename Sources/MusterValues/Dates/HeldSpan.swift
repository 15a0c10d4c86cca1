/// The days on which something was so, as a statement with a date tells them.
///
/// An interval says when it began and when it ended: "2024-08/2025-02", or "2014-03/.." if it goes on. Any other date says only
/// that it was so on some day of it, and nothing of the days before and after.
package struct HeldSpan: Sendable {
    /// How sure it is that it was so on a day.
    package enum Holding: Int, Comparable, Sendable {
        case no
        case possibly
        case surely

        package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
    }

    /// The first day on which it may have been so; nil if that can be any earlier day.
    package let first: Day?
    /// The last day on which it may have been so; nil if that can be any later day.
    package let last: Day?
    /// True if it begins: before `first` it was not so.
    package let begins: Bool
    /// True if it ends: after `last` it was not so.
    package let ends: Bool
    /// True if it goes on, as far as the statement reaches.
    package let goesOn: Bool
    /// The first and the last day of those on which it surely was so, nil for an open side; nil if it surely was on none.
    private let sure: (first: Day?, last: Day?)?

    /// Reads the days from a date.
    package init(_ date: EDTF) {
        (first, last) = (date.firstInDoubt, date.lastInDoubt)
        let sides = date.text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if sides.count == 2 {
            let (start, end) = (try? EDTF(sides[0]), try? EDTF(sides[1]))
            (begins, ends, goesOn) = (start != nil, end != nil, sides[1] == "..")
            // An empty side is an unknown day: of the days on that side none is sure.
            let isKnown = !sides.contains("")
            let (from, to) = (start?.lastInDoubt, end?.firstInDoubt)
            let isInOrder = from.flatMap { from in to.map { from <= $0 } } ?? true
            sure = isKnown && isInOrder && (start == nil || from != nil) && (end == nil || to != nil) ? (from, to) : nil
        } else {
            (begins, ends, goesOn) = (false, false, false)
            sure = first != nil && first == last ? (first, last) : nil
        }
    }

    /// How sure it is that it was so on a day.
    package func holding(on day: Day) -> Holding {
        if let first, day < first { return .no }
        if let last, day > last { return .no }
        guard let sure, sure.first.map({ $0 <= day }) ?? true, sure.last.map({ day <= $0 }) ?? true else {
            return .possibly
        }
        return .surely
    }

    /// True if it surely was so on some day of a period: all its days are in it.
    package func isWithin(_ period: Period) -> Bool {
        guard let first, let last else { return false }
        return period.first <= first && last <= period.last
    }

    /// True if both surely were so on some same day; what goes on is taken to end where another thing begins.
    package func surelyMeets(_ other: HeldSpan) -> Bool {
        guard let sure, let second = other.sure, !goesOn, !other.goesOn else { return false }
        let start = [sure.first, second.first].compactMap(\.self).max()
        let end = [sure.last, second.last].compactMap(\.self).min()
        return start.flatMap { start in end.map { start <= $0 } } ?? true
    }

    /// True if it may have been so on some day of a period.
    package func touches(_ period: Period) -> Bool {
        first.map { $0 <= period.last } ?? true && last.map { period.first <= $0 } ?? true
    }

    /// True if the day is before all that on which it was so, by what the date says.
    package func isAfter(_ day: Day) -> Bool { begins && first.map { day < $0 } ?? false }

    /// True if the day is after all on which it was so, by what the date says.
    package func isBefore(_ day: Day) -> Bool { ends && last.map { $0 < day } ?? false }

    /// The days on which the answer about it can change.
    package var turns: [Day] {
        [first, sure?.first, sure?.last?.moved(byDays: 1), last?.moved(byDays: 1)].compactMap(\.self)
    }
}
