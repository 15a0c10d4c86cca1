import GRDB
import MusterValues

/// Reads a dossier from the store.
struct DossierReader {
    let db: Database
    let id: RecordID

    func dossier() throws -> Dossier { try id.naming(read) }

    private func read() throws -> Dossier {
        let row = try id.row(there: db)
        let (fields, events) = (try fields(of: id, row), try events())
        return Dossier(
            id: id, kind: id.kind, title: try RecordTitles(db: db).title(id),
            standing: try row.optionalList("standing"),
            standingNote: try row.get("standing_note"),
            revision: try row.get("revision"), fields: fields, names: try names(), events: events,
            related: try belonging() + doubts() + members() + ends() + merged())
    }

    /// The fields that have a value or a citation. The fields of a source or a citation are never cited.
    func fields(of id: RecordID, _ row: Row) throws -> [FieldOnRecord] {
        let cited = id.kind.citedFields
        let statements = cited.isEmpty ? [:] : try CitedStatement.all(of: id, db)
        let reader = try FieldReader(db: db, id: id)
        return try (cited.isEmpty ? id.kind.fields : cited).compactMap { field in
            let value = try value(of: field, row, id, reader.conclusions)
            let all = statements[field.name.rawValue] ?? []
            return value == nil && all.isEmpty ? nil : try reader.read(field, value: value, all)
        }
    }

    /// One field of the record with the sources' statements; nil if its kind does not have it.
    func field(_ name: FieldName) throws -> FieldOnRecord? {
        guard let field = id.kind.field(name) else { return nil }
        let reader = try FieldReader(db: db, id: id)
        let value = try value(of: field, id.row(there: db), id, reader.conclusions)
        return try reader.read(field, value: value, CitedStatement.all(of: id, db)[name.rawValue] ?? [])
    }

    /// The value that the record holds in a field; nil if it holds none.
    func value(of field: Field, _ row: Row, _ id: RecordID, _ conclusions: [FieldName: Conclusion] = [:]) throws
        -> FieldValue?
    {
        if id.kind == .source, [.derivedFrom, .relation].contains(field.name) {
            return try derivations(field.name, of: id)
        }
        if let other = try field.reference(in: row) { return try value(other) }
        if let conclusion = conclusions[field.name], field.isOnlySaid { return conclusion.value.map(FieldValue.text) }
        return switch field.name {
        case .name: try RecordTitles(db: db).name(id).map(FieldValue.text)
        case .expansion: try expansions(of: id)
        default: try field.value(in: row)
        }
    }

    /// The sources that a source repeats, or how it repeats each of them, in the same order; nil if it repeats none.
    private func derivations(_ name: FieldName, of id: RecordID) throws -> FieldValue? {
        let items = try SourceDerivations(of: id, db).items
        let values: [FieldValue]
        if name == .derivedFrom {
            values = try items.map { try value(RecordID(.source, $0.source)) }
        } else {
            let isOneWord = Set(items.map(\.relation)).count == 1
            values = (isOneWord ? Array(items.prefix(1)) : items).map { .word($0.relation.rawValue) }
        }
        return values.count > 1 ? .several(values) : values.first
    }

    private func value(_ id: RecordID) throws -> FieldValue {
        let titles = RecordTitles(db: db)
        guard let code = id.code else { return .record(try titles.brieflyDescribed(id)) }
        return .region(NamedRegion(code: code, name: try titles.title(id)))
    }

    /// The expansions that a source stands for. One that is only disputed or rejected is what a source says, not what the
    /// registry concludes.
    private func expansions(of id: RecordID) throws -> FieldValue? {
        let names = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT n.text FROM name n WHERE n.\(id.kind.column) = :id AND n.nature = 'expansion' AND (EXISTS (\
                    SELECT 1 FROM citation c WHERE c.\(id.kind.column) = :id AND c.field = 'expansion' AND c.stated = n.text \
                    AND c.stance = 'supports' AND c.standing <> 'rejected') OR NOT EXISTS (\
                    SELECT 1 FROM citation c WHERE c.\(id.kind.column) = :id AND c.field = 'expansion' AND c.stated = n.text)) \
                    ORDER BY n.text
                    """),
            arguments: ["id": id.databaseKey])
        return names.isEmpty ? nil : .names(names)
    }

    func names() throws -> [Dossier.Variant] {
        guard id.kind.isNamed else { return [] }
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT n.text, n.script, n.nature, n.source_id, s.title FROM name n \
                    LEFT JOIN source s ON s.id = n.source_id WHERE n.\(id.kind.column) = ? \
                    ORDER BY n.nature <> 'primary', n.id
                    """),
            arguments: [id.databaseKey])
        return try rows.map { row in
            let source = try RecordKind.source.reference("source_id", in: row)
            return Dossier.Variant(
                text: try row.get("text"), script: try row.get("script"),
                nature: try row.list("nature", NameNature.self),
                source: try source.map { NamedRecord(id: $0, name: try row.get("title")) })
        }
    }

    private func events() throws -> [Dossier.Event] {
        guard id.kind.hasEvents else { return [] }
        let column = SQL(sql: "v.\(id.kind.column)")
        let query: SQL = "SELECT v.* FROM event v WHERE \(column) = \(id.number) ORDER BY \(SQL.byDay("v"))"
        return try query.rows(db).map { row in
            let event = RecordID(.event, try row.get("id"))
            return Dossier.Event(
                id: event, value: try event.naming(row.eventValue), date: try row.date(["date", "earliest", "latest"]),
                standing: try row.list("standing", Standing.self), standingNote: try row.get("standing_note"),
                fields: try fields(of: event, row))
        }
    }
}
