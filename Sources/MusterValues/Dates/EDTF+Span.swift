extension EDTF {
    /// The days an expression can mean, and the marks of doubt in it.
    package struct Span {
        package var earliest: Day?
        package var latest: Day?
        /// The first day that it can mean if its marks of doubt are heeded; equal to `earliest` without a mark.
        package private(set) var firstInDoubt: Day?
        /// The last such day.
        package private(set) var lastInDoubt: Day?
        package var isUncertain = false
        package var isApproximate = false

        /// The span from the start of one to the end of another; a missing side is open or unknown.
        ///
        /// Nil if it would end before it starts.
        package init?(from start: Span?, to end: Span?) {
            self.init(earliest: start?.earliest, latest: end?.latest)
            (firstInDoubt, lastInDoubt) = (start?.firstInDoubt, end?.lastInDoubt)
            if let earliest, let latest, latest < earliest { return nil }
            isUncertain = [start, end].contains { $0?.isUncertain == true }
            isApproximate = [start, end].contains { $0?.isApproximate == true }
        }

        package init(earliest: Day?, latest: Day?) {
            (self.earliest, firstInDoubt) = (earliest, earliest)
            (self.latest, lastInDoubt) = (latest, latest)
        }

        /// The shortest span that holds every one of `spans`; a side that is open in one of them is open in the result.
        package init(covering spans: [Span]) {
            self.init(earliest: Self.all(spans, \.earliest)?.min(), latest: Self.all(spans, \.latest)?.max())
            firstInDoubt = Self.all(spans, \.firstInDoubt)?.min()
            lastInDoubt = Self.all(spans, \.lastInDoubt)?.max()
            isUncertain = spans.contains(where: \.isUncertain)
            isApproximate = spans.contains(where: \.isApproximate)
        }

        private static func all(_ spans: [Span], _ side: (Span) -> Day?) -> [Day]? {
            let days = spans.compactMap(side)
            return days.count == spans.count ? days : nil
        }

        /// Marks a date of a precision as in doubt, which makes it that much wider on both sides.
        package mutating func qualify(with qualifier: UInt8, _ precision: SingleDate.Precision) {
            isUncertain = qualifier != UInt8(ascii: "~")
            isApproximate = qualifier != UInt8(ascii: "?")
            firstInDoubt = earliest.flatMap { precision.before($0) }
            lastInDoubt = latest.flatMap { precision.after($0) }
        }
    }
}

extension EDTF.SingleDate.Precision {
    /// The number of months by which a date in doubt is widened; nil for a day, which is widened by a week.
    private var months: Int? {
        switch self {
        case .year: 12
        case .season: 3
        case .month: 1
        case .day: nil
        }
    }

    /// The first day that a date in doubt can mean, if it began on a day without the doubt.
    func before(_ day: Day) -> Day? { months.map { day.firstOfMonth(moved: -$0) } ?? day.moved(byDays: -7) }

    /// The last day that a date in doubt can mean, if it ended on a day without the doubt.
    func after(_ day: Day) -> Day? {
        months.map { day.firstOfMonth(moved: $0 + 1)?.moved(byDays: -1) } ?? day.moved(byDays: 7)
    }
}
