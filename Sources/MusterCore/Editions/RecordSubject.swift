import GRDB
package import MusterValues

/// What a record goes by: its names, or what it is of if it has none. The register's titles of records without a name are English.
package enum RecordSubject: Sendable {
    /// A record with a name: the primary one, and the names that it also goes by.
    case named(String, also: [String])
    /// A unit without a designation, by its region.
    case unit(NamedRegion?)
    /// A post, by its title, its region and its holder.
    case post(title: String, NamedRegion?, NamedRecord)
    /// An enrollment of an official or else of a group, and the unit.
    case enrollment(official: NamedRecord?, group: String, NamedRecord)
    /// An event, by its value and what it happened to.
    case event(EventValue, of: RecordID)
    /// A citation, by the field and the record that it speaks of.
    case citation(FieldName, of: RecordID)
}

extension Registry {
    /// What records are of, and what those are of in turn.
    ///
    /// - Parameter ids: the records.
    /// - Returns: the subjects of those on the register.
    /// - Throws: `MusterError` for a register that cannot be read.
    package func subjects(of ids: some Sequence<RecordID>) throws(MusterError) -> [RecordID: RecordSubject] {
        let ids = Set(ids)
        if ids.isEmpty { return [:] }
        return try read { db in try SubjectReader(db: db).subjects(of: ids) }
    }
}

private struct SubjectReader {
    let db: Database
    private let regions: RegionNames

    init(db: Database) throws {
        self.db = db
        regions = try RegionNames(db)
    }

    func subjects(of ids: Set<RecordID>) throws -> [RecordID: RecordSubject] {
        var subjects: [RecordID: RecordSubject] = [:]
        var waiting = Array(ids)
        while let id = waiting.popLast() {
            guard subjects[id] == nil, let subject = try subject(of: id) else { continue }
            subjects[id] = subject
            switch subject {
            case .enrollment(let official, _, let unit): waiting += [official?.id, unit.id].compactMap(\.self)
            case .event(_, let other), .citation(_, let other): waiting.append(other)
            case .post(_, let region, let holder):
                waiting += [holder.id] + [region?.code].compactMap(\.self).map { RecordID(region: $0) }
            case .unit(let region): waiting += [region?.code].compactMap(\.self).map { RecordID(region: $0) }
            case .named: break
            }
        }
        return subjects
    }

    private func subject(of id: RecordID) throws -> RecordSubject? {
        if id.kind == .source { return try titles.name(id).map { .named($0, also: []) } }
        if let named = try named(id) { return named }
        guard let row = try id.row(db) else { return nil }
        switch id.kind {
        case .unit:
            return .unit(try regions.region(row.get("region_code")))
        case .post:
            return .post(
                title: try row.get("title"), try regions.region(row.get("region_code")),
                try named(.official, row.get("official_id")))
        case .enrollment:
            let official = try (row.get("official_id") as Int64?).map { try named(.official, $0) }
            let group: String? = try row.get("group_who")
            return .enrollment(official: official, group: group ?? "", try named(.unit, row.get("unit_id")))
        case .event:
            return try RecordKind.event.field(.of)?.reference(in: row).map { .event(try row.eventValue(), of: $0) }
        case .citation:
            return try RecordKind.citation.field(.of)?.reference(in: row).map {
                .citation(try row.list("field"), of: $0)
            }
        case .source, .programme, .official, .region: return nil
        }
    }

    /// The names of a record, the primary one first; nil if it has none. A misspelt or a former one is nobody's name.
    private func named(_ id: RecordID) throws -> RecordSubject? {
        guard [.unit, .official, .programme, .region].contains(id.kind) else { return nil }
        let natures = [NameNature.alias, .local].map(\.rawValue)
        let sql: SQL = """
            SELECT text, nature = 'primary' FROM name WHERE \(sql: id.kind.column) = \(id.databaseKey) \
            AND (nature = 'primary' OR nature IN \(SQL.list(stored: natures))) ORDER BY nature <> 'primary', id
            """
        let names = try sql.all(db) { row in (text: try row.next() as String, isPrimary: (try row.next() as Int64) == 1)
        }
        guard let primary = names.first, primary.isPrimary else { return nil }
        return .named(primary.text, also: names.dropFirst().map(\.text))
    }

    private var titles: RecordTitles { RecordTitles(db: db) }

    private func named(_ kind: RecordKind, _ number: Int64) throws -> NamedRecord {
        let id = RecordID(kind, number)
        return NamedRecord(id: id, name: try titles.name(id))
    }
}
