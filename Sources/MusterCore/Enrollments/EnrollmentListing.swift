import GRDB
public import MusterValues

/// An enrollment as a listing shows it.
public struct ListedEnrollment: ListingRow {
    /// Its short id.
    public let id: RecordID
    /// The official's name, or the words for the group.
    public let who: String
    /// The official's short id; nil for a group.
    public let official: RecordID?
    /// The official's posts, in the order in which they were recorded, or the kind of the group's.
    public let posts: String?
    /// The unit's short id.
    public let unit: RecordID
    /// The unit's designation, or the words for an unnamed one.
    public let designation: String
    /// The unit's region's code.
    public let region: String?
    /// The newest state, or all possible ones on the day asked about.
    public let state: String?
    /// When the newest state came about, EDTF; nil if no date is stated or a day was asked about.
    public let date: String?
    /// The first day the newest state can have come about; nil if that side is open or no date is stated.
    public let earliest: String?
    /// The last day it can have come about; nil if that side is open or no date is stated.
    public let latest: String?
    /// How certainly it is as asked on the day asked about: in the state asked for, or in the unit; nil without a day.
    public let certainty: Certainty?
    /// The contract.
    public let contract: ContractKind
    /// The number of people it is, of a group without those of it who are named; nobody, where it never counts.
    public let people: Headcount
    /// How many sources support it or an event of it.
    public let sources: Int
    /// The places that support it or an event of it: source, locator and speaker of each.
    public let cited: String?
    /// The registry's judgement.
    public let standing: Standing

    /// The columns of the listing.
    public static let columns = [
        "id", "who", "official", "posts", "unit", "designation", "region", "state", "date", "earliest", "latest",
        "certainty", "contract", "people", "sources", "cited", "standing",
    ]

    /// The columns that a table for people leaves out.
    public static let detailColumns: Set<String> = [
        "official", "unit", "earliest", "latest", "contract", "sources", "cited",
    ]

    /// The values in the order of the columns.
    public var cells: [String?] {
        [
            id.description, who, official?.description, posts, unit.description, designation, region, state?.spaced,
            date, earliest, latest, certainty?.rawValue, contract.words, people.words, String(sources), cited,
            standing.words,
        ]
    }
}

extension Registry {
    /// The enrollments that a filter leaves, by id; with a day, those that possibly held on it.
    ///
    /// A region is the unit's. Without a state a day asks who was in a unit on it.
    ///
    /// - Throws: `MusterError` for a region, programme, unit, official or state that is not known.
    public func enrollments(_ filter: Filter = Filter()) throws(MusterError) -> [ListedEnrollment] {
        try read { db in try ListedEnrollment.all(ResolvedFilter(filter, db: db, today: today), db) }
    }
}

extension ListedEnrollment {
    static func all(_ conditions: ResolvedFilter, _ db: Database) throws -> [ListedEnrollment] {
        try conditions.fetchAll(db, EnrollmentQuery(conditions).sql).map(ListedEnrollment.init(row:))
    }

    private init(row: Row) throws {
        let number: Int64? = try row.get("official_id")
        let least: Int? = try row.get("group_least")
        id = RecordID(.enrollment, try row.get("id"))
        who = try row.get("who")
        official = number.map { RecordID(.official, $0) }
        posts = try (try row.get("posts") as String?) ?? (try row.get("group_kind") as String?)?.spaced
        unit = RecordID(.unit, try row.get("unit_id"))
        region = try row.get("region_code")
        designation = try row.get("designation") ?? "unnamed unit"
        state = try row.get("state")
        date = try row.get("date")
        earliest = try row.get("earliest")
        latest = try row.get("latest")
        certainty = (try row.get("certainty") as Int?).map(Certainty.init(rank:))
        contract = try row.list("contract", ContractKind.self)
        people =
            if try row.get("counts") as Int == 0 {
                .none
            } else if let least {
                Headcount(least: least, most: try row.get("group_most"), named: 0, certain: 0)
            } else {
                Headcount(least: 1, most: 1, named: 1, certain: 1)
            }
        sources = try row.get("sources")
        cited = try row.get("cited")
        standing = try row.list("standing", Standing.self)
    }
}

/// The SQL of the enrollments listing.
struct EnrollmentQuery {
    let conditions: ResolvedFilter
    private let state: EnrollmentState?
    private var onDay: Bool { conditions.filter.day != nil }

    init(_ conditions: ResolvedFilter) throws {
        self.conditions = conditions
        state = try conditions.filter.state.map { try EnrollmentState(typed: $0) }
    }

    private var certainty: String {
        HeadcountQuery.state.certainty(of: EnrollmentState.sql(state.map { [$0] } ?? EnrollmentState.inUnit))
    }

    /// The condition on enrollment `e` in unit `u`.
    var condition: String {
        // Where something narrows the listing, a range or an order of ids would tempt into reading all enrollments.
        var parts = conditions.isNarrowed ? [] : ["e.id > 0"]
        if let regions = conditions.inRegions("u.region_code") { parts.append(regions) }
        if conditions.programme != nil { parts.append("u.programme_id = :programme") }
        if conditions.unit != nil { parts.append("e.unit_id = :unit") }
        if conditions.official != nil { parts.append("e.official_id = :official") }
        if let standing = conditions.hasStanding("e.standing") { parts.append(standing) }
        if let state {
            parts.append(
                "e.id IN (SELECT enrollment_id FROM event WHERE facet = 'state' AND value = '\(state.rawValue)')")
        }
        if onDay {
            parts.append("\(certainty) > 0")
        } else if let state {
            parts.append("\(HeadcountQuery.state.newestValue) = '\(state.rawValue)'")
        }
        return parts.joined(separator: " AND ")
    }

    /// The listing itself.
    var sql: String {
        let state = HeadcountQuery.state
        let support = """
            SELECT source_id, locator, speaker FROM citation WHERE enrollment_id = e.id AND stance = 'supports' \
            AND standing <> 'rejected' UNION ALL SELECT c.source_id, c.locator, c.speaker FROM event v \
            JOIN citation c ON c.event_id = v.id WHERE v.enrollment_id = e.id AND c.stance = 'supports' \
            AND c.standing <> 'rejected'
            """
        let shown =
            onDay
            ? "\(state.possibleValues) AS state, NULL AS date, NULL AS earliest, NULL AS latest, \(certainty) AS certainty"
            : "s.value AS state, s.date AS date, s.earliest, s.latest, NULL AS certainty"
        return """
            SELECT e.id, e.official_id, e.unit_id, coalesce(o.text, e.group_who) AS who, e.group_kind, \
            \(HeadcountQuery(onDay: onDay).othersLeast) AS group_least, \(HeadcountQuery(onDay: onDay).othersMost) AS group_most, (SELECT group_concat(title, '; ') FROM (SELECT title FROM post WHERE official_id = e.official_id \
            ORDER BY id)) AS posts, n.text AS designation, u.region_code, e.contract, e.standing, \
            (SELECT count(DISTINCT source_id) FROM (\(support))) AS sources, \
            (SELECT group_concat(place, '; ') FROM (SELECT DISTINCT 'S' || source_id || coalesce(', ' || locator, '') || \
            coalesce(', ' || speaker, '') AS place FROM (\(support)) ORDER BY source_id, place)) AS cited, \
            (\(HeadcountQuery(onDay: false).counts)) AS counts, \(shown) \
            FROM enrollment e JOIN unit u ON u.id = e.unit_id \
            LEFT JOIN name n ON n.unit_id = e.unit_id AND n.nature = 'primary' \
            LEFT JOIN name o ON o.official_id = e.official_id AND o.nature = 'primary' \
            \(onDay ? "" : "LEFT JOIN event s ON s.id = \(state.newest)") \
            WHERE \(condition) ORDER BY \(conditions.isNarrowed ? "+" : "")e.id LIMIT :limit
            """
    }
}
