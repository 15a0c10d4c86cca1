public import Foundation
package import GRDB
public import MusterValues

/// A registry: one SQLite file, opened to be read or written.
///
/// Each public method is one intention of its user and one transaction that keeps every rule: it happens whole, in one
/// numbered revision, or not at all. The connection is private.
public struct Registry: Sendable {
    /// What a registry is opened for.
    public enum Access: Sendable {
        /// Queries and reports only; the file is never made nor changed.
        case reading
        /// Queries, reports and changes.
        case writing
    }

    /// The file, as its user named it.
    public let path: String
    let database: DatabaseQueue
    let now: @Sendable () -> Date

    /// How long, in seconds, a write waits for another program's write to end.
    static let busyTimeout = 30.0

    /// Opens a registry that is there.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - access: what it is opened for.
    ///   - now: the clock that revisions are dated by.
    /// - Throws: `MusterError` if the file is missing, is no registry, or is of a newer or an older schema.
    public init(at path: String, for access: Access, now: @escaping @Sendable () -> Date = { Date() })
        throws(MusterError)
    {
        let file = try FileSystem.file(path)
        guard FileSystem.exists(file) else { throw .noRegistry(path: path) }
        guard !FileSystem.isFolder(file) else { throw .cannotOpen(path: path) }
        self.path = path
        self.now = now
        do {
            let reader = try Self.reader(file) { db in
                try Schema.check(db, path: path, mayBeOlder: false)
                // Without its rules the store would take what history does not see.
                if access == .writing { try Schema.checkUnchanged(db) }
            }
            if access == .writing {
                database = try DatabaseQueue(path: file, configuration: Self.configuration(for: .writing))
            } else if reader.configuration.readonly, FileSystem.isWritable(file) {
                database = try DatabaseQueue(path: file, configuration: Self.configuration(for: .reading))
            } else {
                database = reader
            }
        } catch { throw MusterError(error, path: path) }
    }

    init(path: String, database: DatabaseQueue, now: @escaping @Sendable () -> Date) {
        self.path = path
        self.database = database
        self.now = now
    }

    /// Makes a registry, or brings the one that is there to this program's schema; safe to run again.
    ///
    /// - Throws: `MusterError` if the file is something else than a registry, or cannot be made.
    public static func create(
        at path: String, now: @escaping @Sendable () -> Date = { Date() }
    ) throws(MusterError) -> Registry {
        let file = try FileSystem.file(path)
        guard !FileSystem.isFolder(file) else { throw .cannotOpen(path: path) }
        do {
            if FileSystem.exists(file), !FileSystem.isEmpty(file) {
                _ = try reader(file) { try Schema.check($0, path: path, mayBeOlder: true, mayBeEmpty: true) }
            }
            let database = try DatabaseQueue(path: file, configuration: configuration(for: .writing))
            do { try Schema.migrator.migrate(database) } catch {
                // Another program may have made it meanwhile: GRDB looks at what is applied before it locks the file.
                try Schema.migrator.migrate(database)
            }
            try database.write { db in if try SearchIndex(db: db).missing() > 0 { try SearchIndex(db: db).fill() } }
            return Registry(path: path, database: database, now: now)
        } catch { throw MusterError(error, path: path) }
    }

    /// A connection that changes nothing, on a file that passes the check; a file that is not ours is never opened
    /// otherwise, since a writer's first statement would turn it to WAL.
    static func reader(_ file: String, check: (Database) throws -> Void) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(busyTimeout)
        if !FileSystem.hasLog(file) {
            // Without a log the file is whole, and one that is refused is left with no file made beside it.
            do {
                try DatabaseQueue(path: FileSystem.immutable(file), configuration: configuration).read(check)
                // Only a connection that may write takes the files beside the registry away when it closes.
                if FileSystem.isWritable(file) {
                    return try DatabaseQueue(path: file, configuration: self.configuration(for: .reading))
                }
            } catch { if !FileSystem.hasLog(file) { throw error } }
        }
        do {
            let reader = try DatabaseQueue(path: file, configuration: configuration)
            try reader.read(check)
            return reader
        } catch let error as DatabaseError
            where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) && !FileSystem.exists(file + "-wal")
        {
            // In a folder that may not be written SQLite cannot make the file by which readers and writers meet. Without a
            // log the registry is whole, and nobody can be writing it who could not also have made that file.
            let reader = try DatabaseQueue(path: FileSystem.immutable(file), configuration: configuration)
            try reader.read(check)
            return reader
        }
    }

    static func configuration(for access: Access) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busyTimeout)
        configuration.prepareDatabase { db in
            if access == .reading {
                try db.execute(sql: "PRAGMA query_only = ON")
            } else {
                // An acknowledged revision must survive a power cut, which WAL with synchronous NORMAL does not promise.
                // Every insert fires triggers: without memory for its statement journal each would touch a file.
                try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY")
            }
        }
        return configuration
    }

    /// Runs queries on one unchanging state of the register.
    package func read<Value>(_ queries: (Database) throws -> Value) throws(MusterError) -> Value {
        do { return try database.read(queries) } catch { throw MusterError(error, path: path) }
    }

    /// Runs changes in one transaction and one revision, which is made only when the first change asks for it; a rehearsal
    /// takes them back at its end and tells what they would have done.
    package func write(
        _ authorship: Authorship, doing what: String, rehearsing isRehearsal: Bool = false,
        _ changes: (Transaction) throws -> Void
    ) throws(MusterError) -> WriteResult {
        do {
            let author = try Text.clean(authorship.author, field: "author", limit: 200)
            let given: String? = try Text.clean(authorship.reason, field: "reason", limit: 2000)
            // A reason of our own names the change and nobody: a revision is never changed, and a name might have to be.
            let reason = given ?? what
            return try database.writeWithoutTransaction { db in
                var written: WriteResult?
                try db.inTransaction(.immediate) {
                    let transaction = Transaction(db: db, author: author, reason: reason, now: now())
                    try changes(transaction)
                    if let revision = transaction.madeRevision, !isRehearsal { try Sealer(db: db).seal(revision) }
                    written = WriteResult(
                        revision: isRehearsal ? nil : transaction.madeRevision, records: transaction.entries,
                        reasons: transaction.reasons, isRehearsal: isRehearsal)
                    return isRehearsal ? .rollback : .commit
                }
                return written!
            }
        } catch { throw MusterError(error, path: path) }
    }

    /// The newest revision's number; 0 before the first.
    public func newestRevision() throws(MusterError) -> Int64 {
        try read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM revision") ?? 0 }
    }

    /// Keeps 64 MB of pages in memory.
    package func prepareForBulk() throws(MusterError) {
        do {
            try database.inDatabase { try $0.execute(sql: "PRAGMA cache_size = -65536") }
        } catch { throw MusterError(error, path: path) }
    }
}
