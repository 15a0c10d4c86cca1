import GRDB
import MusterValues

/// Reads the log from the store.
struct LogReader {
    let db: Database

    private static let columns =
        "SELECT r.id, r.at, r.author, r.reason, s.hash FROM revision r LEFT JOIN seal s ON s.revision = r.id"

    /// The most records of a kind that are named one by one.
    private static let few = 5

    func revisions(_ filter: LogFilter, _ limit: Int?) throws -> [Row] {
        let sql: SQL = """
            \(sql: Self.columns) WHERE \(try filter.condition(db)) ORDER BY r.id DESC LIMIT \(limit ?? -1)
            """
        return try Array(sql.rows(db))
    }

    /// A record by any of its names, or by its short id where it is on the register no more.
    func record(_ reference: RecordReference) throws -> RecordID {
        if let id = reference.id {
            let wasThere = try db.one(
                Bool.self, "SELECT EXISTS (SELECT 1 FROM \(id.kind.name)_history WHERE id = ?)", arguments: [id.number])
            if wasThere { return id }
        }
        return try Resolver(db: db).resolve(reference, among: RecordKind.allCases)
    }

    func revisions(touching id: RecordID, _ filter: LogFilter, _ limit: Int?) throws -> [Row] {
        var parts = [
            "SELECT revision FROM \(id.kind.name)_history WHERE \(id.kind.key) = :id",
            "SELECT revision FROM redaction WHERE kind = '\(id.kind.name)' AND record = :id",
        ]
        for (table, rows) in id.kind.historyParts {
            parts.append("SELECT revision FROM \(table)_history WHERE id IN (\(rows))")
        }
        if id.kind == .region { parts.append("SELECT revision FROM foreign_neighbour_history WHERE region_code = :id") }
        let touching = SQL(sql: parts.joined(separator: " UNION "), arguments: ["id": id.databaseKey])
        let sql: SQL = """
            \(sql: Self.columns) WHERE r.id IN (\(touching)) AND \(try filter.condition(db)) ORDER BY r.id DESC LIMIT \(limit ?? -1)
            """
        return try Array(sql.rows(db))
    }

    func logged(_ row: Row) throws -> LoggedRevision {
        let revision: Int64 = try row.get("id")
        let tables = try HistoryTable.all(db, in: revision).filter { $0.base != nil }
        let written = try tables.flatMap { try changes(in: $0, revision) }
        return try LoggedRevision(row: row, changes: try redacted(in: revision) + written)
    }

    /// The records that a revision redacted, and the number of citations, looks and reasons.
    private func redacted(in revision: Int64) throws -> [LoggedChange] {
        let records = try redactedRecords(in: revision)
        let parts = try Row.fetchAll(
            db,
            sql: """
                SELECT CASE kind WHEN 'revision' THEN 'reason' ELSE kind END AS kind, count(DISTINCT record) AS count \
                FROM redaction WHERE revision = ? AND kind IN ('citation', 'look', 'revision') \
                GROUP BY kind
                """, arguments: [revision])
        let named = records.count <= Self.few * 2 ? records : []
        let whole = LoggedChange(
            change: .redacted, what: "record", records: try named.map(titled), count: records.count)
        return try (records.isEmpty ? [] : [whole])
            + parts.map {
                LoggedChange(change: .redacted, what: try $0.get("kind"), records: [], count: try $0.get("count"))
            }
    }

    /// The records, but citations, of which a revision redacted a version or a name.
    private func redactedRecords(in revision: Int64) throws -> [RecordID] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT CASE r.kind WHEN 'name' THEN CASE WHEN n.unit_id IS NOT NULL THEN 'unit' \
                WHEN n.official_id IS NOT NULL THEN 'official' ELSE 'programme' END ELSE r.kind END AS kind, \
                coalesce(n.unit_id, n.official_id, n.programme_id, r.record) AS record FROM redaction r \
                LEFT JOIN name_history n ON r.kind = 'name' AND n.id = r.record AND n.deleted = 0 \
                WHERE r.revision = ?
                """, arguments: [revision])
        return try rows.compactMap { row in
            guard let kind = RecordKind(name: try row.get("kind")), kind != .citation else { return nil }
            return RecordID(kind, try row.get("record"))
        }.sorted { ($0.kind.rawValue, $0.number) < ($1.kind.rawValue, $1.number) }
    }

    /// The records of a table that a revision added, changed and removed.
    private func changes(in table: HistoryTable, _ revision: Int64) throws -> [LoggedChange] {
        let change = """
            CASE WHEN h.deleted THEN 'removed' WHEN coalesce((SELECT NOT b.deleted FROM \(table.name) b \
            WHERE \(table.isSameSQL("b", "h")) AND b.revision < h.revision ORDER BY b.revision DESC LIMIT 1), 0) THEN 'changed' \
            ELSE 'added' END
            """
        let counts = try Row.fetchAll(
            db,
            sql:
                "SELECT \(change) AS change, count(*) AS count FROM \(table.name) h WHERE revision = ? GROUP BY 1 ORDER BY 1",
            arguments: [revision])
        return try counts.map { row in
            let (word, count): (String, Int) = (try row.get("change"), try row.get("count"))
            let isNumbered = table.base.flatMap(RecordKind.init(name:)).map { $0 != .citation } ?? false
            let rows =
                isNumbered && count <= Self.few
                ? try Row.fetchAll(
                    db, sql: "SELECT h.* FROM \(table.name) h WHERE revision = ? AND \(change) = ? ORDER BY version",
                    arguments: [revision, word]) : []
            return LoggedChange(
                change: LoggedChange.Change(rawValue: word) ?? .changed, what: table.base!,
                records: try rows.compactMap { try RowOwner(table: table, row: $0)?.id }.map(titled), count: count)
        }
    }

    /// A record with the words for it now; one that is not on the register has none.
    private func titled(_ id: RecordID) throws -> NamedRecord {
        NamedRecord(id: id, name: try id.row(db) == nil ? nil : RecordTitles(db: db).title(id))
    }
}
