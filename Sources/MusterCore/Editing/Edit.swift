import GRDB
public import MusterValues

/// Changes to the fields of one record.
public struct Edit: Codable, Hashable, Sendable {
    /// The record, by name, code or short id.
    public var record: RecordReference
    /// The new values by field, as a person types them; an empty value removes the field's value.
    public var values: [String: String]
    /// The source of the new values, cited on each changed field that can be cited; nil if none is given.
    public var evidence: Evidence?
    /// When the new values are or were so, as the source states; nil if it does not say. It needs a source.
    public var held: EDTF?
    /// The reason for new values that no source states, at most 2000 characters; nil if none is given.
    public var inferred: String?
    /// The path of a file with the kept copy of a source, as in `NewSource.capture`; nil takes none.
    public var capture: String?
    /// The newest revision when the record was read: the edit is refused if what it changes was changed since. Nil does not ask.
    public var unchangedSince: Int64?

    /// Changes fields of a record.
    public init(
        record: RecordReference, values: [String: String], evidence: Evidence? = nil, inferred: String? = nil
    ) {
        self.record = record
        self.values = values
        self.evidence = evidence
        self.inferred = inferred
    }
}

extension Registry {
    /// Changes fields of a record, or decides on a value that sources disagree on: whoever gives the value that is on record
    /// already settles the dispute about it.
    ///
    /// A new value of a field that can be cited needs an accepted citation that states it, a source, or the reason of an
    /// inference. Taking a value away needs none.
    ///
    /// - Returns: no revision if nothing changes.
    /// - Throws: `MusterError` for an unknown or ambiguous record, a field that its kind does not have, a value that is
    ///   refused or that nothing supports, or a standing other than accepted without a note; `MusterError.changedSince` if
    ///   somebody changed it since the revision that the edit names.
    public func edit(_ edit: Edit, by authorship: Authorship) throws(MusterError) -> WriteResult {
        var edit = edit
        if let capture = edit.capture {
            if edit.values[FieldName.sha256.rawValue] != nil { throw Capture.digestGiven }
            edit.values[FieldName.sha256.rawValue] = try Capture.sha256(ofFile: capture)
        }
        return try write(authorship, doing: "edit a record") { [edit] in try $0.edit(edit) }
    }
}

extension Transaction {
    func edit(_ edit: Edit) throws {
        let id = try Resolver(db: db).resolve(edit.record, among: RecordKind.allCases)
        // A judgement tells nothing of the record itself.
        let isJudgement = edit.values["standing"] != nil && edit.values.keys.allSatisfy(["standing", "note"].contains)
        if !isJudgement { try refuseRedacted(id) }
        let edit = try dated(edit, of: id)
        if edit.values.isEmpty { throw MusterError.missing(what: "what to change", fix: .give(.changes)) }
        let fields = try id.edited(edit.values)
        if let revision = edit.unchangedSince { try refuseChanged(since: revision, id, fields) }
        let derivations = try DerivationEdit(fields, of: id, db)
        let columns = try changes(fields, of: id) + (derivations?.columns ?? [])
        if id.kind == .enrollment { try refuseUnfitDoubt(of: id, after: columns) }
        let evidence = try edit.evidence.map { try checked($0) }
        let held = try held(edit, of: id, fields)
        let cited = try citedFields(edit, fields, of: id.kind)
        let inferred = try edit.inferred.map { try Text.clean($0, field: "reason", limit: 2000) }

        let typed = fields.first { $0.field.name == .name }?.text
        var decided: Set<FieldName> = []
        if let name = try id.kind.clean(typed, .name), try RecordTitles(db: db).name(id) != name {
            if id.kind == .official { try refuseFootnote(name) }
            try rename(id, to: name, from: evidence?.sourceID, old: held == nil ? .alias : .former)
            note(id, .renamed)
            decided.insert(.name)
        }
        let now = try id.row(there: db)
        let changed = columns.filter { $0.value?.databaseValue ?? .null != now[$0.column] as DatabaseValue }
        try derivations?.remove(in: self)
        if id.kind == .citation { try refuseUnreadableDate(of: id, after: changed) }
        if id.kind == .unit { try refuseTakenPlace(of: id, after: changed) }
        if id.kind == .event { try refuseUnfitLinks(of: id, after: changed) }
        if !changed.isEmpty {
            try update(id.kind.name, changed.map { ($0.column, $0.value) }, where: id.kind.key, is: id.databaseKey)
        }
        try derivations?.add(to: id, in: self)
        let all = Set(changed.map(\.field)).union(derivations?.changed ?? [])
        if !all.isEmpty { note(id, .edited(all.sorted { $0.rawValue < $1.rawValue })) }
        try refuseCircle(of: id)
        try refuseDeathOfOneOrigin(by: id)
        if id.kind == .enrollment {
            try refuseTooMany(of: id)
            if changed.contains(where: { $0.field == .ends }) { try refuseEndBeforeBeginning(of: id) }
        }
        if id.kind == .unit { try checkDesignation(of: id) }
        if id.kind == .event {
            try refuseUnfitSuccession(id)
            if let enrollment: Int64 = try now.get("enrollment_id") {
                try refuseEndBeforeBeginning(of: RecordID(.enrollment, enrollment))
            }
        }
        if id.kind == .source { try checkSource(id, Set(changed.map(\.field))) }
        try refuseTwin(of: id, by: Set(changed.map(\.column)))
        if let evidence {
            for (field, value) in cited {
                let words = try evidence.stated.map(StatedWords.typed) ?? stated(value, for: field)
                // Words that cannot be read mean what was put on record with them, so that a new value has its own citation.
                let isNew = decided.contains(field.name) || changed.contains { $0.field == field.name }
                if try !isNew && isCited(id, field.name, words, evidence, held: held) { continue }
                let citation = try cite(id, field.name, words, evidence, held: held)
                note(citation, .cited(field.name, of: id, stated: nil))
            }
        }
        decided.formUnion(changed.map(\.field))
        try conclude(id, fields, changed: decided, inferred: inferred, cited: evidence != nil)
    }

    /// The changes of columns that the typed fields amount to.
    private func changes(_ fields: [TypedField], of id: RecordID) throws -> [ColumnChange] {
        var changes = try fields.filter { !DerivationEdit.isAbout($0.field, of: id) }
            .flatMap { try $0.field.changes(typed: $0.text, of: id, db) }
        let names = fields.map(\.field.name)
        if id.kind == .citation, names.contains(.stated), !names.contains(.wording) {
            changes.append(ColumnChange(field: .wording, column: "wording", value: nil))
        }
        let note = fields.first { $0.field.name == .note }?.text
        if let standing = fields.first(where: { $0.field.name == .standing }).flatMap({ Standing(word: $0.text) }) {
            if standing != .accepted, note ?? "" == "" {
                throw MusterError.missing(
                    what: "the reason for standing \(quoted(standing.words))", fix: .give(.note))
            }
            if standing == .accepted, note == nil {
                changes.append(ColumnChange(field: .note, column: "standing_note", value: nil))
            }
        }
        return changes
    }

    /// Refuses a group that would be perhaps the same as one that it cannot be, or leave the unit of one that it may be.
    private func refuseUnfitDoubt(of id: RecordID, after columns: [ColumnChange]) throws {
        let row = try id.row(there: db)
        let changed = Dictionary(columns.map { ($0.column, $0.value?.databaseValue ?? .null) }) { $1 }
        func number(_ column: String) throws -> Int64? {
            Int64.fromDatabaseValue(try changed[column] ?? row.get(column) as DatabaseValue)
        }
        let (unit, other) = (try number("unit_id"), try number("perhaps_same_as"))
        if let unit, let other, changed["perhaps_same_as"] != nil {
            let size = try GroupSize(row: row).map { size in
                GroupSize(
                    least: try number("group_least").map(Int.init) ?? size.least,
                    most: try number("group_most").map(Int.init))
            }
            try refuseUnfitDoubt(
                of: id, in: RecordID(.unit, unit), size, as: RecordID(.enrollment, other))
        } else if unit != (try row.get("unit_id") as Int64) {
            try refuseParting(id, from: other)
        }
    }

    /// The fields on which the given source is cited, each with its new value.
    ///
    /// - Throws: `MusterError.refused` if no field can be cited, or if one stated text would go on several fields.
    private func citedFields(_ edit: Edit, _ fields: [TypedField], of kind: RecordKind) throws -> [(Field, String)] {
        let cited = citable(fields, kind).map { ($0.cited, $0.value) }
        if cited.isEmpty, edit.evidence != nil {
            throw MusterError.refused(rule: "no source speaks of what is changed here", fix: .leaveOut([.source]))
        }
        if edit.inferred != nil, !fields.contains(where: { kind.citedField(of: $0.field) != nil }) {
            throw MusterError.refused(rule: "no source speaks of what is changed here", fix: .leaveOut([.inferred]))
        }
        guard let evidence = edit.evidence else { return [] }
        if edit.inferred != nil {
            throw MusterError.refused(
                rule: "a value that a source states is no inference", fix: .leaveOut([.inferred]))
        }
        if cited.count > 1, evidence.stated != nil {
            throw MusterError.refused(
                rule: "one stated value is cited on one field only; change the others apart")
        }
        return cited
    }

    /// The new values that can be cited, each with the field that was typed and the field that is cited in its place.
    func citable(_ fields: [TypedField], _ kind: RecordKind) -> [(
        typed: FieldName, cited: Field, value: String
    )] {
        fields.compactMap { field, text in
            text.isEmpty ? nil : kind.citedField(of: field).map { (field.name, $0, text) }
        }
    }

    /// A new value in words: a code or a short id becomes the record's name.
    private func stated(_ value: String, for field: Field) throws -> StatedWords {
        guard case .reference(let kind) = field.type else { return .typed(value) }
        let reference = RecordReference(value)
        return try stated(reference, Resolver(db: db).resolve(reference, among: [kind]))
    }
}
