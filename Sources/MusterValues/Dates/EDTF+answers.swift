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
}
