import GRDB

extension SQL {
    /// The terms that put events in the order of their days, to be written after ORDER BY.
    ///
    /// Dated events come first, by the first day they can have happened on and then by the last. An event "by 2025-05"
    /// has no first day and stands at its last day. A date without a year, such as `XXXX-04`, has neither: it comes after
    /// the dated events. Events without a date come last. This never puts an event before one that certainly was earlier.
    ///
    /// - Parameter event: the alias of a table with the columns of an event.
    /// - Returns: the terms.
    static func byDay(_ event: String) -> SQL {
        SQL(
            sql: """
                CASE WHEN \(event).date IS NULL THEN 2 \
                WHEN coalesce(\(event).earliest, \(event).latest) IS NULL THEN 1 ELSE 0 END, \
                coalesce(\(event).earliest, \(event).latest), coalesce(\(event).latest, '9999-12-31'), \(event).id
                """)
    }
}
