/// A length of time as a source states it: a number of days, months or years, such as "6 months".
///
/// It is kept in the unit that the source uses, because six months are no fixed number of days.
public struct TermLength: Hashable, Sendable, CustomStringConvertible {
    /// The number of units, from 1 to 9999.
    public let count: Int
    /// The unit.
    public let unit: Unit

    /// The units of time.
    public enum Unit: String, CaseIterable, Sendable {
        /// A day.
        case day
        /// A month.
        case month
        /// A year.
        case year
    }

    /// Names a number of units; nil for a number outside the range.
    public init?(_ count: Int, _ unit: Unit) {
        guard (1...9999).contains(count) else { return nil }
        (self.count, self.unit) = (count, unit)
    }

    /// Reads "6 months", "1 year", "36 days", "2 weeks" and the same in Russian; nil for anything else.
    ///
    /// Weeks are read as seven days each.
    public init?(_ text: String) {
        let parts = text.lowercased().split { $0 == " " || $0 == "\u{A0}" || $0 == "_" }
        guard parts.count == 2, parts[0].utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(parts[0]) else {
            return nil
        }
        switch parts[1] {
        case "day", "days", "день", "дня", "дней", "сутки", "суток": self.init(number, .day)
        case "week", "weeks", "неделя", "недели", "недель":
            guard number <= 9999 else { return nil }
            self.init(number * 7, .day)
        case "month", "months", "месяц", "месяца", "месяцев": self.init(number, .month)
        case "year", "years", "год", "года", "лет": self.init(number, .year)
        default: return nil
        }
    }

    /// The same with years as months, so that "1 year" and "12 months" are one.
    package var inMonths: String { unit == .year ? "\(count * 12) months" : description }

    /// The number and the unit, such as "1 year" or "6 months", as the store keeps it and SQLite adds it to a day.
    public var description: String { "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")" }
}
