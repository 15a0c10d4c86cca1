import MusterCore
package import MusterValues

extension PageMaker {
    /// What the newest revision did, as a form that is only checked tells it: the records in a line, and then each of them with what is
    /// recorded of it and by whose word.
    ///
    /// It reads the registry as it is alone, so that it can be asked before the revision is committed.
    ///
    /// - Returns: the blocks; none before the first revision.
    /// - Throws: `MusterError` if the registry cannot be read.
    package func newestChange() throws(MusterError) -> [Block] {
        guard let logged = try registry.log(limit: 1).first else { return [] }
        let told = logged.changes.filter { [.added, .changed].contains($0.change) }.flatMap(\.records).map(\.id)
        // An event is told with the record that it happened to, and a citation with what it is cited on.
        var shown: [RecordID] = []
        for id in told where ![.event, .citation].contains(id.kind) && !shown.contains(id) { shown.append(id) }
        let events = told.filter { $0.kind == .event }
        for event in events {
            let of = try registry.show(RecordReference(event)).fields.first { $0.field == .of }?.value
            if case .record(let owner)? = of, !shown.contains(owner.id) { shown.append(owner.id) }
        }
        var blocks: [Block] = [.paragraph(try maker(naming: told).what(logged), .plain)]
        for id in shown { try blocks += preview(of: id, isWhole: told.contains(id), events) }
        return blocks
    }

    /// A record with its fields and what happened to it; not whole, it has the events of the revision alone.
    private func preview(of id: RecordID, isWhole: Bool, _ events: [RecordID]) throws(MusterError) -> [Block] {
        let dossier = try registry.show(RecordReference(id))
        let sources = try registry.reportedSources(dossier.namedSources)
        let maker = try maker { report throws(MusterError) in report.sources = sources }
        let fields = isWhole ? fieldRows(dossier.fields, of: NamedRecord(id: id, name: dossier.title), maker) : []
        let happened = dossier.events.filter { isWhole || events.contains($0.id) }.map { event in
            EditionTable.Row(
                cells: [
                    EditionTable.Cell(words: .state(event.value)), EditionTable.Cell(words: .date(event.date, .cell)),
                ], evidence: event.fields.first { $0.field == .value }.map { maker.voices.lines($0.said) } ?? [])
        }
        let rows = fields.map { EditionTable.Row(cells: Array($0.cells.prefix(2)), evidence: $0.evidence) } + happened
        if rows.isEmpty { return [] }
        let title = Words.joined([.name(dossier.title), .code("\(id)")], .space)
        let columns = [
            EditionTable.Column(key: "field", title: title),
            EditionTable.Column(key: "held", title: .say(.willBeOnRecord)),
        ]
        return [.table(EditionTable(name: "on_record_\(id)", caption: title, columns: columns, rows: rows))]
    }
}
