import GRDB
import MusterValues

/// Reads a timeline from the store.
struct TimelineReader {
    let db: Database
    let query: TimelineQuery
    private var id: RecordID { query.id }

    init(db: Database, id: RecordID) {
        self.db = db
        query = TimelineQuery(id: id)
    }

    /// Passes on the lines one after another: what happened, in the order of the days, and then the names.
    func each(_ use: (TimelineLine) throws -> Void) throws {
        try query.events.batched(db) {
            try TimelineLine(row: &$0)
        } pass: { lines in
            try complete(&lines)
            try lines.forEach(use)
        }
        if [.unit, .official].contains(id.kind) { try names().forEach(use) }
    }

    /// Adds the names of the records, the sources, and what is judged wrong of the records.
    private func complete(_ lines: inout [TimelineLine]) throws {
        var numbers: [RecordKind: Set<Int64>] = [:]
        for line in lines { numbers[line.record.id.kind, default: []].insert(line.record.id.number) }
        let subjects = try Dictionary(
            uniqueKeysWithValues: numbers.map { ($0, try TimelineSubject.all($0, $1, db)) })
        let citations = try TimelineQuery.citations(onEvents: lines.compactMap(\.event?.number)).byOwner(db) { row, _ in
            try TimelineLine.Source(row: &row)
        }
        for index in lines.indices {
            let record = lines[index].record.id
            if let subject = subjects[record.kind]?[record.number] {
                lines[index].record = NamedRecord(id: record, name: subject.name)
                lines[index].rejected += subject.rejected.filter { !lines[index].rejected.contains($0) }
            }
            lines[index].sources =
                if let event = lines[index].event { citations[event.number] ?? [] } else { try sources(of: .launched) }
        }
    }

    private func sources(of field: FieldName) throws -> [TimelineLine.Source] {
        try query.citations(on: field).byOwner(db) { row, _ in try TimelineLine.Source(row: &row) }[id.number] ?? []
    }

    /// The names of a unit or an official. A citation belongs to the name that it spells.
    private func names() throws -> [TimelineLine] {
        let cited = Dictionary(grouping: try sources(of: .name), by: \.stated)
        guard let own = try subject() else { return [] }
        return try query.names.all(db) { row in
            let text: String = try row.next()
            let nature: NameNature = try row.list()
            let source = try row.record(.source)
            var sources = cited[text] ?? []
            if let source, !sources.contains(where: { $0.source.id == source.id }) {
                sources.append(TimelineLine.Source(spelling: text, in: source))
            }
            let isRejected = !sources.isEmpty && sources.allSatisfy { $0.standing == .rejected }
            return TimelineLine(
                record: NamedRecord(id: id, name: own.name), event: nil, what: .name, value: .text(text),
                nature: nature, date: nil, cause: nil, standing: isRejected ? .rejected : .accepted, standingNote: nil,
                rejected: (isRejected ? sources.compactMap(\.citation) : []) + own.rejected, sources: sources)
        }
    }

    /// The unit or the official itself.
    private func subject() throws -> TimelineSubject? {
        if id.kind == .unit { return try TimelineSubject.all(.unit, [id.number], db)[id.number] }
        let standing: Standing = try id.row(there: db).list("standing")
        return TimelineSubject(
            name: try RecordTitles(db: db).title(id), rejected: standing == .rejected ? [id] : [])
    }
}

extension TimelineLine.Source {
    /// A source of which the register holds only that it spells a name so.
    fileprivate init(spelling text: String, in source: NamedRecord) {
        self.init(
            citation: nil, field: .name, source: source, locator: nil, stated: text, quote: nil, speaker: nil,
            speech: .states, stance: .supports, standing: .accepted)
    }
}
