import GRDB
package import MusterValues

extension Registry {
    /// A report that says nothing yet: the day, the revision and the regions, to be filled with what a page shows.
    ///
    /// - Parameter day: the day asked about; nil for the newest state.
    /// - Returns: the report, whose lists are empty but for the regions. It costs one listing of the regions.
    /// - Throws: `MusterError` if the registry cannot be read.
    package func frame(on day: Day? = nil) throws(MusterError) -> Report {
        let now = today
        return try read { db in
            let recorded = try String.fetchOne(db, sql: "SELECT at FROM revision ORDER BY id DESC LIMIT 1")
            let today = recorded.flatMap { Day(String($0.prefix(10))) } ?? now
            let conditions = try ResolvedFilter(Filter(), db: db, today: today)
            let reader = ReportReader(db: db, conditions: conditions, regionNames: try RegionNames(db), subject: nil)
            let places = try reader.places(conditions)
            return Report(
                record: nil, region: nil, day: day?.description, revision: try Self.newestRevision(db),
                asOf: recorded.map { String($0.prefix(10)) }, recorded: recorded, head: try Self.head(db),
                onRecord: nil,
                people: nil, peopleByState: [], regions: [], units: [], origins: [], formerUnits: [], enrollments: [],
                uncounted: [],
                posts: [],
                timeline: [], fields: [], valuesThen: [], disputes: [], settledDisputes: [], ordinals: [],
                places: places,
                coverage: RegionCoverage(places), contradictions: [], settledContradictions: [], suspects: [], gaps: [],
                answers: Report.Answers(day: day ?? now, onRecord: .none, people: .none, grades: [:]), sources: [])
        }
    }
}
