/// A calendar day of the proleptic Gregorian calendar.
///
/// Years are numbered as ISO 8601-1:2019 numbers them: 0 is the year before 1, and -1 the year before 0.
/// A `Day` always exists in that calendar. Every year an `Int` can hold is accepted.
public struct Day: Comparable, Hashable, Sendable {
    /// The year; 0 is the year before 1, and negative years come before it.
    public let year: Int
    /// The month, 1...12.
    public let month: Int
    /// The day of the month, from 1 to the last day of that month.
    public let day: Int

    /// Makes a day from its numbers.
    ///
    /// Nil if there is no such day: the month is not in 1...12, or the day is not in that month of that year.
    public init?(year: Int, month: Int, day: Int) {
        guard let last = Day.lastDay(ofMonth: month, year: year), (1...last).contains(day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// True if the year has a 29 February, by the Gregorian rule carried back before 1582.
    public static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    /// The number of the last day of a month, 28...31; nil if the month is not in 1...12.
    public static func lastDay(ofMonth month: Int, year: Int) -> Int? {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        case 1...12: 31
        default: nil
        }
    }

    /// True if one day comes before another.
    public static func < (left: Day, right: Day) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
