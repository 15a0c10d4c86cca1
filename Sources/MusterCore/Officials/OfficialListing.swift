import GRDB
public import MusterValues

/// An official as a listing shows it.
public struct ListedOfficial: ListingRow {
    /// The short id.
    public let id: RecordID
    /// The name.
    public let name: String
    /// The posts, in the order in which they were recorded.
    public internal(set) var posts: [HeldPost] = []
    /// The units that the official enrolled in, in the order in which the enrollments were recorded.
    public internal(set) var units: [JoinedUnit] = []
    /// The certainty that the state asked for held on the day asked about; nil unless both are asked for.
    public let certainty: Certainty?
    /// The registry's verdict on the official.
    public let standing: Standing

    /// A post of an official.
    public struct HeldPost: Encodable, Sendable {
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
        /// The newest tenure, or every one possible on the day asked about.
        public let tenure: [Tenure]
    }

    /// A unit that an official enrolled in.
    public struct JoinedUnit: Encodable, Sendable {
        /// The unit's short id.
        public let id: RecordID
        /// The unit's designation; nil for an unnamed one.
        public let name: String?
        /// The enrollment's short id.
        public let enrollment: RecordID
        /// The enrollment's state: the newest, or every one possible on the day asked about.
        public let states: [EnrollmentState]
    }

    /// The columns of the listing.
    public static let columns: [Column<ListedOfficial>] = [
        Column("id") { .record($0.id) },
        Column(.name) { .text($0.name) },
        Column("posts") { .each($0.posts.map { .text($0.words, in: $0.tenure) }) },
        Column("units") { .each($0.units.map { .text($0.name ?? "unnamed unit", in: $0.states) }) },
        Column("certainty") { $0.certainty.map { .word($0.rawValue) } },
        Column(.standing) { .list($0.standing) },
    ]
}

extension ListedOfficial.HeldPost {
    /// The title and the region's code, such as "Governor, RU-KGD".
    fileprivate var words: String { title + (region.map { ", \($0.code)" } ?? "") }
}

extension Value {
    /// A text followed by its states in brackets, if there are any.
    fileprivate static func text(_ text: String, in states: [some ClosedList]) -> Value {
        alternatives(states).map { .with(.text(text), $0) } ?? .text(text)
    }
}

extension Registry {
    /// The officials that match a filter, by name and id.
    ///
    /// A region, a federal district or a border must be that of a post, or of a unit that the official enrolled in. A
    /// state must be a post's tenure or an enrollment's state. With a unit and a day but no state, the listing has
    /// everyone who was in the unit on that day, definitely or possibly.
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
