import GRDB
import MusterValues

/// The rows that are redacted together with a record.
struct RedactionScope {
    let db: Database
    let target: RecordID

    /// The rows by table, each id once: the record, its names, citations, conclusions and events; the citations and conclusions
    /// that put it on other records; and an official's posts and enrollments with all of their events and citations. Rows that were
    /// undone are included.
    func rows() throws -> [(table: String, ids: [Int64])] {
        // The records that were merged into it are the same thing.
        let own = Set([target.number] + (try MergeLookup(db: db).allMerged(into: target.number, kind: target.kind)))
        var rows: [String: Set<Int64>] = [target.kind.name: own]
        switch target.kind {
        case .official:
            rows["post"] = try ids("post", "official_id", own)
            rows["enrollment"] = try ids("enrollment", "official_id", own)
            for kind in [RecordKind.post, .enrollment] {
                let begun = try begun(kind, own)
                for table in begun.isEmpty ? [] : ["citation", "conclusion"] {
                    rows[table, default: []].formUnion(try stated("official", kind.column, begun, in: table))
                }
            }
        case .unit:
            let (enrollments, parts) = (try ids("enrollment", "unit_id", own), try ids("unit", "part_of", own))
            for table in ["citation", "conclusion"] {
                rows[table] = try stated("unit", "enrollment_id", enrollments, in: table)
                    .union(stated("part_of", "unit_id", parts, in: table))
            }
        case .programme:
            let units = try ids("unit", "programme_id", own)
            for table in ["citation", "conclusion"] {
                rows[table] = try stated("programme", "unit_id", units, in: table)
            }
        case .source: rows["citation"] = try ids("citation", "source_id", own)
        default: break
        }
        for kind in RecordKind.withEvents {
            let happened = try ids("event", kind.column, rows[kind.name] ?? [])
            rows["event", default: []].formUnion(happened)
        }
        for kind in RecordKind.allCases where !kind.citedFields.isEmpty && kind != .region {
            let cited = try ids("citation", kind.column, rows[kind.name] ?? [])
            rows["citation", default: []].formUnion(cited)
            let concluded = try ids("conclusion", kind.column, rows[kind.name] ?? [])
            rows["conclusion", default: []].formUnion(concluded)
        }
        if target.kind.isNamed { rows["name"] = try ids("name", target.kind.column, own) }
        return rows.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
    }

    /// The rows of a table that pointed to one of the records in any version. A row that a merge moved to the record
    /// and that has since moved back is left out.
    private func ids(_ table: String, _ column: String, _ records: Set<Int64>) throws -> Set<Int64> {
        if records.isEmpty { return [] }
        let list = records.map(String.init).joined(separator: ", ")
        let ever = try Int64.fetchSet(db, sql: "SELECT id FROM \(table)_history WHERE \(column) IN (\(list))")
        // An edit can also move a record to another unit or programme, and its citations still name the earlier one.
        if ["enrollment unit_id", "unit part_of", "unit programme_id"].contains("\(table) \(column)") { return ever }
        return ever.subtracting(
            try Int64.fetchSet(db, sql: "SELECT id FROM \(table) WHERE \(column) NOT IN (\(list))"))
    }

    /// The posts or enrollments that were recorded as one of the officials'. One that an edit gave to another since still has
    /// citations that name the first.
    private func begun(_ kind: RecordKind, _ officials: Set<Int64>) throws -> Set<Int64> {
        let (table, list) = ("\(kind.name)_history", officials.map(String.init).joined(separator: ", "))
        return try Int64.fetchSet(
            db,
            sql: """
                SELECT h.id FROM \(table) h WHERE h.official_id IN (\(list)) \
                AND h.revision = (SELECT min(n.revision) FROM \(table) n WHERE n.id = h.id)
                """)
    }

    /// The citations or conclusions on one field of the records.
    private func stated(_ field: String, _ column: String, _ records: Set<Int64>, in table: String) throws -> Set<Int64>
    {
        let list = records.map(String.init).joined(separator: ", ")
        return try Int64.fetchSet(
            db, sql: "SELECT id FROM \(table)_history WHERE field = ? AND \(column) IN (\(list))", arguments: [field])
    }
}
