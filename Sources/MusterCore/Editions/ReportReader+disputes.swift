import GRDB
import MusterValues

extension ReportReader {
    /// The fields that a citation contradicts, and the records whose standing is disputed, by kind and number.
    func disputes() throws -> [Report.Dispute] {
        var fields: [Report.Dispute] = []
        let kinds: [RecordKind] = [.region, .programme, .unit, .official, .post, .enrollment, .event]
        for kind in kinds {
            let column = SQL(sql: kind.column)
            let disputed: SQL = """
                SELECT DISTINCT \(column) AS record, field FROM citation WHERE stance = 'disputes' AND standing <> 'rejected' \
                AND \(column) IS NOT NULL AND \(column) IN (\(records(of: kind))) ORDER BY 1, 2
                """
            for row in try disputed.rows(db) {
                let id =
                    kind == .region ? RecordID(region: try row.get("record")) : RecordID(kind, try row.get("record"))
                let field = try DossierReader(db: db, id: id).field(try row.list("field", FieldName.self))
                let judged = kind == .region ? nil : try id.row(there: db)
                fields.append(
                    Report.Dispute(
                        record: id, kind: kind, title: try RecordTitles(db: db).title(id), field: field,
                        standing: try judged?.optionalList("standing"), note: try judged?.get("standing_note")))
            }
        }
        for kind in kinds where kind != .region {
            let disputed: SQL = """
                SELECT id, standing_note FROM \(sql: kind.name) WHERE standing = 'disputed' \
                AND id IN (\(records(of: kind))) ORDER BY id
                """
            for row in try disputed.rows(db) {
                let id = RecordID(kind, try row.get("id"))
                fields.append(
                    Report.Dispute(
                        record: id, kind: kind, title: try RecordTitles(db: db).title(id), field: nil,
                        standing: .disputed, note: try row.get("standing_note")))
            }
        }
        return fields
    }

    /// The SQL for the keys of the records of a kind that the report covers.
    func records(of kind: RecordKind) -> SQL {
        let here = conditions.inRegions("region_code", else: "id > 0")
        let units: SQL = "SELECT id FROM unit WHERE \(here)"
        let enrollments: SQL = "SELECT id FROM enrollment WHERE unit_id IN (\(units))"
        let enrolled: SQL =
            "SELECT official_id FROM enrollment WHERE unit_id IN (\(units)) AND official_id IS NOT NULL"
        let posts: SQL = """
            SELECT id FROM post WHERE \(here) UNION SELECT id FROM post WHERE official_id IN (\(enrolled))
            """
        switch kind {
        case .region: return "SELECT code FROM region WHERE \(conditions.inRegions("code", else: "code > ''"))"
        case .programme: return "SELECT programme_id FROM unit WHERE \(here)"
        case .unit: return units
        case .official: return "SELECT official_id FROM post WHERE \(here) UNION \(enrolled)"
        case .post: return posts
        case .enrollment: return enrollments
        case .event:
            return """
                SELECT id FROM event WHERE unit_id IN (\(units)) UNION SELECT id FROM event WHERE post_id IN (\(posts)) \
                UNION SELECT id FROM event WHERE enrollment_id IN (\(enrollments))
                """
        case .source, .citation: return "SELECT NULL"
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
