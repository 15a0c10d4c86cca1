import GRDB
import MusterValues

/// The events that are not recorded, because they are on the register or nobody reports them.
extension Transaction {
    /// Refuses an event that all its sources deny: whoever denies it is no evidence for it, unless the event is the denial.
    func refuseDenial(_ evidence: [CheckedEvidence], of value: EventValue) throws {
        guard !evidence.isEmpty, evidence.allSatisfy({ $0.speech == .denied }) else { return }
        if case .state(let state) = value {
            if EnrollmentState.uncounted.contains(state) { return }
            throw MusterError.refused(
                rule: "a source that denies \(quoted(value.words)) is no evidence of it",
                fix: .words(
                    "record the state \(EnrollmentState.denied.words), or cite it against an event on the register"))
        }
        throw MusterError.refused(
            rule: "a source that denies \(quoted(value.words)) is no evidence of it",
            fix: .words("cite it against an event on the register"))
    }

    /// Refuses an event that is on the register with the same date: another source for it is a citation, not another
    /// event.
    func refuseSecond(
        _ value: EventValue, of subject: RecordID, on date: StoredDate, _ links: EventLinks = EventLinks()
    )
        throws
    {
        let stored = value.stored
        let values = [
            subject.kind.column: subject.number.databaseValue, "facet": stored.facet.databaseValue,
            "value": stored.value.databaseValue, "least": stored.least.databaseValue,
            "most": stored.most.databaseValue, "other_unit": links.other?.number.databaseValue ?? .null,
            "date": date.text.databaseValue,
        ]
        let first = try Sameness.event.twins(of: values, db).first
        guard let first else { return }
        let id = RecordID(.event, try first.get("id"))
        throw MusterError.taken(
            what: "the event", value: "\(value.words), \(date.text)", id: id,
            fix: .cite(id, field: "value"))
    }

    /// Refuses an undated event that the same places of the same sources tell already: it is the same statement, sent twice.
    func refuseRepeated(
        _ value: EventValue, of subject: RecordID, _ evidence: [CheckedEvidence], _ links: EventLinks
    ) throws {
        let stored = value.stored
        let told = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT v.id, c.source_id, c.locator FROM event v \
                    JOIN citation c ON c.event_id = v.id AND c.field = 'value' AND c.stance = 'supports' \
                    WHERE v.\(subject.kind.column) = ? AND +v.value = ? AND v.least IS ? AND v.most IS ? \
                    AND v.other_unit IS ? AND v.date IS NULL AND v.standing <> 'rejected' ORDER BY v.id
                    """),
            arguments: [
                subject.number, stored.value, stored.least, stored.most, links.other?.number,
            ])
        let places = try Dictionary(grouping: told) { try $0.get("id") as Int64 }.sorted { $0.key < $1.key }
        for (number, rows) in places
        where try evidence.allSatisfy({ one in
            try rows.contains { try $0.get("source_id") == one.sourceID && $0.get("locator") == one.locator }
        }) {
            let id = RecordID(.event, number)
            throw MusterError.taken(what: "the event", value: value.words, id: id, fix: .see(id))
        }
    }
}
