import GRDB
import MusterValues

/// SQL that reads a record's state from its events: the newest state, or the states possible on a day.
///
/// An event is *possible on a day* if it may have happened by the end of that day, and no event that certainly happened
/// by then certainly follows it. Rejected events are ignored.
struct StateQuery {
    /// The kind of record whose events are read.
    let kind: RecordKind
    /// The facet that is read: `status`, `form`, `strength`, `tenure` or `state`.
    let facet: String
    /// The record's id in the surrounding query, such as `e.id`.
    let subject: String
    /// The day asked about; nil reads the newest state.
    let day: Day?

    /// The id of the newest event; NULL if there are none. If several may be the newest, it is the one recorded last.
    var newest: SQL {
        """
        (SELECT max(v.id) FROM event v WHERE \(own("v")) AND NOT EXISTS \
        (SELECT 1 FROM event f WHERE \(own("f")) AND f.earliest > v.latest))
        """
    }

    /// The newest event's value.
    var newestValue: SQL { "(SELECT v.value FROM event v WHERE v.id = \(newest))" }

    /// The newest event's value; with a day, every value that is possible on it, as a JSON array in order.
    var value: SQL {
        if day == nil { return newestValue }
        return """
            (SELECT json_group_array(value) FROM (SELECT DISTINCT v.value AS value FROM event v WHERE \(possible) \
            ORDER BY value))
            """
    }

    /// The least and the most of the newest event, or of every event possible on the day, as a JSON array of arrays.
    var ranges: SQL {
        let asked: SQL = day == nil ? "v.id = \(newest)" : possible
        return """
            (SELECT json_group_array(json_array(least, most)) FROM (SELECT DISTINCT v.least AS least, v.most AS most \
            FROM event v WHERE \(asked)))
            """
    }

    /// The id of the newest event; with a day, of the event that was recorded last among those possible on it. NULL if
    /// there are none.
    var event: SQL { day == nil ? newest : "(SELECT max(v.id) FROM event v WHERE \(possible))" }

    /// The certainty that the value on the day is in the list: 2 certainly, 1 possibly, 0 not.
    func certainty(of values: [some ClosedList]) -> SQL { certainty(of: SQL.list(values)) }

    /// The same for one stored value.
    func certainty(of value: String) -> SQL { certainty(of: SQL(sql: "('\(value)')")) }

    private func certainty(of list: SQL) -> SQL {
        """
        CASE WHEN NOT EXISTS (SELECT 1 FROM event v WHERE \(possible) AND v.value IN \(list)) THEN 0 \
        WHEN EXISTS (SELECT 1 FROM event v WHERE \(possible) AND v.value NOT IN \(list)) \
        OR NOT EXISTS (SELECT 1 FROM event v WHERE \(own("v")) AND v.latest <= \(day?.description)) THEN 1 ELSE 2 END
        """
    }

    private func own(_ event: String) -> SQL {
        SQL(
            sql: """
                \(event).\(kind.column) = \(subject) AND \(event).facet = '\(facet)' AND \(event).standing <> 'rejected'
                """)
    }

    /// The last day on which event `v` can have happened, if it happened by the day asked about.
    private var lastDay: SQL { "min(coalesce(v.latest, \(day?.description)), \(day?.description))" }

    private var possible: SQL {
        """
        \(own("v")) AND (v.earliest IS NULL OR v.earliest <= \(day?.description)) AND NOT EXISTS \
        (SELECT 1 FROM event f WHERE \(own("f")) AND f.latest <= \(day?.description) \
        AND (f.earliest > \(lastDay) OR (f.earliest = \(lastDay) AND f.id > v.id)))
        """
    }
}

extension RowReader {
    /// The next column as the values of a state: all that are possible on a day, or the newest one.
    mutating func states<State: ClosedList>(onDay: Bool) throws -> [State] {
        guard onDay else { return try optionalList(State.self).map { [$0] } ?? [] }
        return try array(String?.self).map { word in
            guard let state = word.flatMap(State.init(rawValue:)) else { throw unreadable() }
            return state
        }
    }

    /// The next column as a certainty; nil if the query has none.
    mutating func certainty() throws -> Certainty? { (try next() as Int?).map(Certainty.init(rank:)) }
}
