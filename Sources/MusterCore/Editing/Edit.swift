import GRDB

/// Changes to the fields of one record.
public struct Edit: Codable, Hashable, Sendable {
    /// The record, by name, code or short id.
    public var record: String
    /// The new values by field, as a person types them; an empty value takes the field's value away.
    public var values: [String: String]
    /// The source for the new values, cited on each field that can be cited; nil where none is given.
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
    public func edit(_ edit: Edit, by authorship: Authorship) throws(MusterError) -> Written {
        try write(authorship, doing: "edit a record") { try $0.edit(edit) }
    }
}

extension Transaction {
    func edit(_ edit: Edit) throws {
        let id = try Resolver(db: db).resolve(edit.record, among: RecordKind.allCases)
        if edit.values.isEmpty { throw MusterError.missing(what: "what to change", fix: "give field=value") }
        var values = edit.values
        let name = values.removeValue(forKey: "name")
        let columns = try EditableField.columns(of: id, from: values, db: db)
        let grounds = try edit.evidence.map { try self.grounds($0) }
        let cited = try citedFields(edit, of: id)

        if let name = try Text.clean(name, field: "name", limit: 200), try Describer(db: db).name(id) != name {
            guard id.kind.isNamed else {
                throw MusterError.notInList(
                    list: "field of \(id.kind.words)", value: "name", allowed: EditableField.names(of: id.kind))
            }
            try rename(id, to: name, from: grounds?.sourceID)
            note(id, "name of \(id) changed")
        }
        let now = try id.row(db)!
        let changed = columns.filter { $0.value?.databaseValue ?? .null != now[$0.column] as DatabaseValue }
        if id.kind == .source, let origin = changed.first(where: { $0.column == "derived_from" })?.value {
            try refuseCycle(from: id, to: origin)
        }
        if !changed.isEmpty {
            try update(id.kind.name, changed.map { ($0.column, $0.value) }, where: id.kind.key, is: id.databaseKey)
            let fields = Set(changed.map(\.field)).sorted().joined(separator: ", ")
            note(id, "\(fields) of \(id) changed\(uncited(changed, edit, id))")
        }
        if id.kind == .unit { try checkUnit(id) }
        if id.kind == .enrollment, changed.contains(where: { $0.column == "unit_id" }) { try refuseTwice(id) }
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
            throw MusterError.refused(rule: "no source speaks of what is changed here; leave out --source")
        }
        if fields.count > 1, evidence.stated != nil {
            throw MusterError.refused(rule: "--stated is what a source says of one field; change the others apart")
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

    /// Refuses a unit that an edit left without its designation, or inside itself.
    private func checkUnit(_ id: RecordID) throws {
        let kind = try String.fetchOne(db, sql: "SELECT kind FROM unit WHERE id = ?", arguments: [id.number])
        if try (kind == UnitKind.unnamed.rawValue) != (Describer(db: db).name(id) == nil) {
            throw MusterError.refused(rule: "a unit has a designation, unless it is of kind unnamed")
        }
        let isCircle = try Bool.fetchOne(
            db,
            sql: """
                WITH RECURSIVE wholes (id) AS (
                    SELECT part_of FROM unit WHERE id = :id UNION SELECT part_of FROM unit JOIN wholes USING (id)
                ) SELECT EXISTS (SELECT 1 FROM wholes WHERE id = :id)
                """,
            arguments: ["id": id.number])!
        if isCircle {
            throw MusterError.refused(rule: "\(id) would be a part of itself; no unit is inside its own part")
        }
    }

    private func refuseTwice(_ id: RecordID) throws {
        let other = try Int64.fetchOne(
            db,
            sql: """
                SELECT o.id FROM enrollment e JOIN enrollment o ON o.official_id = e.official_id AND o.unit_id = e.unit_id \
                AND o.id <> e.id AND o.standing <> 'rejected' WHERE e.id = ? AND e.standing <> 'rejected'
                """,
            arguments: [id.number]
        ).map { RecordID(.enrollment, $0) }
        if let other {
            throw MusterError.taken(
                what: "the enrollment", value: try Describer(db: db).title(other), id: other.description,
                fix: "set one of them to rejected instead")
        }
    }

    /// Refuses a source that would be derived, by however many steps, from itself.
    private func refuseCycle(from id: RecordID, to origin: any DatabaseValueConvertible) throws {
        let isCycle = try Bool.fetchOne(
            db,
            sql: """
                WITH RECURSIVE origins (id) AS (
                    SELECT :origin UNION SELECT derived_from FROM source JOIN origins USING (id) WHERE derived_from IS NOT NULL
                ) SELECT EXISTS (SELECT 1 FROM origins WHERE id = :own)
                """,
            arguments: ["origin": origin, "own": id.number])!
        if isCycle {
            throw MusterError.refused(rule: "\(id) would be derived from itself; no source is its own origin")
        }
    }
}
