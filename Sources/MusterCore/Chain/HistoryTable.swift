import GRDB
import MusterValues
import Synchronization

/// A table whose rows are leaves of the hash chain: the history of a table of records, or one that is only added to.
struct HistoryTable: Sendable {
    /// Its name, as `unit_history`.
    let name: String
    /// The table that it is the history of; nil for reversals, redactions and where history begins.
    let base: String?
    /// The columns that tell one record of the base from another.
    let key: [String]
    /// The base's columns, in the base's order; empty without a base.
    let columns: [String]
    /// How its rows are hashed.
    let form: CanonicalForm

    /// The columns that belong to the proof and are no part of what is proven.
    private static let proof: Set = ["nonce", "leaf"]

    /// All of them in the order of their names' bytes, which is the order of the leaves in a revision.
    ///
    /// They follow from the text of the tables, and are read from SQLite once for each text that the program meets.
    static func all(_ db: Database) throws -> [HistoryTable] {
        let text = try String.fetchOne(
            db.cachedStatement(
                sql:
                    "SELECT group_concat(sql) FROM (SELECT sql FROM main.sqlite_master WHERE type = 'table' ORDER BY name)"
            ))
        let key = text ?? ""
        if let known = known.withLock({ $0[key] }) { return known }
        let tables = try read(db)
        known.withLock { $0[key] = tables }
        return tables
    }

    private static let known = Mutex<[String: [HistoryTable]]>([:])

    private static func read(_ db: Database) throws -> [HistoryTable] {
        let names = try String.fetchAll(
            db,
            sql: """
                SELECT m.name FROM main.sqlite_master m WHERE m.type = 'table' AND (SELECT count(*) \
                FROM pragma_table_info(m.name, 'main') WHERE name IN ('version', 'revision', 'nonce', 'leaf')) = 4 ORDER BY m.name
                """)
        return try names.map { try HistoryTable($0, db) }
    }

    private init(_ name: String, _ db: Database) throws {
        self.name = name
        let own = try Self.columns(of: name, db).map(\.name)
        form = CanonicalForm(table: name, columns: own.filter { !Self.proof.contains($0) })
        let suffix = "_history"
        guard name.hasSuffix(suffix) else {
            (base, key, columns) = (nil, [], [])
            return
        }
        let table = String(name.dropLast(suffix.count))
        let all = try Self.columns(of: table, db)
        base = table
        key = all.filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name)
        columns = all.map(\.name)
    }

    private static func columns(of table: String, _ db: Database) throws -> [(name: String, place: Int)] {
        try Row.fetchAll(db, sql: "SELECT name, pk FROM pragma_table_info(?, 'main') ORDER BY cid", arguments: [table])
            .map { (try $0.get("name"), try $0.get("pk")) }
    }

    /// Whether two rows are of one record, as SQL.
    func isSame(_ one: String, _ other: String) -> String {
        key.map { "\(one).\($0) = \(other).\($0)" }.joined(separator: " AND ")
    }

    /// The newest versions at or below a revision, which SQL names, as SQL with the base's columns.
    ///
    /// The revision's column stands behind a plus: its index must not be taken for a lookup by record.
    func known(at revision: String) -> String {
        """
        SELECT \(columns.map { "h.\($0)" }.joined(separator: ", ")) FROM main.\(name) h WHERE +h.revision <= \(revision) \
        AND h.deleted = 0 AND NOT EXISTS (SELECT 1 FROM main.\(name) n WHERE \(isSame("n", "h")) \
        AND n.revision > h.revision AND n.revision <= \(revision))
        """
    }
}
