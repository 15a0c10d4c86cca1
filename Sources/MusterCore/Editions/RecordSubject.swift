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

    /// The subjects of records and of those that these are of, over any number of steps. Each step reads all records of a kind at once,
    /// because a region has thousands.
    func subjects(of ids: Set<RecordID>) throws -> [RecordID: RecordSubject] {
        var subjects: [RecordID: RecordSubject] = [:]
        var (waiting, asked) = (ids, Set<RecordID>())
        while !waiting.isEmpty {
            asked.formUnion(waiting)
            var next: Set<RecordID> = []
            for (kind, own) in Dictionary(grouping: waiting, by: \.kind) {
                let found = try read(kind, own)
                for subject in found.values { next.formUnion(subject.others) }
                subjects.merge(found) { $1 }
            }
            waiting = next.subtracting(asked)
        }
        return subjects
    }

    private func read(_ kind: RecordKind, _ ids: [RecordID]) throws -> [RecordID: RecordSubject] {
        switch kind {
        case .source: return try titles.titles(of: ids).mapValues { .named($0, also: []) }
        case .region, .programme, .official: return try named(kind, ids)
        case .unit:
            let named = try named(kind, ids)
            return try named.merging(described(kind, ids.filter { named[$0] == nil })) { $1 }
        case .post, .enrollment, .event, .citation: return try described(kind, ids)
        }
    }

    /// What records without a name are of.
    private func described(_ kind: RecordKind, _ ids: [RecordID]) throws -> [RecordID: RecordSubject] {
        if ids.isEmpty { return [:] }
        let rows = try SQL("SELECT * FROM \(sql: kind.name) WHERE id IN \(SQL.list(ids.map(\.number)))").rows(db)
        var others: Set<RecordID> = []
        for row in rows where [.post, .enrollment].contains(kind) {
            if let official: Int64 = try row.get("official_id") { others.insert(RecordID(.official, official)) }
            if kind == .enrollment { others.insert(RecordID(.unit, try row.get("unit_id"))) }
        }
        let names = try titles.names(of: others)
        let subjects = try rows.compactMap { row in
            try subject(kind, row, names).map { (RecordID(kind, try row.get("id")), $0) }
        }
        return Dictionary(uniqueKeysWithValues: subjects)
    }

    private func subject(_ kind: RecordKind, _ row: Row, _ names: [RecordID: String]) throws -> RecordSubject? {
        func named(_ kind: RecordKind, _ number: Int64) -> NamedRecord {
            let id = RecordID(kind, number)
            return NamedRecord(id: id, name: names[id])
        }
        switch kind {
        case .unit:
            return .unit(try regions.region(row.get("region_code")))
        case .post:
            return .post(
                title: try row.get("title"), try regions.region(row.get("region_code")),
                named(.official, try row.get("official_id")))
        case .enrollment:
            let official = (try row.get("official_id") as Int64?).map { named(.official, $0) }
            let group: String? = try row.get("group_who")
            return .enrollment(official: official, group: group ?? "", named(.unit, try row.get("unit_id")))
        case .event:
            return try RecordKind.event.field(.of)?.reference(in: row).map { .event(try row.eventValue(), of: $0) }
        case .citation:
            return try RecordKind.citation.field(.of)?.reference(in: row).map {
                .citation(try row.list("field"), of: $0)
            }
        case .source, .programme, .official, .region: return nil
        }
    }

    /// The names of records that have one, the primary one first. A misspelt or a former one is nobody's name.
    private func named(_ kind: RecordKind, _ ids: [RecordID]) throws -> [RecordID: RecordSubject] {
        let natures = [NameNature.alias, .local].map(\.rawValue)
        let column = SQL(sql: kind.column)
        let keys = try kind == .region ? SQL.list(ids.compactMap(\.code)) : SQL.list(ids.map(\.number))
        let sql: SQL = """
            SELECT \(column), text, nature = 'primary' FROM name WHERE \(column) IN \(keys) \
            AND (nature = 'primary' OR nature IN \(SQL.list(stored: natures))) ORDER BY \(column), nature <> 'primary', id
            """
        var names: [RecordID: (primary: String, others: [String])] = [:]
        try sql.each(db) { row in
            let id = try kind == .region ? RecordID(region: row.next()) : RecordID(kind, row.next())
            let (text, isPrimary): (String, Bool) = (try row.next(), try row.next() as Int64 == 1)
            if names[id] != nil {
                names[id]?.others.append(text)
            } else if isPrimary {
                names[id] = (text, [])
            }
        }
        return names.mapValues { .named($0.primary, also: $0.others) }
    }

    private var titles: RecordTitles { RecordTitles(db: db) }
}

extension RecordSubject {
    /// The records that the record is of.
    fileprivate var others: [RecordID] {
        switch self {
        case .named: []
        case .unit(let region): [region].compactMap { $0.map { RecordID(region: $0.code) } }
        case .post(_, let region, let holder):
            [holder.id] + [region].compactMap { $0.map { RecordID(region: $0.code) } }
        case .enrollment(let official, _, let unit): [official?.id, unit.id].compactMap(\.self)
        case .event(_, let other), .citation(_, let other): [other]
        }
    }
}
