extension Day {
    /// The day that comes some days later, or earlier for a negative number.
    ///
    /// It goes month by month, so it is meant for short ways.
    package func moved(byDays days: Int) -> Day? {
        var (year, month, day) = (year, month, day + days)
        while day < 1 {
            (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
            day += Day.lastDay(ofMonth: month, year: year) ?? 31
        }
        while let last = Day.lastDay(ofMonth: month, year: year), day > last {
            day -= last
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        return Day(year: year, month: month, day: day)
    }

    /// The same day some months later, or earlier for a negative number, or the last day of a month that is too short for it.
    package func moved(byMonths months: Int) -> Day? {
        guard let first = firstOfMonth(moved: months),
            let last = Day.lastDay(ofMonth: first.month, year: first.year)
        else { return nil }
        return Day(year: first.year, month: first.month, day: min(day, last))
    }

    /// The first day of the month that comes some months later, or earlier for a negative number.
    package func firstOfMonth(moved months: Int) -> Day? {
        let (count, overflow) = year.multipliedReportingOverflow(by: 12)
        if overflow { return nil }
        let number = count + month - 1 + months
        let (years, rest) = number.quotientAndRemainder(dividingBy: 12)
        return Day(year: rest < 0 ? years - 1 : years, month: (rest < 0 ? rest + 12 : rest) + 1, day: 1)
    }
}
