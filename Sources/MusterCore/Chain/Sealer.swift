import Foundation
import GRDB
import GRDBSQLite
import MusterValues

/// Seals revisions: gives each version its leaf and the revision its hash. The store refuses changes to a sealed revision.
struct Sealer {
    let db: Database

    /// The number of rows that are hashed before their leaves are written.
    private static let batch = 4096

    /// Seals every revision that has no seal; only a change of the schema leaves such revisions.
    func sealAll() throws {
        let first = try lastSealed().next(of: "revision")
        let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM revision") ?? 0
        for revision in stride(from: first, through: last, by: 1) { try seal(revision) }
    }

    /// Refuses to write if the newest revision is not sealed, because another program wrote it, or if its seal is not the
    /// hash of its leaves.
    func checkNewest(_ newest: Int64) throws {
        let sealed = try lastSealed()
        if sealed != newest {
            throw MusterError.altered(
                revision: try sealed.next(of: "revision"), record: nil,
                what: "it has no seal: another program wrote it")
        }
        if newest == 0 { return }
        var chain = HashChain.OfRevision(after: try hash(of: newest - 1))
        for table in try HistoryTable.all(db, in: newest) {
            let leaves = "SELECT leaf FROM \(table.name) WHERE revision = ? ORDER BY version"
            for leaf in try Data.fetchAll(db, sql: leaves, arguments: [newest]) {
                leaf.withUnsafeBytes { chain.add(leaf: $0) }
            }
        }
        let row = try revision(newest)
        let reasonLeaf = try Data.fetchOne(
            db, sql: "SELECT reason_leaf FROM seal WHERE revision = ?", arguments: [newest])
        let found = chain.finish(
            id: newest, at: try row.get("at"), author: try row.get("author"), reasonLeaf: Array(reasonLeaf ?? Data()))
        guard try hash(of: newest) == found else {
            throw MusterError.altered(revision: newest, record: nil, what: Verifier.misfit)
        }
    }

    /// The hash in a revision's seal; `HashChain.beginning` if it has no seal.
    private func hash(of revision: Int64) throws -> HashChain.Hash {
        let hash = try Data.fetchOne(db, sql: "SELECT hash FROM seal WHERE revision = ?", arguments: [revision])
        return hash.map(HashChain.Hash.init) ?? HashChain.beginning
    }

    private func revision(_ revision: Int64) throws -> Row {
        try db.oneRow(
            """
            SELECT CAST(at AS BLOB) AS at, CAST(author AS BLOB) AS author, CAST(reason AS BLOB) AS reason \
            FROM revision WHERE id = ?
            """, arguments: [revision])
    }

    private func lastSealed() throws -> Int64 {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(revision) FROM seal")) ?? 0
    }

    /// Seals one revision; the revision before it must be sealed already.
    func seal(_ revision: Int64) throws {
        var chain = HashChain.OfRevision(after: try hash(of: revision - 1))
        for table in try HistoryTable.all(db, in: revision) {
            try addLeaves(of: table, in: revision, to: &chain)
            try ChangedVersions(db: db, table: table).check(revision)
        }
        let row = try self.revision(revision)
        let nonce = Data(HashChain.nonces(1))
        let reasonLeaf = HashChain.leaf(ofReason: try row.get("reason") as Data, revision: revision, nonce: nonce)
        let hash = chain.finish(
            id: revision, at: try row.get("at"), author: try row.get("author"), reasonLeaf: reasonLeaf)
        try db.execute(
            sql: "INSERT INTO seal (revision, nonce, reason_leaf, hash) VALUES (?, ?, ?, ?)",
            arguments: [revision, nonce, Data(reasonLeaf), Data(hash)])
        try SearchIndex(db: db).add(revision)
    }

    /// Hashes the versions of one table in the order of writing, a batch at a time.
    private func addLeaves(of table: HistoryTable, in revision: Int64, to chain: inout HashChain.OfRevision) throws {
        let columns = table.form.columns.joined(separator: ", ")
        let select = try db.cachedStatement(
            sql: """
                SELECT \(columns), version FROM \(table.name) WHERE revision = ? AND version > ? \
                ORDER BY version LIMIT \(Self.batch)
                """
        ).sqliteStatement
        let update = try db.cachedStatement(sql: "UPDATE \(table.name) SET nonce = ?, leaf = ? WHERE version = ?")
            .sqliteStatement
        var bytes = LeafBytes()
        var last: Int64 = 0
        while true {
            var nonces: [UInt8] = []
            var versions: [(version: Int64, leaf: HashChain.Hash)] = []
            sqlite3_bind_int64(select, 1, revision)
            sqlite3_bind_int64(select, 2, last)
            while try db.steps(select) {
                let offset = versions.count * HashChain.nonceCount
                if offset == nonces.count { nonces += HashChain.nonces(16) }
                nonces.withUnsafeBytes { nonces in
                    bytes.begin(
                        nonce: UnsafeRawBufferPointer(rebasing: nonces[offset..<offset + HashChain.nonceCount]))
                }
                table.form.append(select, to: &bytes)
                let version = sqlite3_column_int64(select, Int32(table.form.columns.count))
                versions.append((version, bytes.hash))
            }
            sqlite3_reset(select)
            for (index, row) in versions.enumerated() {
                let offset = index * HashChain.nonceCount
                try nonces.withUnsafeBytes { nonces in
                    try row.leaf.withUnsafeBytes { leaf in
                        chain.add(leaf: leaf)
                        sqlite3_bind_blob(update, 1, nonces.baseAddress! + offset, Int32(HashChain.nonceCount), nil)
                        sqlite3_bind_blob(update, 2, leaf.baseAddress!, Int32(leaf.count), nil)
                        sqlite3_bind_int64(update, 3, row.version)
                        while try db.steps(update) {}
                        sqlite3_reset(update)
                    }
                }
            }
            guard versions.count == Self.batch, let version = versions.last?.version else { break }
            last = version
        }
    }
}

extension Database {
    /// Moves a plain SQLite statement, as the hot loops use it, to its next row; false at the end.
    func steps(_ statement: SQLiteStatement) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            sqlite3_reset(statement)
            throw DatabaseError(
                resultCode: ResultCode(rawValue: sqlite3_extended_errcode(sqliteConnection)), message: lastErrorMessage)
        }
    }
}
