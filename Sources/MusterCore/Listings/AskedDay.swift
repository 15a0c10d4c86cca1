import MusterValues

/// The day that a question is about, or the period.
struct AskedDay {
    /// The period that was given; nil for a question about the newest state.
    let given: Period?
    /// True if the answer must hold on all days of the period, and not just on one of them.
    let isThroughout: Bool
    /// Today by the registry's clock, or the day of the revision that is asked about.
    let today: Day

    init(_ given: Period?, isThroughout: Bool = false, today: Day) {
        (self.given, self.isThroughout, self.today) = (given, isThroughout, today)
    }

    /// The first day that is asked about.
    var first: String { (given?.first ?? today).description }
    /// The last day that is asked about, and so the last whose events matter.
    var last: String { (given?.last ?? today).description }
    /// True if several days are asked about.
    var isPeriod: Bool { given.map { !$0.isDay } ?? false }
    /// True if a day after today is asked about, so that plans may have come true by then.
    var isAhead: Bool { given.map { $0.last > today } ?? false }
    /// True if events after today are shown, or may have happened by the day.
    var hasPlans: Bool { given == nil || isAhead }
}
