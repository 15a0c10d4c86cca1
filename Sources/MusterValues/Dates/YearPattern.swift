/// The years that a four-digit year with unspecified digits can be, and the bounds of spans in those years.
///
/// Four Xs leave the year unknown: a span in such a year has no bounds.
package struct YearPattern {
    private let digits: DigitPattern
    private let isNegative: Bool

    package init(_ digits: DigitPattern, isNegative: Bool) {
        self.digits = digits
        self.isNegative = isNegative
    }

    /// True if it is `-0000`, which is no year: 0000 has no sign (EDTF specification, Level 1, Negative calendar year).
    package var isMinusZero: Bool { isNegative && digits.isFixed && digits.values == [0] }

    /// The year if every digit is given; nil otherwise.
    package var only: Int? { digits.isFixed ? years.first : nil }

    /// The years that fit, ascending, at least one; for four Xs only 2000, a leap year, since it has every day of the
    /// calendar.
    private var years: [Int] {
        if digits.isBlank { return [2000] }
        return isNegative ? digits.values.reversed().filter { $0 != 0 }.map { -$0 } : digits.values
    }

    /// The whole of these months; `months` is ascending and has at least one.
    package func span(months: [Int]) -> EDTF.Span {
        span(months: months, days: Array(1...31)) ?? EDTF.Span(earliest: nil, latest: nil)
    }

    package func span(season: Season) -> EDTF.Span {
        bounded(by: years.first.flatMap(season.firstDay), and: years.last.flatMap(season.lastDay))
    }

    /// These days of these months, both ascending; nil if no such day exists.
    package func span(months: [Int], days: [Int]) -> EDTF.Span? {
        let years = years
        guard let first = YearPattern.firstDay(years, months, days) else { return nil }
        return bounded(by: first, and: YearPattern.firstDay(years.reversed(), months.reversed(), days.reversed()))
    }

    private func bounded(by earliest: Day?, and latest: Day?) -> EDTF.Span {
        digits.isBlank
            ? EDTF.Span(earliest: nil, latest: nil) : EDTF.Span(earliest: earliest, latest: latest)
    }

    /// The first real day, with the years, months and days tried in the order given.
    private static func firstDay(_ years: [Int], _ months: [Int], _ days: [Int]) -> Day? {
        for year in years {
            for month in months {
                for number in days {
                    if let day = Day(year: year, month: month, day: number) { return day }
                }
            }
        }
        return nil
    }
}
