import GRDB

/// The SQL of the day on which the contract of an enrollment ends.
enum Term {
    /// The last day that the end of the contract of enrollment `alias` can have: as a source dates it or else, if one says how long
    /// it runs, from the newest signing or, if none is dated, the newest joining. NULL if neither is known.
    static func end(of alias: String) -> SQL {
        func begun(_ value: String) -> String {
            """
            (SELECT max(begun.latest) FROM event begun WHERE begun.enrollment_id = \(alias).id AND begun.facet = 'state' \
            AND begun.value = '\(value)' AND begun.standing <> 'rejected')
            """
        }
        // SQLite goes on into the next month where a month has no such day: six months from 31 August end with February.
        let clamped = """
            (SELECT CASE WHEN \(alias).term NOT LIKE '%day%' AND strftime('%d', ended) <> strftime('%d', began) \
            THEN date(ended, 'start of month', '-1 day') ELSE ended END FROM (SELECT began, date(began, '+' || \(alias).term) AS ended \
            FROM (SELECT coalesce(\(begun("contract_signed")), \(begun("joined"))) AS began)))
            """
        return SQL(
            sql: """
                CASE WHEN \(alias).ends IS NOT NULL THEN \(alias).ends_latest WHEN \(alias).term IS NOT NULL THEN \(clamped) END
                """)
    }
}
