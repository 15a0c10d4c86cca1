import MusterCore
import MusterValues

extension Registry {
    /// What the register lacks: where nobody looked, what is old, undated or of one origin, and units that a claim implies.
    func coverageEdition(_ request: EditionRequest) throws(MusterError) -> Edition {
        let report = try report(of: .everything, on: request.day)
        let due = try due(on: report.answers.day)
        let maker = EditionMaker(report: report, language: request.language)
        let blocks =
            [maker.coverageFigures] + maker.coverage + maker.due(due) + maker.gaps + maker.ordinals + maker.suspects
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
                    name: list.rawValue, label: .list(list), value: .number(number), remark: .say(.regionsCounted),
                    people: nil,
                    sentence: nil)
            })
    }

    /// The regions, each with how far it is covered and the newest look.
    fileprivate var coverage: [Block] {
        let places = report.places.filter { $0.parent == nil }
            .map { ($0, NamedRegion(code: $0.code, name: $0.name)) }
            .sorted { (sortKey($0.1), $0.1.code) < (sortKey($1.1), $1.1.code) }
        let rows = places.map { place, region in
            EditionTable.Row(
                place: RecordID(region: region.code),
                cells: [
                    EditionTable.Cell(words: name(region), raw: region.name),
                    EditionTable.Cell(words: .id(RecordID(region: region.code))),
                    EditionTable.Cell(words: .list(place.coverage)),
                    EditionTable.Cell(
                        words: place.look.map { look in
                            .joined(
                                [.text(look.place), look.found.map { .text($0) } ?? .list(Coverage.noneFound)],
                                .semicolon)
                        }),
                    EditionTable.Cell(
                        words: (place.look?.date).map { .date($0, .cell) }, raw: place.look?.date.edtf ?? ""),
                ])
        }
        return table(
            "coverage", .coverage, .coverageAbout, rows,
            [
                ("name", .region, false), ("region", .code, false), ("coverage", .coverage, false),
                ("look", .look, false), ("date", .when, false),
            ])
    }

    fileprivate func due(_ due: [Due]) -> [Block] {
        let rows = due.map { one in
            EditionTable.Row(cells: [
                EditionTable.Cell(words: .list(one.kind)), EditionTable.Cell(words: .id(one.record.id)),
                EditionTable.Cell(words: one.record.name.map { .name($0) }),
                EditionTable.Cell(words: one.lastHeard.map { .date($0.date, .cell) }, raw: one.lastHeard?.edtf ?? ""),
                EditionTable.Cell(words: one.note.map { .text($0) }),
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
