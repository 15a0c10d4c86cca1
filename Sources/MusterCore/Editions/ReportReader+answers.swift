import GRDB
public import MusterValues

extension Report {
    /// What the register answers for one day: the day asked about, or the day of the newest revision.
    public struct Answers: Encodable, Sendable {
        /// The day.
        public let day: Day
        /// Everybody on record.
        public let onRecord: Headcount
        /// The people who were in a unit on the day.
        public let people: Headcount
        /// The grade that an enrollment was one on the day. What certainly was none has no grade here.
        public let grades: [RecordID: Grade]

        private enum CodingKeys: String, CodingKey { case day, onRecord, people }
    }
}

extension ReportReader {
    /// What the register answers for a day. This is read last: the tables of the day that was asked about are gone after it.
    func answers(on day: Day, of scope: ReportScope) throws -> Report.Answers {
        try DayTables.drop(db)
        let (onRecord, _) = try counted(scope.filter(on: nil))
        let (people, asked) = try counted(scope.filter(on: day))
        var grades: [RecordID: Grade] = [:]
        if subject != nil {
            for row in try Listing.enrollments(withCitations: false).all(asked, db) { grades[row.id] = row.grade }
        }
        return Report.Answers(day: day, onRecord: onRecord, people: people, grades: grades)
    }

    private func counted(_ filter: Filter) throws -> (Headcount, ResolvedFilter) {
        let asked = try ResolvedFilter(filter, db: db, today: day.today)
        let reader = ReportReader(db: db, conditions: asked, regionNames: regionNames, subject: subject)
        return (try reader.people(), asked)
    }
}
