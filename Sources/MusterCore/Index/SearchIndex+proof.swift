import Foundation
import GRDB
import MusterValues

extension SearchIndex {
    /// Refuses an index that does not hold what the history asks for.
    ///
    /// Each version's document is made again and compared with the terms that FTS5 holds. Both sides are added up as hashes,
    /// so memory does not grow with the register. The hash has another seed in every run, so nobody can prepare a wrong
    /// index with the right sum.
    func check() throws {
        do {
            for part in Part.allCases {
                let (held, heldSizes) = try (sum(heldBy: part), sizes(heldBy: part))
                let (expected, expectedSizes) = try sum(expectedOf: part)
                if held == expected, heldSizes == expectedSizes { continue }
                let what = part == .name ? "names" : "titles"
                throw MusterError.indexWrong(
                    "the index of the search does not hold the \(what) that are on the register")
            }
            if try keysDiffer() {
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
        var sum: UInt64 = 0
        let rows = try Row.fetchCursor(db, sql: "SELECT doc, term FROM \(terms)")
        while let row = try rows.next() { sum &+= Self.hash(try row.get("doc"), try row.get("term") as String) }
        return sum
    }

    private func sizes(heldBy part: Part) throws -> UInt64 {
        var sum: UInt64 = 0
        let rows = try Row.fetchCursor(db, sql: "SELECT id, sz FROM \(part.table)_docsize")
        while let row = try rows.next() { sum &+= Self.hash(try row.get("id"), try row.get("sz") as Data) }
        return sum
    }

    private func sum(expectedOf part: Part) throws -> (terms: UInt64, sizes: UInt64) {
        var sums: (terms: UInt64, sizes: UInt64) = (0, 0)
        try each(of: part, where: Self.isIndexedSQL(part)) { version, words, kind in
            let marks = Self.document(words, of: part, kind: kind)
            for mark in Set(marks) { sums.terms &+= Self.hash(version, mark) }
            sums.sizes &+= Self.hash(version, Self.varint(marks.count))
        }
        return sums
    }

    private func keysDiffer() throws -> Bool {
        var expected: Set<String> = []
        for part in Part.allCases {
            try each(of: part, where: Self.isIndexedSQL(part)) { _, words, _ in expected.formUnion(Self.keys(of: words))
            }
        }
        // SQLite keeps the keys in two indexes, and reads one of them. The order makes it read each in turn.
        return try ["ORDER BY key", "ORDER BY backwards"].contains { way in
            var left = expected
            let rows = try Row.fetchCursor(db, sql: "SELECT key, backwards FROM search_key \(way)")
            while let row = try rows.next() {
                let key: String = try row.get("key")
                let backwards: String = try row.get("backwards")
                if left.remove(key) == nil || String(key.reversed()) != backwards { return true }
            }
            return !left.isEmpty
        }
    }

    private static func hash(_ version: Int64, _ value: some Hashable) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(version)
        hasher.combine(value)
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
