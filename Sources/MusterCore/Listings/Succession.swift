import GRDB
import MusterValues

/// What became of what: the events by which units became others, or came from them.
enum Succession {
    /// The unit from which event `alias` leads, and the one to which: a part that was split off names where it came from.
    static func from(_ alias: String) -> SQL {
        SQL(sql: "CASE \(alias).value WHEN 'split_from' THEN \(alias).other_unit ELSE \(alias).unit_id END")
    }

    static func to(_ alias: String) -> SQL {
        SQL(sql: "CASE \(alias).value WHEN 'split_from' THEN \(alias).unit_id ELSE \(alias).other_unit END")
    }

    /// The terms of a recursive query `inside` by which the units that a unit came from follow it. One that is only to become it is
    /// none of them, until a source tells that it did.
    ///
    /// - Parameters:
    ///   - columns: the other columns of the query, such as `inside.whole, `.
    ///   - today: today by the registry's clock.
    /// - Returns: the terms, which begin with UNION.
    static func origins(_ columns: SQL = "", by today: Day) -> SQL {
        let isFact = Exclusion.isFact("o", by: today)
        return """
            UNION SELECT \(columns)o.unit_id FROM inside JOIN event o ON o.other_unit = inside.id AND o.value <> 'split_from' \
            AND o.standing <> 'rejected' AND \(isFact) UNION SELECT \(columns)o.other_unit FROM inside \
            JOIN event o ON o.unit_id = inside.id AND o.value = 'split_from' AND o.standing <> 'rejected' AND \(isFact)
            """
    }
}
