import GRDB
import MusterValues

/// The answers about a period, from those about its days.
extension StateQuery {
    /// The ranks of a period from those of its days: a query for `subject` and `rank`.
    ///
    /// - Parameter days: the name of a table with the columns `subject`, `rank` and `inside`.
    /// - Returns: the query.
    func overall(_ days: SQL) -> SQL {
        day.isThroughout
            ? "SELECT subject, min(rank) AS rank FROM \(days) GROUP BY subject"
            : "SELECT subject, CASE WHEN max(inside) THEN 3 ELSE max(rank) END AS rank FROM \(days) GROUP BY subject"
    }

    /// The days of the period on which a grade can change, and its first day: a query for `subject` and `asked`. A sighting
    /// changes it on its first and its last day, and on the days after these.
    func turns(of sighted: SQL, besides days: SQL?) -> SQL {
        let turns: SQL = """
            CASE turn.value WHEN 0 THEN \(day.first) WHEN 1 THEN first WHEN 2 THEN last WHEN 3 THEN date(first, '+1 day') \
            WHEN 4 THEN date(last, '+1 day') ELSE date(\(day.today.description), '+1 day') END
            """
        let kinds = day.isAhead && day.first <= day.today.description ? "[0,1,2,3,4,5]" : "[0,1,2,3,4]"
        // The sightings are named once, because SQLite reads the whole query for them anew at each place that names them.
        let own: SQL = """
            SELECT DISTINCT subject, asked FROM (SELECT subject, \(turns) AS asked FROM \(sighted) \
            CROSS JOIN json_each(\(sql: "'\(kinds)'")) turn) WHERE asked BETWEEN \(day.first) AND \(day.last)
            """
        return days.map { "\(own) UNION \($0)" } ?? own
    }
}
