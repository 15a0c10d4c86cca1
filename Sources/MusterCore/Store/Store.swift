import Foundation
import GRDB
import GRDBSQLite
import MusterValues
import Synchronization

/// An open registry: its file, and the connections to it.
///
/// The file is opened and its schema checked once. A store that only reads lends its connections; one that writes has one
/// for that, and opens others for the past alone. One that serves has a pool instead, in which nobody waits for a reader.
final class Store: Sendable {
    let file: RegistryFile
    let isWriting: Bool
    /// The number of steps by which an older schema was brought up to date when the store was opened.
    let upgrades: Int
    /// The connection that was opened first; the one that writes, where the store writes.
    let main: any DatabaseWriter
    private let identity: FileIdentity?
    /// Deletes the file with this store, where it is a copy made for it alone; nil for any other.
    private let folder: CopyFolder?
    private let idle: Mutex<[Connection]>
    /// SQLite's count of changes of the schema at which the rules were found unchanged.
    private let checked = Mutex<Int64?>(nil)

    /// A connection that reads; `past` is the revision that its views show, nil if it has none.
    private struct Connection {
        let queue: any DatabaseWriter
        var past: Int64?
    }

    /// The number of unused connections that are kept.
    private static let maxIdle = 4

    /// Opens a registry that is there, and checks it.
    convenience init(existing path: String, isWriting: Bool, isServing: Bool = false) throws {
        let file = try RegistryFile(existing: path)
        try file.checkHeader(mayBeEmpty: false)
        if isWriting { try file.checkOneName() }
        let main = try Self.open(file, isWriting: isWriting) { try Schema.check($0, path: path, mayBeOlder: false) }
        self.init(file: file, main: isServing ? try Self.pool(file, after: main) : main, isWriting: isWriting)
        // Without its rules the store would take what history does not see.
        if isWriting { try self.main.unsafeRead(checkUnchanged) }
    }

    /// Opens a copy that was made for this store alone, to be read.
    ///
    /// - Parameters:
    ///   - folder: where the copy is; it is deleted with the store.
    ///   - path: the file that was copied, which messages name.
    /// - Throws: `MusterError` if it is no registry of this program's schema.
    convenience init(copyIn folder: CopyFolder, of path: String) throws {
        let file = RegistryFile(real: folder.copy, named: path)
        try file.checkHeader(mayBeEmpty: false)
        let main = try Self.open(file, isWriting: false) { try Schema.check($0, path: path, mayBeOlder: false) }
        self.init(file: file, main: main, isWriting: false, owning: folder)
    }

    /// Takes over a connection that is checked already.
    init(
        file: RegistryFile, main: any DatabaseWriter, isWriting: Bool, upgrades: Int = 0,
        owning folder: CopyFolder? = nil
    ) {
        self.folder = folder
        self.upgrades = upgrades
        self.file = file
        self.main = main
        self.isWriting = isWriting
        identity = FileIdentity(file.real)
        idle = Mutex(isWriting ? [] : [Connection(queue: main, past: nil)])
    }

    /// Refuses to go on where another file was put in the place of the one that was opened. One that was only taken away
    /// can still be read, as it was.
    func checkInPlace() throws {
        if let there = FileIdentity(file.real), there != identity { throw MusterError.replaced(path: file.path) }
    }

    /// Runs queries on one unchanging state, as it is or as it was known.
    func read<Value>(
        _ known: Known?, within patience: Duration? = nil, _ queries: (Database) throws -> Value
    ) throws -> Value {
        try lend(known) { queue in
            // GRDB's own read forbids changes by a pragma, which makes SQLite prepare every kept statement again.
            try queue.unsafeRead { db in
                var value: Value?
                let changes = db.totalChangesCount
                try db.inTransaction(.deferred) {
                    try known?.check(db, path: file.path)
                    value = try db.within(patience) { try queries(db) }
                    // This also takes away the temporary tables of a day.
                    return .rollback
                }
                precondition(db.totalChangesCount == changes, "a query changed the registry")
                return value!
            }
        }
    }

    /// Lends a connection that nobody else uses meanwhile.
    func lend<Value>(_ known: Known?, _ use: (any DatabaseReader) throws -> Value) throws -> Value {
        if known == nil, isWriting {
            try checkInPlace()
            return try use(main)
        }
        var connection = try take(known)
        try checkInPlace()
        if let known { try Self.aim(&connection, at: known.revision) }
        defer {
            let connection = connection
            idle.withLock { if $0.count < Self.maxIdle { $0.append(connection) } }
        }
        return try use(connection.queue)
    }

    /// A connection that nobody uses, or a new one: best one that shows the moment already. One of the present is taken for
    /// the past too: a command that asks for the past asks for nothing else.
    private func take(_ known: Known?) throws -> Connection {
        let kept = idle.withLock { idle in
            let isFit = { (connection: Connection) in (connection.past != nil) == (known != nil) }
            let place = idle.lastIndex { $0.past == known?.revision } ?? idle.lastIndex(where: isFit)
            return (place ?? (known == nil ? nil : idle.indices.last)).map { idle.remove(at: $0) }
        }
        if let kept { return kept }
        let queue = try Self.open(file, isWriting: false) { _ in }
        return Connection(queue: queue, past: nil)
    }

    /// Turns a connection's views to a revision.
    private static func aim(_ connection: inout Connection, at revision: Int64) throws {
        if connection.past == revision { return }
        let isNew = connection.past == nil
        try connection.queue.writeWithoutTransaction { db in
            if isNew { try Known.makeViews(db) }
            try db.execute(sql: "UPDATE temp.asked SET revision = ?", arguments: [revision])
        }
        connection.past = revision
    }

    /// Runs changes in one transaction, which another file in the registry's place or other rules of it refuse.
    ///
    /// - Parameters:
    ///   - isInGroup: true to join the transaction that is open on this thread, as a part of it that is kept or undone alone.
    ///   - changes: the changes.
    /// - Throws: what they throw, and the store's refusals; nothing of them is left then.
    func write(
        inGroup isInGroup: Bool = false, _ changes: (Database) throws -> Database.TransactionCompletion
    ) throws {
        if isInGroup { return try join(changes) }
        try main.writeWithoutTransaction { db in
            try db.inTransaction(.immediate) {
                if FileIdentity(file.real) != identity { throw MusterError.replaced(path: file.path) }
                try checkUnchanged(db)
                return try changes(db)
            }
        }
    }

    /// Refuses a registry whose rules are not its schema's; they are read again only if SQLite counts a change of them.
    func checkUnchanged(_ db: Database) throws {
        let version = try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA main.schema_version"))
        if version == checked.withLock({ $0 }) { return }
        try Schema.checkUnchanged(db)
        checked.withLock { $0 = version }
    }
}
