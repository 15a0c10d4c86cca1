extension EDTF {
    /// Whether what the date tells of had happened by the end of a day.
    ///
    /// ``Certainty/definitely`` when the latest day is known and not after `day`, ``Certainty/no`` when the earliest
    /// day is known and after it, ``Certainty/possibly`` otherwise. An interval, and a set of the kind `{…}`, have
    /// happened when all of them have.
    public func happened(by day: Day) -> Certainty {
        if let latest, latest <= day { return .definitely }
        if let earliest, earliest > day { return .no }
        return .possibly
    }

    /// Whether every day this date can mean comes before every day the other can mean.
    ///
    /// False when this date has no latest day or the other no earliest day: nothing is definite there.
    public func isDefinitelyBefore(_ other: EDTF) -> Bool {
        guard let latest, let start = other.earliest else { return false }
        return latest < start
    }
}
