import GRDB
public import MusterValues

/// Changes to the fields of one record.
public struct Edit: Codable, Hashable, Sendable {
    /// The record, by name, code or short id.
    public var record: String
    /// The new values by field, as a person types them; an empty value takes the field's value away.
    public var values: [String: String]
    /// The source for the new values, cited on each field that can be cited; nil if none is given.
    public var evidence: Evidence?

    /// Changes fields of a record.
    public init(record: String, values: [String: String], evidence: Evidence? = nil) {
        self.record = record
        self.values = values
        self.evidence = evidence
    }
}

extension Registry {
    /// Changes fields of a record.
    ///
    /// - Returns: no revision where every field has its new value already.
    /// - Throws: `MusterError` for an unknown or ambiguous record, a field its kind does not have, a value that is refused,
    ///   or a standing other than accepted without a note.
    public func edit(_ edit: Edit, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "edit a record") { try $0.edit(edit) }
    }
}

extension Transaction {
    func edit(_ edit: Edit) throws {
        let id = try Resolver(db: db).resolve(edit.record, among: RecordKind.allCases)
        if edit.values.isEmpty { throw MusterError.missing(what: "what to change", fix: .give(.changes)) }
        var values = edit.values
        let name = values.removeValue(forKey: "name")
        let columns = try EditableField.columns(of: id, from: values, db: db)
        let grounds = try edit.evidence.map { try self.grounds($0) }
        let cited = try citedFields(edit, of: id)

        if let name = try Text.clean(name, field: "name", limit: 200), try RecordTitles(db: db).name(id) != name {
            guard id.kind.isNamed else {
                throw MusterError.outside(
                    list: "field of \(id.kind.words)", value: "name", allowed: EditableField.names(of: id.kind))
            }
            try rename(id, to: name, from: grounds?.sourceID)
            note(id, "name of \(id) changed")
        }
        let now = try id.row(there: db)
        let changed = columns.filter { $0.value?.databaseValue ?? .null != now[$0.column] as DatabaseValue }
        if !changed.isEmpty {
            try update(id.kind.name, changed.map { ($0.column, $0.value) }, where: id.kind.key, is: id.databaseKey)
            let fields = Set(changed.map(\.field)).sorted().joined(separator: ", ")
            note(id, "\(fields) of \(id) changed\(uncited(changed, edit, id))")
        }
        try refuseCircle(of: id)
        try refuseDeathOfOneOrigin(by: id)
        if id.kind == .enrollment { try refuseTooMany(of: id) }
        if id.kind == .unit { try checkDesignation(of: id) }
        try refuseTwin(of: id, by: Set(changed.map(\.column)))
        guard let grounds else { return }
        for (field, value) in cited {
            let citation = try cite(id, field, grounds.stated ?? stated(value, for: field), grounds)
            note(citation, "\(field.words) of \(id) cited")
        }
    }

    /// A word on values that no source was given for, though one could speak of them; empty where there is none.
    private func uncited(_ changed: [ColumnChange], _ edit: Edit, _ id: RecordID) -> String {
        let fields = Set(changed.map(\.field)).intersection(citable(edit, id).map(\.name)).sorted()
        if edit.evidence != nil || fields.isEmpty { return "" }
        return "; no source is cited for \(fields.joined(separator: ", ").spaced)"
    }

    /// The fields that a given source is cited on, each with its new value.
    ///
    /// - Throws: `MusterError.refused` where there is none, or where one stated text would be put on several.
    private func citedFields(_ edit: Edit, of id: RecordID) throws -> [(CitedField, String)] {
        guard let evidence = edit.evidence else { return [] }
        let fields = citable(edit, id).map { ($0.field, $0.value) }
        if fields.isEmpty {
            throw MusterError.refused(rule: "no source speaks of what is changed here", fix: .leaveOut([.source]))
        }
        if fields.count > 1, evidence.stated != nil {
            throw MusterError.refused(
                rule: "one stated value is cited on one field only; change the others apart")
        }
        return fields
    }

    /// The new values that a source could speak of, by the name the user gives the field.
    private func citable(_ edit: Edit, _ id: RecordID) -> [(name: String, field: CitedField, value: String)] {
        edit.values.sorted { $0.key < $1.key }.compactMap { name, value in
            guard !value.isEmpty, let field = try? CitedField.typed(EditableField.citedName(name), of: id.kind) else {
                return nil
            }
            return (name, field, value)
        }
    }

    /// A new value as words: the name of what was typed as a code or a short id.
    private func stated(_ value: String, for field: CitedField) throws -> String {
        let kinds: [CitedField: RecordKind] = [
            .region: .region, .programme: .programme, .partOf: .unit, .unit: .unit,
        ]
        guard let kind = kinds[field] else { return value }
        return try stated(value, Resolver(db: db).resolve(value, among: [kind]))
    }

    /// Refuses a unit that is left without its designation, or an unnamed one with one.
    func checkDesignation(of id: RecordID) throws {
        let kind = try String.fetchOne(db, sql: "SELECT kind FROM unit WHERE id = ?", arguments: [id.number])
        if try (kind == UnitKind.unnamed.rawValue) != (RecordTitles(db: db).name(id) == nil) {
            throw MusterError.refused(rule: "a unit has a designation, unless it is of kind unnamed")
        }
    }

    /// Refuses a unit that is inside its own part, and a source that is its own origin, in any number of steps.
    func refuseCircle(of id: RecordID) throws {
        guard let link = [RecordKind.unit: "part_of", .source: "derived_from"][id.kind] else { return }
        let isCircle = try db.one(
            Bool.self,
            """
            WITH RECURSIVE chain (id) AS (
                SELECT \(link) FROM \(id.kind.name) WHERE id = :id
                UNION SELECT \(link) FROM \(id.kind.name) JOIN chain USING (id)
            ) SELECT EXISTS (SELECT 1 FROM chain WHERE id = :id)
            """,
            arguments: ["id": id.number])
        if isCircle {
            throw MusterError.refused(
                rule: id.kind == .unit
                    ? "\(id) would be a part of itself; no unit is inside its own part"
                    : "\(id) would be derived from itself; no source is its own origin")
        }
    }
}
