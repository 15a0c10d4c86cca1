import MusterValues

/// The line of days of a drawing: each day has its part of the width, from 0 at the left to 1 at the right.
struct TimeScale {
    private let start: Int
    private let end: Int

    /// - Parameters:
    ///   - days: the days that must have a place.
    ///   - day: the day that is answered for, which has one too.
    ///   - hasOpenBeginning: true if something is drawn before the first day.
    init(_ days: [Day], around day: Day, hasOpenBeginning: Bool) {
        let first = min(days.min() ?? day, day)
        let last = max(days.max() ?? day, day)
        let quarter = Day(year: first.year, month: (first.month - 1) / 3 * 3 + 1, day: 1) ?? first
        // Less than a year would make single days look long.
        let length = max(365, last.serial - quarter.serial)
        end = last.serial + 1 + length / 25
        start = (days.isEmpty ? end - length : quarter.serial) - (hasOpenBeginning ? length / 10 : 0)
    }

    /// The place of the beginning of a day.
    func beginning(of day: Day) -> Double { part(day.serial) }

    /// The place of the end of a day.
    func end(of day: Day) -> Double { part(day.serial + 1) }

    /// The place of the middle of a day.
    func middle(of day: Day) -> Double { (beginning(of: day) + end(of: day)) / 2 }

    private func part(_ serial: Int) -> Double { Double(serial - start) / Double(end - start) }

    private var years: ClosedRange<Int> { Day.year(ofSerial: start)...Day.year(ofSerial: end) }

    /// The years that are named, with their places; never more than eleven.
    var named: [(year: Int, part: Double)] {
        let count = years.count
        let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].first { count / $0 <= 10 } ?? 1000
        let beginnings = years.filter { $0.isMultiple(of: step) }.compactMap { year in
            Day(year: year, month: 1, day: 1).map { (year, beginning(of: $0)) }
        }.filter { (0..<0.95).contains($0.1) }
        // A year that began before the line is named at its edge if the next one leaves room.
        guard step == 1, beginnings.first?.1 ?? 1 > 0.12 else { return beginnings }
        return [(years.lowerBound, 0)] + beginnings
    }

    /// The places of quarters, or of the named years if the line is long.
    var rules: [Double] {
        if years.count > 7 { return named.map(\.part) }
        return years.flatMap { year in
            [1, 4, 7, 10].compactMap { Day(year: year, month: $0, day: 1) }.map { beginning(of: $0) }
        }.filter { $0 > 0 && $0 < 1 }
    }
}

extension Day {
    /// The number of the day from 1 March of the year 0, by which days are counted and measured.
    var serial: Int {
        // A year that begins in March has its leap day at its end.
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    }

    /// The year in which the day of a number is.
    static func year(ofSerial serial: Int) -> Int {
        let guess = Int((Double(serial) / 365.2425).rounded(.down))
        return ((guess - 1)...(guess + 2)).last { Day(year: $0, month: 1, day: 1).map { $0.serial <= serial } ?? false }
            ?? guess
    }
}
