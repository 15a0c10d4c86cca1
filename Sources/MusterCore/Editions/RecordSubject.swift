import GRDB
package import MusterValues

/// What a record is of that has no name of its own. The register's titles of such records are English.
package enum RecordSubject: Sendable {
    /// A unit without a designation, by its region.
    case unit(NamedRegion?)
    /// A post, by its title and its holder.
    case post(title: String, NamedRecord)
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
    /// - Returns: the subjects of those on the register that have no name of their own.
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
            case .enrollment(_, _, let unit): waiting.append(unit.id)
            case .event(_, let other), .citation(_, let other): waiting.append(other)
            case .unit, .post: break
            }
        }
        return subjects
    }

    private func subject(of id: RecordID) throws -> RecordSubject? {
        if [.source, .programme, .official, .region].contains(id.kind) { return nil }
        guard let row = try id.row(db) else { return nil }
        switch id.kind {
        case .unit:
            return try titles.name(id) == nil ? .unit(try regions.region(row.get("region_code"))) : nil
        case .post: return .post(title: try row.get("title"), try named(.official, row.get("official_id")))
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

    private var titles: RecordTitles { RecordTitles(db: db) }

    private func named(_ kind: RecordKind, _ number: Int64) throws -> NamedRecord {
        let id = RecordID(kind, number)
        return NamedRecord(id: id, name: try titles.name(id))
    }
}
