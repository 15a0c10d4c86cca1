import GRDB
import MusterValues

/// Reads the timeline of one record, or of many, from the store.
struct TimelineReader {
    let db: Database
    let query: TimelineQuery
    /// Today by the registry's clock, or the day of the revision that is asked about.
    let today: Day

    /// Passes on the lines one after another: what happened, in the order of the days, and then the names.
    func each(_ use: (TimelineLine) throws -> Void) throws {
        try query.events?.batched(db) {
            try TimelineLine(row: &$0)
        } pass: { lines in
            try complete(&lines)
            try lines.forEach(use)
        }
        for kind in TimelineQuery.namedKinds {
            if let numbers = query.named[kind] { try names(of: kind, numbers).forEach(use) }
        }
    }

    /// All lines.
    func all() throws -> [TimelineLine] {
        var lines: [TimelineLine] = []
        try each { lines.append($0) }
        return lines
    }

    /// Adds the names of the records, the sources, and what is judged wrong of the records.
    private func complete(_ lines: inout [TimelineLine]) throws {
        var numbers: [RecordKind: Set<Int64>] = [:]
        for line in lines where line.record.id.kind != .region {
            numbers[line.record.id.kind, default: []].insert(line.record.id.number)
        }
        let statements = try sources(TimelineQuery.statements(lines.compactMap(\.citation?.number)))
        let subjects = try Dictionary(
            uniqueKeysWithValues: numbers.map { ($0, try TimelineSubject.all($0, $1, db)) })
        let citations = try sources(TimelineQuery.citations(of: .event, lines.compactMap(\.event?.number)))
        let foretold = Set(
            try Sightings.foretold(lines.compactMap(\.event?.number)).all(db) { row in try row.next() as Int64 })
        let naming = try sources(TimelineQuery.naming(lines.compactMap(\.event?.number)))
        let programmes = numbers[.programme] ?? []
        let launches =
            programmes.isEmpty
            ? [:] : try sources(TimelineQuery.citations(of: .programme, programmes, on: .launched))
        let others = lines.flatMap { line in
            [line.otherUnit?.id, line.forEnrollment?.id, line.record.id.kind == .region ? line.record.id : nil]
        }
        let titles = try RecordTitles(db: db).titles(of: others.compactMap(\.self))
        for index in lines.indices {
            if let other = lines[index].otherUnit?.id {
                lines[index].otherUnit = NamedRecord(id: other, name: titles[other])
            }
            if let enrollment = lines[index].forEnrollment?.id {
                lines[index].forEnrollment = NamedRecord(id: enrollment, name: titles[enrollment])
            }
            let record = lines[index].record.id
            if record.kind == .region { lines[index].record = NamedRecord(id: record, name: titles[record]) }
            if let subject = subjects[record.kind]?[record.number] {
                lines[index].record = NamedRecord(id: record, name: subject.name)
                lines[index].rejected += subject.rejected.filter { !lines[index].rejected.contains($0) }
            }
            let event = lines[index].event
            lines[index].isPlan =
                lines[index].date?.earliest.map { $0 > today.description } ?? false
                || event.map { foretold.contains($0.number) } ?? false
            if let statement = lines[index].citation {
                lines[index].sources = statements[statement.number] ?? []
                continue
            }
            let sources = (event.map { citations[$0.number] } ?? launches[record.number]) ?? []
            lines[index].sources = try sided(sources, of: lines[index])
            let own = Set(sources.map(\.source.id))
            lines[index].sources += (event.flatMap { naming[$0.number] } ?? []).filter { !own.contains($0.source.id) }
        }
    }

    /// The sources of an event or a launch, each on the side that its statement takes now.
    private func sided(_ sources: [TimelineLine.Source], of line: TimelineLine) throws -> [TimelineLine.Source] {
        let id = line.event ?? line.record.id
        let reader = SideReader(db: db, id: id)
        return try sources.map { source in
            guard source.standing != .rejected, let statement = CitedStatement(source),
                let field = id.kind.field(source.field), let value = line.value(of: source.field)
            else { return source }
            var sided = source
            sided.stance = try reader.side(of: statement, on: field, value)
            return sided
        }
    }

    private func sources(_ citations: SQL) throws -> [Int64: [TimelineLine.Source]] {
        try citations.byOwner(db) { row, _ in try TimelineLine.Source(row: &row) }
    }

    /// The names of units or of officials. A citation belongs to the name that it spells.
    private func names(of kind: RecordKind, _ numbers: [Int64]) throws -> [TimelineLine] {
        let owners = try TimelineSubject.all(kind, Set(numbers), db)
        let cited = try sources(TimelineQuery.citations(of: kind, numbers, on: .name))
        return try TimelineQuery.names(of: kind, numbers).all(db) { row in
            let id = try row.id(kind)
            let text: String = try row.next()
            let nature: NameNature = try row.list()
            let source = try row.record(.source)
            var sources = (cited[id.number] ?? []).filter { $0.stated == text }
            if let source, !sources.contains(where: { $0.source.id == source.id }) {
                sources.append(TimelineLine.Source(spelling: text, in: source))
            }
            let isRejected = !sources.isEmpty && sources.allSatisfy { $0.standing == .rejected }
            let own = owners[id.number]
            return TimelineLine(
                record: NamedRecord(id: id, name: own?.name), event: nil, citation: nil, field: nil, what: .name,
                value: .text(text),
                nature: nature, date: sources.lazy.filter { $0.standing != .rejected }.compactMap(\.held).first,
                cause: nil, standing: isRejected ? .rejected : .accepted, standingNote: nil,
                rejected: (isRejected ? sources.compactMap(\.citation) : []) + (own?.rejected ?? []), sources: sources)
        }
    }
}

extension TimelineLine {
    /// The value of a field of its event, or of the launch that it tells of; nil if there is none.
    func value(of field: FieldName) -> FieldValue? {
        switch field {
        case .value, .launched: value
        case .date: date.map(FieldValue.date)
        case .cause: cause.map(FieldValue.text)
        case .otherUnit: otherUnit.map { .record(DescribedRecord(id: $0.id, name: $0.name)) }
        default: nil
        }
    }
}

extension TimelineLine.Source {
    /// A source of which the register holds only that it spells a name so.
    fileprivate init(spelling text: String, in source: NamedRecord) {
        self.init(
            citation: nil, field: .name, source: source, locator: nil, stated: text, wording: nil, held: nil,
            quote: nil,
            speaker: nil,
            speech: .states, stance: .supports, standing: .accepted)
    }
}

extension CitedStatement {
    /// The statement of a timeline's source; nil for a name that no citation spells.
    init?(_ source: TimelineLine.Source) {
        guard let id = source.citation else { return nil }
        (citation, self.source, locator, stated) = (id, source.source, source.locator, source.stated)
        (stance, speaker, speech, quote) = (source.stance, source.speaker, source.speech, source.quote)
        (standing, wording) = (source.standing, source.wording)
        held = source.held
        standingNote = nil
    }
}
