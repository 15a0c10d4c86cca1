import GRDB
import MusterValues

/// The SQL of the enrollments listing.
struct EnrollmentQuery {
    let conditions: ResolvedFilter
    private let state: EnrollmentState?
    /// True if a day is asked about.
    var onDay: Bool { conditions.filter.day != nil }

    init(_ conditions: ResolvedFilter) throws {
        self.conditions = conditions
        state = try conditions.filter.state.map { try EnrollmentState(typed: $0) }
    }

    private var certainty: String {
        HeadcountQuery.state.certainty(of: EnrollmentState.sql(state.map { [$0] } ?? EnrollmentState.inUnit))
    }

    /// The condition on enrollment `e` in unit `u`.
    var condition: String {
        // If something narrows the listing, a range or an order of ids would make SQLite read all enrollments.
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
        let shown =
            onDay
            ? "\(state.possibleValues) AS state, NULL AS date, NULL AS earliest, NULL AS latest, \(certainty) AS certainty"
            : "s.value AS state, s.date AS date, s.earliest, s.latest, NULL AS certainty"
        let people = HeadcountQuery(onDay: onDay)
        return """
            SELECT e.id, \(Self.who), e.unit_id, n.text AS designation, u.region_code, \(shown), e.contract, \
            (\(HeadcountQuery(onDay: false).counts)) AS counts, \(people.othersLeast) AS others_least, \
            \(people.othersMost) AS others_most, e.standing FROM enrollment e JOIN unit u ON u.id = e.unit_id \
            LEFT JOIN name n ON n.unit_id = e.unit_id AND n.nature = 'primary' \
            LEFT JOIN name o ON o.official_id = e.official_id AND o.nature = 'primary' \
            \(onDay ? "" : "LEFT JOIN event s ON s.id = \(state.newest)") \
            WHERE \(condition) ORDER BY \(conditions.isNarrowed ? "+" : "")e.id LIMIT :limit
            """
    }

    /// The columns of enrollment `e` that say who it is of; `o` is the official's name. `RowReader.who` reads them.
    static let who = """
        e.official_id, o.text AS official, e.group_who, e.group_kind, e.group_level, e.group_region, e.group_least, \
        e.group_most
        """

    /// The posts of the officials `:ids`, by official.
    static let postsSQL = """
        SELECT official_id, id, title FROM post WHERE official_id IN (SELECT value FROM json_each(:ids)) \
        ORDER BY official_id, id
        """

    /// The citations on the enrollments `:ids` and on their events, by enrollment.
    static let citationsSQL = """
        SELECT c.enrollment_id AS enrollment, NULL AS event, \(ListedCitation.columns) FROM citation c \
        WHERE c.enrollment_id IN (SELECT value FROM json_each(:ids)) UNION ALL \
        SELECT v.enrollment_id, v.id, \(ListedCitation.columns) FROM event v JOIN citation c ON c.event_id = v.id \
        WHERE v.enrollment_id IN (SELECT value FROM json_each(:ids))
        """
}
