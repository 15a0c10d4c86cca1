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
    /// What the register answers for the day that was asked about, or else for today. This is read last: the tables of the day
    /// are gone after it.
    ///
    /// - Parameters:
    ///   - day: the day that was asked about; nil if none was.
    ///   - scope: what is reported.
    ///   - people: the people of the report: on the day, or on record if none was asked about.
    ///   - enrollments: the enrollments of the report, with their grades if a day was asked about.
    /// - Returns: the answers.
    /// - Throws: the errors of the database.
    func answers(
        on day: Day?, of scope: ReportScope, people: Headcount, _ enrollments: [ListedEnrollment]
    ) throws -> Report.Answers {
        try DayTables.drop(db)
        let asked = try ResolvedFilter(
            scope.filter(on: day == nil ? self.day.today : nil), db: db, today: self.day.today)
        let other = ReportReader(db: db, conditions: asked, regionNames: regionNames, subject: subject)
        if let day {
            let graded = enrollments.compactMap { one in one.grade.map { (one.id, $0) } }
            return Report.Answers(
                day: day, onRecord: try other.people(), people: people,
                grades: Dictionary(graded) { first, _ in first })
        }
        let (today, grades) = try other.graded()
        return Report.Answers(
            day: self.day.today, onRecord: people, people: today, grades: subject == nil ? [:] : grades)
    }
}
