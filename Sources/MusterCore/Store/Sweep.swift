import Foundation
import GRDB
import MusterValues

/// The work that is left after a redaction: the file is rewritten, so that nothing of the old text is in it.
///
/// SQLite only marks what was deleted or overwritten as free. When a file was written anew, its `user_version` gets a
/// number that is made of the newest redaction's hash: any other number there says that this is still to be done.
struct Sweep {
    let store: Store

    /// The sentence about a redaction after which the file was not rewritten.
    static func told(_ revision: Int64) -> String {
        "the old text of the redaction in revision \(revision) may still be in the file"
    }

    /// The newest redaction, if the file does not say that it was written anew since.
    static func owed(_ db: Database) throws -> Int64? {
        guard let (revision, mark) = try newest(db) else { return nil }
        return try Int32.fetchOne(db, sql: "PRAGMA user_version") == mark ? nil : revision
    }

    /// The newest redaction with the number that stands for it.
    private static func newest(_ db: Database) throws -> (revision: Int64, mark: Int32)? {
        let statement = try db.cachedStatement(
            sql: "SELECT s.revision, s.hash FROM seal s WHERE s.revision = (SELECT max(revision) FROM redaction)")
        guard let row = try Row.fetchOne(statement) else { return nil }
        let hash: Data = try row.get("hash")
        return (try row.get("revision"), hash.prefix(4).reduce(0) { $0 << 8 | Int32($1) } & Int32.max | 1)
    }

    /// Does what an interrupted redaction left to do, if no other program is in the way.
    ///
    /// - Returns: the redaction whose old text may still be in the file, because something is in the way: the write that this
    ///   follows is done, and the next one tries again; nil if nothing is left to do.
    func runIfOwed() -> Int64? {
        // GRDB's own read would make SQLite prepare every kept statement again, after each write.
        guard let owed = (try? store.main.unsafeRead(Self.owed)) ?? nil else { return nil }
        let wait = "PRAGMA busy_timeout = \(Store.busyTimeout)"
        defer { try? store.main.writeWithoutTransaction { try $0.execute(sql: wait) } }
        let isFree = try? store.main.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA busy_timeout = 0")
            return try Self.isCheckpointed(db)
        }
        return isFree == true && (try? run()) == true ? nil : owed
    }

    /// Writes the file anew, empties its log, and notes that this was done; false if another program was in the way.
    func run() throws -> Bool {
        try store.main.writeWithoutTransaction { db in
            // A key or a document that was made otherwise than now is taken out by nothing else.
            try db.inTransaction(.immediate) {
                try SearchIndex(db: db).rebuild()
                return .commit
            }
            // The copy that VACUUM makes on the way is as large as the registry.
            try db.execute(sql: "PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY")
            // The log is empty before the file says so: a program that is killed in between leaves it to be done again.
            guard try Self.isCheckpointed(db), let mark = try Self.newest(db)?.mark else { return false }
            try db.execute(sql: "PRAGMA user_version = \(mark)")
            return try Self.isCheckpointed(db)
        }
    }

    private static func isCheckpointed(_ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == false
    }
}

extension Sweep {
    /// The number of a redaction's versions that are looked for.
    private static let maxLeaves = 16

    /// The newest redaction, if a version as it was before still lies somewhere in the file or its log.
    ///
    /// A redacted version keeps its leaf and loses the nonce that stood before it. So its leaf is looked for, byte by byte:
    /// where other bytes stand before it in one place than in another, the one is the version as it was.
    static func oldText(_ db: Database, file: String) throws -> Int64? {
        var leaves: [Data] = []
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT kind, record, of_revision FROM redaction WHERE kind <> 'revision' \
                AND revision = (SELECT max(revision) FROM redaction) LIMIT \(maxLeaves)
                """)
        for row in rows {
            let table = "\(try row.get("kind") as String)_history"
            leaves += try Data.fetchAll(
                db, sql: "SELECT leaf FROM \(table) WHERE id = ? AND revision = ? AND nonce IS NULL",
                arguments: [row.get("record") as Int64, row.get("of_revision") as Int64])
        }
        let bytes = [file, file + "-wal"].compactMap { path in
            try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
        }
        let isThere = leaves.contains { leaf in Set(bytes.flatMap { before(leaf, in: $0) }).count > 1 }
        return isThere ? try newest(db)?.revision : nil
    }

    /// The bytes before each place where a leaf is found.
    private static func before(_ leaf: Data, in bytes: Data) -> [Data] {
        var found: [Data] = []
        var start = bytes.startIndex
        while let range = bytes.range(of: leaf, in: start..<bytes.endIndex) {
            found.append(bytes[max(bytes.startIndex, range.lowerBound - HashChain.nonceCount)..<range.lowerBound])
            start = range.upperBound
        }
        return found
    }
}
