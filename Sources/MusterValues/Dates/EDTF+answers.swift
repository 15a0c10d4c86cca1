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

    /// True if every day that this date can mean comes before every day that the other can mean.
    ///
    /// False if this date has no latest day or the other has no earliest day: then nothing is certain.
    public func isDefinitelyBefore(_ other: EDTF) -> Bool {
        guard let latest, let start = other.earliest else { return false }
        return latest < start
    }

    /// True if the two dates can mean one day, their marks of doubt heeded: `XXXX-04` and `2023-04`, `2025` and
    /// `2025-10-15`, `2025-10-15~` and `2025-10-20`.
    ///
    /// A date is taken to mean every day between its first and its last; only a date of an unknown year is tried in each
    /// year of the other.
    public func canBeSame(as other: EDTF) -> Bool {
        if hasUnknownYear { return other.hasUnknownYear ? meets(other, in: 2000) : other.meetsUnknownYear(self) }
        if other.hasUnknownYear { return meetsUnknownYear(other) }
        if let last = lastInDoubt, let first = other.firstInDoubt, last < first { return false }
        if let last = other.lastInDoubt, let first = firstInDoubt, last < first { return false }
        return true
    }

    private var hasUnknownYear: Bool { text.hasPrefix("XXXX-") && earliest == nil && latest == nil }

    private func meetsUnknownYear(_ other: EDTF) -> Bool {
        guard let first = firstInDoubt?.year, let last = lastInDoubt?.year else { return true }
        // Eight years hold a leap day of any calendar, and so every day that there is.
        return (first...min(last, first + 8)).contains { other.dated($0)?.canBeSame(as: self) == true }
    }

    private func meets(_ other: EDTF, in leapYear: Int) -> Bool {
        guard let one = dated(leapYear), let second = other.dated(leapYear) else { return true }
        return one.canBeSame(as: second)
    }

    /// The date in a year that is known; nil if it is not a date then.
    private func dated(_ year: Int) -> EDTF? { try? EDTF(Day.yearText(year) + text.dropFirst(4)) }
}
