import GRDB
import MusterValues

/// The SQL of the enrollments listing.
struct EnrollmentQuery: ListingQuery {
    let conditions: ResolvedFilter
    let withCitations: Bool
    /// The states that are asked for, of which one is enough; empty for any.
    let states: [EnrollmentState]
    /// The conditions on what is recorded of an enrollment.
    private let recorded: [SQL]
    /// The states that it came into at some time, of which one is enough; empty for any.
    private let ever: [EnrollmentState]
    /// What became of a post for the enrollment; nil for anything or nothing.
    let postChange: Tenure?
    var day: AskedDay { conditions.day }

    init(_ conditions: ResolvedFilter, withCitations: Bool = false) throws {
        self.conditions = conditions
        self.withCitations = withCitations
        postChange = try conditions.filter.postChange.map { try Tenure(typed: $0) }
        states = try conditions.filter.states.map { try EnrollmentState(typed: $0) }
        recorded = try conditions.recorded(of: .enrollment, "e.id", official: "e.official_id")
        ever = try conditions.filter.ever.map { try EnrollmentState(typed: $0) }
    }

    /// The ranks of the grades that enrollments had the state on the day or, if none is asked for, were in the unit, as they
    /// are counted: the columns `id` and `rank`.
    private func ranks(of enrollments: SQL) -> SQL {
        if !ever.isEmpty, states.isEmpty {
            let here: SQL = conditions.rankHere("u") ?? "3"
            return """
                SELECT e.id AS id, min(\(everRank), \(here)) AS rank FROM enrollment e JOIN unit u ON u.id = e.unit_id \
                WHERE e.id IN (\(enrollments)) AND \(Self.stands) LIMIT -1
                """
        }
        let counts = HeadcountQuery(day: day)
        let (tables, last): (SQL, SQL) =
            states.isEmpty
            ? (counts.ranks(of: enrollments), "ranked")
            : (counts.ranks(of: enrollments, in: states, named: "state"), "state")
        guard let here = conditions.rankHere("u") else { return "WITH \(tables) SELECT id, rank FROM \(last)" }
        return """
            WITH \(tables) SELECT k.id, min(k.rank, \(here)) AS rank FROM \(last) k CROSS JOIN enrollment e ON e.id = k.id \
            JOIN unit u ON u.id = e.unit_id
            """
    }

    /// The condition on enrollment `e` in unit `u`.
    var condition: SQL {
        var parts: [SQL] = []
        if let regions = conditions.isUnitHere("u") { parts.append(regions) }
        if let units = conditions.inUnits("u.id") { parts.append(units) }
        if let official = conditions.official { parts.append("e.official_id = \(official)") }
        if let standing = conditions.standing(of: "e.standing") { parts.append(standing) }
        if let postChange {
            parts.append(
                """
                e.id IN (SELECT v.for_enrollment FROM event v WHERE v.for_enrollment IS NOT NULL AND v.facet = 'tenure' \
                AND v.value = \(postChange.rawValue) AND v.standing <> 'rejected')
                """)
        }
        parts += recorded
        if !conditions.filter.contracts.isEmpty {
            let plus: SQL = conditions.isNarrowed ? "+" : ""
            parts.append("\(plus)e.contract IN \(SQL.list(conditions.filter.contracts))")
        }
        if !ever.isEmpty { parts += [Self.mayHave(ever), "\(everRank) > 0"] }
        if !states.isEmpty {
            parts.append(Self.mayHave(states))
            if day.given == nil {
                parts.append(
                    "\(StateQuery(.enrollment, "state", on: day).grade(of: "e.id", .any(states.map(\.rawValue)))) > 0")
            }
        }
        return parts.isEmpty ? "true" : parts.joined(separator: " AND ")
    }

    /// The rank of the grade that enrollment `e` came into one of the states of `ever`.
    private var everRank: SQL { StateQuery(.enrollment, "state", on: day).everRank(of: "e.id", ever.map(\.rawValue)) }

    /// The condition that nothing of enrollment `e` in unit `u` is judged wrong.
    private static let stands: SQL = """
        e.standing <> 'rejected' AND u.standing <> 'rejected' AND coalesce((SELECT o.standing FROM official o WHERE o.id = e.official_id), '') \
        <> 'rejected'
        """

    /// The condition that an event gives enrollment `e` one of some states, which an index finds.
    private static func mayHave(_ states: [EnrollmentState]) -> SQL {
        let value: SQL = "facet = 'state' AND value IN \(SQL.list(states))"
        // A death in one unit is the state in every other.
        let inherited: SQL =
            !states.contains(.killed)
            ? ""
            : """
             OR e.official_id IN (SELECT y.official_id FROM event v JOIN enrollment y ON y.id = v.enrollment_id \
            WHERE v.facet = 'state' AND v.value = 'killed' AND v.standing <> 'rejected')
            """
        return "(e.id IN (SELECT enrollment_id FROM event WHERE \(value))\(inherited))"
    }

    /// The ids among a list that match the filter.
    func matching(_ ids: SQL) -> SQL {
        let own: SQL =
            "SELECT e.id FROM enrollment e JOIN unit u ON u.id = e.unit_id WHERE e.id IN \(ids) AND \(condition)"
        return day.given == nil
            ? own : "SELECT id FROM (\(conditions.graded(ranks(of: own), order: "id", last: nil, Page())))"
    }

    /// The ids of a page, with the rank of the grade of each as `rank`.
    ///
    /// If something narrows the listing, a range or an order of ids would make SQLite read all enrollments, so a plus
    /// sign keeps it from using them.
    func ids(_ page: Page) -> SQL {
        let plus: SQL = conditions.isNarrowed ? "+" : ""
        let units: SQL = "enrollment e JOIN unit u ON u.id = e.unit_id"
        if day.given == nil {
            let after: SQL = conditions.isNarrowed && page.after == nil ? "" : " AND \(plus)e.id > \(page.number)"
            return """
                SELECT e.id, NULL AS rank FROM \(units) WHERE \(condition)\(after) ORDER BY \(plus)e.id LIMIT \(page.rows)
                """
        }
        return conditions.graded(
            ranks(of: "SELECT e.id FROM \(units) WHERE \(condition)"), order: "id",
            last: page.after.map { ranks(of: "SELECT \($0.number) AS id") }, page)
    }

    /// The enrollments of a page, as table `e`, with the rank of their grade as `rank`: nothing is read of the others.
    private func table(_ page: Page) -> SQL { "(\(ids(page))) k CROSS JOIN enrollment e ON e.id = k.id" }

    func sql(_ page: Page) -> SQL {
        """
        SELECT e.id, \(Self.who), e.unit_id, \(SQL.designation(of: "e.unit_id", named: "n.text")) AS designation, \
        u.region_code, k.rank AS grade, e.contract, e.standing \
        FROM \(table(page)) JOIN unit u ON u.id = e.unit_id \
        LEFT JOIN name n ON n.unit_id = e.unit_id AND n.nature = 'primary' \
        LEFT JOIN name o ON o.official_id = e.official_id AND o.nature = 'primary' ORDER BY k.rank DESC, e.id
        """
    }

    /// The columns of enrollment `e` that say who it is of; `o` is the official's name. `RowReader.who` reads them.
    static let who: SQL = """
        e.official_id, o.text AS official, e.group_who, e.group_kind, e.group_level, e.group_region, e.group_least, \
        e.group_most, e.perhaps_same_as
        """

    /// The posts of officials, by official.
    static func posts(of officials: some Sequence<Int64>) -> SQL {
        """
        SELECT official_id, id, title FROM post WHERE official_id IN \(SQL.list(officials)) ORDER BY official_id, id
        """
    }

    /// The enrollments of those who are named of groups, by group, without those judged wrong.
    static func members(of groups: some Sequence<Int64>) -> SQL {
        """
        SELECT g.group_id, m.id, o.text FROM group_member g CROSS JOIN enrollment m ON m.id = g.member_id \
        LEFT JOIN name o ON o.official_id = m.official_id AND o.nature = 'primary' \
        WHERE g.group_id IN \(SQL.list(groups)) AND m.standing <> 'rejected' ORDER BY g.group_id, m.id
        """
    }
}
