extension EDTF {
    /// The certainty that the dated event had happened by the end of a day.
    ///
    /// ``Grade/definitely`` if the latest day is known and not after `day`, ``Grade/no`` if the earliest day is
    /// known and after it, otherwise ``Grade/possibly``. An interval, or a set of the kind `{…}`, has happened only
    /// if all of it has.
    public func happened(by day: Day) -> Grade {
        if let latest, latest <= day { return .definitely }
        if let earliest, earliest > day { return .no }
        return .possibly
    }

    /// True if the two dates can mean one day, their marks of doubt heeded: `XXXX-04` and `2023-04`, `2025` and
    /// `2025-10-15`, `2025-10-15~` and `2025-10-20`.
    ///
    /// A date is taken to mean every day between its first and its last; only a date of an unknown year is tried in each
    /// year in which it can reach the other: a winter and a date in doubt cross the turn of a year.
    public func canBeSame(as other: EDTF) -> Bool {
        if hasUnknownYear { return other.hasUnknownYear ? meets(other) : other.meetsUnknownYear(self) }
        if other.hasUnknownYear { return meetsUnknownYear(other) }
        if let last = lastInDoubt, let first = other.firstInDoubt, last < first { return false }
        if let last = other.lastInDoubt, let first = firstInDoubt, last < first { return false }
        return true
    }

    private var hasUnknownYear: Bool { text.hasPrefix("XXXX-") && earliest == nil && latest == nil }

    private func meetsUnknownYear(_ other: EDTF) -> Bool {
        guard let first = firstInDoubt?.year, let last = lastInDoubt?.year else { return true }
        // Eight years hold a leap day of any calendar, and so every day that there is.
        return (first - 1...min(last, first + 8) + 1).contains { other.dated($0)?.canBeSame(as: self) == true }
    }

    /// True if two dates of an unknown year can mean one day: in a leap year or in another, or where one of them, such as a winter,
    /// reaches into the next.
    private func meets(_ other: EDTF) -> Bool {
        (1999...2001).contains { year in
            guard let one = dated(year) else { return false }
            return (year - 1...year + 1).contains { other.dated($0)?.canBeSame(as: one) == true }
        }
    }

    /// The date in a year that is known; nil if it is not a date then.
    private func dated(_ year: Int) -> EDTF? { try? EDTF(Day.yearText(year) + text.dropFirst(4)) }
}
