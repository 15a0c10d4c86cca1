public import MusterValues

extension Dossier {
    /// A row of the dossier: one citation, or one field that has no citation.
    public struct Line: ListingRow {
        /// The record that the field belongs to, or its event.
        public let record: RecordID
        /// The field.
        public let field: FieldName
        /// The registry's value; nil if it holds none.
        public let value: FieldValue?
        /// The citation; nil if there is none.
        public let statement: CitedStatement?

        /// The columns.
        public static let columns: [Column<Line>] = [
            Column("record") { .record($0.record) },
            Column("field") { .list($0.field) },
            Column("value") { $0.value?.cell },
            Column("stance") { ($0.statement?.stance).map { .list($0) } },
            Column("standing") { ($0.statement?.standing).map { .list($0) } },
            Column("stated") { ($0.statement?.stated).map(Value.text) },
            Column("source") { ($0.statement?.source.id).map(Value.record) },
            Column("title") { $0.statement?.source.name.map(Value.text) },
            Column("locator") { ($0.statement?.locator).map(Value.text) },
            Column("speaker") { ($0.statement?.speaker).map(Value.text) },
            Column("speech") { ($0.statement?.speech).map { .list($0) } },
            Column("wording") { ($0.statement?.wording).map { .list($0) } },
            Column("quote") { ($0.statement?.quote).map(Value.text) },
            Column("citation") { ($0.statement?.citation).map(Value.record) },
        ]
    }

    /// The value that the register holds in a field; nil if it holds none and only sources speak of the field.
    ///
    /// A source says in `group` that an official is one of a group. The register holds that as a membership, and not in words on the
    /// official's enrollment; so the value there is the groups.
    public func concluded(_ field: FieldOnRecord) -> FieldValue? {
        if field.value != nil || field.field != .group || id.kind != .enrollment { return field.value }
        let groups = related.filter { $0.relation == .group }.map { group in
            FieldValue.record(DescribedRecord(id: group.id, name: group.name))
        }
        return groups.count > 1 ? .several(groups) : groups.first
    }

    /// The dossier as rows: each field of the record and of its events, once for each citation.
    public var lines: [Line] {
        let all: [(RecordID, FieldOnRecord, FieldValue?)] =
            fields.map { (id, $0, concluded($0)) }
            + events.flatMap { event in event.fields.map { (event.id, $0, $0.value) } }
        return all.flatMap { record, field, value in
            let statements: [CitedStatement?] = field.notRejected + field.rejected
            return (statements.isEmpty ? [nil] : statements).map {
                Line(record: record, field: field.field, value: value, statement: $0)
            }
        }
    }
}
