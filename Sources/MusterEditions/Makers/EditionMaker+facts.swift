import MusterCore
import MusterValues

extension EditionMaker {
    /// What is said of an official: the names and the fields.
    var ownFacts: [Block] {
        guard let record = report.record else { return [] }
        let rows = facts(of: NamedRecord(id: record, name: nil), isPlace: true)
        if rows.isEmpty { return [] }
        return [
            .section(Section(name: "names", title: .say(.namesAndFields), count: .number(rows.count))),
            .table(
                EditionTable(name: "names", caption: .say(.namesAndFields), columns: Self.factColumns, rows: rows)),
        ]
    }

    /// The fields that say whose or what an enrollment or a post is. The roll and the table of the lives show them already.
    private static let identifying: Set<FieldName> = [.official, .group, .unit]

    /// The fields that the other parts do not show: of programmes, regions, officials, posts and enrollments.
    var facts: [Block] {
        let shown = Set(report.units.map(\.id) + [report.record].compactMap(\.self).filter { $0.kind == .official })
        var seen: Set<RecordID> = []
        // The page of an official or a unit is not about the programme of the units.
        let isOfOne = [.official, .unit].contains(report.record?.kind)
        let officials = report.timeline.lazy.map(\.record).filter { $0.id.kind == .official }
        let records = (report.fields.map(\.record) + officials).filter { record in
            !shown.contains(record.id) && !(isOfOne && record.id.kind == .programme)
                && seen.insert(record.id).inserted
        }
        let rows = records.flatMap { record in
            // What is dated of posts and enrollments stands in the table of the lives.
            [.post, .enrollment].contains(record.id.kind)
                ? facts(of: record, besides: Self.identifying, hasEvents: false) : facts(of: record, isPlace: true)
        }
        if rows.isEmpty { return [] }
        return [
            .section(Section(name: "facts", title: .say(.otherFacts), count: .number(rows.count))),
            .paragraph(.say(.otherFactsAbout), .about),
            .table(
                EditionTable(
                    name: "facts", caption: .say(.otherFacts),
                    columns: Self.factColumns.map { column in
                        column.key == "name" ? EditionTable.Column(key: "name", title: .say(.record)) : column
                    }, rows: rows)),
        ]
    }
}
