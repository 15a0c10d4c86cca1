import GRDB
import MusterValues

/// Reads a dossier from the store.
struct DossierReader {
    let db: Database
    let id: RecordID

    func dossier() throws -> Dossier {
        let row = try id.row(there: db)
        let (fields, events) = (try fields(of: id, row), try events())
        let voices = (fields + events.flatMap(\.fields)).flatMap { $0.supporting + $0.disputing }
        return Dossier(
            id: id, kind: id.kind.name, title: try RecordTitles(db: db).title(id),
            standing: try row.optionalList("standing"),
            standingNote: try row.get("standing_note"),
            revision: try row.get("revision"), fields: fields, names: try names(), events: events,
            related: try related() + members() + merged(),
            origins: try SourceOrigins(db: db).of(voices.map(\.source.number)).count)
    }

    func fields(of id: RecordID, _ row: Row) throws -> [FieldOnRecord] {
        let cited = CitedField.fields(of: id.kind)
        guard !cited.isEmpty else {
            return try ownFields(row).map { FieldOnRecord(field: $0.0, value: $0.1, voices: []) }
        }
        let voices = try CitedStatement.all(of: id, db)
        return try cited.compactMap { field in
            let value = try value(of: field, row, id)
            let heard = voices[field.rawValue] ?? []
            return value == nil && heard.isEmpty ? nil : FieldOnRecord(field: field.words, value: value, voices: heard)
        }
    }

    /// The fields of a source or a citation, on which there are no citations.
    private func ownFields(_ row: Row) throws -> [(String, String)] {
        let hidden: Set = ["id", "revision", "published_earliest", "published_latest"]
        return try row.compactMap { column, value in
            guard !hidden.contains(column), !value.isNull else { return nil }
            let text = String.fromDatabaseValue(value) ?? Int64.fromDatabaseValue(value).map(String.init) ?? ""
            switch column {
            case "derived_from":
                return ("derived from", try RecordTitles(db: db).words(RecordID(.source, row.get(column))))
            case "source_id": return ("source", try RecordTitles(db: db).words(RecordID(.source, row.get(column))))
            case "region_code": return ("of", try RecordTitles(db: db).words(RecordID(region: text)))
            case "kind", "relation", "stance", "speech", "field": return (column, text.spaced)
            default:
                if let kind = RecordKind.allCases.first(where: { $0.column == column }) {
                    return ("of", try RecordTitles(db: db).words(RecordID(kind, row.get(column))))
                }
                return (column, text)
            }
        }
    }

    func value(of field: CitedField, _ row: Row, _ id: RecordID) throws -> String? {
        switch field {
        case .name: try RecordTitles(db: db).name(id)
        case .expansion:
            try String.fetchOne(
                db.cachedStatement(
                    sql:
                        "SELECT group_concat(text, '; ') FROM name WHERE \(id.kind.column) = ? AND nature = 'expansion'"
                ),
                arguments: [id.databaseKey])
        case .region: try referred(row, id.kind == .enrollment ? "group_region" : "region_code", .region)
        case .level, .kind:
            (try row.get(id.kind == .enrollment ? "group_" + field.rawValue : field.rawValue) as String?)?.spaced
        case .parent: try referred(row, "parent", .region)
        case .programme: try referred(row, "programme_id", .programme)
        case .partOf: try referred(row, "part_of", .unit)
        case .unit: try referred(row, "unit_id", .unit)
        case .official: try referred(row, "official_id", .official)
        case .group: try row.get("group_who")
        case .groupSize:
            try (try row.get("group_least") as Int?).map { Headcount.words(least: $0, most: try row.get("group_most")) }
        case .value: try happening(row)
        case .contract, .concludedBy:
            try (row.get(field.rawValue) as String?).flatMap { $0 == ContractKind.notStated.rawValue ? nil : $0.spaced }
        case .ordinal: (try row.get("ordinal") as Int?).map(String.init)
        default: row.hasColumn(field.rawValue) ? try row.get(field.rawValue) as String? : nil
        }
    }

    private func happening(_ row: Row) throws -> String {
        EventValue.words(value: try row.get("value"), least: try row.get("least"), most: try row.get("most"))
    }

    private func referred(_ row: Row, _ column: String, _ kind: RecordKind) throws -> String? {
        if kind == .region {
            return try (try row.get(column) as String?).map { try RecordTitles(db: db).words(RecordID(region: $0)) }
        }
        return try (try row.get(column) as Int64?).map { try RecordTitles(db: db).words(RecordID(kind, $0)) }
    }

    func names() throws -> [Dossier.Variant] {
        guard id.kind.isNamed else { return [] }
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT text, script, nature, source_id FROM name WHERE \(id.kind.column) = ? \
                    ORDER BY nature <> 'primary', id
                    """),
            arguments: [id.databaseKey])
        return try rows.map { row in
            Dossier.Variant(
                text: try row.get("text"), script: try row.get("script"),
                nature: try row.list("nature", NameNature.self),
                source: (try row.get("source_id") as Int64?).map { RecordID(.source, $0) })
        }
    }

    private func events() throws -> [Dossier.Event] {
        guard [.unit, .post, .enrollment].contains(id.kind) else { return [] }
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM event WHERE \(id.kind.column) = ? ORDER BY id", arguments: [id.number])
        return try rows.map { row in
            let event = RecordID(.event, try row.get("id"))
            return Dossier.Event(
                id: event, words: try happening(row), date: try row.get("date"), earliest: try row.get("earliest"),
                latest: try row.get("latest"),
                standing: try row.list("standing", Standing.self), standingNote: try row.get("standing_note"),
                fields: try fields(of: event, row))
        }
    }

    /// The records that point to this one, by kind.
    private func related() throws -> [WriteResult.Change] {
        let pointers: [(RecordKind, String)] =
            switch id.kind {
            case .region: [(.unit, "region_code"), (.post, "region_code"), (.enrollment, "group_region")]
            case .programme: [(.unit, "programme_id")]
            case .unit: [(.unit, "part_of"), (.enrollment, "unit_id")]
            case .official: [(.post, "official_id"), (.enrollment, "official_id")]
            case .source: [(.source, "derived_from"), (.citation, "source_id")]
            case .post, .enrollment, .event, .citation: []
            }
        return try pointers.flatMap { kind, column in
            let numbers = try Int64.fetchAll(
                db, sql: "SELECT id FROM \(kind.name) WHERE \(column) = ? ORDER BY id", arguments: [id.databaseKey])
            return try numbers.map {
                let related = RecordID(kind, $0)
                return WriteResult.Change(id: related, words: try RecordTitles(db: db).title(related))
            }
        }
    }

    /// Of a group those of it who are named, of an official's enrollment the groups it is of.
    private func members() throws -> [WriteResult.Change] {
        guard id.kind == .enrollment else { return [] }
        return try [("group_id", "member_id", "one of the group"), ("member_id", "group_id", "of the group")]
            .flatMap { own, other, words in
                try Int64.fetchAll(
                    db, sql: "SELECT \(other) FROM group_member WHERE \(own) = ? ORDER BY \(other)",
                    arguments: [id.number]
                ).map { number in
                    let related = RecordID(.enrollment, number)
                    return WriteResult.Change(
                        id: related, words: "\(words): \(try RecordTitles(db: db).title(related))")
                }
            }
    }

    private func merged() throws -> [WriteResult.Change] {
        try MergeLookup(db: db).merged(into: id).map {
            WriteResult.Change(id: $0.id, words: "merged into it in revision \($0.revision)")
        }
    }
}
