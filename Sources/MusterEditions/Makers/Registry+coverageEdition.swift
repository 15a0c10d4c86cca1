import MusterCore
import MusterValues

extension Registry {
    /// What the register lacks: where nobody looked, what is old, undated or of one origin, and units that a claim implies.
    func coverageEdition(_ request: EditionRequest) throws(MusterError) -> Edition {
        let report = try report(of: .everything, on: request.day)
        let due = try due(on: report.answers.day)
        let maker = EditionMaker(
            report: report, language: request.language,
            subjects: try subjects(of: due.map(\.record.id) + report.disputeSides))
        let blocks =
            [maker.coverageFigures] + maker.allCoverage + maker.due(due) + maker.gaps + maker.ordinals + maker.suspects
            + maker.sourceList
        return Edition(
            header: maker.header(request, titled: .say(.coverageTitle)), blocks: blocks, data: .coverage(report, due))
    }
}

extension EditionMaker {
    fileprivate var coverageFigures: Block {
        let coverage = report.coverage
        let numbers: [(Coverage, Int)] = [
            (.onRecord, coverage.onRecord), (.found, coverage.found), (.noneFound, coverage.noneFound),
            (.notLooked, coverage.notLooked),
        ]
        return .figures(
            numbers.map { list, number in
                KeyFigure(
                    name: list.rawValue, label: .labelled(list), value: .count(number, .region), remark: nil,
                    people: nil,
                    sentence: nil)
            })
    }

    fileprivate func due(_ due: [Due]) -> [Block] {
        let rows = due.map { one in
            EditionTable.Row(cells: [
                EditionTable.Cell(words: .labelled(one.kind)), EditionTable.Cell(words: .id(one.record.id)),
                EditionTable.Cell(words: name(one.record)),
                EditionTable.Cell(words: one.lastHeard.map { .date($0.date, .cell) }, raw: one.lastHeard?.edtf ?? ""),
                EditionTable.Cell(
                    words: one.until.map { .say(.untilDay, .date(StatedDate($0), .cell)) } ?? one.note.map { .text($0) }
                ),
            ])
        }
        return table(
            "due", .due, .dueAbout, rows,
            [
                ("due", .what, false), ("record", .idHead, false), ("name", .record, false),
                ("last_heard", .lastHeardHead, false), ("note", .noteHead, false),
            ])
    }
}
