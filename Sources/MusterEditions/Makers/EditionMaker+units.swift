import MusterCore
import MusterValues

extension EditionMaker {
    /// The units, each with everything that is dated of it, its names and its fields, by whose word.
    var units: [Block] {
        if report.units.isEmpty { return [] }
        let isAlone = report.record == report.units.first?.id && report.units.count == 1
        return [
            .section(
                Section(
                    name: "units", title: .say(isAlone ? .unit : .units),
                    count: isAlone ? nil : .number(report.units.count { $0.standing != .rejected }))),
            .paragraph(.say(.unitsAbout), .about),
        ] + unitsInOrder.flatMap(unit)
    }

    /// The units of the report: the one that it is of, and then the others.
    var unitsInOrder: [ListedUnit] {
        report.units.filter { $0.id == report.record } + report.units.filter { $0.id != report.record }
    }

    private func unit(_ unit: ListedUnit) -> [Block] {
        let record = NamedRecord(id: unit.id, name: unit.name)
        let people = unit.headcount
        let label: Words = .say(unit.people == nil ? .everJoined : .inAUnitOn, .date(StatedDate(day), .cell))
        let isWithOrigins = unit.id == report.record && !report.origins.isEmpty
        let about = isWithOrigins ? .joined([named(people), withOrigins], .space) : named(people)
        return [
            .part(
                Part(
                    place: unit.id, title: nameAlone(record), marks: graded(unit) + marks(of: unit.id, unit.standing),
                    people: LabelledRange(label: label, people: people, sentence: about))),
            .table(
                EditionTable(
                    name: "units", caption: .say(.whatIsReported), columns: Self.factColumns, rows: facts(of: record))),
        ] + strengths(of: unit.id)
    }

    /// How sure it is that a unit was there on the day that was asked about.
    private func graded(_ unit: ListedUnit) -> [Part.Mark] {
        unit.grade.map { [Part.Mark(words: .say(.onTheDayIs, .date(StatedDate(day), .cell), .list($0)), kind: .plain)] }
            ?? []
    }

    /// What stands beside the name of a record: that something of it is in dispute, and a judgement that is not accepted.
    func marks(of id: RecordID, _ standing: Standing) -> [Part.Mark] {
        var marks = (disputed[id] ?? []).sorted { $0.rawValue < $1.rawValue }.map { field in
            Part.Mark(words: .say(.fieldInDispute, .field(field, of: id.kind)), kind: .against)
        }
        if standing != .accepted {
            marks.append(Part.Mark(words: .list(standing), kind: standing == .rejected ? .rejected : .warn))
        }
        return marks
    }

    /// The columns of facts about a record.
    static let factColumns: [EditionTable.Column] = [
        EditionTable.Column(key: "record", title: .say(.record), isForPrograms: true),
        EditionTable.Column(key: "name", title: .say(.nameHead), isForPrograms: true),
        EditionTable.Column(key: "event", title: .say(.event), isForPrograms: true),
        EditionTable.Column(key: "field", title: .say(.fieldHead), isForPrograms: true),
        EditionTable.Column(key: "what", title: .say(.what)),
        EditionTable.Column(key: "when", title: .say(.when)),
        EditionTable.Column(key: "earliest", title: .say(.earliest), isForPrograms: true),
        EditionTable.Column(key: "latest", title: .say(.latest), isForPrograms: true),
        EditionTable.Column(key: "planned", title: .say(.plannedHead), isForPrograms: true),
        EditionTable.Column(key: "by_whose_word", title: .say(.byWhoseWord)),
    ]

    /// What is dated of a record, then its names and then its other fields.
    ///
    /// - Parameters:
    ///   - record: the record.
    ///   - isPlace: true if links to the record lead to the first of them.
    ///   - left: the fields that are left out, because another part shows them.
    ///   - hasEvents: false to leave out events and the fields of which no source speaks.
    /// - Returns: the rows.
    func facts(
        of record: NamedRecord, isPlace: Bool = false, besides left: Set<FieldName> = [], hasEvents: Bool = true
    ) -> [EditionTable.Row] {
        let own = lines[record.id] ?? []
        let hasNames = own.contains { $0.what == .name }
        let others = (fields[record.id] ?? []).filter {
            !$0.isClaim && !left.contains($0.field.field) && !($0.field.field == .name && hasNames)
                && (hasEvents && $0.field.value != nil || !$0.field.sources.isEmpty)
        }
        let told = own.filter { $0.what != .launched && (hasEvents || $0.event == nil) }
        var rows = told.filter { $0.what != .name }.map { fact($0, of: record) }
        rows += becoming(record.id)
        rows += told.filter { $0.what == .name }.map { fact($0, of: record) }
        rows += others.flatMap { then($0.field, of: record) + [fact($0.field, of: record)] }
        if isPlace, !rows.isEmpty { rows[0].place = record.id }
        return rows
    }

    /// What happened to units that the report is not of, by which they became a unit of the report or came from it.
    private func becoming(_ unit: RecordID) -> [EditionTable.Row] {
        let column = Self.factColumns.firstIndex { $0.key == "what" }
        return (becoming[unit] ?? []).map { line in
            var cells = fact(line, of: line.record).cells
            if let column { cells[column].words = .say(.fieldIs, name(line.record), what(line)) }
            return EditionTable.Row(cells: cells)
        }
    }

    /// One dated value, or one name.
    ///
    /// - Parameters:
    ///   - line: the line that tells of it.
    ///   - record: the record.
    ///   - about: what is said of the record under its name.
    /// - Returns: the row.
    func fact(_ line: TimelineLine, of record: NamedRecord, about: Words? = nil) -> EditionTable.Row {
        EditionTable.Row(cells: [
            EditionTable.Cell(words: .id(record.id)), EditionTable.Cell(words: name(record), second: about),
            EditionTable.Cell(words: line.event.map(Words.id)), EditionTable.Cell(raw: line.what.rawValue),
            EditionTable.Cell(words: what(line), second: remark(line), raw: line.value.raw),
            EditionTable.Cell(words: when(line), raw: line.date?.edtf ?? ""),
            EditionTable.Cell(raw: line.date?.earliest), EditionTable.Cell(raw: line.date?.latest),
            EditionTable.Cell(raw: line.isPlan ? "yes" : "no"),
            EditionTable.Cell(words: voices.joined(line.said) ?? .quiet(.say(.noSource))),
        ])
    }

    /// One field with its value.
    func fact(_ field: FieldOnRecord, of record: NamedRecord) -> EditionTable.Row {
        let kind = record.id.kind
        let value = value(field, of: kind)
        let isCitable = kind.field(field.field)?.rules.contains(.cited) ?? false
        let said = voices.joined(field.said)
        let isOther = valuesThen[record.id]?.contains { $0.field == field.field } ?? false
        return EditionTable.Row(cells: [
            EditionTable.Cell(words: .id(record.id)), EditionTable.Cell(words: name(record)), EditionTable.Cell(),
            EditionTable.Cell(raw: field.field.rawValue),
            EditionTable.Cell(
                words: .say(.fieldIs, .field(field.field, of: kind), value), raw: field.value?.raw ?? ""),
            EditionTable.Cell(words: isOther ? .quiet(.say(.asOnRecord)) : nil, raw: ""), EditionTable.Cell(),
            EditionTable.Cell(), EditionTable.Cell(),
            EditionTable.Cell(words: said ?? (isCitable ? .quiet(.say(.noSource)) : nil)),
        ])
    }

    /// What a field had on the day that was asked about, by those who state that, where it is another value than on record.
    private func then(_ field: FieldOnRecord, of record: NamedRecord) -> [EditionTable.Row] {
        let kind = record.id.kind
        let label = Words.field(field.field, of: kind)
        return (valuesThen[record.id] ?? []).filter { $0.field == field.field }.map { then in
            let value = then.value.map { words($0, of: kind.field(field.field)) } ?? .quiet(.say(.notKnown))
            return EditionTable.Row(cells: [
                EditionTable.Cell(words: .id(record.id)), EditionTable.Cell(words: name(record)), EditionTable.Cell(),
                EditionTable.Cell(raw: field.field.rawValue),
                EditionTable.Cell(
                    words: .say(.fieldIs, label, .joined([value] + (then.grade.map { [.list($0)] } ?? []), .comma)),
                    raw: then.value?.raw ?? ""),
                EditionTable.Cell(words: .say(.onTheDay, .date(StatedDate(day), .cell)), raw: day.description),
                EditionTable.Cell(raw: day.description), EditionTable.Cell(raw: day.description), EditionTable.Cell(),
                EditionTable.Cell(words: voices.joined(then.said) ?? .quiet(.say(.noSource))),
            ])
        }
    }

    /// What a line tells, without its day.
    func what(_ line: TimelineLine) -> Words {
        switch line.what {
        case .name:
            let (field, name) = (Words.field(.name, of: line.record.id.kind), words(line.value, of: nil))
            guard let nature = line.nature, nature != .primary else { return .say(.fieldIs, field, name) }
            return .say(.otherNameIs, field, name, .list(nature))
        case .launched: return .say(.launched)
        case .look: return .say(.lookedIn, words(line.value, of: nil))
        case .statement:
            let value = words(line.value, of: nil)
            return line.field.map { .say(.fieldIs, .field($0, of: line.record.id.kind), value) } ?? value
        case .status, .form, .strength, .plannedStrength, .tenure, .state:
            let value = words(line.value, of: nil)
            let links = [
                line.otherUnit.map { name($0) }, line.forEnrollment.map { .say(.forEnrollment, name($0)) },
                line.isPlan ? .quiet(.say(.planned)) : nil,
            ].compactMap(\.self)
            return .joined([.strong(value)] + links, .space)
        }
    }

    /// The day of a line; names have none.
    func when(_ line: TimelineLine) -> Words? {
        line.what == .name ? nil : .date(line.date, .cell)
    }

    /// The cause of a line, and that it is not accepted and why.
    func remark(_ line: TimelineLine) -> Words? {
        let judged: Words? =
            line.standing == .accepted
            ? nil : .joined([.list(line.standing)] + (line.standingNote.map { [.text($0)] } ?? []), .comma)
        let owners = rejected(line.standing == .rejected ? [] : line.rejected, besides: line.event)
        let parts = [line.cause.map { cause($0, of: line) }, judged, owners].compactMap(\.self)
        return parts.isEmpty ? nil : .joined(parts, .semicolon)
    }

    /// The records besides an event that are judged wrong: it is as good as what it happened to, whatever its own standing. Nil for none.
    func rejected(_ records: [RecordID], besides event: RecordID?) -> Words? {
        let others = records.filter { $0 != event }
        return others.isEmpty ? nil : .joined([.list(Standing.rejected)] + others.map(Words.id), .space)
    }

    /// The cause of an event, as somebody typed it or, where a unit was left, as a transfer recorded it.
    private func cause(_ text: String, of line: TimelineLine) -> Words {
        guard text.hasPrefix(Transfer.cause), line.value == .event(.state(.left)) else {
            return .say(.cause, .text(text))
        }
        return .say(.transferredTo, .text(String(text.dropFirst(Transfer.cause.count))))
    }
}
