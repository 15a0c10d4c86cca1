/// A day, or several days in a row, that a question is about.
public struct Period: Hashable, Sendable {
    /// The first day.
    public let first: Day
    /// The last day; it belongs to the period.
    public let last: Day

    /// Makes a period from its ends; nil if it would end before it begins.
    public init?(from first: Day, to last: Day) {
        if last < first { return nil }
        (self.first, self.last) = (first, last)
    }

    /// Makes the period of one day.
    public init(_ day: Day) { (first, last) = (day, day) }

    /// True if it is one day.
    public var isDay: Bool { first == last }

    /// Reads a day, a month, a year or an interval of these, as `2025-06-01`, `2025-06`, `2025` or `2025-06-01/2025-06-15`.
    ///
    /// - Throws: `MusterError.badDate` for anything else, such as a date in doubt or with an open end: no answer could be said to
    ///   be of it; for an interval that ends before it begins; and for a day outside the years 0000 to 9999.
    public init(typed text: String) throws(MusterError) {
        let date = try EDTF(typed: text)
        guard text.allSatisfy({ $0.isNumber || "-/".contains($0) }), let first = date.earliest, let last = date.latest
        else {
            throw .badDate(
                "\(quoted(text)) does not begin and end on certain days; give a day such as 2025-06-01, a month such as 2025-06, "
                    + "or an interval such as 2025-06-01/2025-06-15")
        }
        _ = try (first.stored(of: text), last.stored(of: text))
        (self.first, self.last) = (first, last)
    }

    /// Reads the days that a person typed as the first and the last one; of a month or a year its first or its last day counts.
    ///
    /// - Parameters:
    ///   - first: the first day; nil for the first that a day can be, in the year 0000.
    ///   - last: the last day; nil for today.
    ///   - today: today.
    /// - Throws: `MusterError.usage` for a period that would end before it begins, and what `init(typed:)` throws.
    public init(from first: String?, until last: String?, today: Day) throws(MusterError) {
        let begin = if let first { try Period(typed: first).first } else { Day("0000-01-01")! }
        let end = if let last { try Period(typed: last).last } else { today }
        guard let both = Period(from: begin, to: end) else {
            throw .usage("the period would end on \(end), before it begins on \(begin)")
        }
        self = both
    }
}

extension Period: CustomStringConvertible {
    /// The day, or both ends as an EDTF interval, `2025-06-01/2025-06-30`.
    public var description: String { isDay ? "\(first)" : "\(first)/\(last)" }
}
