import MusterValues

extension Report {
    /// Notes at each source the records for which it is cited.
    mutating func linkSources() {
        var cited: [RecordID: Set<RecordID>] = [:]
        func note(_ source: RecordID, _ record: RecordID) { cited[source, default: []].insert(record) }
        for line in timeline { for source in line.sources { note(source.source.id, line.record.id) } }
        for own in fields { for statement in own.field.statements { note(statement.source.id, own.record.id) } }
        for enrollment in enrollments {
            for citation in enrollment.citations ?? [] { note(citation.source.id, enrollment.id) }
        }
        for post in posts { for citation in post.citations { note(citation.source.id, post.id) } }
        for dispute in disputes where dispute.kind != .event {
            for statement in dispute.field?.notRejected ?? [] { note(statement.source.id, dispute.record) }
        }
        for own in contestedUnits { for statement in own.citations { note(statement.source.id, own.unit.id) } }
        for index in sources.indices { sources[index].citedFor = (cited[sources[index].id] ?? []).sorted() }
    }
}
