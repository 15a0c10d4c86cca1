import Foundation
import GRDB
import GRDBSQLite
import MusterValues

extension SearchIndex {
    /// Refuses an index that does not hold what the history asks for.
    ///
    /// Each version's document is made again and compared with the terms that FTS5 holds. Both sides are added up as hashes,
    /// so memory does not grow with the register. The hash has another seed in every run, so nobody can prepare a wrong
    /// index with the right sum.
    func check() throws {
        do {
            var keys: Set<String> = []
            for part in Part.allCases {
                let (held, heldSizes) = try (sum(heldBy: part), sizes(heldBy: part))
                let (expected, expectedSizes) = try sum(expectedOf: part, addingTo: &keys)
                if held == expected, heldSizes == expectedSizes { continue }
                let what = part == .name ? "names" : "titles"
                throw MusterError.indexWrong(
                    "the index of the search does not hold the \(what) that are on the register")
            }
            if try keysDiffer(from: keys) {
                throw MusterError.indexWrong("the index of the search holds other keys than the register's names have")
            }
        } catch let error as DatabaseError
            where [.SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH].contains(error.resultCode)
        {
            throw Self.damaged
        } catch MusterError.unreadable { throw Self.damaged }
    }

    /// The error for an index that cannot be read.
    static let damaged = MusterError.indexWrong("the index of the search is damaged")

    private func sum(heldBy part: Part) throws -> UInt64 {
        // A connection that only reads may not even make a temporary table unless this pragma is off.
        let isQueryOnly = try db.one(Bool.self, "PRAGMA query_only")
        let terms = "temp.\(part.table)_terms"
        try db.execute(
            sql: """
                PRAGMA query_only = OFF;
                CREATE VIRTUAL TABLE IF NOT EXISTS \(terms) USING fts5vocab (main, \(part.table), instance);
                PRAGMA query_only = \(isQueryOnly ? "ON" : "OFF")
                """)
        return try sum(of: "SELECT doc, term FROM \(terms)")
    }

    private func sizes(heldBy part: Part) throws -> UInt64 {
        try sum(of: "SELECT id, sz FROM \(part.table)_docsize")
    }

    /// The sum of the hashes of a version and its bytes over rows, which SQLite gives without making texts of them.
    private func sum(of sql: String) throws -> UInt64 {
        let statement = try db.makeStatement(sql: sql)
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        var sum: UInt64 = 0
        while try db.steps(handle) {
            let count = Int(sqlite3_column_bytes(handle, 1))
            let bytes = UnsafeRawBufferPointer(start: sqlite3_column_blob(handle, 1), count: count)
            sum &+= Self.hash(sqlite3_column_int64(handle, 0), bytes)
        }
        return sum
    }

    private func sum(expectedOf part: Part, addingTo keys: inout Set<String>) throws -> (terms: UInt64, sizes: UInt64) {
        var sums: (terms: UInt64, sizes: UInt64) = (0, 0)
        try each(of: part, where: Self.isIndexedSQL(part)) { version, words, kind in
            for key in Self.keys(of: words) where !keys.contains(key) { keys.insert(key) }
            let marks = Self.document(words, of: part, kind: kind)
            for var mark in Set(marks) {
                sums.terms &+= mark.withUTF8 { Self.hash(version, UnsafeRawBufferPointer($0)) }
            }
            sums.sizes &+= Self.varint(marks.count).withUnsafeBytes { Self.hash(version, $0) }
        }
        return sums
    }

    private func keysDiffer(from expected: Set<String>) throws -> Bool {
        // SQLite keeps the keys in two indexes, and reads one of them. The order makes it read each in turn.
        return try ["ORDER BY key", "ORDER BY backwards"].contains { way in
            var left = expected
            let rows = try Row.fetchCursor(
                db, sql: "SELECT key, backwards FROM search_key WHERE key <> ? \(way)", arguments: [Self.edition])
            while let row = try rows.next() {
                let key: String = try row.get("key")
                let backwards: String = try row.get("backwards")
                if left.remove(key) == nil || String(key.reversed()) != backwards { return true }
            }
            return !left.isEmpty
        }
    }

    private static func hash(_ version: Int64, _ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(version)
        hasher.combine(bytes: bytes)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    /// A number in the form of SQLite: seven bits in each byte, the highest first.
    private static func varint(_ number: Int) -> Data {
        var bytes = [UInt8(number & 0x7F)]
        var left = number >> 7
        while left > 0 {
            bytes.insert(UInt8(left & 0x7F) | 0x80, at: 0)
            left >>= 7
        }
        return Data(bytes)
    }
}

extension SearchIndex {
    /// Drops the index's tables, makes them again and fills them from the history.
    func rebuild() throws {
        let tables = try Row.fetchAll(
            db,
            sql: "SELECT name, sql FROM main.sqlite_master WHERE name IN ('name_search', 'source_search') ORDER BY name"
        )
        for table in tables {
            try db.execute(sql: "DROP TABLE \(try table.get("name") as String)")
            try db.execute(sql: table.get("sql"))
        }
        try db.execute(sql: "DELETE FROM search_key")
        try fill()
    }
}
