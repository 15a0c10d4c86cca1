import GRDB
import MusterValues

extension Importer {
    /// Takes a row about something that happened to a record.
    func takeEvent(_ cells: ImportCells, _ evidence: [Evidence]) throws {
        guard !evidence.isEmpty else { throw Self.missingSource }
        let (of, content) = (ImportColumn.Content.field(.event, .of), ImportColumn.Content.field(.event, .value))
        let named = try needed(of, cells)
        let typed = try needed(content, cells)
        let (subject, value) = try subject(named, typed, cells)
        let other = try reference(.field(.event, .otherUnit), .unit, cells)
        let enrollment = try reference(.field(.event, .forEnrollment), .enrollment, cells)
        let date = try cells.date(.field(.event, .date))
        let cause = try cells.at(.field(.event, .cause)) { try NewEvent.clean(cause: cells.text(.event, .cause)) }
        try cells.at(content) {
            try record(
                value, typed: typed, of: subject, on: date, cause: cause, other: other, enrollment: enrollment,
                evidence: evidence)
        }
    }

    /// The record that an event happened to, and what happened.
    private func subject(_ named: String, _ typed: String, _ cells: ImportCells) throws -> (RecordID, EventValue) {
        do { return try transaction.subject(RecordReference(named), of: typed) } catch let error as MusterError {
            // Which of the two cells is wrong is told by the refusal.
            let isValue =
                switch error {
                case .notInList, .badValue: true
                default: false
                }
            let content = ImportColumn.Content.field(.event, isValue ? .value : .of)
            throw RowFault(column: ImportColumn.named(content).name, value: cells.text(content), error: error)
        }
    }

    /// Takes a row about what a source says of one field.
    func takeCitation(_ cells: ImportCells, _ evidence: [Evidence]) throws {
        guard !evidence.isEmpty else { throw Self.missingSource }
        let of = ImportColumn.Content.field(.citation, .of)
        let field = ImportColumn.Content.field(.citation, .field)
        let kinds = RecordKind.allCases.filter { !$0.citedFields.isEmpty }
        let (named, typed) = (try needed(of, cells), try needed(field, cells))
        let record = try cells.at(of) { try resolver.resolve(RecordReference(named), among: kinds) }
        let name = try cells.at(field) { try transaction.citedField(of: record, typed: typed) }
        let stated = try stated(of: name, record.kind, cells)
        let held = try cells.date(.field(.citation, .held))
        let stance = try cells.list(.field(.citation, .stance), Stance.self)
        for var one in evidence {
            one.stated = stated
            var new = NewCitation(record: RecordReference(record), field: name.rawValue, evidence: one)
            (new.stance, new.held) = (stance, held)
            let side = try cells.at(.field(.citation, .stance)) {
                try transaction.stance(of: new, stating: stated, name)
            }
            let isThere = try isCited(
                record, name, stated, transaction.checked(one), stance: side,
                held: StoredDate.optional(held)?.text)
            if isThere { continue }
            _ = try cells.at(.field(.citation, .stated)) { try transaction.cite(new, isOneOfMany: false) }
            known.statements.removeAll(keepingCapacity: true)
        }
    }

    /// What a row states of a field; a date in EDTF, whatever order its column has.
    private func stated(of field: FieldName, _ kind: RecordKind, _ cells: ImportCells) throws -> String {
        let content = ImportColumn.Content.field(.citation, .stated)
        if case .date? = kind.field(field)?.type, let date = try cells.date(content) { return date.text }
        return try cells.at(content) {
            try RecordKind.citation.clean(needed(content, cells), .stated, as: "stated value")
        }
    }

    /// Takes a row about a search for units.
    func takeLook(_ cells: ImportCells) throws {
        let region = try cells.at(.look(.region)) { try resolved(needed(.look(.region), cells), among: .region) }
        guard let date = try cells.date(.look(.date)) else { throw missing(.look(.date)) }
        let said = try needed(.look(.found), cells)
        let found = try NewLook.isNothing(said) ? nil : Text.clean(said, field: "what was found", limit: 500) as String
        let place = try Text.clean(needed(.look(.place), cells), field: "place", limit: 500) as String
        let new = NewLook(
            region: RecordReference(region), date: date, place: place, found: found)
        if try !transaction.isThere(region, StoredDate(date), place, found) {
            try cells.at(.look(.date)) { try transaction.add(new) }
        }
    }

    private func needed(_ content: ImportColumn.Content, _ cells: ImportCells) throws -> String {
        guard let text = cells.text(content) else { throw missing(content) }
        return text
    }

    private func missing(_ content: ImportColumn.Content) -> RowFault {
        let column = ImportColumn.named(content).name
        return RowFault(
            column: column, error: .missing(what: "the \(column.spaced)", fix: .words("fill the column \(column)")))
    }
}
