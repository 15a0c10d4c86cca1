import GRDB
import MusterValues

/// A record as the register holds it at one revision, field by field.
struct RecordAtRevision {
    /// A field, a spelling or anything else that is compared, and its value.
    struct Held {
        let name: ComparedField
        let value: FieldValue?
        var statements: [CitedStatement] = []
        /// The key of the record that the field names; nil for a field that does not name a record.
        var link: DatabaseValue?

        var citations: [RecordID] { statements.map(\.citation) }

        /// True if the field is unchanged. A field that names a record is unchanged even if that record was renamed.
        func isSame(as other: Held?) -> Bool {
            if let link, let other = other?.link { return link == other }
            return value == other?.value
        }
    }

    let title: String
    /// The record that an event or a citation belongs to; nil for any other record.
    let owner: RecordID?
    var fields: [Held]

    /// Reads the record; nil if it is not there.
    init?(_ id: RecordID, _ db: Database) throws {
        guard let row = try id.row(db) else { return nil }
        title = try RecordTitles(db: db).title(id)
        owner = try id.kind.field(.of)?.reference(in: row)
        let held = try FieldReader(db: db, id: id).all(in: row)
        fields = held.map {
            Held(
                name: .field($0.field), value: $0.value, statements: $0.notRejected + $0.rejected,
                link: id.kind.field($0.field).flatMap { Self.link($0, row) })
        }
        if id.kind == .source, let index = fields.firstIndex(where: { $0.name == .field(.derivedFrom) }) {
            fields[index].link = "\(try SourceDerivations(of: id, db).sources)".databaseValue
        }
        fields += held.compactMap { field in
            field.inferred.map { Held(name: .inference(field.field), value: .text($0)) }
        }
        if row.hasColumn("standing") {
            fields.removeAll { [.field(.standing), .field(.note)].contains($0.name) }
            fields += try [FieldName.standing, .note].map { name in
                Held(name: .field(name), value: try id.kind.field(name)?.value(in: row))
            }
        }
        if let doubt = id.kind.field(.perhapsSameAs), let other = try doubt.reference(in: row) {
            fields.append(Held(name: .field(.perhapsSameAs), value: .records([other])))
        }
        fields += try DossierReader(db: db, id: id).names().filter { $0.nature != .primary }.map {
            Held(
                name: .spelling($0.nature, $0.text),
                value: $0.source.map { .spelt(by: $0) } ?? .word("reference"))
        }
        fields += try Self.sameness(of: id, db)
        if id.kind == .region {
            let borders = try Row.fetchAll(
                db, sql: "SELECT country, border FROM foreign_neighbour WHERE region_code = ? ORDER BY 1, 2",
                arguments: [id.code]
            ).map { ForeignBorder(country: try $0.get("country"), kind: try $0.get("border")) }
            fields.append(Held(name: .bordersAbroad, value: borders.isEmpty ? nil : .borders(borders)))
        }
    }

    /// The records that were merged into it, the records told apart from it, and a group's members; empty if there are
    /// none.
    private static func sameness(of id: RecordID, _ db: Database) throws -> [Held] {
        if [.region, .programme, .event, .citation].contains(id.kind) { return [] }
        var queries: [(ComparedField, RecordKind, String)] = [
            (.merged, id.kind, "SELECT gone FROM merge WHERE kind = :kind AND kept = :id ORDER BY 1"),
            (.notTheSame, id.kind, "SELECT other FROM distinction WHERE kind = :kind AND one = :id ORDER BY 1"),
        ]
        if id.kind == .enrollment {
            queries.append(
                (
                    .members, .enrollment,
                    "SELECT member_id FROM group_member WHERE group_id = :id AND :kind = 'enrollment' ORDER BY 1"
                ))
        }
        return try queries.compactMap { name, kind, sql in
            let numbers = try Int64.fetchAll(
                db.cachedStatement(sql: sql), arguments: ["kind": id.kind.name, "id": id.number])
            let ids = numbers.map { RecordID(kind, $0) }
            return ids.isEmpty ? nil : Held(name: name, value: .records(ids))
        }
    }

    /// The key of the record that a field names; nil for a field that does not name a record.
    private static func link(_ field: Field, _ row: Row) -> DatabaseValue? {
        switch field.type {
        case .reference: row[field.columns[0]]
        // Citations and events never move to another record.
        case .subject: .null
        default: nil
        }
    }
}
