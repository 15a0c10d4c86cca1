import GRDB
public import MusterValues

/// The numbers that editions show, as the register is known at one moment.
public struct RegisterFigures: Sendable {
    /// The people on record.
    public let people: Headcount
    /// The people who were in a unit on the day asked about.
    public let onDay: Headcount
    /// The people on record by the newest state of the enrollment.
    public let byState: [Report.ByState]
    /// The regions with what is on record of them.
    public let regions: [Report.InRegion]
    /// The regions with the people who were in their units on the day asked about.
    public let regionsOnDay: [Report.InRegion]
    /// The units, without those judged wrong.
    public let units: [ListedUnit]
    /// How far the regions are covered.
    public let coverage: RegionCoverage
    /// The number of open disputes, of all kinds of records; a date that cannot be is suspect and no dispute.
    public let openDisputes: Int
    /// The number of disputes that somebody settled.
    public let settledDisputes: Int
    /// The number of sources.
    public let sources: Int
    /// The number of looks.
    public let looks: Int
    /// The number of statements of who claims or administers a territory, without those that are rejected.
    public let claims: Int
}

extension Registry {
    /// The numbers that editions show.
    ///
    /// - Parameter day: the day for which it is counted who was in a unit.
    /// - Returns: the numbers, read from one snapshot of the register.
    /// - Throws: `MusterError.unreadable` for what no rule allows to be stored.
    public func figures(on day: Day) throws(MusterError) -> RegisterFigures {
        let now = today
        return try read { db in
            let written = try String.fetchOne(
                db, sql: "SELECT substr(at, 1, 10) FROM revision ORDER BY id DESC LIMIT 1")
            let today = written.flatMap { Day($0) } ?? now
            let reader = try Self.reader(on: nil, today, db)
            let disputes = try DisputeReader(db: db, scope: DisputeScope(record: nil), today: today).all()
            let (people, regions) = try reader.peopleByRegion()
            let byState = try reader.peopleByState()
            let units = try Listing.units.all(reader.conditions, db).filter { $0.standing != .rejected }
            let coverage = RegionCoverage(try reader.places(reader.conditions))
            // This is read last: the tables of a day hide those of units and names.
            let asked = try Self.reader(on: day, today, db)
            return RegisterFigures(
                people: people, onDay: try asked.people(), byState: byState, regions: regions,
                regionsOnDay: try asked.peopleByRegion().regions, units: units, coverage: coverage,
                openDisputes: disputes.count { !$0.isSettled && !$0.isOfDate },
                settledDisputes: disputes.count(where: \.isSettled),
                sources: try db.one(Int.self, "SELECT count(*) FROM source"),
                looks: try db.one(Int.self, "SELECT count(*) FROM look"),
                claims: try db.one(
                    Int.self,
                    """
                    SELECT count(*) FROM citation WHERE region_code IS NOT NULL AND standing <> 'rejected' \
                    AND field IN ('claimed_by', 'administered_by')
                    """))
        }
    }

    private static func reader(on day: Day?, _ today: Day, _ db: Database) throws -> ReportReader {
        var filter = Filter()
        filter.day = day
        return ReportReader(
            db: db, conditions: try ResolvedFilter(filter, db: db, today: today), regionNames: try RegionNames(db),
            subject: nil, isSummary: true)
    }
}
