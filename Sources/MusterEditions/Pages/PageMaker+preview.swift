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
        // The log counts citations and does not name them.
        let told =
            logged.changes.filter { [.added, .changed].contains($0.change) }.flatMap(\.records).map(\.id)
            + (try registry.citationsAdded(in: logged.revision, limit: Self.mostPreviewed))
        // An event is told with the record that it happened to, and a citation with what it is cited on.
        var shown: [RecordID] = []
        for id in told where ![.event, .citation].contains(id.kind) && !shown.contains(id) { shown.append(id) }
        let events = told.filter { $0.kind == .event }
        for event in events {
            if let owner = try subject(of: event), !shown.contains(owner) { shown.append(owner) }
        }
        // A citation on what is on record already is told with the field that it is on.
        var cited: Set<RecordID> = []
        for citation in told where citation.kind == .citation {
            let of = try registry.show(RecordReference(citation)).fields.first { $0.field == .of }?.value
            guard case .record(let owner)? = of, !told.contains(owner.id), owner.id.kind != .event else { continue }
            cited.insert(citation)
            if !shown.contains(owner.id) { shown.append(owner.id) }
        }
        var blocks: [Block] = [.paragraph(try maker(naming: told).what(logged), .plain)]
        for id in shown.prefix(Self.mostPreviewed) {
            try blocks += preview(of: id, isWhole: told.contains(id), events, cited)
        }
        if shown.count > Self.mostPreviewed {
            blocks.append(.paragraph(.say(.andMore, .number(shown.count - Self.mostPreviewed)), .plain))
        }
        return blocks
    }

    /// The most records that a preview tells of: one act can touch thousands, and others wait for the thread that writes.
    private static let mostPreviewed = 10

    /// A record with its fields and what happened to it; not whole, it has the events and the citations of the revision alone.
    private func preview(of id: RecordID, isWhole: Bool, _ events: [RecordID], _ cited: Set<RecordID>)
        throws(MusterError) -> [Block]
    {
        let dossier = try registry.show(RecordReference(id))
        let sources = try registry.reportedSources(dossier.namedSources, withTies: false)
        let maker = try maker(naming: [id]) { report throws(MusterError) in report.sources = sources }
        let told = dossier.fields.filter { field in
            isWhole
                || (field.supporting + field.disputing + field.earlier + field.rejected).contains {
                    cited.contains($0.citation)
                }
        }
        let fields = fieldRows(told, of: NamedRecord(id: id, name: dossier.title), maker)
        let happened = dossier.events.filter { isWhole || events.contains($0.id) }.map { event in
            EditionTable.Row(
                cells: [
                    EditionTable.Cell(words: .state(event.value)), EditionTable.Cell(words: .date(event.date, .cell)),
                ], evidence: event.fields.first { $0.field == .value }.map { maker.voices.lines($0.said) } ?? [])
        }
        let rows = fields.map { EditionTable.Row(cells: Array($0.cells.prefix(2)), evidence: $0.evidence) } + happened
        if rows.isEmpty { return [] }
        let title = Words.joined([maker.nameAlone(NamedRecord(id: id, name: dossier.title)), .code("\(id)")], .space)
        let columns = [
            EditionTable.Column(key: "field", title: title),
            EditionTable.Column(key: "held", title: .say(.willBeOnRecord)),
        ]
        return [.table(EditionTable(name: "on_record_\(id)", caption: title, columns: columns, rows: rows))]
    }
}
