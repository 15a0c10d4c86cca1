import GRDB
import MusterValues

/// The SQL of the officials listing.
struct OfficialQuery: ListingQuery {
    let conditions: ResolvedFilter
    /// The states asked for, of which one is enough; `retired`, for example, may be a post's or an enrollment's.
    let asked: [(kind: RecordKind, facet: String, values: [String])]
    private let recorded: [SQL]
    /// The states that a post or an enrollment of the official came into at some time; empty for any.
    private let ever: [(kind: RecordKind, facet: String, values: [String])]
    /// The condition on post `p` that it is one that is asked for; nil if none is.
    private let askedPosts: SQL?
    var day: AskedDay { conditions.day }

    init(_ conditions: ResolvedFilter) throws {
        self.conditions = conditions
        asked = try AskedStates(conditions.filter.states, of: .official).groups
        recorded = try conditions.recorded(of: .official, "o.id", official: "o.id")
        ever = try AskedStates(conditions.filter.ever, of: .official).groups
        askedPosts = try conditions.posts(of: .official)
    }

    /// The ranks of the grades that officials had the state on the day or, if none is asked for, held a post or were in a unit
    /// that the filter takes: the columns `id`, `rank` and `name`. The record that gives the surest answer decides.
    ///
    /// - Parameter officials: a query for the officials' ids.
    /// - Returns: the query.
    private func ranks(of officials: SQL) -> SQL {
        var (tables, parts): ([SQL], [SQL]) = (["candidate AS MATERIALIZED (\(officials))"], [])
        for state in asked {
            let name = SQL(sql: state.kind.name + "_state")
            if state.kind == .enrollment {
                let own = records(.enrollment, where: enrollments)
                let values = state.values.compactMap(EnrollmentState.init(rawValue:))
                tables.append(HeadcountQuery(day: day).ranks(of: own, in: values, named: name))
                parts.append(owners(.enrollment, "SELECT id, rank FROM \(name)"))
            } else {
                let own = records(state.kind, where: "true")
                tables.append(
                    StateQuery(state.kind, state.facet, on: day).grades("IN (\(own))", .any(state.values), named: name)
                )
                parts.append(owners(state.kind, "SELECT subject AS id, rank FROM \(name)"))
            }
        }
        if asked.isEmpty, !ever.isEmpty {
            parts += ever.map { state in
                """
                SELECT x.official_id, \(everRank(of: state)) AS rank FROM \(sql: state.kind.name) x \
                WHERE x.id IN (\(records(state.kind, where: own(state.kind))))
                """
            }
        } else if asked.isEmpty, let askedPosts {
            // Only the posts that are asked for say anything about the day.
            let posts: SQL = """
                SELECT p.id FROM post p WHERE p.official_id IN (SELECT id FROM candidate) AND p.standing <> 'rejected' AND \(askedPosts)
                """
            tables.append(StateQuery(.post, on: day).grades("IN (\(posts))", .lasting, named: "held"))
            parts.append(owners(.post, "SELECT subject AS id, rank FROM held"))
        } else if asked.isEmpty {
            tables.append(HeadcountQuery(day: day).ranks(of: records(.enrollment, where: enrollments)))
            parts.append(owners(.enrollment, "SELECT id, rank FROM ranked"))
            if conditions.inUnits("x.unit_id") == nil {
                let posts = records(.post, where: conditions.inRegions("x.region_code", else: "true"))
                tables.append(StateQuery(.post, on: day).grades("IN (\(posts))", .lasting, named: "held"))
                parts.append(owners(.post, "SELECT subject AS id, rank FROM held"))
            }
        }
        return """
            WITH \(tables.joined(separator: ", ")), \
            surest AS (\(parts.joined(separator: " UNION ALL "))), \
            best AS MATERIALIZED (SELECT official_id, max(rank) AS rank FROM surest GROUP BY official_id) \
            SELECT candidate.id, coalesce(best.rank, 0) AS rank, coalesce(n.text, '') AS name FROM candidate \
            LEFT JOIN best ON best.official_id = candidate.id LEFT JOIN name n ON n.official_id = candidate.id AND n.nature = 'primary'
            """
    }

    private func records(_ kind: RecordKind, where condition: SQL) -> SQL {
        """
        SELECT x.id FROM \(sql: kind.name) x WHERE x.official_id IN (SELECT id FROM candidate) \
        AND x.standing <> 'rejected' AND \(condition)
        """
    }

    private func owners(_ kind: RecordKind, _ ranks: SQL) -> SQL {
        "SELECT x.official_id, k.rank FROM (\(ranks)) k CROSS JOIN \(sql: kind.name) x ON x.id = k.id"
    }

    /// The condition on enrollment `x` that the filter takes its unit.
    private var enrollments: SQL {
        if let units = conditions.inUnits("x.unit_id") { return units }
        guard asked.isEmpty, let regions = conditions.isUnitHere("u") else { return "true" }
        return "x.unit_id IN (SELECT u.id FROM unit u WHERE \(regions))"
    }

    /// The condition on official `o`.
    var condition: SQL {
        var parts: [SQL] = ["o.id > 0"]
        if let posts = conditions.inRegions("region_code"), let units = conditions.isUnitHere("u") {
            parts.append(
                """
                o.id IN (SELECT official_id FROM post WHERE \(posts) UNION ALL SELECT e.official_id FROM unit u \
                JOIN enrollment e ON e.unit_id = u.id WHERE e.official_id IS NOT NULL AND \(units))
                """)
        }
        if let units = conditions.inUnits("e.unit_id") {
            parts.append(
                "o.id IN (SELECT e.official_id FROM enrollment e WHERE \(units) AND e.official_id IS NOT NULL)")
        }
        if let official = conditions.official { parts.append("o.id = \(official)") }
        if let standing = conditions.standing(of: "o.standing") { parts.append(standing) }
        parts += recorded
        for (states, isEver) in [(asked, false), (ever, true)] where !states.isEmpty {
            let all = states.map { officials(in: $0, ever: isEver) }
            parts.append("o.id IN (\(all.joined(separator: " UNION ALL ")))")
        }
        return parts.joined(separator: " AND ")
    }

    /// The condition on a record `x` of a kind that the filter takes its unit.
    private func own(_ kind: RecordKind) -> SQL { kind == .enrollment ? enrollments : "true" }

    /// The rank of the grade that a record `x` came into one of some states.
    private func everRank(of state: (kind: RecordKind, facet: String, values: [String])) -> SQL {
        StateQuery(state.kind, state.facet, on: day).everRank(of: "x.id", state.values)
    }

    /// The officials who have a state: the newest without a day, any on record with one; or who had it at any time.
    private func officials(
        in state: (kind: RecordKind, facet: String, values: [String]), ever isEver: Bool
    ) -> SQL {
        let value: SQL = "v.facet = '\(sql: state.facet)' AND v.value IN \(SQL.list(stored: state.values))"
        var newest: SQL = ""
        if isEver {
            newest = " AND \(everRank(of: state)) > 0"
        } else if day.given == nil {
            newest = " AND \(StateQuery(state.kind, state.facet, on: day).grade(of: "x.id", .any(state.values))) > 0"
        }
        var units: SQL = ""
        if state.kind == .enrollment, let own = conditions.inUnits("x.unit_id") { units = " AND \(own)" }
        return """
            SELECT x.official_id FROM event v JOIN \(sql: state.kind.name) x ON x.id = v.\(sql: state.kind.column) \
            WHERE \(value) AND x.standing <> 'rejected'\(units)\(newest)
            """
    }

    /// The ids among a list that match the filter.
    func matching(_ ids: SQL) -> SQL {
        let own: SQL = "SELECT o.id FROM official o WHERE o.id IN \(ids) AND \(condition)"
        return day.given == nil
            ? own : "SELECT id FROM (\(conditions.graded(ranks(of: own), order: "id", last: nil, Page())))"
    }

    func sql(_ page: Page) -> SQL {
        let named: SQL = "official o LEFT JOIN name n ON n.official_id = o.id AND n.nature = 'primary'"
        if day.given != nil {
            let ids = conditions.graded(
                ranks(of: "SELECT o.id FROM official o WHERE \(condition)"), order: "name, id",
                last: page.after.map { ranks(of: "SELECT \($0.number) AS id") }, page)
            return """
                SELECT o.id, n.text AS name, k.rank AS grade, o.standing FROM (\(ids)) k CROSS JOIN official o ON o.id = k.id \
                LEFT JOIN name n ON n.official_id = o.id AND n.nature = 'primary' \
                ORDER BY k.rank DESC, coalesce(n.text, ''), o.id
                """
        }
        var condition = condition
        if let after = page.after {
            condition += """
                 AND (coalesce(n.text, ''), o.id) > (SELECT coalesce(b.text, ''), a.id FROM official a LEFT JOIN name b \
                ON b.official_id = a.id AND b.nature = 'primary' WHERE a.id = \(after.number))
                """
        }
        return """
            SELECT o.id, n.text AS name, NULL AS grade, o.standing FROM \(named) \
            WHERE \(condition) ORDER BY coalesce(n.text, ''), o.id LIMIT \(page.rows)
            """
    }

    func row(_ row: inout RowReader, _: RegionNames) throws -> ListedOfficial {
        try ListedOfficial(
            id: row.id(.official), name: row.next(), grade: row.grade(), standing: row.list())
    }
}
