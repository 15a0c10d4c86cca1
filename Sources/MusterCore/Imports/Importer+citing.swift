import GRDB
import MusterValues

extension Importer {
    /// Cites a text on a field of a record, unless the same source says so already.
    func cite(_ id: RecordID, _ field: FieldName, _ words: StatedWords, _ evidence: CheckedEvidence) throws {
        let stated = try RecordKind.citation.clean(words.text, .stated, as: "stated value")
        if try isCited(id, field, stated, evidence) { return }
        let citation = try transaction.cite(id, field, words, evidence)
        let voice = Self.voice(id, evidence)
        known.statements[voice]?.insert(Self.statement(field, stated, evidence))
        if known.statements[voice]?.count == Self.mostStatements { known.statements[voice] = nil }
        transaction.note(citation, .cited(field, of: id, stated: words.text))
    }

    private static func voice(_ id: RecordID, _ evidence: CheckedEvidence) -> ImportMemory.Voice {
        ImportMemory.Voice(record: id, source: evidence.sourceID)
    }

    private static func statement(
        _ field: FieldName, _ text: String, _ evidence: CheckedEvidence, _ stance: Stance = .supports,
        _ held: String? = nil
    ) -> ImportMemory.Statement {
        ImportMemory.Statement(
            field: field.rawValue, stated: text, locator: evidence.locator, speaker: evidence.speaker,
            speech: evidence.speech.rawValue, stance: stance.rawValue, held: held)
    }

    /// True if the source of some evidence says this of a field, in the same place, in the same way and on the same side.
    ///
    /// All that the source says of the record is read at once: a row asks of several fields.
    func isCited(
        _ id: RecordID, _ field: FieldName, _ text: String, _ evidence: CheckedEvidence, stance: Stance = .supports,
        held: String? = nil
    ) throws -> Bool {
        let voice = Self.voice(id, evidence)
        let asked = Self.statement(field, text, evidence, stance, held)
        if let statements = known.statements[voice] { return statements.contains(asked) }
        let ofVoice = "FROM citation WHERE \(id.kind.column) = ? AND +source_id = ?"
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql:
                    "SELECT field, stated, locator, speaker, speech, stance, held \(ofVoice) LIMIT \(Self.mostStatements)"
            ),
            arguments: [id.databaseKey, evidence.sourceID])
        if rows.count == Self.mostStatements {
            return try db.hasRow(
                """
                SELECT 1 \(ofVoice) AND field = ? AND stated = ? AND locator IS ? AND speaker IS ? AND speech = ? \
                AND stance = ? AND held IS ?
                """,
                arguments: [
                    id.databaseKey, evidence.sourceID, asked.field, text, asked.locator, asked.speaker, asked.speech,
                    asked.stance, held,
                ])
        }
        let statements = try rows.map { row in
            ImportMemory.Statement(
                field: try row.get("field"), stated: try row.get("stated"), locator: try row.get("locator"),
                speaker: try row.get("speaker"), speech: try row.get("speech"), stance: try row.get("stance"),
                held: try row.get("held"))
        }
        known.statements[voice] = Set(statements)
        return statements.contains(asked)
    }

    /// The statements of one source on one record from which on they are not read at once.
    private static let mostStatements = 200

    /// Cites a record that a row names on a field; nothing if it names none.
    func cite(_ id: RecordID, _ field: FieldName, _ reference: RecordReference?, _ evidence: CheckedEvidence) throws {
        guard let reference, let other = reference.known else { return }
        try cite(id, field, transaction.stated(reference, other), evidence)
    }

    /// Cites the text of a cell on a field; nothing if the cell is empty.
    func cite(
        _ id: RecordID, _ field: FieldName, _ cells: ImportCells, _ kind: RecordKind, _ evidence: CheckedEvidence
    ) throws {
        guard let known = kind.field(field), let text = cells.text(of: known, kind) else { return }
        let stated = try cells.at(.field(kind, field)) {
            let said = try known.said(typed: text)
            if kind == .official, field == .name { try transaction.refuseFootnote(said) }
            return said
        }
        try cite(id, field, .typed(stated), evidence)
        if field == .name, try !hasName(stated, id) {
            try transaction.insertName(stated, of: id, as: .alias, from: evidence.sourceID)
        }
    }

    private func hasName(_ text: String, _ id: RecordID) throws -> Bool {
        try db.hasRow(
            "SELECT 1 FROM name WHERE \(id.kind.column) = ? AND folded = ?",
            arguments: [id.databaseKey, Text.folded(text)])
    }

    /// Records what a row says became of its record of a kind.
    func takeFacets(_ kind: RecordKind, of id: RecordID, _ cells: ImportCells, _ evidence: Evidence) throws {
        // A quote is of one thing: of the enrollment in a row that has one, otherwise of the only state that the row tells.
        let isOne = EventValue.facets(of: kind).filter { cells.has(.facet(kind, $0)) }.count == 1
        let isOwn = kind == .enrollment || (isOne && !cells.has(.facet(.enrollment, "state")))
        let evidence = isOwn ? evidence : evidence.placeOnly()
        for facet in EventValue.facets(of: kind) {
            let content = ImportColumn.Content.facet(kind, facet)
            guard let text = cells.text(content) else {
                if let date = cells.text(.date(kind, facet)) {
                    let column = ImportColumn.named(content).name
                    throw RowFault(
                        column: ImportColumn.named(.date(kind, facet)).name, value: date,
                        error: .missing(
                            what: "the \(column.spaced) that has that date", fix: "fill the column \(column)"))
                }
                continue
            }
            let typed = facet.hasSuffix("strength") ? "\(facet) \(text)" : text
            let value = try cells.at(content) { try EventValue(typed: typed, to: kind) }
            if value.stored.facet != facet {
                throw RowFault(
                    column: ImportColumn.named(content).name, value: text,
                    error: .refused(rule: "\(quoted(text)) is no \(facet.spaced)"))
            }
            if value == .state(.killed) { continue }
            let date = try cells.date(.date(kind, facet))
            try cells.at(content) {
                try record(value, typed: text, of: id, on: date, evidence: [evidence])
            }
        }
    }

    /// Records an event, or cites the one on the register that is the same.
    ///
    /// An event without a date is the same as one that the same source reports, or that another source of the row does.
    func record(
        _ value: EventValue, typed: String, of subject: RecordID, on date: EDTF?, cause: String? = nil,
        other: RecordReference? = nil, enrollment: RecordReference? = nil, evidence: [Evidence]
    ) throws {
        guard let same = try same(value, of: subject, on: date, other?.known, evidence) else {
            var new = NewEvent(
                record: RecordReference(subject), state: Self.typed(value, typed), date: date, cause: cause,
                evidence: evidence)
            (new.other, new.enrollment) = (other, enrollment)
            events.insert(try transaction.add(new))
            return
        }
        for one in evidence {
            let checked = try transaction.checked(one)
            let words = value.synonym(typed: typed) ?? value.words
            // The source may report the event in other words already.
            if try !isReported(same, by: checked) { try cite(same, .value, .typed(words), checked) }
            if let date = try StoredDate.optional(date) { try cite(same, .date, .typed(date.text), checked.beside) }
            if let cause { try cite(same, .cause, .typed(cause), checked.beside) }
            try cite(same, .otherUnit, other, checked.beside)
            try cite(same, .forEnrollment, enrollment, checked.beside)
        }
    }

    private func isReported(_ event: RecordID, by evidence: CheckedEvidence) throws -> Bool {
        try db.hasRow(
            "SELECT 1 FROM citation WHERE event_id = ? AND +source_id = ? AND field = 'value' AND locator IS ?",
            arguments: [event.number, evidence.sourceID, evidence.locator])
    }

    private static func typed(_ value: EventValue, _ text: String) -> String {
        value.stored.value == nil ? value.words : text
    }

    private func same(
        _ value: EventValue, of subject: RecordID, on date: EDTF?, _ other: RecordID?, _ evidence: [Evidence]
    ) throws
        -> RecordID?
    {
        let stored = value.stored
        let day = try StoredDate.optional(date)?.text
        // The plus signs keep other indexes out: a state or a date has far more events than one record.
        let numbers = try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT id FROM event WHERE \(subject.kind.column) = ? AND +facet = ? AND +value IS ? AND +least IS ? \
                    AND +most IS ? AND +other_unit IS ? AND +date IS ? AND +standing <> 'rejected' ORDER BY +id
                    """),
            arguments: [
                subject.number, stored.facet, stored.value, stored.least, stored.most, other?.number, day,
            ])
        let events = numbers.map { RecordID(.event, $0) }
        if day != nil { return events.first }
        // Two sources without a date may speak of two days, so only the same source, or another one of the same row, tells of one event.
        let checked = try evidence.map { try transaction.checked($0) }
        return try events.first { event in
            try self.events.contains(event) || checked.allSatisfy { try isReported(event, by: $0) }
        }
    }
}
