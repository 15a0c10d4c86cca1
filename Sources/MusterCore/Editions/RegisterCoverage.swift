import GRDB
public import MusterValues

/// What the whole register lacks: what is missing, and what is due.
public struct RegisterCoverage: Sendable {
    /// The summary of the register, with how far each region is covered.
    public let report: Report
    /// What is missing, counted over all records.
    public let gaps: [Report.Gap]
    /// What is due on the day that is answered for, the first hundred for each reason.
    public let due: [DueGroup]
}

extension Registry {
    /// What the whole register lacks. It takes no more memory for a large register than for a small one.
    ///
    /// - Parameter day: the day up to which is looked at regions, and on which something is due; nil for the day of the newest
    ///   revision. What is missing is read as it stands on record.
    /// - Returns: the coverage, read from one snapshot of the register.
    /// - Throws: `MusterError.unreadable` for what no rule allows to be stored.
    public func coverage(on day: Day? = nil) throws(MusterError) -> RegisterCoverage {
        let report = try report(of: .summary, on: day)
        let asked = report.answers.day
        let today = report.asOf.flatMap { Day($0) } ?? today
        let old = asked.moved(byMonths: -Self.monthsOfSilence) ?? asked
        return try read { db in
            let gaps = try RegisterGaps.all(
                units: report.units, places: report.places, old: old, AskedDay(nil, today: today), db)
            let due = try DueReader(db: db, day: asked, limit: old, today: today).groups(first: Report.Gap.most)
            return RegisterCoverage(report: report, gaps: gaps, due: due)
        }
    }
}
