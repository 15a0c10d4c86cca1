import GRDB
import GRDBSQLite
import MusterValues
import Synchronization

/// A table whose rows are leaves of the hash chain: the history of a table of records, or a table whose rows never change.
struct HistoryTable: Sendable {
    /// Its name, as `unit_history`.
    let name: String
    /// The table whose history it is; nil for the tables of reversals, of redactions and of the start of the history.
    let base: String?
    /// The columns that tell one record of the base from another.
    let key: [String]
    /// The base's columns in their order; empty if there is no base.
    let columns: [String]
    /// The form in which its rows are hashed.
    let form: CanonicalForm

    /// The columns that hold the proof; they are not hashed themselves.
    private static let proof: Set = ["nonce", "leaf"]

    /// All tables of the chain, ordered by the bytes of their names: the order of the leaves in a revision.
    ///
    /// The result depends only on the schema's text, so SQLite is asked once for each text that the program meets. The
    /// text's hash is the key, because a String as key would be normalised at every look-up.
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

    /// The tables of the chain that have rows of a revision, in the same order.
    static func all(_ db: Database, in revision: Int64) throws -> [HistoryTable] {
        let tables = try all(db)
        let parts = tables.indices.map { index in
            "SELECT \(index) AS table_index WHERE EXISTS (SELECT 1 FROM \(tables[index].name) WHERE revision = ?1)"
        }
        let indices = try Int.fetchAll(db, sql: parts.joined(separator: " UNION ALL "), arguments: [revision])
        return indices.sorted().map { tables[$0] }
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
        var columns: [String: [(name: String, keyIndex: Int64)]] = [:]
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

    /// A table that has all these columns is a table of the chain.
    private static let proven: Set = ["version", "revision", "nonce", "leaf"]

    private init(_ name: String, _ tables: [String: [(name: String, keyIndex: Int64)]]) {
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
        key = all.filter { $0.keyIndex > 0 }.sorted { $0.keyIndex < $1.keyIndex }.map(\.name)
        columns = all.map(\.name)
    }

    /// The SQL condition that two rows belong to one record.
    func isSameSQL(_ one: String, _ other: String) -> String {
        key.map { "\(one).\($0) = \(other).\($0)" }.joined(separator: " AND ")
    }

    /// The SQL for the newest version of each record at a revision, with the base's columns; `revision` is SQL too.
    ///
    /// The plus before the revision's column keeps SQLite from using that column's index to look up one record.
    func known(at revision: String) -> String {
        """
        SELECT \(columns.map { "h.\($0)" }.joined(separator: ", ")) FROM main.\(name) h WHERE +h.revision <= \(revision) \
        AND h.deleted = 0 AND NOT EXISTS (SELECT 1 FROM main.\(name) n WHERE \(isSameSQL("n", "h")) \
        AND n.revision > h.revision AND n.revision <= \(revision))
        """
    }
}
