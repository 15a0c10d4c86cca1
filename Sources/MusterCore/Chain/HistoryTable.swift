import GRDB
import GRDBSQLite
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
    /// They follow from the text of the tables, and are read from SQLite once for each text that the program meets, which
    /// its hash stands for: as a String the whole text would be brought into a normal form at every look.
    static func all(_ db: Database) throws -> [HistoryTable] {
        let statement = try db.cachedStatement(
            sql: "SELECT sql FROM main.sqlite_master WHERE type = 'table' ORDER BY name")
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        var bytes = LeafBytes()
        while try db.steps(handle) {
            let count = Int(sqlite3_column_bytes(handle, 0))
            bytes.append(UnsafeRawBufferPointer(start: sqlite3_column_text(handle, 0), count: count))
            bytes.append(0 as UInt8)
        }
        let key = bytes.hash
        if let known = known.withLock({ $0[key] }) { return known }
        let tables = try read(db)
        known.withLock { $0[key] = tables }
        return tables
    }

    /// Those of them that have rows of a revision, in the same order.
    static func all(_ db: Database, in revision: Int64) throws -> [HistoryTable] {
        let tables = try all(db)
        let parts = tables.indices.map { index in
            "SELECT \(index) AS place WHERE EXISTS (SELECT 1 FROM \(tables[index].name) WHERE revision = ?1)"
        }
        let places = try Int.fetchAll(db, sql: parts.joined(separator: " UNION ALL "), arguments: [revision])
        return places.sorted().map { tables[$0] }
    }

    private static let known = Mutex<[HashChain.Hash: [HistoryTable]]>([:])

    /// Reads the columns of every table in one query.
    private static func read(_ db: Database) throws -> [HistoryTable] {
        let statement = try db.makeStatement(
            sql: """
                SELECT m.name, p.name, p.pk FROM main.sqlite_master m JOIN pragma_table_info(m.name, 'main') p \
                WHERE m.type = 'table' AND m.name NOT GLOB '*_search*' ORDER BY m.name, p.cid
                """)
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        var columns: [String: [(name: String, place: Int64)]] = [:]
        while try db.steps(handle) {
            guard let table = sqlite3_column_text(handle, 0), let name = sqlite3_column_text(handle, 1) else {
                continue
            }
            columns[String(cString: table), default: []].append(
                (String(cString: name), sqlite3_column_int64(handle, 2)))
        }
        let names = columns.filter { proven.isSubset(of: $0.value.map(\.name)) }.keys
        return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }.map { name in
            HistoryTable(name, columns)
        }
    }

    /// The columns by which a table of the chain is known.
    private static let proven: Set = ["version", "revision", "nonce", "leaf"]

    private init(_ name: String, _ tables: [String: [(name: String, place: Int64)]]) {
        self.name = name
        let own = (tables[name] ?? []).map(\.name)
        form = CanonicalForm(table: name, columns: own.filter { !Self.proof.contains($0) })
        let suffix = "_history"
        guard name.hasSuffix(suffix) else {
            (base, key, columns) = (nil, [], [])
            return
        }
        let table = String(name.dropLast(suffix.count))
        let all = tables[table] ?? []
        base = table
        key = all.filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name)
        columns = all.map(\.name)
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
