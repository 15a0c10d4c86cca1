public import MusterValues

/// A registry report: everything on the register for one region, or for all of them, with the disputes and the gaps.
///
/// The same registry and the same day give the same report, byte for byte in every format.
public struct Report: Encodable, Sendable {
    /// The record that is reported; nil for the national report.
    public package(set) var record: RecordID?
    /// The region; nil for any other report.
    public package(set) var region: NamedRegion?
    /// The day asked about; nil for the newest state.
    public package(set) var day: String?
    /// The newest revision in the report.
    public package(set) var revision: Int64
    /// The day of that revision, `YYYY-MM-DD`, which the report takes for today; nil before the first revision.
    public package(set) var asOf: String?
    /// The time of that revision, in UTC, as `2026-11-25T09:30:00Z`; nil before the first revision.
    public package(set) var recorded: String?
    /// The hash of that revision, 64 small hexadecimal digits; nil before the first revision. `muster verify --head`
    /// with this hash shows later that the history behind the report is unchanged.
    public package(set) var head: String?
    /// The people on record; nil if a day is asked about.
    public package(set) var onRecord: Headcount?
    /// The people who were in a unit on the day asked about; nil without a day.
    public package(set) var people: Headcount?
    /// The people by state of enrollment, in the order of the closed list; empty if a day is asked about.
    public package(set) var peopleByState: [ByState]
    /// The regions in the report that have a unit, a post or a group on the register.
    public package(set) var regions: [InRegion]
    /// The units.
    public package(set) var units: [ListedUnit]
    /// The units that the unit of the report came from, at any remove: it counts with the people in them, too. Empty for any
    /// other report.
    public package(set) var origins: [NamedRecord]
    /// The units that sources place in the region of the report at another time only; empty with a day, and for any other report.
    public package(set) var formerUnits: [NamedRecord]
    /// The units of other regions that a source places in the region of the report, in dispute; empty for any other report.
    public package(set) var contestedUnits: [ContestedUnit] = []
    /// The deaths in other enrollments that those of the report show, by enrollment.
    package var deathsElsewhere: [RecordID: [DeathElsewhere]] = [:]
    /// The enrollments that count, or that possibly count on the day asked about.
    public package(set) var enrollments: [ListedEnrollment]
    /// The enrollments that never count, each with the reason.
    public package(set) var uncounted: [Uncounted]
    /// The posts, each with its tenure.
    public package(set) var posts: [ReportedPost]
    /// All that is dated of the units and, in a region's report, of the posts and enrollments, by day; then the names; each
    /// with the sources' statements. The newest values are among the earlier ones.
    public package(set) var timeline: [TimelineLine]
    /// The other fields of the same records, of their programmes and of the territories, with the sources' statements.
    public package(set) var fields: [ReportedField]
    /// The values of units that were other ones on the day asked about, such as the region where a unit was then; empty without a day.
    public package(set) var valuesThen: [ValueThen]
    /// The fields on which a source contradicts the registry, and the records whose standing is disputed.
    public package(set) var disputes: [FieldDispute]
    /// The fields on which a source contradicts the registry, and somebody decided.
    public package(set) var settledDisputes: [FieldDispute]
    /// The claimed places in the order of founding, compared with the units that the registry holds.
    public package(set) var ordinals: [OrdinalClaim]
    /// The regions that the report covers, each with how far it is covered.
    public package(set) var places: [ListedRegion]
    /// How far the regions of the report are covered.
    public package(set) var coverage: RegionCoverage
    /// The open contradictions that are not about the values of one field: events that exclude each other, dates that cannot
    /// be, officials in two units, places claimed twice.
    public package(set) var contradictions: [Dispute]
    /// The contradictions of the same kinds on which somebody decided.
    public package(set) var settledContradictions: [Dispute]
    /// The values on record that no accepted citation states.
    public package(set) var suspects: [Suspect]
    /// The enrollments that nobody has looked at since a contributor recorded them. They count until somebody rejects them.
    package var unreviewed = 0
    /// The things that are missing on the register.
    public package(set) var gaps: [Gap]
    /// What the register answers for one day, also if none is asked about.
    public package(set) var answers: Answers
    /// The cited sources, and those that they derive from.
    public package(set) var sources: [ReportedSource]

    /// The people whom the report counts: on record, or on the day.
    package var headcount: Headcount { people ?? onRecord ?? .none }

    /// What the JSON of a report holds. The regions themselves are reference data.
    private enum CodingKeys: String, CodingKey {
        case record, region, day, revision, asOf, recorded, head, onRecord, people, peopleByState, regions, units,
            origins, formerUnits, contestedUnits
        case enrollments, uncounted, posts, timeline, fields, valuesThen, disputes, settledDisputes, ordinals, coverage
        case contradictions, settledContradictions, suspects, gaps
        case answers, sources
    }

    /// A state and the people in it.
    public struct ByState: Encodable, Sendable {
        /// The state.
        public let state: EnrollmentState
        /// The people.
        public let people: Headcount
    }

    /// One region of the report.
    public struct InRegion: Encodable, Sendable {
        /// Its code.
        public let code: String
        /// Its name.
        public let name: String
        /// The number of its units without those judged wrong: on record or, with a day, of those that were there, or may have been.
        public let units: Strength
        /// The people on record in its units; nil if a day is asked about.
        public let onRecord: Headcount?
        /// The people who were in its units on the day asked about; nil without a day.
        public let people: Headcount?

        /// The people whom the report counts.
        package var headcount: Headcount { people ?? onRecord ?? .none }
    }

    /// A field on which sources disagree, or a record whose standing is disputed.
    public struct FieldDispute: Encodable, Sendable {
        /// The record.
        public let record: RecordID
        /// Its kind.
        public let kind: RecordKind
        /// The words that describe it.
        public let title: String
        /// The field with the statements for and against; nil for a record whose standing is disputed.
        public let field: FieldOnRecord?
        /// The registry's verdict on the record; nil for a region, which has none.
        public let standing: Standing?
        /// The reason why that is not accepted; nil if it is.
        public let note: String?
        /// Who decided it, when and why; nil for an open dispute.
        public let settlement: Settlement?
    }
}
