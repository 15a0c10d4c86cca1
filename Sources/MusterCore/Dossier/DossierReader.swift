import GRDB
import MusterValues

/// Reads a dossier from the store.
struct DossierReader {
    let db: Database
    let id: RecordID

    func dossier() throws -> Dossier { try id.naming(read) }

    private func read() throws -> Dossier {
        let row = try id.row(there: db)
        let (fields, events) = (try FieldReader(db: db, id: id).all(in: row), try events())
        return Dossier(
            id: id, kind: id.kind, title: try RecordTitles(db: db).title(id),
            standing: try row.optionalList("standing"),
            standingNote: try row.get("standing_note"),
            revision: try row.get("revision"), changed: try changed(), fields: fields, names: try names(),
            events: events,
            related: try belonging() + doubts() + members() + ends() + merged())
    }

    /// The newest revision that changed the record or what is told of it; what went counts, too.
    private func changed() throws -> Int64 {
        let own = "SELECT revision FROM \(id.kind.name)_history WHERE \(id.kind.key) = :id"
        let parts = id.kind.historyParts.map { "SELECT revision FROM \($0.table)_history WHERE id IN (\($0.rows))" }
        let revisions = ([own] + parts).joined(separator: " UNION ALL ")
        return try db.one(
            Int64.self,
            "SELECT max(revision) FROM (\(revisions)) WHERE revision <= (SELECT max(id) FROM revision)",
            arguments: ["id": id.databaseKey])
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
        return try rows.map(Dossier.Variant.init(row:))
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
                fields: try FieldReader(db: db, id: event).all(in: row))
        }
    }
}

extension Dossier.Variant {
    /// Reads the columns `text`, `script`, `nature` and `source_id` of a name, and the `title` of that source.
    init(row: Row) throws {
        let source = try RecordKind.source.reference("source_id", in: row)
        text = try row.get("text")
        script = try row.get("script")
        nature = try row.list("nature", NameNature.self)
        self.source = try source.map { NamedRecord(id: $0, name: try row.get("title")) }
    }
}
