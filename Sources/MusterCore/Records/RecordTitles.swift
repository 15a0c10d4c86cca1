import GRDB
import MusterValues

/// Describes a record in a few words, for messages and lists of candidates.
struct RecordTitles {
    let db: Database

    /// The record with the values by which a person recognises it.
    func described(_ id: RecordID) throws -> DescribedRecord {
        DescribedRecord(id: id, name: try shownName(id), about: try context(id))
    }

    /// The same, but with the context only if the words show it: that of an official or of an unnamed unit. It saves a
    /// query for each of the many records in a comparison.
    func brieflyDescribed(_ id: RecordID) throws -> DescribedRecord {
        let name = try shownName(id)
        let needsContext = id.kind == .official || name == nil
        return DescribedRecord(id: id, name: name, about: try needsContext ? context(id) : RecordContext())
    }

    /// The short id and the title, such as "E3 Dmitry Novikov in BARS-Kursk".
    func words(_ id: RecordID) throws -> String { try brieflyDescribed(id).words }

    /// The words without the short id.
    func title(_ id: RecordID) throws -> String {
        switch id.kind {
        case .region: try name(id) ?? id.description
        case .programme, .official: try name(id) ?? id.description
        case .unit: try unitTitle(id)
        case .source: try text("SELECT title FROM source WHERE id = ?", id)
        case .post: try postTitle(id)
        case .enrollment: try enrollmentTitle(id)
        case .event: try eventTitle(id)
        case .citation: try citationTitle(id)
        }
    }

    /// The primary name of a region, programme, unit or official, or the title of a source; nil for an unnamed unit, and for a
    /// record of a kind without names.
    func name(_ id: RecordID) throws -> String? {
        // Danger: the table of names tells of each name by which source it came.
        if id.kind == .source { return try title(id) }
        if !id.kind.isNamed { return nil }
        return try String.fetchOne(
            db.cachedStatement(sql: "SELECT text FROM name WHERE \(id.kind.column) = ? AND nature = 'primary'"),
            arguments: [id.databaseKey])
    }

    private func text(_ sql: String, _ id: RecordID) throws -> String {
        try String.fetchOne(db.cachedStatement(sql: sql), arguments: [id.number]) ?? id.description
    }

    /// The title, or nil for an unnamed unit.
    private func shownName(_ id: RecordID) throws -> String? {
        if id.kind == .unit, try name(id) == nil { return nil }
        return try id.kind.isNamed && id.kind != .unit ? name(id) : title(id)
    }

    /// The designation with its place, such as "10-й батальон, BARS-Crimea", because two units may each have a part so named.
    private func unitTitle(_ id: RecordID) throws -> String {
        let placed: SQL = """
            SELECT \(SQL.designation(of: "u.id", named: "n.text")) FROM unit u \
            JOIN name n ON n.unit_id = u.id AND n.nature = 'primary' WHERE u.id = \(id.number)
            """
        if let title = try placed.all(db, { row in try row.next() as String? }).first ?? nil { return title }
        return "unnamed unit in " + (try text("SELECT region_code FROM unit WHERE id = ?", id))
    }

    private func postTitle(_ id: RecordID) throws -> String {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT title, region_code, official_id FROM post WHERE id = ?"),
            arguments: [id.number])
        guard let row else { return id.description }
        let region: String? = try row.get("region_code")
        let holder = try name(RecordID(.official, row.get("official_id"))) ?? ""
        return "\(holder) as \(try row.get("title") as String)" + (region.map { ", \($0)" } ?? "")
    }

    private func enrollmentTitle(_ id: RecordID) throws -> String {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT official_id, group_who, unit_id FROM enrollment WHERE id = ?"),
            arguments: [id.number])
        guard let row else { return id.description }
        let official: Int64? = try row.get("official_id")
        let group: String? = try row.get("group_who")
        let who = try official.map { try name(RecordID(.official, $0)) ?? "" } ?? group ?? ""
        return "\(who) in \(try title(RecordID(.unit, row.get("unit_id"))))"
    }

    private func eventTitle(_ id: RecordID) throws -> String {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql:
                    "SELECT unit_id, post_id, enrollment_id, facet, value, least, most, other_unit FROM event WHERE id = ?"
            ),
            arguments: [id.number])
        guard let row else { return id.description }
        let other = try (row.get("other_unit") as Int64?).map { try title(RecordID(.unit, $0)) }
        let words = try [row.eventValue().words, other].compactMap(\.self).joined(separator: " ")
        let subject = try RecordKind.event.field(.of)?.reference(in: row)
        return try subject.map { "\(words): \(try title($0))" } ?? words
    }

    private func citationTitle(_ id: RecordID) throws -> String {
        guard let row = try id.row(db) else { return id.description }
        let field: String = try row.get("field")
        let stated: String = try row.get("stated")
        let subject = try RecordKind.citation.field(.of)?.reference(in: row)
        return "\(field.spaced)\(subject.map { " of \($0)" } ?? ""): \(stated)"
    }
}
