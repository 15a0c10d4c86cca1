import GRDB
import MusterValues

/// The SQL for numbers of people: named officials, each once, and the least and most of each group.
///
/// What is judged wrong, denied or unclear never counts. Without a day everyone who is on record as having joined counts,
/// also those who left since; with one, those who are in the unit on it, definitely or possibly.
struct HeadcountQuery {
    /// Whether the count is of a day.
    let onDay: Bool

    static let state = StateQuery(kind: .enrollment, facet: "state", subject: "e.id")

    /// The condition that enrollment `e` counts at all.
    var counts: String { Self.counts("e") }

    /// The fewest of group `e` besides those of it who are named, who are counted as such; NULL for an official.
    ///
    /// When a day is asked about, a named member who is only possibly in the unit may already be one of the group's least. So
    /// from the least we subtract only members who are certainly in, or certainly out.
    var othersLeast: String {
        "CASE WHEN e.group_least IS NOT NULL THEN max(e.group_least - \(members(onDay ? "<> 1" : "= 2")), 0) END"
    }

    /// The most of them; NULL for an official, and where it is not known.
    var othersMost: String {
        "CASE WHEN e.group_most IS NOT NULL THEN max(e.group_most - \(members(onDay ? "> 0" : "= 2")), 0) END"
    }

    /// How many of group `e` are named and count, by how certainly each is in the unit.
    private func members(_ certainty: String) -> String {
        let state = StateQuery(kind: .enrollment, facet: "state", subject: "m.id")
        let rank = onDay ? state.certainty(of: EnrollmentState.sql(EnrollmentState.inUnit)) : "2"
        return """
            (SELECT count(DISTINCT m.official_id) FROM group_member g JOIN enrollment m ON m.id = g.member_id \
            WHERE g.group_id = e.id AND \(Self.counts("m")) AND (\(rank)) \(certainty))
            """
    }

    private static func counts(_ e: String) -> String {
        let state = StateQuery(kind: .enrollment, facet: "state", subject: "\(e).id")
        let standing = """
            \(e).standing <> 'rejected' AND \(e).unit_id NOT IN (SELECT id FROM unit WHERE standing = 'rejected') \
            AND (\(e).official_id IS NULL OR \(e).official_id NOT IN (SELECT id FROM official WHERE standing = 'rejected'))
            """
        let uncounted = EnrollmentState.sql(EnrollmentState.uncounted)
        // The first look is one probe of an index; the newest state is worked out only for the few that fail it. An
        // enrollment all of whose states are rejected has none, and does not count.
        let unclear = """
            (NOT EXISTS (SELECT 1 FROM event x WHERE x.enrollment_id = \(e).id AND x.facet = 'state' \
            AND (x.value IN (\(uncounted)) OR x.standing = 'rejected')) \
            OR coalesce(\(state.newestValue) NOT IN (\(uncounted)), 0))
            """
        return "\(standing) AND \(unclear)"
    }

    /// How certainly enrollment `e` counts: 2, 1 or 0.
    var certainty: String { onDay ? Self.state.certainty(of: EnrollmentState.sql(EnrollmentState.inUnit)) : "2" }

    /// The condition that enrollment `e` counts, definitely or possibly.
    var isPossible: String { "\(counts) AND \(certainty) > 0" }

    /// Counts over enrollments `e`, one row for each value of the key.
    ///
    /// - Parameters:
    ///   - key: an SQL expression over the joined tables.
    ///   - tables: what follows FROM; it names `enrollment e`.
    ///   - condition: which enrollments.
    /// - Returns: the SQL; `Headcount` reads its rows.
    func sql(by key: String, from tables: String, where condition: String) -> String {
        """
        SELECT key, count(DISTINCT official_id) FILTER (WHERE certainty = 2) AS definite, \
        count(DISTINCT official_id) AS named, \
        coalesce(sum(group_least) FILTER (WHERE certainty = 2), 0) AS least, coalesce(sum(group_most), 0) AS most, \
        count(*) FILTER (WHERE group_least IS NOT NULL AND group_most IS NULL) AS unknown \
        FROM (SELECT \(key) AS key, e.official_id, \(othersLeast) AS group_least, \(othersMost) AS group_most, \
        \(certainty) AS certainty \
        FROM \(tables) WHERE \(counts) AND \(condition)) WHERE certainty > 0 GROUP BY key
        """
    }
}

extension Headcount {
    /// Reads a row of `HeadcountQuery.sql`.
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
