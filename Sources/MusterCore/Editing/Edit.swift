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

    /// Changes fields of a record.
    public init(record: RecordReference, values: [String: String], evidence: Evidence? = nil) {
        self.record = record
        self.values = values
        self.evidence = evidence
    }
}

extension Registry {
    /// Changes fields of a record.
    ///
    /// - Returns: no revision if every field already has its new value.
    /// - Throws: `MusterError` for an unknown or ambiguous record, a field that its kind does not have, a value that is
    ///   refused, or a standing other than accepted without a note.
    public func edit(_ edit: Edit, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "edit a record") { try $0.edit(edit) }
    }
}

extension Transaction {
    func edit(_ edit: Edit) throws {
        let id = try Resolver(db: db).resolve(edit.record, among: RecordKind.allCases)
        if edit.values.isEmpty { throw MusterError.missing(what: "what to change", fix: .give(.changes)) }
        let fields = try id.edited(edit.values)
        let columns = try changes(fields, of: id)
        if id.kind == .enrollment { try refuseUnfitDoubt(of: id, after: columns) }
        let evidence = try edit.evidence.map { try checked($0) }
        let cited = try citedFields(edit, fields, of: id.kind)

        let typed = fields.first { $0.field.name == .name }?.text
        if let name = try id.kind.clean(typed, .name), try RecordTitles(db: db).name(id) != name {
            try rename(id, to: name, from: evidence?.sourceID)
            note(id, .renamed)
        }
        let now = try id.row(there: db)
        let changed = columns.filter { $0.value?.databaseValue ?? .null != now[$0.column] as DatabaseValue }
        if !changed.isEmpty {
            try update(id.kind.name, changed.map { ($0.column, $0.value) }, where: id.kind.key, is: id.databaseKey)
            note(id, .edited(Self.sorted(changed.map(\.field)), uncited: uncited(changed, edit, fields, id.kind)))
        }
        try refuseCircle(of: id)
        try refuseDeathOfOneOrigin(by: id)
        if id.kind == .enrollment { try refuseTooMany(of: id) }
        if id.kind == .unit { try checkDesignation(of: id) }
        try refuseTwin(of: id, by: Set(changed.map(\.column)))
        guard let evidence else { return }
        for (field, value) in cited {
            let citation = try cite(id, field.name, evidence.stated ?? stated(value, for: field), evidence)
            note(citation, .cited(field.name, of: id, stated: nil))
        }
    }

    /// The changes of columns that the typed fields amount to.
    private func changes(_ fields: [TypedField], of id: RecordID) throws -> [ColumnChange] {
        var changes = try fields.flatMap { try $0.field.changes(typed: $0.text, of: id, db) }
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

    /// The changed fields that can be cited but for which no source was given.
    private func uncited(_ changed: [ColumnChange], _ edit: Edit, _ fields: [TypedField], _ kind: RecordKind)
        -> [FieldName]
    {
        if edit.evidence != nil { return [] }
        return Self.sorted(Set(changed.map(\.field)).intersection(citable(fields, kind).map(\.typed)))
    }

    /// Each field once, in alphabetical order.
    private static func sorted(_ fields: some Sequence<FieldName>) -> [FieldName] {
        Set(fields).sorted { $0.rawValue < $1.rawValue }
    }

    /// The fields on which the given source is cited, each with its new value.
    ///
    /// - Throws: `MusterError.refused` if no field can be cited, or if one stated text would go on several fields.
    private func citedFields(_ edit: Edit, _ fields: [TypedField], of kind: RecordKind) throws -> [(Field, String)] {
        guard let evidence = edit.evidence else { return [] }
        let cited = citable(fields, kind).map { ($0.cited, $0.value) }
        if cited.isEmpty {
            throw MusterError.refused(rule: "no source speaks of what is changed here", fix: .leaveOut([.source]))
        }
        if cited.count > 1, evidence.stated != nil {
            throw MusterError.refused(
                rule: "one stated value is cited on one field only; change the others apart")
        }
        return cited
    }

    /// The new values that can be cited, each with the field that was typed and the field that is cited in its place.
    private func citable(_ fields: [TypedField], _ kind: RecordKind) -> [(
        typed: FieldName, cited: Field, value: String
    )] {
        fields.compactMap { field, text in
            guard !text.isEmpty, let cited = kind.field(field.citedAs ?? field.name), cited.rules.contains(.cited)
            else {
                return nil
            }
            return (field.name, cited, text)
        }
    }

    /// A new value in words: a code or a short id becomes the record's name.
    private func stated(_ value: String, for field: Field) throws -> String {
        guard case .reference(let kind) = field.type else { return value }
        let reference = RecordReference(value)
        return try stated(reference, Resolver(db: db).resolve(reference, among: [kind]))
    }
}
