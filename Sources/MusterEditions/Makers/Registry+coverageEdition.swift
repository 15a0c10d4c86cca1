import MusterCore
import MusterValues

extension Registry {
    /// What the register lacks: where nobody looked, what is old, undated or of one origin, and units that a claim implies.
    func coverageEdition(_ request: EditionRequest) throws(MusterError) -> Edition {
        let coverage = try coverage(on: request.day)
        let maker = try maker(
            of: coverage.report, in: request.language,
            naming: coverage.due.flatMap(\.first).map(\.record.id) + coverage.gaps.flatMap { $0.records.prefix(10) })
        let told = maker.due(coverage.due) + maker.gaps(coverage.gaps, .missingOfAll)
        let blocks =
            [maker.coverageFigures] + maker.allCoverage + told + maker.ordinals + maker.suspects + maker.sourceList
        return Edition(
            header: maker.header(request, titled: .say(.coverageTitle)), blocks: blocks, data: .coverage(coverage))
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

    fileprivate func due(_ groups: [DueGroup]) -> [Block] {
        // The sources and the regions have their places in the tables of them.
        var placed = Set(sources.map(\.id))
        let rows = groups.flatMap { group in
            let first = group.first.map { one in
                let isFirst = one.record.id.kind != .region && placed.insert(one.record.id).inserted
                return EditionTable.Row(
                    place: isFirst ? one.record.id : nil,
                    cells: [
                        EditionTable.Cell(words: .labelled(one.kind)), EditionTable.Cell(words: .id(one.record.id)),
                        EditionTable.Cell(words: name(one.record)),
                        EditionTable.Cell(
                            words: one.lastHeard.map { .date($0.date, .cell) }, raw: one.lastHeard?.edtf ?? ""),
                        EditionTable.Cell(
                            words: one.until.map { .say(.untilDay, .date(StatedDate($0), .cell)) }
                                ?? one.note.map { .text($0) }),
                    ])
            }
            let more = group.count - first.count
            if more == 0 { return first }
            let rest = EditionTable.Row(cells: [
                EditionTable.Cell(words: .labelled(group.kind)), EditionTable.Cell(words: nil),
                EditionTable.Cell(words: .say(.andMore, .number(more))), EditionTable.Cell(raw: ""),
                EditionTable.Cell(words: nil),
            ])
            return first + [rest]
        }
        let number = groups.map(\.count).reduce(0, +)
        return table(
            "due", .due, .dueAbout, rows,
            [
                ("due", .what, false), ("record", .idHead, false), ("name", .record, false),
                ("last_heard", .lastHeardHead, false), ("note", .noteHead, false),
            ], count: number)
    }
}
