import GRDB
public import MusterValues

/// An official as a listing shows it.
public struct ListedOfficial: ListingRow, Decodable {
    /// The short id.
    public let id: RecordID
    /// The name.
    public let name: String
    /// The posts, in the order in which they were recorded.
    public internal(set) var posts: [HeldPost] = []
    /// The units that the official enrolled in, in the order in which the enrollments were recorded.
    public internal(set) var units: [JoinedUnit] = []
    /// The grade of the answer that the official had the state asked for on the day asked about or, if no state was asked
    /// for, held one of the posts or was in one of the units that were asked for; nil without a day.
    public let grade: Grade?
    /// The fields of the official's posts and of what became of them whose value the registry infers, by name.
    public internal(set) var inferred: [FieldName] = []
    /// The registry's verdict on the official.
    public let standing: Standing

    /// A post of an official.
    public struct HeldPost: Codable, Sendable {
        /// Its short id.
        public let id: RecordID
        /// Its title.
        public let title: String
        /// Its kind.
        public let kind: PostKind
        /// Its level of government; nil if it is not stated.
        public let level: PostLevel?
        /// Its region; nil if it has none or none is stated.
        public let region: NamedRegion?
        /// The newest tenure, or every one that is possible on the day asked about, the likeliest first.
        public internal(set) var tenure: [Tenure] = []
        /// The last day, up to the day asked about, on which the evidence shows a tenure; nil if none does.
        public internal(set) var lastHeard: LastHeard?
        /// The tenures that are only planned.
        public internal(set) var plans: [Plan] = []
        /// True if the official was killed since, or may have been.
        public internal(set) var isHolderKilled = false
        /// The grade of the answer that it was held on the day asked about; nil without a day.
        public internal(set) var grade: Grade?
    }

    /// A unit that an official enrolled in.
    public struct JoinedUnit: Codable, Sendable {
        /// The unit's short id.
        public let id: RecordID
        /// The unit's designation; nil for an unnamed one.
        public let name: String?
        /// The enrollment's short id.
        public let enrollment: RecordID
        /// The enrollment's state: the newest, or every one that is possible on the day asked about, the likeliest first.
        public internal(set) var states: [EnrollmentState] = []
        /// The last day, up to the day asked about, on which the evidence shows a state; nil if none does.
        public internal(set) var lastHeard: LastHeard?
        /// The states that are only planned.
        public internal(set) var plans: [Plan] = []
        /// The grade of the answer that the official was in it on the day asked about; nil without a day.
        public internal(set) var grade: Grade?
    }

    /// The columns of the listing.
    public static let columns: [Column<ListedOfficial>] = [
        Column("id") { .record($0.id) },
        Column(.name) { .text($0.name) },
        Column("posts") { .each($0.posts.map(\.cell)) },
        Column("units") { .each($0.units.map(\.cell)) },
        Column("last_heard") { $0.lastHeard.map(\.cell) },
        Column("planned") { Plan.cell($0.posts.flatMap(\.plans) + $0.units.flatMap(\.plans)) },
        Column("grade") { $0.grade.map { .list($0) } },
        Column("inferred") { .each($0.inferred.map { .list($0) }) },
        Column(.standing) { .list($0.standing) },
    ]
}

extension ListedOfficial {
    /// The last day on which the evidence shows a state of a post or an enrollment; nil if none does.
    public var lastHeard: LastHeard? {
        LastHeard.latest(posts.map(\.lastHeard) + units.map(\.lastHeard))
    }
}

extension ListedOfficial.HeldPost {
    /// The title and the region's code, such as "Governor, RU-KGD", with the tenure.
    fileprivate var cell: Value {
        .text(
            title + (region.map { ", \($0.code)" } ?? ""), in: ShownTenure.cell(tenure, isHolderKilled: isHolderKilled),
            grade)
    }

    /// The post with what is seen of it, in the order in which it is shown.
    func showing(_ seen: [Seen], _ grade: Grade?) throws -> Self {
        let shown = try ShownTenure(seen)
        var post = self
        post.grade = grade
        (post.tenure, post.plans) = (shown.states.states, shown.states.plans)
        (post.lastHeard, post.isHolderKilled) = (shown.lastHeard, shown.isHolderKilled)
        return post
    }
}

extension ListedOfficial.JoinedUnit {
    /// The designation, with the state.
    fileprivate var cell: Value { .text(name ?? "unnamed unit", in: .alternatives(states), grade) }

    /// The unit with what is seen of the enrollment.
    func showing(_ shown: ShownStates<EnrollmentState>, _ grade: Grade?) -> Self {
        var unit = self
        unit.grade = grade
        (unit.states, unit.lastHeard, unit.plans) = (shown.states, shown.lastHeard, shown.plans)
        return unit
    }
}

extension Value {
    /// A text followed by a state and the grade of the answer in brackets, as far as they are known.
    fileprivate static func text(_ text: String, in state: Value?, _ grade: Grade?) -> Value {
        let told = [state, grade.map { .list($0) }].compactMap(\.self)
        return told.isEmpty ? .text(text) : .with(.text(text), .several(told, separator: ", "))
    }
}

extension Registry {
    /// The officials that match a filter, by name and id.
    ///
    /// A region, a federal district or a border must be that of a post, or of a unit that the official enrolled in. A
    /// state must be a post's tenure or an enrollment's state. With a day, the listing has those who may have had the
    /// state, held the post or been in the unit on that day, the surest first.
    ///
    /// - Throws: `MusterError` for an unknown region, programme, unit, official or state.
    public func officials(_ filter: Filter = Filter()) throws(MusterError) -> [ListedOfficial] {
        try all(.officials, filter)
    }
}

extension Listing where Row == ListedOfficial {
    /// The officials, by name and id.
    public static let officials = Listing(of: .official) { try OfficialQuery($0) }
}
