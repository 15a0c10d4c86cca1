import MusterValues

/// SQL that reads a record's state from its events: the newest state, or the states possible on a day.
///
/// An event is *possible on a day* if it may have happened by the end of that day, and no event that certainly happened
/// by then certainly follows it. Rejected events are ignored. The day is the named argument `:day`.
struct StateQuery {
    /// The kind of record whose events are read.
    let kind: RecordKind
    /// The facet that is read: `status`, `form`, `tenure` or `state`.
    let facet: String
    /// The record's id in the surrounding query, such as `e.id`.
    let subject: String

    /// The id of the newest event; NULL if there are none. If several may be the newest, it is the one recorded last.
    var newest: String {
        """
        (SELECT max(v.id) FROM event v WHERE \(own("v")) AND NOT EXISTS \
        (SELECT 1 FROM event f WHERE \(own("f")) AND f.earliest > v.latest))
        """
    }

    /// The newest event's value.
    var newestValue: String { "(SELECT v.value FROM event v WHERE v.id = \(newest))" }

    /// Every value that is possible on the day, as a JSON array in order.
    var possibleValues: String {
        """
        (SELECT json_group_array(value) FROM (SELECT DISTINCT v.value AS value FROM event v WHERE \(possible) \
        ORDER BY value))
        """
    }

    /// The least and the most of the newest event, or of every event possible on the day, as a JSON array of arrays.
    func ranges(onDay: Bool) -> String {
        """
        (SELECT json_group_array(json_array(least, most)) FROM (SELECT DISTINCT v.least AS least, v.most AS most \
        FROM event v WHERE \(onDay ? possible : "v.id = \(newest)")))
        """
    }

    /// The id of the event that was recorded last among those possible on the day; NULL if there are none.
    var lastPossible: String { "(SELECT max(v.id) FROM event v WHERE \(possible))" }

    /// Whether a value in the list is possible on the day.
    func canBe(in values: String) -> String {
        "EXISTS (SELECT 1 FROM event v WHERE \(possible) AND v.value IN (\(values)))"
    }

    /// Whether a value outside the list, or none at all, is possible on the day.
    func canBeOther(than values: String) -> String {
        """
        (EXISTS (SELECT 1 FROM event v WHERE \(possible) AND v.value NOT IN (\(values))) \
        OR NOT EXISTS (SELECT 1 FROM event v WHERE \(own("v")) AND v.latest <= :day))
        """
    }

    /// The certainty that the value on the day is in the list: 2 certainly, 1 possibly, 0 not.
    func certainty(of values: String) -> String {
        "CASE WHEN NOT \(canBe(in: values)) THEN 0 WHEN \(canBeOther(than: values)) THEN 1 ELSE 2 END"
    }

    private func own(_ event: String) -> String {
        "\(event).\(kind.column) = \(subject) AND \(event).facet = '\(facet)' AND \(event).standing <> 'rejected'"
    }

    /// The last day on which event `v` can have happened, if it happened by the day asked about.
    private var lastDay: String { "min(coalesce(v.latest, :day), :day)" }

    private var possible: String {
        """
        \(own("v")) AND (v.earliest IS NULL OR v.earliest <= :day) AND NOT EXISTS (SELECT 1 FROM event f WHERE \(own("f")) \
        AND f.latest <= :day AND (f.earliest > \(lastDay) OR (f.earliest = \(lastDay) AND f.id > v.id)))
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

extension ClosedList {
    /// The values as a list of SQL literals; this is safe, because they come from the closed list and never from a
    /// user.
    static func sql(_ values: [Self]) -> String { values.map { "'\($0.rawValue)'" }.joined(separator: ", ") }
}
