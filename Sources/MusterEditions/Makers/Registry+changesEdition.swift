import MusterCore
import MusterValues

extension Registry {
    /// What changed between two revisions: the numbers that moved, each by which revision and citation, and the revisions.
    func changesEdition(_ request: EditionRequest) throws(MusterError) -> Edition {
        let report = try report(of: .summary)
        let from = request.from ?? max(0, report.revision - 1)
        if from > report.revision {
            throw .usage("revision \(from) is after revision \(report.revision); name the earlier one first")
        }
        let changes = try ChangeFinder(registry: self).changes(from: from, to: report.revision)
        let cited = changes.numbers.flatMap(\.steps).flatMap(\.citations).map(\.source.id)
        let maker = EditionMaker(
            report: report, language: request.language, sources: try reportedSources(Set(cited)),
            subjects: try subjects(of: changes.revisions.flatMap(\.changes).flatMap(\.records).map(\.id)))
        var request = request
        request.from = from
        let title = Words.say(.changesTitle, .number(Int(from)), .number(Int(report.revision)))
        let told = maker.moved(changes) + maker.revisions(changes) + maker.sourceList
        let blocks = changes.revisions.isEmpty ? [.paragraph(.say(.nothingChanged), .plain)] : told
        return Edition(header: maker.header(request, titled: title), blocks: blocks, data: .changes(changes))
    }
}

extension EditionMaker {
    fileprivate func moved(_ changes: Changes) -> [Block] {
        let rows = changes.numbers.flatMap { number in
            number.steps.enumerated().map { index, step in
                let before = index == 0 ? number.before : number.steps[index - 1].after
                let said = voices.lines(zip(step.citations, step.fields).map { $0.said(on: $1) })
                return EditionTable.Row(
                    cells: [
                        EditionTable.Cell(words: number.of.map { name($0) } ?? .say(.wholeRegister)),
                        EditionTable.Cell(words: number.of.map { .id($0.id) }),
                        EditionTable.Cell(words: .list(number.what)),
                        EditionTable.Cell(
                            words: before.map(words) ?? .quiet(.say(.nothingOnRecord)), raw: before?.words ?? ""),
                        EditionTable.Cell(
                            words: step.after.map { .strong(words($0)) } ?? .quiet(.say(.nothingOnRecord)),
                            raw: step.after?.words ?? ""),
                        EditionTable.Cell(words: .number(Int(step.revision))),
                    ], evidence: said)
            }
        }
        return table(
            "moved", .movedNumbers, .movedAbout, rows,
            [
                ("name", .record, false), ("record", .idHead, false), ("what", .what, false),
                ("before", .before, false), ("after", .after, false), ("revision", .revision, false),
            ])
    }

    private func words(_ amount: Changes.Amount) -> Words {
        .alternatives(amount.ranges.map { .range(least: $0.least, most: $0.most, nil) }) ?? .say(.nothingOnRecord)
    }

    fileprivate func revisions(_ changes: Changes) -> [Block] {
        let rows = changes.revisions.map { revision in
            EditionTable.Row(cells: [
                EditionTable.Cell(words: .number(Int(revision.revision))),
                EditionTable.Cell(words: .time(revision.at), raw: revision.at),
                EditionTable.Cell(words: .name(revision.author)),
                EditionTable.Cell(words: .text(revision.reason)), EditionTable.Cell(words: what(revision)),
            ])
        }
        return table(
            "revisions", .revisions, .revisionsAbout, rows,
            [
                ("revision", .revision, false), ("at", .when, false), ("author", .author, false),
                ("reason", .reason, false), ("what", .what, false),
            ])
    }
}
