package import MusterValues

/// What a random record goes through in two years, on days that are counted from 2024-01-01, as 0.
package struct Life {
    /// The ways in which a date is written.
    package enum Written: CaseIterable { case day, month, year, aboutDay, aboutMonth, by, from, undated }

    package struct Event: CustomStringConvertible {
        package var value: String
        package var written: Written
        package var day: Int
        /// True if its source was published on `Life.published`.
        package var isOfOldSource: Bool
        package var isRejected: Bool

        /// The first and the last day that the date can mean; nil for a side that is open.
        package var days: (first: Int?, last: Int?) {
            let (month, year) = (Life.month(of: day), day < 366 ? 0 : 1)
            return switch written {
            case .day: (day, day)
            case .month: (Life.starts[month], Life.starts[month + 1] - 1)
            case .year: (year * 366, 365 + year * 365)
            case .aboutDay: (day - 7, day + 7)
            case .aboutMonth: (Life.start(ofMonth: month - 1), Life.start(ofMonth: month + 2) - 1)
            case .by: (nil, day)
            case .from: (day, nil)
            case .undated: (nil, nil)
            }
        }

        /// Whether its only source was published before the first day that it can have had, of those up to today. A death has
        /// another source, of which no day is known.
        package var isForetold: Bool {
            guard isOfOldSource, value != "killed", let first = days.first, Life.published < first else { return false }
            return strict.first.map { $0 <= Life.today } ?? true
        }

        /// The days that the date states, without its marks of doubt.
        package var strict: (first: Int?, last: Int?) {
            var plain = self
            if written == .aboutDay { plain.written = .day }
            if written == .aboutMonth { plain.written = .month }
            return plain.days
        }

        /// The date as EDTF; nil if it is undated.
        package var date: EDTF? {
            let text = Life.day(day).description
            let edtf: String? =
                switch written {
                case .day: text
                case .month: String(text.prefix(7))
                case .year: String(text.prefix(4))
                case .aboutDay: "\(text)~"
                case .aboutMonth: "\(text.prefix(7))?"
                case .by: "../\(text)"
                case .from: "\(text)/.."
                case .undated: nil
                }
            return edtf.map { try! EDTF($0) }
        }

        package var description: String {
            "\(value) \(date?.text ?? "undated")\(isOfOldSource ? " (old)" : "")\(isRejected ? " rejected" : "")"
        }
    }

    /// The number of days of 2024 and 2025.
    package static let span = 731
    /// Today by the clock of a fresh registry, 2025-06-15.
    package static let today = 531
    /// The day on which the old source was published, 2025-02-01.
    package static let published = 397

    private static let lengths = [
        31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]
    /// The first day of each month, and of the one after the last.
    static let starts = lengths.reduce(into: [0]) { $0.append($0.last! + $1) }

    static func month(of day: Int) -> Int { starts.lastIndex { $0 <= day }! }

    /// The first day of a month, also of the one before the first and those after the last.
    static func start(ofMonth month: Int) -> Int {
        month < 0 ? -31 : month < starts.count ? starts[month] : starts.last! + 31
    }

    package static func day(_ number: Int) -> Day {
        let month = month(of: number)
        return Day(year: 2024 + month / 12, month: month % 12 + 1, day: number - starts[month] + 1)!
    }

    /// Up to four events with values of a list.
    package static func events(of values: [String], using generator: inout some RandomNumberGenerator) -> [Event] {
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in
            let isDay = Bool.random(using: &generator)
            return Event(
                value: values.randomElement(using: &generator)!,
                written: isDay ? .day : Written.allCases.randomElement(using: &generator)!,
                day: Int.random(in: 0..<span, using: &generator), isOfOldSource: Bool.random(using: &generator),
                isRejected: Int.random(in: 0..<10, using: &generator) == 0)
        }
    }
}
