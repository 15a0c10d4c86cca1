import GRDB
import MusterValues

/// The SQL for numbers of people: each named official once, and the least and the most of each group.
///
/// Groups that are perhaps the same count once in the least, with the greatest least of them, and each by itself in the most.
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
        // Danger: SQLite takes ranks that come from another table for a few rows, and then joins without an index.
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

    /// The ranks of the grades that enrollments had a state, as common table expressions, of which the last has the name that is
    /// given and the columns `id` and `rank`. Who was not in the unit at all was in it in no state.
    ///
    /// - Parameters:
    ///   - enrollments: a query for their ids.
    ///   - state: the state.
    ///   - name: the name of the last table.
    /// - Returns: the tables, without WITH.
    func ranks(of enrollments: SQL, in state: EnrollmentState, named name: SQL) -> SQL {
        let seen = StateQuery(.enrollment, "state", on: day)
            .grades("IN (\(enrollments))", .any([state.rawValue]), named: "\(name)_seen")
        if !EnrollmentState.inUnit.contains(state) {
            return "\(seen), \(name) AS (SELECT subject AS id, rank FROM \(name)_seen)"
        }
        return """
            \(seen), \(ranks(of: enrollments)), \(name) AS (SELECT ranked.id, CASE WHEN ranked.rank = 0 THEN 0 \
            ELSE \(name)_seen.rank END AS rank FROM \(name)_seen JOIN ranked ON ranked.id = \(name)_seen.subject)
            """
    }

    /// The rank of the grade that enrollment `e` counts at all, on any day: 0 if it is judged wrong, denied or unclear, and 1
    /// if it may be denied or unclear.
    var everRank: SQL {
        let counted = EnrollmentState.allCases.filter { !EnrollmentState.uncounted.contains($0) }.map(\.rawValue)
        let now = AskedDay(nil, today: day.today)
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
    /// The ranks come first in the join: the other way round SQLite makes no index, and reads all of them for each enrollment.
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
        FROM ranked CROSS JOIN asked ON asked.id = ranked.id LEFT JOIN named ON named.group_id = ranked.id WHERE ranked.rank > 0), \
        \(countedTwice) \
        SELECT counts.key, definite, presumed, named, counts.sure - coalesce(twice.sure, 0) AS sure, \
        counts.least - coalesce(twice.least, 0) AS least, most, unknown FROM (SELECT key, count(DISTINCT official_id) FILTER (WHERE rank = 3) AS definite, \
        count(DISTINCT official_id) FILTER (WHERE rank > 1) AS presumed, count(DISTINCT official_id) AS named, \
        coalesce(sum(group_least) FILTER (WHERE rank = 3), 0) AS sure, \
        coalesce(sum(group_least) FILTER (WHERE rank > 1), 0) AS least, coalesce(sum(group_most), 0) AS most, \
        count(*) FILTER (WHERE group_least IS NOT NULL AND group_most IS NULL) AS unknown FROM counted GROUP BY key) counts \
        LEFT JOIN twice ON twice.key IS counts.key
        """
    }

    /// The common table expressions of the people that the sums count twice because their groups are perhaps the same, of
    /// which the last is `twice`, with the columns `key`, `sure` and `least`.
    ///
    /// Groups that are linked by such doubts, over any number of steps, are `alike`, under the lowest id of them. If all of
    /// them are one, they have at least the greatest least of them, and everybody who is named of one of them is one of
    /// it. Two whose numbers exclude each other cannot be the same. If one of them may have left by the day, all may have.
    private var countedTwice: SQL {
        """
        linked AS MATERIALIZED (SELECT asked.id AS one, p.id AS other FROM asked \
        CROSS JOIN enrollment p ON p.perhaps_same_as = asked.id WHERE asked.group_least IS NOT NULL \
        AND coalesce(p.group_most >= asked.group_least, 1) AND coalesce(asked.group_most >= p.group_least, 1)), \
        ties AS (SELECT one, other FROM linked UNION SELECT other, one FROM linked), \
        reached(id, first) AS (SELECT one, one FROM ties UNION SELECT ties.other, reached.first FROM reached \
        CROSS JOIN ties ON ties.one = reached.id), \
        alike AS MATERIALIZED (SELECT id, min(first) AS first FROM reached GROUP BY id), \
        joint AS (SELECT alike.first, count(DISTINCT m.official_id) AS least FROM alike \
        CROSS JOIN group_member g ON g.group_id = alike.id CROSS JOIN ranked ON ranked.id = g.member_id \
        CROSS JOIN enrollment m ON m.id = ranked.id WHERE ranked.ever > 0 AND ranked.rank <> 1 GROUP BY alike.first), \
        apart AS (SELECT asked.key, alike.first, CASE WHEN asked.doubt THEN min(1, ranked.rank) ELSE ranked.rank END AS rank, \
        asked.group_least AS own, max(asked.group_least - coalesce(named.least, 0), 0) AS others, \
        coalesce(joint.least, 0) AS joint, ranked.ever > 0 AND ranked.rank < 2 AND \(mayHaveLeft) AS gone FROM alike CROSS JOIN asked ON asked.id = alike.id \
        CROSS JOIN ranked ON ranked.id = alike.id LEFT JOIN named ON named.group_id = alike.id \
        LEFT JOIN joint ON joint.first = alike.first), \
        pooled AS (SELECT key, \
        coalesce(sum(others) FILTER (WHERE rank = 3) - \(Self.pooled("rank = 3")), 0) AS sure, \
        coalesce(sum(others) FILTER (WHERE rank > 1) - \(Self.pooled("rank > 1")), 0) AS least \
        FROM apart WHERE rank > 0 OR gone GROUP BY key, first HAVING count(*) > 1), \
        twice AS (SELECT key, sum(sure) AS sure, sum(least) AS least FROM pooled GROUP BY key)
        """
    }

    /// The fewest people of groups that are perhaps the same, by those that meet a condition on the rank.
    private static func pooled(_ condition: SQL) -> SQL {
        "CASE WHEN max(gone) THEN 0 ELSE max(max(own) FILTER (WHERE \(condition)) - max(joint), 0) END"
    }

    /// The condition that group `alike` may have left the unit by the day asked about.
    private var mayHaveLeft: SQL {
        if day.given == nil { return "0" }
        return """
            EXISTS (SELECT 1 FROM event z WHERE z.enrollment_id = alike.id AND z.facet = 'state' \
            AND z.value IN \(SQL.list(EnrollmentState.all(.ends))) AND z.standing <> 'rejected' \
            AND coalesce(\(Sightings.began("z")), '') <= \(day.last))
            """
    }
}

extension Headcount {
    /// One official who counts with the grade of a rank.
    init(ofOneWithRank rank: Int) {
        let (possible, presumed, definite) = (rank > 0 ? 1 : 0, rank > 1 ? 1 : 0, rank > 2 ? 1 : 0)
        self.init(least: presumed, most: possible, namedLeast: presumed, named: possible, certain: definite)
    }

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
