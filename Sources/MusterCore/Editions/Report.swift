public import MusterValues

/// A registry report: what is on the register for one region, or for all, with what is in dispute and what is missing.
///
/// The same registry and the same day asked about give the same report, to the byte in every format.
public struct Report: Encodable, Sendable {
    /// The region; nil for the national report.
    public let region: NamedRegion?
    /// The day asked about; nil for the newest state.
    public let day: String?
    /// The newest revision it is made from.
    public let revision: Int64
    /// That revision's hash, 64 small hexadecimal digits; nil before the first revision. With it `muster verify --head` shows
    /// later that the history the report was made from is unchanged.
    public let head: String?
    /// The people on record as having joined, or as being in a unit on the day asked about.
    public let people: Headcount
    /// The people by the enrollments' state, in the order of the closed list; without a day only.
    public let peopleByState: [ByState]
    /// The regions reported on that have a unit, a post or a group on the register.
    public let regions: [InRegion]
    /// The units.
    public let units: [ListedUnit]
    /// The enrollments that count, or possibly count on the day asked about.
    public let enrollments: [ListedEnrollment]
    /// The enrollments that never count, with the reason.
    public let uncounted: [Uncounted]
    /// The posts, and what became of them.
    public let posts: [ReportedPost]
    /// The fields on which sources speak against what the registry holds.
    public let disputes: [Dispute]
    /// The claimed places in the order of founding against what the registry holds.
    public let ordinals: [OrdinalClaim]
    /// What the register does not hold.
    public let gaps: [Gap]
    /// The sources cited.
    public let sources: [ListedSource]

    /// The region in words, or "All regions".
    public var title: String { region.map { "\($0.name) (\($0.code))" } ?? "All regions" }

    /// A state with the people in it.
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
        /// How many units, those judged wrong left out.
        public let units: Int
        /// The people in its units.
        public let people: Headcount
    }

    /// A field on which sources disagree, or a record that the registry holds disputed.
    public struct Dispute: Encodable, Sendable {
        /// The record.
        public let record: RecordID
        /// Its kind.
        public let kind: RecordKind
        /// Its words.
        public let title: String
        /// The field with the words for and against; nil for a record whose standing is disputed.
        public let field: FieldOnRecord?
        /// Why the record's standing is disputed; nil if it is not.
        public let note: String?
    }
}
