import MusterValues

extension RecordKind {
    /// The tables of what belongs to a record of the kind, each with the query for the ids of its rows that ever did: of a row that went
    /// only its number is left. The query takes the record's key as `:id`.
    var historyParts: [(table: String, rows: String)] {
        var parts: [(String, String)] = []
        if isNamed { parts.append(("name", "SELECT id FROM name_history WHERE \(column) = :id")) }
        if self == .source { parts.append(("derivation", "SELECT id FROM derivation_history WHERE source_id = :id")) }
        if citedFields.isEmpty { return parts }
        let events = "SELECT id FROM event_history WHERE \(column) = :id"
        let ofEvents = hasEvents ? " UNION SELECT id FROM citation_history WHERE event_id IN (\(events))" : ""
        parts.append(("conclusion", "SELECT id FROM conclusion_history WHERE \(column) = :id"))
        parts.append(("citation", "SELECT id FROM citation_history WHERE \(column) = :id\(ofEvents)"))
        if hasEvents { parts.append(("event", events)) }
        return parts
    }
}
