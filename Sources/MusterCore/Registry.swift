import Foundation
import GRDB

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
    static let patience = 30.0

    /// Opens a registry that is there.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - access: what it is opened for.
    ///   - now: the clock that revisions are dated by.
    /// - Throws: `MusterError` where the file is missing, is no registry, or is of a newer or an older schema.
    public init(at path: String, for access: Access, now: @escaping @Sendable () -> Date = { Date() })
        throws(MusterError)
    {
        guard FileSystem.exists(path) else { throw .noRegistry(path: path) }
        guard !FileSystem.isFolder(path) else { throw .cannotOpen(path: path) }
        self.path = path
        self.now = now
        do {
            // A file that is not ours is only read: a writer's first statement would turn it to WAL.
            let reader = try DatabaseQueue(path: path, configuration: Self.configuration(readonly: true))
            try reader.read { try Schema.check($0, path: path, mayBeOlder: false) }
            database =
                access == .reading
                ? reader : try DatabaseQueue(path: path, configuration: Self.configuration(readonly: false))
        } catch { throw MusterError(error, path: path) }
    }

    private init(path: String, database: DatabaseQueue, now: @escaping @Sendable () -> Date) {
        self.path = path
        self.database = database
        self.now = now
    }

    /// Makes a registry, or brings the one that is there to this program's schema; safe to run again.
    ///
    /// - Throws: `MusterError` where the file is something else than a registry, or cannot be made.
    public static func create(
        at path: String, now: @escaping @Sendable () -> Date = { Date() }
    ) throws(MusterError) -> Registry {
        guard !FileSystem.isFolder(path) else { throw .cannotOpen(path: path) }
        do {
            if FileSystem.exists(path), !FileSystem.isEmpty(path) {
                try DatabaseQueue(path: path, configuration: configuration(readonly: true)).read {
                    try Schema.check($0, path: path, mayBeOlder: true)
                }
            }
            let database = try DatabaseQueue(path: path, configuration: configuration(readonly: false))
            do { try Schema.migrator.migrate(database) } catch {
                // Another program may have made it meanwhile: GRDB looks at what is applied before it locks the file.
                try Schema.migrator.migrate(database)
            }
            return Registry(path: path, database: database, now: now)
        } catch { throw MusterError(error, path: path) }
    }

    private static func configuration(readonly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.busyMode = .timeout(patience)
        if !readonly {
            configuration.prepareDatabase { db in
                // An acknowledged revision must survive a power cut, which WAL with synchronous NORMAL does not promise.
                // Every insert fires triggers: without memory for its statement journal each would touch a file.
                try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY")
            }
        }
        return configuration
    }

    /// Runs queries on one unchanging state of the register.
    func read<Value>(_ queries: (Database) throws -> Value) throws(MusterError) -> Value {
        do { return try database.read(queries) } catch { throw MusterError(error, path: path) }
    }

    /// Runs changes in one transaction and one revision, which is made only when the first change asks for it.
    func write(
        _ authorship: Authorship, doing what: String, _ changes: (Transaction) throws -> Void
    ) throws(MusterError) -> Written {
        do {
            let author = try Text.clean(authorship.author, field: "author", limit: 200)
            // A reason of our own quotes the user's words: what is wrong with them is for the change itself to say.
            let given: String? = try Text.clean(authorship.reason, field: "reason", limit: 2000)
            let own = try? Text.clean(what, field: "reason", limit: 2000) as String
            let reason = given ?? own ?? "change"
            return try database.write { db in
                let transaction = Transaction(db: db, author: author, reason: reason, now: now())
                try changes(transaction)
                return Written(revision: transaction.madeRevision, records: transaction.entries)
            }
        } catch { throw MusterError(error, path: path) }
    }

    /// The newest revision's number; 0 before the first.
    public func newestRevision() throws(MusterError) -> Int64 {
        try read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM revision") ?? 0 }
    }
}
