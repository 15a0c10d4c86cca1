import MusterValues

extension RecordKind {
    /// The tables of what belongs to a record of the kind, each with the query for the ids of its rows that ever did, as far as is known:
    /// of a row that went only its number is left. The query takes the record's key as `:id`.
    ///
    /// Danger: a table of the history has rows of later revisions, too, than the one that is asked about. A later merge must not bring in
    /// what belonged to another record until then.
    var historyParts: [(table: String, rows: String)] {
        func rows(_ table: String, _ condition: String) -> String {
            "SELECT id FROM \(table)_history WHERE \(condition) AND revision <= (SELECT max(id) FROM revision)"
        }
        var parts: [(String, String)] = []
        if isNamed { parts.append(("name", rows("name", "\(column) = :id"))) }
        if self == .source { parts.append(("derivation", rows("derivation", "source_id = :id"))) }
        if citedFields.isEmpty { return parts }
        let events = rows("event", "\(column) = :id")
        let ofEvents = hasEvents ? " UNION \(rows("citation", "event_id IN (\(events))"))" : ""
        parts.append(("conclusion", rows("conclusion", "\(column) = :id")))
        parts.append(("citation", rows("citation", "\(column) = :id") + ofEvents))
        if hasEvents { parts.append(("event", events)) }
        return parts
    }
}
