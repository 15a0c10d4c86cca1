import MusterCore
import MusterValues

extension EditionMaker {
    /// What one source says against another, and what excludes each other.
    var disputes: [Block] {
        let contradictions = report.contradictions.filter { !$0.isOfDate }
        if report.disputes.isEmpty, contradictions.isEmpty { return [] }
        return [
            .section(Section(name: "in_dispute", title: .say(.inDispute), count: .number(openDisputes))),
            .paragraph(.say(.disputesAbout), .about),
        ] + fieldDisputes.map { .dispute(disputed($0)) } + contradictions.map { .dispute(contradiction($0)) }
    }

    /// What was in dispute until somebody decided it, with whom the register follows and why.
    var settled: [Block] {
        let blocks =
            report.settledDisputes.map { disputed($0) }
            + report.settledContradictions.map { contradiction($0) }
        if blocks.isEmpty { return [] }
        return [
            .section(Section(name: "settled", title: .say(.settled), count: .number(blocks.count))),
            .paragraph(.say(.settledAbout), .about),
        ] + blocks.map(Block.dispute)
    }

    /// The decision in one sentence.
    private func words(_ settlement: Settlement) -> Words {
        let decided = Words.say(
            .settledIn, .number(Int(settlement.revision)), .time(settlement.at), .name(settlement.author),
            .reason(settlement.reason))
        guard let note = settlement.note, note != settlement.reason else { return decided }
        return .joined([decided, .say(.note, .text(note))], .semicolon)
    }

    /// The disputes about fields, and the records that are judged disputed and of which no field is.
    var fieldDisputes: [Report.FieldDispute] {
        let told = Set(report.disputes.filter { $0.field != nil }.map(\.record)).union(disputed.keys)
        return report.disputes.filter { $0.field != nil || !told.contains($0.record) }
    }

    private func disputed(_ dispute: Report.FieldDispute) -> DisputedValue {
        let record = NamedRecord(id: dispute.record, name: dispute.title)
        guard let field = dispute.field else { return judged(record, dispute.note) }
        return disputed(
            field, of: record, dispute.standing, dispute.note, settled: dispute.settlement)
    }

    /// A record whose standing somebody set to disputed. The note is the register's reason and no source's word, so it stands on
    /// neither side.
    func judged(_ record: NamedRecord, _ note: String?) -> DisputedValue {
        DisputedValue(
            title: .say(.fieldIs, name(record), .say(.standingDisputed)), record: record.id,
            concluded: .joined(
                [.say(.judged, .list(Standing.disputed))] + (note.map { [Words.text($0)] } ?? []), .comma),
            isConcluded: true, supporting: [], against: [], settled: nil)
    }

    /// A field of a record on which sources contradict each other, with the standing of the record and its note.
    func disputed(
        _ field: FieldOnRecord, of record: NamedRecord, _ standing: Standing?, _ note: String?, settled: Settlement?
    ) -> DisputedValue {
        let kind = record.id.kind
        let value: Words =
            field.value == nil || standing == .rejected
            ? .say(.nothingConcluded) : .say(.onRecordIs, value(field, of: kind))
        let judged = note.map { [Words.list(standing ?? .disputed), .text($0)] } ?? []
        return DisputedValue(
            title: kind == .event && field.field == .value
                ? name(record) : .say(.fieldIs, name(record), .field(field.field, of: kind)),
            record: record.id, field: field.field,
            concluded: .joined([value] + judged, .comma), isConcluded: field.value != nil,
            supporting: sides(field.supporting, field.field),
            against: sides(field.disputing, field.field), settled: settled.map(words))
    }

    /// The values as they are stated, each once, with who states it.
    private func sides(_ statements: [CitedStatement], _ field: FieldName) -> [DisputedValue.Side] {
        var values: [String] = []
        for statement in statements where !values.contains(statement.stated) { values.append(statement.stated) }
        return values.map { value in
            // The side tells already whether it is for or against.
            let own = statements.filter { $0.stated == value }
            let said = own.map { $0.forItsOwnValue.said(on: field, knowing: [value]) }
            let isQuoted = own.contains { $0.wording == nil }
            return DisputedValue.Side(
                value: isQuoted
                    ? .stated(value, of: field)
                    : .joined([.stated(value, of: field), .quiet(.list(Wording.notQuoted))], .comma),
                voices: voices.lines(said))
        }
    }

    /// Events or records that contradict each other.
    ///
    /// - Parameters:
    ///   - dispute: the contradiction.
    ///   - told: the events that the report does not hold.
    /// - Returns: the sides with who says each.
    func contradiction(_ dispute: Dispute, telling told: [RecordID: ToldEvent] = [:]) -> DisputedValue {
        let overruled = Set(dispute.settlement?.overruled ?? [])
        let isFollowed = { (side: Dispute.Side) in side.record.map { !overruled.contains($0) } ?? true }
        let followed = dispute.isSettled ? dispute.sides.filter(isFollowed) : Array(dispute.sides.prefix(1))
        let others = dispute.isSettled ? dispute.sides.filter { !isFollowed($0) } : Array(dispute.sides.dropFirst())
        return DisputedValue(
            title: .say(.fieldIs, name(dispute.record), .labelled(dispute.kind)), record: dispute.record.id,
            concluded: .say(dispute.isSettled ? .decided : .nothingConcluded), isConcluded: dispute.isSettled,
            supporting: followed.map { side($0, told) }, against: others.map { side($0, told) },
            settled: dispute.settlement.map(words))
    }

    /// One of the events or values that contradict each other, with who says it.
    private func side(_ side: Dispute.Side, _ told: [RecordID: ToldEvent] = [:]) -> DisputedValue.Side {
        let event = side.record.flatMap { id in told[id] ?? events[id].map { ToldEvent($0.value, $0.date) } }
        // The register's own words for an event are English, and have its date as EDTF.
        let words: Words =
            if let event {
                .joined([self.words(event.value, of: nil), .date(event.date, .cell)], .comma)
            } else if let record = side.record {
                .joined(
                    [nameAlone(NamedRecord(id: record, name: side.words))]
                        + (side.day.map { [.date(StatedDate($0), .cell)] } ?? []), .comma)
            } else {
                .text(side.words)
            }
        let known = [side.words, event?.value.words].compactMap(\.self)
        return DisputedValue.Side(
            value: side.record.map { .record($0, words) } ?? words,
            voices: voices.lines(side.citations.map { $0.forItsOwnValue.said(on: .value, knowing: known) }),
            record: side.record)
    }

    /// A side in one line.
    private func line(_ side: DisputedValue.Side) -> Words { .joined([side.value] + side.voices, .comma) }

    /// The dates that cannot be, and the values that no accepted source states.
    var suspects: [Block] {
        let dates = report.contradictions.filter(\.isOfDate).map { dispute in
            suspect(dispute.record, .labelled(dispute.kind), .joined(dispute.sides.map { line(side($0)) }, .semicolon))
        }
        let inferred = report.suspects.map { suspect in
            let field = suspect.field
            let said: [Words] = [
                (Phrase.citedUnaccepted, field.supporting), (.citedInstead, field.disputing + field.earlier),
            ].compactMap { phrase, statements in
                let lines = sides(statements, field.field).map(line)
                return lines.isEmpty ? nil : .say(phrase, .joined(lines, .semicolon))
            }
            return self.suspect(
                suspect.record,
                .say(
                    .fieldIs, .field(field.field, of: suspect.event?.kind ?? suspect.record.id.kind),
                    value(field, of: suspect.record.id.kind)),
                said.isEmpty ? nil : .joined(said, .semicolon))
        }
        let rows = inferred + dates
        if rows.isEmpty { return [] }
        return [
            .section(Section(name: "suspect", title: .say(.suspect), count: .number(rows.count))),
            .paragraph(.say(.suspectAbout), .about),
            .table(
                EditionTable(
                    name: "suspect", caption: .say(.suspect),
                    columns: [
                        EditionTable.Column(key: "record", title: .say(.record), isForPrograms: true),
                        EditionTable.Column(key: "name", title: .say(.record)),
                        EditionTable.Column(key: "what", title: .say(.what)),
                        EditionTable.Column(key: "by_whose_word", title: .say(.byWhoseWord)),
                    ], rows: rows)),
        ]
    }

    private func suspect(_ record: NamedRecord, _ what: Words, _ said: Words?) -> EditionTable.Row {
        EditionTable.Row(cells: [
            EditionTable.Cell(words: .id(record.id)), EditionTable.Cell(words: name(record)),
            EditionTable.Cell(words: what),
            EditionTable.Cell(words: said),
        ])
    }
}

/// An event by its value and its date.
struct ToldEvent {
    let value: FieldValue
    let date: StatedDate?

    init(_ value: FieldValue, _ date: StatedDate?) { (self.value, self.date) = (value, date) }
}
