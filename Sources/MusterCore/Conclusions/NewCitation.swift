import GRDB
public import MusterValues

/// A source's statement about a field of a record that is on the register.
public struct NewCitation: Codable, Hashable, Sendable {
    /// The record, by name, code or short id.
    public var record: RecordReference
    /// The field that it speaks of, such as `launched`.
    public var field: String
    /// The source and what it states; `stated` is required.
    public var evidence: Evidence
    /// The side that the source takes, for or against the registry's value; nil means for, or against if the source denies it.
    public var stance: Stance?
    /// When it was so, as the source states; nil if it does not say. An event has a date of its own, so it must be nil there.
    public var held: EDTF?
    /// The relation of the stated name to the record, only for the fields `name` and `expansion`; nil means an alias,
    /// or an expansion. It must be nil if the source disputes the name.
    public var nature: NameNature?
    /// Whose words the stated value is in, if not in the source's; nil if it is the source's.
    public var wording: Wording?

    /// Makes a citation.
    public init(
        record: RecordReference, field: String, evidence: Evidence, stance: Stance? = nil, nature: NameNature? = nil
    ) {
        self.record = record
        self.field = field
        self.evidence = evidence
        self.stance = stance
        self.nature = nature
    }
}

extension Registry {
    /// Cites a source on one field of a record.
    ///
    /// - Throws: what the same for several fields throws.
    public func cite(_ new: NewCitation, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try cite([new], by: authorship)
    }

    /// Cites sources on fields of records, in one revision. A name that a source supports is also kept as a variant of the
    /// record's name.
    ///
    /// - Throws: `MusterError` for an unknown or ambiguous record, a field that its kind does not have, an unknown
    ///   source, text that is missing or refused, or a nature for anything but a supported name.
    public func cite(_ all: [NewCitation], by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "cite a source") { transaction in
            let isQuoted = try all.map { try transaction.cite($0, isOneOfMany: all.count > 1) }
            if let quote = all.first?.evidence.quote, !isQuoted.contains(true) {
                throw MusterError.refused(
                    rule:
                        "\(quoted(quote)) has the words of none of these fields; cite the field that it is about by itself"
                )
            }
            for entry in transaction.entries {
                if case .cited(_, let record, _) = entry.change { try transaction.refuseRepeated(entry.id, of: record) }
            }
        }
    }
}

extension Transaction {
    /// Cites a source on a field. If it is one of many that are cited at once, a quote stands only where the field's words are in it.
    ///
    /// - Returns: true if the citation has the quote.
    func cite(_ new: NewCitation, isOneOfMany: Bool) throws -> Bool {
        let kinds = RecordKind.allCases.filter { !$0.citedFields.isEmpty }
        let record = try Resolver(db: db).resolve(new.record, among: kinds)
        try refuseRedacted(record)
        let field = try citedField(of: record, typed: new.field)
        try refuseUnfit(field, of: record)
        let checked = try checked(new.evidence)
        let evidence = isOneOfMany ? checked.amongOthers : checked
        guard let stated = evidence.stated else {
            throw MusterError.missing(what: "the value as the source states it", fix: .give(.stated))
        }
        try refuseUnreadableDate(stated, of: field, record)
        let stance = try stance(of: new, stating: stated, field)
        let held = try StoredDate.optional(new.held)
        if held != nil, record.kind == .event {
            throw MusterError.heldEvent
        }
        if let held { try refuseUnfitDays(held, stating: stated, of: field, record) }
        var words = StatedWords(text: stated, wording: new.wording)
        if let named = try named(stated, by: field, of: record) { words = named }
        let citation = try cite(record, field, words, evidence, stance: stance, held: held)
        note(citation, .cited(field, of: record, stated: words.text))
        if record.kind == .event { try noteOlder(citation, evidence.sourceID, on: record) }
        if stance == .supports {
            try noteContradiction(citation, field, of: record)
            try noteOtherWords(citation, field, of: record)
            if held == nil { try noteNone(citation, stated, by: field, of: record) }
        }
        let isName = field == .name || field == .expansion
        if isName, stance == .supports {
            let nature = new.nature ?? (field == .expansion ? .expansion : .alias)
            try keepVariant(stated, of: record, as: nature, from: evidence.sourceID)
        } else if new.nature != nil {
            throw MusterError.refused(
                rule: isName
                    ? "a name that a source speaks against is no variant of the record's name"
                    : "only a name or an expansion has a nature", fix: .leaveOut([.nature]))
        }
        return evidence.quote(on: words) != nil
    }

    /// The side that a source takes. Who denies a value is against it, except where the value is the denial.
    func stance(of new: NewCitation, stating stated: String, _ field: FieldName) throws -> Stance {
        let isDenial = field == .value && EnrollmentState(word: stated).map(EnrollmentState.uncounted.contains) == true
        if new.evidence.speech != .denied || isDenial { return new.stance ?? .supports }
        if new.stance == .supports {
            throw MusterError.refused(
                rule: "a source that denies \(quoted(stated)) is not for it", fix: "say that it disputes the value")
        }
        return .disputes
    }

    /// Refuses what is stated of a date and is none: dates have one spelling everywhere, or they could not be compared.
    func refuseUnreadableDate(_ stated: String, of field: FieldName, _ record: RecordID) throws {
        if case .date? = record.kind.field(field)?.type { _ = try StoredDate(typed: stated) }
    }

    /// What is stated by a short id or a code, which no source writes: the record's name for an id, a code as it is.
    private func named(_ stated: String, by field: FieldName, of record: RecordID) throws -> StatedWords? {
        guard case .reference(let kind)? = record.kind.field(field)?.type else { return nil }
        guard let id = kind == .region ? RecordID(stated) : RecordReference(stated).id, id.kind == kind else {
            return nil
        }
        _ = try Resolver(db: db).resolve(RecordReference(id), among: [kind])
        if kind == .region { return .notQuoted(stated) }
        return .notQuoted(try RecordTitles(db: db).title(id))
    }

    /// Reads the name of a citable field, as a person types it.
    ///
    /// - Throws: `MusterError.notInList` with the citable fields of the kind; `MusterError.refused` for what is cited on an event.
    func citedField(of record: RecordID, typed text: String) throws -> FieldName {
        let word = text.lowercased().replacing(" ", with: "_")
        let ofEvents = EventValue.facets(of: record.kind) + [FieldName.value, .date, .cause].map(\.rawValue)
        if record.kind.hasEvents, record.kind.field(FieldName(word: text) ?? .value) == nil, ofEvents.contains(word) {
            throw MusterError.refused(
                rule: "\(quoted(text)) is no field of \(record): it is cited on one of its events",
                fix: .recordEvent(record, value: nil))
        }
        return try record.kind.citedField(typed: text)
    }

    /// Says who states another value than a new citation.
    private func noteContradiction(_ citation: RecordID, _ field: FieldName, of record: RecordID) throws {
        guard let read = try FieldReader(db: db, id: record).field(field), read.isInDispute else { return }
        let isAgainst = read.disputing.contains { $0.citation == citation }
        let others = (isAgainst ? read.supporting : read.disputing).filter { $0.standing == .accepted }
        // A name may be written in many ways, and each is cited.
        if others.isEmpty || field == .name { return }
        note(citation, .contradicted(by: others.map { "\($0.source.words) (\($0.stated))" }))
    }

    /// Refuses days that are all to come, and words that name no record where days of a unit's region, programme or whole are
    /// stated: answers about those days look them up.
    func refuseUnfitDays(_ held: StoredDate, stating stated: String, of field: FieldName, _ record: RecordID) throws {
        if let first = held.earliest, first > today.description {
            throw MusterError.badValue(
                field: "date", value: held.text, rule: "it is after today; what is only planned is not so yet")
        }
        if record.kind == .unit, case .reference(let kind)? = record.kind.field(field)?.type {
            _ = try Resolver(db: db).resolve(RecordReference(stated), among: [kind])
        }
    }

    private func keepVariant(_ text: String, of id: RecordID, as nature: NameNature, from sourceID: Int64) throws {
        if nature == .primary {
            throw MusterError.refused(rule: "a record has one primary name", fix: .edit(id, field: "name", value: "…"))
        }
        let name = try id.kind.clean(text, .name) as String
        if id.kind == .official { try refuseFootnote(name) }
        let known = try db.one(
            Bool.self, "SELECT EXISTS (SELECT 1 FROM name WHERE \(id.kind.column) = ? AND text = ?)",
            arguments: [id.databaseKey, name])
        if !known { try insertName(name, of: id, as: nature, from: sourceID) }
    }
}

extension MusterError {
    /// The refusal of days on which something was so that is said of an event.
    static var heldEvent: MusterError {
        .refused(rule: "what is said of an event has the event's own date", fix: .leaveOut([.day]))
    }
}

extension RecordKind {
    /// Reads the name of a citable field, as a person types it.
    ///
    /// - Throws: `MusterError.notInList` with the citable fields of the kind.
    fileprivate func citedField(typed text: String) throws(MusterError) -> FieldName {
        guard let name = FieldName(word: text), field(name)?.rules.contains(.cited) == true else {
            throw .outside(list: "field of \(words)", value: text, allowed: citedFields.map(\.name.words))
        }
        return name
    }
}
