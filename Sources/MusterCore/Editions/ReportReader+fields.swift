import GRDB
import MusterValues

extension ReportReader {
    /// The fields of the regions that a source speaks of, among them who claims and who administers a territory.
    ///
    /// The other fields of a region are reference data, which nobody cites.
    func regionFields() throws -> [ReportedField] {
        let codes: SQL = """
            SELECT DISTINCT region_code FROM citation WHERE region_code IN (\(scope.records(of: .region))) ORDER BY 1
            """
        return try fields(of: codes.all(db) { RecordID(region: try $0.next()) }).filter(\.field.isCited)
    }

    /// The fields of a few records, each with its value or its citations.
    func fields(of records: [RecordID]) throws -> [ReportedField] {
        try records.flatMap { id in
            let record = NamedRecord(id: id, name: try RecordTitles(db: db).title(id))
            let fields = try FieldReader(db: db, id: id).all(in: id.row(there: db))
            return fields.map { ReportedField(record: record, field: $0) }
        }
    }

    /// The fields of posts or of enrollments, of which a report can have thousands: they are read for all at once.
    ///
    /// - Parameters:
    ///   - kind: the kind of the records.
    ///   - numbers: their numbers.
    ///   - named: the records that they refer to; of one that is missing here only the id is shown.
    /// - Returns: the fields by record, in the order of the numbers.
    /// - Throws: `MusterError.unreadable` for a value that a field cannot hold.
    func fields(of kind: RecordKind, _ numbers: [Int64], named: [RecordID: NamedRecord]) throws -> [ReportedField] {
        let subjects = try TimelineSubject.all(kind, Set(numbers), db)
        let said = try TimelineQuery.citations(of: kind, numbers).byOwner(db) { row, _ in
            try TimelineLine.Source(row: &row)
        }
        let readers = try FieldReader.together(kind, numbers.map { RecordID(kind, $0) }, db)
        let rows: SQL = "SELECT * FROM \(sql: kind.name) WHERE id IN \(SQL.list(numbers)) ORDER BY id"
        return try rows.rows(db).flatMap { row -> [ReportedField] in
            let id = RecordID(kind, try row.get("id"))
            let record = NamedRecord(id: id, name: subjects[id.number]?.name)
            let statements = said[id.number] ?? []
            guard let reader = readers[id] else { return [] }
            return try kind.citedFields.compactMap { field in
                let value: FieldValue? = try id.naming { try self.value(of: field, row, named) }
                let own = statements.filter { $0.field == field.name }.compactMap(CitedStatement.init)
                if value == nil, own.isEmpty { return nil }
                return ReportedField(record: record, field: try reader.read(field, value: value, own))
            }
        }
    }

    private func value(of field: Field, _ row: Row, _ named: [RecordID: NamedRecord]) throws -> FieldValue? {
        guard let other = try field.reference(in: row) else { return try field.value(in: row) }
        if let region = try regionNames.region(other.code) { return .region(region) }
        return .record(DescribedRecord(id: other, name: named[other]?.name))
    }
}

extension FieldOnRecord {
    /// True if any citation speaks of the field, even one that the registry rejects.
    var isCited: Bool { !statements.isEmpty }
}
