import GRDB
import MusterValues

/// The SQL of the enrollments listing.
struct EnrollmentQuery: ListingQuery {
    let conditions: ResolvedFilter
    let withCitations: Bool
    private let state: EnrollmentState?
    /// The day asked about; nil if none is.
    var day: Day? { conditions.filter.day }

    init(_ conditions: ResolvedFilter, withCitations: Bool = false) throws {
        self.conditions = conditions
        self.withCitations = withCitations
        state = try conditions.filter.state.map { try EnrollmentState(typed: $0) }
    }

    private var certainty: SQL {
        HeadcountQuery.state(on: day).certainty(of: state.map { [$0] } ?? EnrollmentState.inUnit)
    }

    /// The conditions on enrollment `e` in unit `u`.
    private var parts: [SQL] {
        var parts: [SQL] = []
        if let regions = conditions.inRegions("u.region_code") { parts.append(regions) }
        if let programme = conditions.programme { parts.append("u.programme_id = \(programme)") }
        if let unit = conditions.unit { parts.append("e.unit_id = \(unit)") }
        if let official = conditions.official { parts.append("e.official_id = \(official)") }
        if let standing = conditions.standing(of: "e.standing") { parts.append(standing) }
        if let state {
            let value = SQL(sql: "facet = 'state' AND value = '\(state.rawValue)'")
            parts.append("e.id IN (SELECT enrollment_id FROM event WHERE \(value))")
        }
        if day != nil {
            parts.append("\(certainty) > 0")
        } else if let state {
            parts.append("\(HeadcountQuery.state(on: nil).newestValue) = \(state.rawValue)")
        }
        return parts
    }

    /// The enrollments of a page, as table `e`.
    ///
    /// If something narrows the listing, a range or an order of ids would make SQLite read all enrollments, so a plus
    /// sign keeps it from using them. The page's ids are then found first: nothing else is read of the other enrollments.
    private func table(_ page: Page) -> (table: SQL, condition: SQL, limit: Int) {
        let plus: SQL = conditions.isNarrowed ? "+" : ""
        var parts = parts
        if !conditions.isNarrowed || page.after != nil { parts.append("\(plus)e.id > \(page.number)") }
        let condition = parts.joined(separator: " AND ")
        if !conditions.isNarrowed { return ("enrollment e", condition, page.rows) }
        let ids: SQL = """
            SELECT e.id FROM enrollment e JOIN unit u ON u.id = e.unit_id WHERE \(condition) ORDER BY +e.id \
            LIMIT \(page.rows)
            """
        return ("(\(ids)) k CROSS JOIN enrollment e ON e.id = k.id", "true", -1)
    }

    func sql(_ page: Page) -> SQL {
        let state = HeadcountQuery.state(on: day)
        let shown: SQL =
            day == nil
            ? "s.value AS state, s.date AS date, s.earliest, s.latest, NULL AS certainty"
            : "\(state.value) AS state, NULL AS date, NULL AS earliest, NULL AS latest, \(certainty) AS certainty"
        let newest: SQL = day == nil ? "LEFT JOIN event s ON s.id = \(state.newest)" : ""
        let people = HeadcountQuery(day: day)
        let (table, condition, limit) = table(page)
        return """
            SELECT e.id, \(Self.who), e.unit_id, n.text AS designation, u.region_code, \(shown), e.contract, \
            (\(HeadcountQuery.everCounts)) AS counts, \(people.othersLeast) AS others_least, \
            \(people.othersMost) AS others_most, e.standing FROM \(table) JOIN unit u ON u.id = e.unit_id \
            LEFT JOIN name n ON n.unit_id = e.unit_id AND n.nature = 'primary' \
            LEFT JOIN name o ON o.official_id = e.official_id AND o.nature = 'primary' \(newest) \
            WHERE \(condition) ORDER BY e.id LIMIT \(limit)
            """
    }

    /// The columns of enrollment `e` that say who it is of; `o` is the official's name. `RowReader.who` reads them.
    static let who: SQL = """
        e.official_id, o.text AS official, e.group_who, e.group_kind, e.group_level, e.group_region, e.group_least, \
        e.group_most
        """

    /// The posts of officials, by official.
    static func posts(of officials: some Sequence<Int64>) -> SQL {
        """
        SELECT official_id, id, title FROM post WHERE official_id IN \(SQL.list(officials)) ORDER BY official_id, id
        """
    }

    /// The citations on enrollments and on their events, by enrollment.
    static func citations(of enrollments: some Sequence<Int64>) -> SQL {
        let list = SQL.list(enrollments)
        return """
            SELECT c.enrollment_id AS enrollment, NULL AS event, \(ListedCitation.columns) FROM citation c \
            WHERE c.enrollment_id IN \(list) UNION ALL \
            SELECT v.enrollment_id, v.id, \(ListedCitation.columns) FROM event v JOIN citation c ON c.event_id = v.id \
            WHERE v.enrollment_id IN \(list)
            """
    }
}
