import MusterCore
package import MusterValues

extension PageMaker {
    /// The first page: the figures, the map and the table of regions, what changed lately, what is in dispute, and what to do next.
    ///
    /// - Throws: `MusterError` if the registry cannot be read.
    package func home() throws(MusterError) -> PageContent {
        let report = try registry.report(of: .summary, on: day)
        let lately = try registry.log(limit: 5)
        let told = lately.flatMap(\.changes).flatMap(\.records).map(\.id)
        let maker = try registry.maker(of: report, in: language, naming: told)
        let due = try registry.dueGroups(on: day, first: 0)
        let disputes = deciding(maker.disputes)
        var blocks = [maker.figures] + maker.regions.map(\.withLinks)
        blocks += latest(lately, maker)
        blocks += disputes.prefix(6)
        if !disputes.isEmpty {
            blocks.append(.paragraph(.link(.page(.disputes, []), .say(.allDisputes)), .plain))
        }
        blocks += duePart(due)
        let header = maker.header(EditionRequest(.national, on: day, in: language))
        return PageContent(.say(.register), blocks, edition: header)
    }

    private func latest(_ revisions: [LoggedRevision], _ maker: EditionMaker) -> [Block] {
        if revisions.isEmpty { return [.paragraph(.say(.nothingRecorded), .plain)] }
        return [
            .section(Section(name: "changed_lately", title: .say(.changedLately), count: nil)),
            .table(revisionTable(revisions, maker)),
            .paragraph(.link(.page(.history, []), .say(.wholeHistory)), .plain),
        ]
    }

    private func duePart(_ due: [DueGroup]) -> [Block] {
        if due.isEmpty { return [] }
        let all = due.reduce(0) { $0 + $1.count }
        return [
            .section(Section(name: "due", title: .say(.due), count: .number(all))),
            .list(due.map { .say(.fieldIs, .labelled($0.kind), .number($0.count)) }),
            .paragraph(.link(.page(.due, []), .say(.allDue)), .plain),
        ]
    }

    /// Revisions as a table: the number, when, who, what and why.
    func revisionTable(_ revisions: [LoggedRevision], _ maker: EditionMaker) -> EditionTable {
        let rows = revisions.map { revision in
            EditionTable.Row(cells: [
                EditionTable.Cell(
                    words: .link(.revision(revision.revision), .say(.revisionIs, .number(Int(revision.revision)))),
                    second: .time(revision.at)),
                EditionTable.Cell(words: .name(revision.author)), EditionTable.Cell(words: maker.what(revision)),
                EditionTable.Cell(words: .reason(revision.reason)),
            ])
        }
        return EditionTable(
            name: "history", caption: .say(.revisions),
            columns: [
                EditionTable.Column(key: "when", title: .say(.revision)),
                EditionTable.Column(key: "author", title: .say(.author)),
                EditionTable.Column(key: "what", title: .say(.what)),
                EditionTable.Column(key: "why", title: .say(.reason)),
            ], rows: rows)
    }
}

extension Block {
    /// The same block; in a table of regions each name leads to its page.
    fileprivate var withLinks: Block {
        guard case .table(let table) = self, table.name == "regions" else { return self }
        let rows = table.rows.map { row in
            guard let place = row.place, var first = row.cells.first else { return row }
            first.words = first.words.map { .record(place, $0) }
            return EditionTable.Row(cells: [first] + row.cells.dropFirst(), evidence: row.evidence)
        }
        return .table(EditionTable(name: table.name, caption: table.caption, columns: table.columns, rows: rows))
    }
}
