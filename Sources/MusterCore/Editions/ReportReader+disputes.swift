import GRDB
import MusterValues

extension ReportReader {
    /// The fields that a citation contradicts, and the records whose standing is disputed, by kind and number.
    func disputes() throws -> [Report.Dispute] {
        var fields: [Report.Dispute] = []
        let kinds: [RecordKind] = [.region, .programme, .unit, .official, .post, .enrollment, .event]
        for kind in kinds {
            let rows = try conditions.fetchAll(
                db,
                """
                SELECT DISTINCT \(kind.column) AS record, field FROM citation WHERE stance = 'disputes' AND standing <> 'rejected' \
                AND \(kind.column) IS NOT NULL AND \(kind.column) IN (\(records(of: kind))) ORDER BY 1, 2
                """)
            for row in rows {
                let id =
                    kind == .region ? RecordID(region: try row.get("record")) : RecordID(kind, try row.get("record"))
                let field = try DossierReader(db: db, id: id).field(try row.list("field", FieldName.self))
                fields.append(
                    Report.Dispute(
                        record: id, kind: kind, title: try RecordTitles(db: db).title(id), field: field, note: nil))
            }
        }
        for kind in kinds where kind != .region {
            let rows = try conditions.fetchAll(
                db,
                """
                SELECT id, standing_note FROM \(kind.name) WHERE standing = 'disputed' AND id IN (\(records(of: kind))) \
                ORDER BY id
                """)
            for row in rows {
                let id = RecordID(kind, try row.get("id"))
                fields.append(
                    Report.Dispute(
                        record: id, kind: kind, title: try RecordTitles(db: db).title(id), field: nil,
                        note: try row.get("standing_note")))
            }
        }
        return fields
    }

    /// The SQL for the keys of the records of a kind that the report covers.
    private func records(of kind: RecordKind) -> String {
        let here = conditions.inRegions("region_code")
        let units = "SELECT id FROM unit WHERE \(here ?? "id > 0")"
        let enrollments = "SELECT id FROM enrollment WHERE unit_id IN (\(units))"
        let enrolled = "SELECT official_id FROM enrollment WHERE unit_id IN (\(units)) AND official_id IS NOT NULL"
        let posts = """
            SELECT id FROM post WHERE \(here ?? "id > 0") UNION SELECT id FROM post WHERE official_id IN (\(enrolled))
            """
        return switch kind {
        case .region:
            conditions.inRegions("code").map { "SELECT code FROM region WHERE \($0)" } ?? "SELECT code FROM region"
        case .programme: "SELECT programme_id FROM unit WHERE \(here ?? "id > 0")"
        case .unit: units
        case .official: "SELECT official_id FROM post WHERE \(here ?? "id > 0") UNION \(enrolled)"
        case .post: posts
        case .enrollment: enrollments
        case .event:
            """
            SELECT id FROM event WHERE unit_id IN (\(units)) UNION SELECT id FROM event WHERE post_id IN (\(posts)) \
            UNION SELECT id FROM event WHERE enrollment_id IN (\(enrollments))
            """
        case .source, .citation: "SELECT NULL"
        }
    }
}

extension DossierReader {
    /// One field of the record with the sources' statements.
    func field(_ name: FieldName) throws -> FieldOnRecord {
        let row = try id.row(there: db)
        let statements = try CitedStatement.all(of: id, db)
        return FieldOnRecord(
            field: name, value: try id.kind.field(name).flatMap { try value(of: $0, row, id) },
            statements: statements[name.rawValue] ?? [])
    }
}
