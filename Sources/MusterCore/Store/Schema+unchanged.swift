import GRDB
import GRDBSQLite
import MusterValues

extension Schema {
    /// The SHA-256 of the schema that the migrations make; a test computes it and says what to put here.
    static let pinned = "2062677f95d9dcfc8c929463a18452f81d96286d42e85c06c2b8f0e89027368b"

    /// The tables that other programs may add, by type and name, with the exact text of each; any other text is refused.
    ///
    /// SQLite's statistics change how it searches and never what it finds. Litestream numbers its copies in the first of its
    /// tables, and keeps other programs from writing over the second; no rule and no query of ours reads them.
    private static let guests = [
        "table sqlite_stat1": "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
        "table sqlite_stat4": "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
        "table _litestream_seq": "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER)",
        "table _litestream_lock": "CREATE TABLE _litestream_lock (id INTEGER)",
    ]

    private static let guestCounts = Set(guests.values.map { Int32($0.utf8.count) })

    /// Refuses a registry whose schema is not, byte for byte, that of the migrations with the guests: what a rule that is
    /// missing, changed or added let through may have left no trace.
    static func checkUnchanged(_ db: Database) throws {
        if try hash(of: db) == pinned { return }
        let expected = try expected.get()
        let held = try parts(of: db)
        let names = Set(expected.keys).union(held.keys)
        guard let part = names.filter({ expected[$0] != held[$0] }).min() else {
            throw MusterError.rulesChanged("what SQLite keeps of them is not what it would keep")
        }
        let what = expected[part] == nil ? "not one of them" : held[part] == nil ? "missing" : "another"
        throw MusterError.rulesChanged("the \(part) is \(what)")
    }

    /// The SHA-256 of all that SQLite keeps of a schema, but for guests and for where in the file each table begins.
    static func hash(of db: Database) throws -> String {
        let statement = try db.cachedStatement(
            sql: "SELECT type, name, tbl_name, sql FROM main.sqlite_master ORDER BY type, name, tbl_name, sql")
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        var bytes = LeafBytes()
        while try db.steps(handle) {
            if isGuest(handle) { continue }
            for column in Int32(0)..<4 {
                // A column's kind and length go before it, so that no two schemas have the same bytes.
                let count = Int(sqlite3_column_bytes(handle, column))
                bytes.append(Int64(sqlite3_column_type(handle, column)))
                bytes.append(UInt8(ascii: " "))
                bytes.append(Int64(count))
                bytes.append(UInt8(ascii: " "))
                bytes.append(UnsafeRawBufferPointer(start: sqlite3_column_blob(handle, column), count: count))
            }
        }
        return HashChain.hex(bytes.hash)
    }

    private static func isGuest(_ handle: SQLiteStatement) -> Bool {
        // Of some 400 parts hardly one has the length of a guest's text, and to read them all costs a write a millisecond.
        if !guestCounts.contains(sqlite3_column_bytes(handle, 3)) { return false }
        func text(_ column: Int32) -> String? { sqlite3_column_text(handle, column).map { String(cString: $0) } }
        guard let type = text(0), let name = text(1), let sql = guests["\(type) \(name)"] else { return false }
        return text(2) == name && text(3) == sql
    }

    /// The rules of a new registry. They are made once, and only to name the rule that differs.
    private static let expected = Result {
        let fresh = try DatabaseQueue()
        // Up to the last step, because a whole migration is compared with this one.
        try migrate(fresh, upTo: Migrations.all.last?.name)
        return try fresh.read(parts)
    }

    /// The parts of a schema by type and name, with the SQL of each.
    private static func parts(of db: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT type || ' ' || name AS part, coalesce(sql, 'made by SQLite') AS sql FROM main.sqlite_master")
        let parts = try rows.map { (try $0.get("part") as String, try $0.get("sql") as String) }
        return Dictionary(parts, uniquingKeysWith: { "\($0); \($1)" }).filter { guests[$0.key] != $0.value }
    }
}
