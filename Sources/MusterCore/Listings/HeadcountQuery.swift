import GRDB
import MusterValues

/// The SQL for numbers of people: each named official once, and the least and the most of each group.
///
/// Enrollments that are judged wrong, denied or unclear never count. Without a day, everyone on record as having joined
/// counts, even those who left later. With a day, those who are in the unit on that day count, definitely or possibly.
struct HeadcountQuery {
    /// The day that the count is for; nil counts everyone on record.
    let day: Day?

    /// The state of an enrollment.
    ///
    /// - Parameters:
    ///   - enrollment: the enrollment's id in the surrounding query.
    ///   - day: the day asked about; nil reads the newest state.
    /// - Returns: the SQL that reads the state.
    static func state(of enrollment: String = "e.id", on day: Day?) -> StateQuery {
        StateQuery(kind: .enrollment, facet: "state", subject: enrollment, day: day)
    }

    /// The condition that enrollment `e` counts at all, on any day.
    static let everCounts = everCounts("e")

    /// The least of group `e` without its named members, who are counted by name; NULL for an official.
    ///
    /// When a day is asked about, a named member who is only possibly in the unit may already be one of the group's
    /// least. So from the least we subtract only members who are certainly in, or certainly out.
    var othersLeast: SQL {
        """
        CASE WHEN e.group_least IS NOT NULL THEN max(e.group_least - \(members(day == nil ? "= 2" : "<> 1")), 0) END
        """
    }

    /// The most of the group without its named members; NULL for an official, or if the most is not known.
    var othersMost: SQL {
        """
        CASE WHEN e.group_most IS NOT NULL THEN max(e.group_most - \(members(day == nil ? "= 2" : "> 0")), 0) END
        """
    }

    /// The number of named members of group `e` who count and whose certainty meets a comparison such as "= 2".
    private func members(_ comparison: String) -> SQL {
        """
        (SELECT count(DISTINCT m.official_id) FROM group_member g JOIN enrollment m ON m.id = g.member_id \
        WHERE g.group_id = e.id AND \(Self.everCounts("m")) AND (\(certainty(of: "m.id"))) \(sql: comparison))
        """
    }

    private static func everCounts(_ alias: String) -> SQL {
        let e = SQL(sql: alias)
        let standing: SQL = """
            \(e).standing <> 'rejected' AND \(e).unit_id NOT IN (SELECT id FROM unit WHERE standing = 'rejected') \
            AND (\(e).official_id IS NULL OR \(e).official_id NOT IN (SELECT id FROM official WHERE standing = 'rejected'))
            """
        let uncounted = SQL.list(EnrollmentState.uncounted)
        let state = state(of: "\(alias).id", on: nil)
        // The first test is one index probe; the newest state is worked out only for the few enrollments that fail it.
        // An enrollment with every state rejected has no newest state, and does not count.
        return """
            \(standing) AND (NOT EXISTS (SELECT 1 FROM event x WHERE x.enrollment_id = \(e).id AND x.facet = 'state' \
            AND (x.value IN \(uncounted) OR x.standing = 'rejected')) \
            OR coalesce(\(state.newestValue) NOT IN \(uncounted), 0))
            """
    }

    /// The certainty that enrollment `e` counts: 2 definitely, 1 possibly, 0 not.
    var certainty: SQL { certainty(of: "e.id") }

    private func certainty(of enrollment: String) -> SQL {
        day == nil ? "2" : Self.state(of: enrollment, on: day).certainty(of: EnrollmentState.inUnit)
    }

    /// The condition that enrollment `e` counts, definitely or possibly.
    var possiblyCounts: SQL { "\(Self.everCounts) AND \(certainty) > 0" }

    /// The counts of enrollments `e`, one row for each value of the key.
    ///
    /// - Parameters:
    ///   - key: an SQL expression over the joined tables.
    ///   - tables: the text after FROM; it must name `enrollment e`.
    ///   - condition: the condition on the enrollments.
    /// - Returns: the SQL, whose rows `Headcount` reads.
    func counts(by key: SQL, from tables: SQL, where condition: SQL) -> SQL {
        """
        SELECT key, count(DISTINCT official_id) FILTER (WHERE certainty = 2) AS definite, \
        count(DISTINCT official_id) AS named, \
        coalesce(sum(group_least) FILTER (WHERE certainty = 2), 0) AS least, coalesce(sum(group_most), 0) AS most, \
        count(*) FILTER (WHERE group_least IS NOT NULL AND group_most IS NULL) AS unknown \
        FROM (SELECT \(key) AS key, e.official_id, \(othersLeast) AS group_least, \(othersMost) AS group_most, \
        \(certainty) AS certainty \
        FROM \(tables) WHERE \(Self.everCounts) AND \(condition)) WHERE certainty > 0 GROUP BY key
        """
    }
}

extension Headcount {
    /// Reads a row of `HeadcountQuery.counts`.
    init(row: Row) throws {
        let groupsMost: Int? = try row.get("unknown") as Int > 0 ? nil : try row.get("most")
        let named: Int = try row.get("named")
        let definite: Int = try row.get("definite")
        let sums = [
            definite.addingReportingOverflow(try row.get("least")), named.addingReportingOverflow(groupsMost ?? 0),
        ]
        guard !sums.contains(where: \.overflow) else {
            throw MusterError.unreadable(field: "number of people", value: "a sum too large to count")
        }
        self.init(
            least: sums[0].partialValue, most: groupsMost == nil ? nil : sums[1].partialValue, named: named,
            certain: definite)
    }
}
