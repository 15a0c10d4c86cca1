import MusterCore
import MusterValues

extension Registry {
    /// One dated line for everything that happened to a region, a unit or an official.
    func timelineEdition(_ request: EditionRequest) throws(MusterError) -> Edition {
        let record = try request.scope(of: self)
        let report = try report(of: record, on: request.day)
        let told = try timeline(of: RecordReference(report.record!)).filter { $0.canBe(by: report) }
        let maker = try maker(of: report, in: request.language)
        let dated = told.filter { $0.what != .name }
        let names = told.filter { $0.what == .name }
        var placed: Set<RecordID> = []
        let lanes = Lives.Lane(
            name: maker.title, about: nil, posts: [], units: maker.spans(dated), unplaced: maker.unplaced(dated))
        let drawing = Drawing(
            name: "lives", sentence: .say(.timelineDrawing, .number(dated.count)),
            kind: .lives(Lives(day: maker.day, lanes: maker.lanes(of: dated) ?? [lanes])))
        let shown: [Block] =
            dated.isEmpty
            ? [.paragraph(.say(.nothingHappened), .plain)]
            : [
                .paragraph(.say(.livesAbout), .about), .drawing(drawing),
                .table(maker.table(of: dated, "timeline", &placed)),
            ]
        let blocks: [Block] =
            [.section(Section(name: "timeline", title: .say(.timeline), count: .number(dated.count)))] + shown
            + (names.isEmpty
                ? []
                : [
                    .section(Section(name: "names", title: .say(.namesAndFields), count: .number(names.count))),
                    .table(maker.table(of: names, "names", &placed)),
                ]) + maker.sourceList
        return Edition(
            header: maker.header(request, titled: .say(.timelineOf, maker.title)), blocks: blocks, data: .timeline(told)
        )
    }
}

extension EditionRequest {
    /// The record of a timeline, which is a region, a unit or an official.
    fileprivate func scope(of registry: Registry) throws(MusterError) -> ReportScope {
        guard let record else { throw .usage("a timeline is of one record") }
        let id = try registry.record(record, among: [.region, .unit, .official])
        let reference = RecordReference(id)
        return switch id.kind {
        case .region: .region(reference)
        case .unit: .unit(reference)
        default: .official(reference)
        }
    }
}

extension EditionMaker {
    /// Lines as a table, each with the record that it happened to. The first line of a record is its place, if it has none yet.
    fileprivate func table(of lines: [TimelineLine], _ name: String, _ placed: inout Set<RecordID>) -> EditionTable {
        let rows = lines.map { line in
            var row = fact(line, of: line.record)
            if placed.insert(line.record.id).inserted { row.place = line.record.id }
            return row
        }
        return EditionTable(
            name: name, caption: .say(.timeline),
            columns: Self.factColumns.map { column in
                column.key == "name" ? EditionTable.Column(key: "name", title: .say(.record)) : column
            }, rows: rows)
    }

    /// A lane for each record that the lines are of, at most sixty.
    fileprivate func lanes(of lines: [TimelineLine]) -> [Lives.Lane]? {
        let groups = Dictionary(grouping: lines, by: \.record.id)
        let lanes = groups.keys.sorted().compactMap { id -> Lives.Lane? in
            guard let own = groups[id], let record = own.first?.record else { return nil }
            let (spans, isPost) = (spans(own), id.kind == .post)
            let lane = Lives.Lane(
                name: name(record), about: nil, posts: isPost ? spans : [], units: isPost ? [] : spans,
                unplaced: unplaced(own))
            return spans.isEmpty && lane.unplaced.isEmpty ? nil : lane
        }
        return lanes.isEmpty ? nil : Array(lanes.prefix(60))
    }
}
