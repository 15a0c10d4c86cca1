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
        let inside: SQL = "BETWEEN \(day.first) AND \(day.last)"
        var parts: [SQL] = ["SELECT subject, \(day.first) AS asked FROM \(sighted)"]
        for turn in ["first", "last", "date(first, '+1 day')", "date(last, '+1 day')"] as [SQL] {
            parts.append("SELECT subject, \(turn) FROM \(sighted) WHERE \(turn) \(inside)")
        }
        if day.isAhead, day.first <= day.today.description {
            parts.append("SELECT subject, date(\(day.today.description), '+1 day') FROM \(sighted)")
        }
        if let days { parts.append(days) }
        return parts.joined(separator: " UNION ")
    }
}
