import GRDB
import MusterValues

/// Reads the records of an export with their evidence, a few hundred at a time. Rejected records, and what belongs to them, are
/// left out.
struct ExportReader {
    let db: Database
    let selection: ExportSelection
    /// The day that is asked about.
    let day: AskedDay

    /// The records of a kind that have something rejected above them are left out, too.
    private static let owners: [RecordKind: [(kind: RecordKind, column: String)]] = [
        .post: [(.official, "official_id")], .enrollment: [(.official, "official_id"), (.unit, "unit_id")],
    ]

    /// The condition that a record is neither rejected nor a part of one that is.
    ///
    /// - Parameters:
    ///   - kind: the kind of the record, not a citation.
    ///   - alias: the name of its table in the query.
    /// - Returns: SQL that is never NULL.
    static func stands(_ kind: RecordKind, _ alias: String) -> String {
        if [.region, .source].contains(kind) { return "true" }
        let owners =
            kind == .event
            ? RecordKind.withEvents.map { ($0, $0.column) } : (owners[kind] ?? []).map { ($0.kind, $0.column) }
        let above = owners.map { owner, column in
            let isRejected = "NOT (\(stands(owner, "\(alias)_\(owner.name)")))"
            return """
                NOT EXISTS (SELECT 1 FROM \(owner.name) \(alias)_\(owner.name) \
                WHERE \(alias)_\(owner.name).id = \(alias).\(column) AND \(isRejected))
                """
        }
        return (["\(alias).standing <> 'rejected'"] + above).joined(separator: " AND ")
    }

    /// True if a record is in the export: an export holds whatever its records name, unless it is rejected.
    func holds(_ id: RecordID) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: "SELECT \(Self.stands(id.kind, "x")) FROM \(id.kind.name) x WHERE x.\(id.kind.key) = ?"),
            arguments: [id.databaseKey]) ?? false
    }

    /// Passes on the records of a kind in the order of their ids, in batches that are never empty.
    ///
    /// - Parameters:
    ///   - kind: the kind; events and citations come with their records.
    ///   - use: takes a batch. It may ask the same connection.
    /// - Throws: every error of `use`, and `MusterError.unreadable` for a value that a field cannot hold.
    func each(_ kind: RecordKind, _ use: ([ExportedRecord]) throws -> Void) throws {
        let sql = "SELECT x.* \(source(of: kind)) ORDER BY x.\(kind.key)"
        let cursor = try Row.fetchCursor(db, sql: sql)
        var batch: [Row] = []
        while let row = try cursor.next() {
            batch.append(row.copy())
            if batch.count < 250 { continue }
            try use(records(kind, batch))
            batch.removeAll(keepingCapacity: true)
        }
        if !batch.isEmpty { try use(records(kind, batch)) }
    }

    /// The number of records of a kind.
    func count(_ kind: RecordKind) throws -> Int { try db.one(Int.self, "SELECT count(*) \(source(of: kind))") }

    private func source(of kind: RecordKind) -> String {
        "FROM \(kind.name) x WHERE \(selection.holds(kind, "x.\(kind.key)")) AND \(Self.stands(kind, "x"))"
    }

    private func records(_ kind: RecordKind, _ rows: [Row]) throws -> [ExportedRecord] {
        var records = try plain(kind, rows)
        let numbers = records.map(\.id.number)
        if kind.isNamed {
            let names = try names(kind, records.map(\.id))
            for index in records.indices { records[index].names = names[records[index].id] ?? [] }
        }
        if [.official, .post, .enrollment].contains(kind) {
            let people = records.map { kind == .official ? $0.id : $0.reference(.official) }
            let deaths = try deaths(of: people.compactMap(\.self?.number))
            for (index, person) in zip(records.indices, people) {
                records[index].deaths = person.flatMap { deaths[$0.number] } ?? []
            }
        }
        guard kind.hasEvents else { return records }
        let states = try StatesOnRecord.all(of: kind, numbers, on: day, db)
        let now = AskedDay(day.given ?? Period(day.today), isThroughout: day.isThroughout, today: day.today)
        let grades = try StatesOnRecord.grades(of: kind, numbers, on: now, db) ?? [:]
        let events = try events(kind, numbers)
        for index in records.indices {
            let number = records[index].id.number
            (records[index].state, records[index].grade) = (states[number], grades[number])
            records[index].events = events[number] ?? []
        }
        return records
    }

    /// The records with their fields and citations alone.
    private func plain(_ kind: RecordKind, _ rows: [Row]) throws -> [ExportedRecord] {
        let ids = try rows.map { try Self.id(kind, $0) }
        let citations = try kind.citedFields.isEmpty ? [:] : ExportedCitation.all(of: kind, Self.keys(ids), db)
        let conclusions = try kind.citedFields.isEmpty ? [:] : conclusions(kind, ids)
        return try zip(ids, rows).map { id, row in
            let own = citations[id.databaseKey.databaseValue] ?? []
            let reader = FieldReader(db: db, id: id, conclusions: conclusions[id] ?? [:], countsOrigins: false)
            return try id.naming { try record(id, row, own, reader) }
        }
    }

    private func record(_ id: RecordID, _ row: Row, _ citations: [ExportedCitation], _ reader: FieldReader) throws
        -> ExportedRecord
    {
        var (values, fields): ([FieldName: FieldValue], [FieldName: FieldOnRecord]) = ([:], [:])
        for field in id.kind.fields {
            let value = try reader.value(of: field, in: row)
            values[field.name] = value
            if !field.rules.contains(.cited) { continue }
            let own = citations.filter { $0.field == field.name }.map(\.statement)
            if value != nil || !own.isEmpty { fields[field.name] = try reader.read(field, value: value, own) }
        }
        return ExportedRecord(id: id, values: values, fields: fields, citations: citations)
    }

    private func conclusions(_ kind: RecordKind, _ ids: [RecordID]) throws -> [RecordID: [FieldName: Conclusion]] {
        if kind == .region {
            return Dictionary(uniqueKeysWithValues: try ids.map { ($0, try Conclusion.all(of: $0, db)) })
        }
        let all = try Conclusion.all(of: kind, ids.map(\.number), db)
        return Dictionary(uniqueKeysWithValues: all.map { (RecordID(kind, $0), $1) })
    }

    private func events(_ kind: RecordKind, _ numbers: [Int64]) throws -> [Int64: [ExportedEvent]] {
        let sql: SQL = """
            SELECT v.* FROM event v WHERE v.\(sql: kind.column) IN \(SQL.list(numbers)) AND v.standing <> 'rejected' ORDER BY +v.id
            """
        return try events(sql.rows(db), by: kind.column)
    }

    /// The deaths of officials, by number; one that is only foretold has killed nobody.
    private func deaths(of officials: [Int64]) throws -> [Int64: [ExportedEvent]] {
        if officials.isEmpty { return [:] }
        let sql: SQL = """
            SELECT v.*, e.official_id FROM enrollment e CROSS JOIN event v ON v.enrollment_id = e.id AND v.value = 'killed' \
            WHERE e.official_id IN \(SQL.list(officials)) AND \(sql: Self.stands(.event, "v")) ORDER BY v.id
            """
        return try events(sql.rows(db), by: RecordKind.official.column).mapValues { $0.filter { !$0.isPlan } }
    }

    private func events(_ rows: [Row], by owner: String) throws -> [Int64: [ExportedEvent]] {
        if rows.isEmpty { return [:] }
        let numbers = try rows.map { try $0.get("id") as Int64 }
        let foretold = Set(try Sightings.foretold(numbers).all(db) { row in try row.next() as Int64 })
        let today = day.today.description
        let events = try zip(plain(.event, rows), rows).map { record, row in
            try record.id.naming {
                let date = try row.date(["date", "earliest", "latest"])
                let isLater = date?.earliest.map { $0 > today } ?? false
                return ExportedEvent(
                    record: record, value: try row.eventValue(), date: date,
                    isPlan: isLater || foretold.contains(record.id.number))
            }
        }
        let owners = try rows.map { try $0.get(owner) as Int64 }
        return Dictionary(grouping: zip(owners, events)) { $0.0 }.mapValues { $0.map(\.1) }
    }

    private func names(_ kind: RecordKind, _ ids: [RecordID]) throws -> [RecordID: [Dossier.Variant]] {
        let sql: SQL = """
            SELECT n.\(sql: kind.column) AS owner, n.text, n.script, n.nature, n.source_id, s.title FROM name n \
            LEFT JOIN source s ON s.id = n.source_id WHERE n.\(sql: kind.column) IN \(try Self.keys(ids)) \
            ORDER BY n.nature <> 'primary', +n.id
            """
        var names: [RecordID: [Dossier.Variant]] = [:]
        for row in try sql.rows(db) {
            let owner = try kind.reference("owner", in: row)
            guard let owner else { continue }
            names[owner, default: []].append(try Dossier.Variant(row: row))
        }
        return names
    }

    private static func id(_ kind: RecordKind, _ row: Row) throws -> RecordID {
        kind == .region ? RecordID(region: try row.get("code")) : RecordID(kind, try row.get("id"))
    }

    /// The keys of records of one kind, to be put after IN.
    private static func keys(_ ids: [RecordID]) throws -> SQL {
        ids.first?.kind == .region ? try SQL.list(ids.compactMap(\.code)) : SQL.list(ids.map(\.number))
    }
}
