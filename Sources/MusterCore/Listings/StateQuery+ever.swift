import GRDB
import MusterValues

/// Answers about what was so at any time.
extension StateQuery {
    /// The rank of the grade that a record came into one of some states in the period that is asked about: definitely if the sighting
    /// lies in it, whichever day it was, and possibly if it may. Without a period, any rank above 0 says that it did up to today.
    ///
    /// - Parameters:
    ///   - subject: the record's id in the surrounding query, such as `e.id`.
    ///   - values: the states, as they are stored.
    /// - Returns: an expression that is never NULL.
    func everRank(of subject: SQL, _ values: [String]) -> SQL {
        let (first, last): (SQL, SQL) =
            day.given == nil ? ("''", "\(day.today.description)") : ("\(day.first)", "\(day.last)")
        return """
            coalesce((WITH \(sightings.tables("= \(subject)", named: "ever")) SELECT max(CASE WHEN first >= \(first) AND last <= \(last) \
            THEN 3 ELSE 1 END) FROM ever_sighted WHERE planned = 0 AND value IN \(SQL.list(stored: values)) AND first <= \(last) \
            AND last >= \(first)), 0)
            """
    }
}
