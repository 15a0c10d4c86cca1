import MusterValues

/// The day that a question is about.
struct AskedDay {
    /// The day that was given; nil for a question about the newest state.
    let given: Day?
    /// Today by the registry's clock, or the day of the revision that is asked about.
    let today: Day

    /// The last day whose events matter.
    var last: String { (given ?? today).description }
    /// True if the day is after today, so that plans may have come true by then.
    var isAhead: Bool { given.map { $0 > today } ?? false }
    /// True if events after today are shown, or may have happened by the day.
    var hasPlans: Bool { given == nil || isAhead }
}
