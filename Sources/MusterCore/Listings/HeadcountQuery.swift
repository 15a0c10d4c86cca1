import GRDB
import MusterValues

/// The SQL for numbers of people: each named official once, and the least and the most of each group.
///
/// Enrollments that are judged wrong, denied or unclear never count. Without a day, everyone on record as having joined
/// counts, even those who left later. With a day, those who are in the unit on that day count, by the grade of that.
struct HeadcountQuery {
    /// The day that the count is for; without one everyone on record counts.
    let day: AskedDay

    /// The ranks of enrollments as common table expressions, of which the last is `ranked`, with the columns `id`; `ever`, the
    /// rank of the grade that one counts on any day; and `rank`, that it counts on the day asked about.
    ///
    /// - Parameter enrollments: a query for their ids.
    /// - Returns: the tables, without WITH.
    func ranks(of enrollments: SQL) -> SQL {
        if day.given == nil {
            return """
                ranked AS MATERIALIZED (SELECT e.id, \(everRank) AS ever, \(everRank) AS rank FROM enrollment e \
                WHERE e.id IN (\(enrollments)))
                """
        }
        return """
            \(InUnit(day: day).tables(of: enrollments)), \
            possible AS (SELECT in_unit.id, in_unit.rank, \(everRank) AS ever FROM in_unit CROSS JOIN enrollment e ON e.id = in_unit.id), \
            ranked AS MATERIALIZED (SELECT id, ever, CASE ever WHEN 0 THEN 0 WHEN 1 THEN min(1, rank) ELSE rank END AS rank \
            FROM possible)
            """
    }

    /// The rank of the grade that enrollment `e` counts at all, on any day: 0 if it is judged wrong, denied or unclear, and 1
    /// if it may be denied or unclear.
    var everRank: SQL {
        let counted = EnrollmentState.allCases.filter { !EnrollmentState.uncounted.contains($0) }.map(\.rawValue)
        let now = AskedDay(given: nil, today: day.today)
        let newest = StateQuery(.enrollment, "state", on: now).grade(of: "e.id", .any(counted))
        // The inner test is one index probe; the newest state is worked out only for the few enrollments that fail it.
        // An enrollment with every state rejected has no newest state, and does not count.
        return """
            (CASE WHEN e.standing = 'rejected' OR e.unit_id IN (SELECT id FROM unit WHERE standing = 'rejected') \
            OR e.official_id IN (SELECT id FROM official WHERE standing = 'rejected') THEN 0 \
            WHEN NOT EXISTS (SELECT 1 FROM event x WHERE x.enrollment_id = e.id AND x.facet = 'state' \
            AND (x.value IN \(SQL.list(EnrollmentState.uncounted)) OR x.standing = 'rejected' \
            OR x.earliest > \(day.today.description))) THEN 3 ELSE \(newest) END)
            """
    }

    /// The counts of enrollments `e`, one row for each value of the key.
    ///
    /// The named members of a group are counted by name, so they are taken from its numbers. One who is only possibly in the
    /// unit may already be one of the group's least; so from the least only those are taken who presumably are in, or certainly
    /// out.
    ///
    /// - Parameters:
    ///   - key: an SQL expression over the joined tables.
    ///   - tables: the text after FROM; it must name `enrollment e`.
    ///   - condition: the condition on the enrollments.
    ///   - doubt: the condition that an enrollment counts under its key only possibly.
    /// - Returns: the SQL, whose rows `Headcount` reads.
    func counts(by key: SQL, from tables: SQL, where condition: SQL, doubt: SQL = "0") -> SQL {
        """
        WITH asked AS (SELECT \(key) AS key, e.id, e.official_id, e.group_least, e.group_most, \(doubt) AS doubt \
        FROM \(tables) WHERE \(condition)), \
        \(ranks(of: "SELECT id FROM asked UNION SELECT g.member_id FROM asked JOIN group_member g ON g.group_id = asked.id")), \
        named AS (SELECT g.group_id, count(DISTINCT m.official_id) FILTER (WHERE ranked.ever > 0 AND ranked.rank <> 1) AS least, \
        count(DISTINCT m.official_id) FILTER (WHERE ranked.ever > 0 AND ranked.rank > 0) AS most FROM ranked \
        CROSS JOIN group_member g ON g.member_id = ranked.id CROSS JOIN enrollment m ON m.id = ranked.id GROUP BY g.group_id), \
        counted AS (SELECT asked.key, asked.official_id, CASE WHEN asked.doubt THEN min(1, ranked.rank) ELSE ranked.rank END AS rank, \
        max(asked.group_least - coalesce(named.least, 0), 0) AS group_least, max(asked.group_most - coalesce(named.most, 0), 0) AS group_most \
        FROM asked JOIN ranked ON ranked.id = asked.id LEFT JOIN named ON named.group_id = asked.id WHERE ranked.rank > 0) \
        SELECT key, count(DISTINCT official_id) FILTER (WHERE rank = 3) AS definite, \
        count(DISTINCT official_id) FILTER (WHERE rank > 1) AS presumed, count(DISTINCT official_id) AS named, \
        coalesce(sum(group_least) FILTER (WHERE rank = 3), 0) AS sure, \
        coalesce(sum(group_least) FILTER (WHERE rank > 1), 0) AS least, coalesce(sum(group_most), 0) AS most, \
        count(*) FILTER (WHERE group_least IS NOT NULL AND group_most IS NULL) AS unknown FROM counted GROUP BY key
        """
    }
}

extension Headcount {
    /// The counts by a key that is a number.
    static func byKey(_ counts: SQL, _ db: Database) throws -> [Int64: Headcount] {
        Dictionary(uniqueKeysWithValues: try counts.rows(db).map { (try $0.get("key"), try Headcount(row: $0)) })
    }

    /// Reads a row of `HeadcountQuery.counts`.
    init(row: Row) throws {
        let groupsMost: Int? = try row.get("unknown") as Int > 0 ? nil : try row.get("most")
        let (presumed, named): (Int, Int) = (try row.get("presumed"), try row.get("named"))
        let sums = [
            presumed.addingReportingOverflow(try row.get("least")), named.addingReportingOverflow(groupsMost ?? 0),
            (try row.get("definite") as Int).addingReportingOverflow(try row.get("sure")),
        ]
        guard !sums.contains(where: \.overflow) else {
            throw MusterError.unreadable(field: "number of people", value: "a sum too large to count")
        }
        self.init(
            least: sums[0].partialValue, most: groupsMost == nil ? nil : sums[1].partialValue,
            namedLeast: presumed, named: named, certain: sums[2].partialValue)
    }
}
