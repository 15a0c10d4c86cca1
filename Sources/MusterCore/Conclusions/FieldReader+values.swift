import GRDB
import MusterValues

extension FieldReader {
    /// The value that the record holds in a field; nil if it holds none.
    func value(of field: Field, in row: Row) throws -> FieldValue? {
        if id.kind == .source, [.derivedFrom, .relation].contains(field.name) {
            return try derivations(field.name)
        }
        if let other = try field.reference(in: row) { return try value(other) }
        if let conclusion = conclusions[field.name], field.isOnlySaid { return conclusion.value.map(FieldValue.text) }
        return switch field.name {
        case .name: try RecordTitles(db: db).name(id).map(FieldValue.text)
        case .expansion: try expansions()
        default: try field.value(in: row)
        }
    }

    /// The sources that a source repeats, or how it repeats each of them, in the same order; nil if it repeats none.
    private func derivations(_ name: FieldName) throws -> FieldValue? {
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
    private func expansions() throws -> FieldValue? {
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
}
