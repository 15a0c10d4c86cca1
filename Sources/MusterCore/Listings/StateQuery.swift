import MusterValues

/// SQL that reads a state from the events of a record: the newest, or those possible on a day.
///
/// An event is *possible on a day* when it may have happened by the end of it and no event that certainly happened by then
/// certainly follows it. Rejected events are left out. The day is the named argument `:day`.
struct StateQuery {
    /// The kind of record whose events are read.
    let kind: RecordKind
    /// What about it: `status`, `form`, `tenure` or `state`.
    let facet: String
    /// The record's id in the query around, as `e.id`.
    let subject: String

    /// The id of the newest event: of those that nothing certainly follows, the one recorded last. NULL without events.
    var newest: String {
        """
        (SELECT max(v.id) FROM event v WHERE \(own("v")) AND NOT EXISTS \
        (SELECT 1 FROM event f WHERE \(own("f")) AND f.earliest > v.latest))
        """
    }

    /// The newest event's value.
    var newestValue: String { "(SELECT \(words("v")) FROM event v WHERE v.id = \(newest))" }

    /// The value of an event as text: a strength's as its range.
    private func words(_ event: String) -> String {
        guard facet == "strength" else { return "\(event).value" }
        return """
            CASE WHEN \(event).most IS NULL THEN 'at least ' || \(event).least WHEN \(event).most = \(event).least \
            THEN '' || \(event).least ELSE \(event).least || ' to ' || \(event).most END
            """
    }

    /// Every value that is possible on the day, joined by ' or '; NULL where none is.
    var possibleValues: String {
        """
        (SELECT group_concat(words, ' or ') FROM (SELECT DISTINCT \(words("v")) AS words FROM event v WHERE \(possible) \
        ORDER BY words))
        """
    }

    /// The id of the event recorded last of those possible on the day; NULL where none is.
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

    /// 2 where the value on the day is certainly in the list, 1 where it possibly is, 0 where it is not.
    func certainty(of values: String) -> String {
        "CASE WHEN NOT \(canBe(in: values)) THEN 0 WHEN \(canBeOther(than: values)) THEN 1 ELSE 2 END"
    }

    private func own(_ event: String) -> String {
        "\(event).\(kind.column) = \(subject) AND \(event).facet = '\(facet)' AND \(event).standing <> 'rejected'"
    }

    /// The last day on which event `v` can have been if it was by the day.
    private var lastDay: String { "min(coalesce(v.latest, :day), :day)" }

    private var possible: String {
        """
        \(own("v")) AND (v.earliest IS NULL OR v.earliest <= :day) AND NOT EXISTS (SELECT 1 FROM event f WHERE \(own("f")) \
        AND f.latest <= :day AND (f.earliest > \(lastDay) OR (f.earliest = \(lastDay) AND f.id > v.id)))
        """
    }
}

extension ClosedList {
    /// The values as an SQL list of literals; they come from the closed list, never from a user.
    static func sql(_ values: [Self]) -> String { values.map { "'\($0.rawValue)'" }.joined(separator: ", ") }
}
