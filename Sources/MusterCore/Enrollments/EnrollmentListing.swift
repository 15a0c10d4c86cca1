import GRDB
public import MusterValues

/// An enrollment as a listing shows it.
public struct ListedEnrollment: ListingRow, Decodable {
    /// Its short id.
    public let id: RecordID
    /// The official; nil for a group.
    public let official: NamedRecord?
    /// The group; nil for an official.
    public let group: ListedGroup?
    /// The titles of the official's posts, in the order in which the posts were recorded; empty for a group.
    public internal(set) var posts: [NamedRecord] = []
    /// The unit.
    public let unit: NamedRecord
    /// The unit's region; nil if none is stated.
    public let region: NamedRegion?
    /// The newest state, or every one that it may have had on the day asked about, the likeliest first.
    public internal(set) var states: [EnrollmentState] = []
    /// The date of the state; nil if no date is stated, or if there are several states.
    public internal(set) var date: StatedDate?
    /// The last day, up to the day asked about, on which the evidence shows a state; nil if none does.
    public internal(set) var lastHeard: LastHeard?
    /// The states that are only planned, because they are dated after today or after every source that reports them; empty if a day up to today was asked about.
    public internal(set) var plans: [Plan] = []
    /// The grade of the answer that it had the state asked for on the day asked about, or that it was in the unit if no
    /// state was asked for; nil without a day.
    public let grade: Grade?
    /// The contract.
    public let contract: ContractKind
    /// The number of people in it: for a group, without its named members; nobody if it never counts.
    public internal(set) var people = Headcount.none
    /// The enrollments of those who are named of the group, by id; empty for an official.
    public internal(set) var named: [NamedRecord] = []
    /// The citations on it and its events, in the order in which they were recorded, and then those on the official's death, if that
    /// ended it elsewhere; nil if they were not asked for.
    public internal(set) var citations: [ListedCitation]?
    /// The fields of it and of its events whose value the registry infers, because no source states it, by name.
    public internal(set) var inferred: [FieldName] = []
    /// The registry's verdict on it.
    public let standing: Standing

    /// The columns of the listing.
    public static let columns: [Column<ListedEnrollment>] = [
        Column("id") { .record($0.id) },
        Column("who") { .text($0.who) },
        Column(.official, isDetail: true) { ($0.official?.id).map(Value.record) },
        Column("posts") { $0.office },
        Column(.unit, isDetail: true) { .record($0.unit.id) },
        Column("designation") { .text($0.designation) },
        Column("region") { ($0.region?.code).map(Value.text) },
        Column("state") { .alternatives($0.states) },
        Column("date") { ($0.date?.edtf).map(Value.text) },
        Column("earliest", isDetail: true) { ($0.date?.earliest).map(Value.text) },
        Column("latest", isDetail: true) { ($0.date?.latest).map(Value.text) },
        Column("last_heard") { $0.lastHeard.map(\.cell) },
        Column("planned") { Plan.cell($0.plans) },
        Column("grade") { $0.grade.map { .list($0) } },
        Column(.contract, isDetail: true) { .list($0.contract) },
        Column("people") { $0.peopleCell },
        Column("named", isDetail: true) { .each($0.named.map { .record($0.id) }) },
        Column(.perhapsSameAs, isDetail: true) { ($0.group?.perhapsSameAs).map(Value.record) },
        Column("sources", isDetail: true) { $0.sources.map { .number(Int64($0)) } },
        Column("cited", isDetail: true) { $0.cited.map(Value.text) },
        Column("inferred") { .each($0.inferred.map { .list($0) }) },
        Column(.standing) { .list($0.standing) },
    ]

    /// The number of sources that support it, an event of it or the death that ended it; nil if the citations were not asked for.
    public var sources: Int? {
        guard let citations else { return nil }
        var sources: [Int64] = []
        for citation in citations where citation.supports && !sources.contains(citation.source.id.number) {
            sources.append(citation.source.id.number)
        }
        return sources.count
    }

    /// The citations that support it or its events, each place in a source once, by source.
    var places: [ListedCitation] { (citations ?? []).places }

    /// The places that support it or its events, each as source, locator and speaker; nil if there are none, or if the
    /// citations were not asked for.
    public var cited: String? {
        let words = places.map(\.place)
        return words.isEmpty ? nil : words.joined(separator: "; ")
    }

    /// The official's name, or the group's words.
    public var who: String { official?.name ?? group?.words ?? "" }

    /// The unit's designation, or words for an unnamed one.
    var designation: String { unit.name ?? "unnamed unit" }

    /// The number of people, and for a group those who are named of it and the group that it is perhaps the same as.
    var peopleCell: Value {
        guard let group else { return .people(people) }
        let ids = named.map(\.id.description).joined(separator: ", ")
        var words = people.words
        if !named.isEmpty {
            // A group of "at least 2" with two named may have more: only its most can say that all are named.
            let isWhole = people.most == 0 && group.most.map { $0 <= named.count } == true
            let isOpen = people.least == 0 && people.most == nil
            words = isWhole ? "all named: \(ids)" : isOpen ? "no more known than \(ids)" : "\(words) besides \(ids)"
        }
        if let other = group.perhapsSameAs { words += ", perhaps the same as \(other)" }
        return .word(people.words, shown: words)
    }

    /// The official's posts, or the kind of a group's posts; nil if there are none.
    public var office: Value? {
        .each(posts.map { .text($0.name ?? "") }) ?? (group?.kind).map { .list($0) }
    }
}

/// A group of people who are not named.
public struct ListedGroup: Codable, Hashable, Sendable {
    /// The source's words for them.
    public let words: String
    /// The kind of their posts; nil if it is not stated.
    public let kind: PostKind?
    /// The level of their posts; nil if it is not stated.
    public let level: PostLevel?
    /// The region of their posts; nil if it is not stated.
    public let region: NamedRegion?
    /// The fewest people in it.
    public let least: Int
    /// The most people in it; nil if not known.
    public let most: Int?
    /// Another group of the unit that may be the same people; nil if there is none.
    public let perhapsSameAs: RecordID?
}

extension Registry {
    /// The enrollments that match a filter, by id; with a day, those that may match on that day, the surest first.
    ///
    /// The filter's region is that of the unit. A day without a state lists everyone who was in a unit on that day.
    ///
    /// - Parameters:
    ///   - filter: the filter.
    ///   - withCitations: whether to read the citations too, which takes a third of the time.
    /// - Returns: the enrollments; empty if none match.
    /// - Throws: `MusterError` for an unknown region, programme, unit, official or state.
    public func enrollments(
        _ filter: Filter = Filter(), withCitations: Bool = false
    ) throws(MusterError) -> [ListedEnrollment] {
        try all(.enrollments(withCitations: withCitations), filter)
    }
}

extension Listing where Row == ListedEnrollment {
    /// The enrollments, by id.
    ///
    /// - Parameter withCitations: whether to read the citations too, which takes a third of the time.
    /// - Returns: the listing.
    public static func enrollments(withCitations: Bool) -> Listing {
        Listing(of: .enrollment) { try EnrollmentQuery($0, withCitations: withCitations) }
    }
}
