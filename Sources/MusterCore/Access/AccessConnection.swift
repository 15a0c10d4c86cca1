import Foundation
import GRDB
import MusterValues
import Synchronization

/// The connections to a file of tokens, which are opened at the first use and again if another file is in its place.
final class AccessConnection: Sendable {
    /// The path that messages show.
    let path: String
    private let file: String
    private let registry: String
    private let opened = Mutex<Opened?>(nil)

    private struct Opened {
        let pool: DatabasePool
        let identity: FileIdentity?
        /// A connection that only counts the commits of all others.
        let signal: DatabaseQueue
        let memory = TokenMemory()
    }

    /// The number in a SQLite file's header that marks a file of tokens: 'MSTA'.
    private static let applicationID: Int32 = 0x4D53_5441

    private static let schema = """
        CREATE TABLE token (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            role TEXT NOT NULL,
            hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
            made TEXT NOT NULL,
            until TEXT,
            revoked TEXT
        ) STRICT;
        CREATE TABLE answer (
            token TEXT NOT NULL,
            key TEXT NOT NULL,
            request BLOB NOT NULL,
            revision INTEGER NOT NULL, -- the newest one when it was begun
            begun INTEGER NOT NULL,    -- seconds since 1970
            status INTEGER,            -- NULL: not answered yet
            body TEXT,
            PRIMARY KEY (token, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX answer_begun ON answer (begun);
        PRAGMA application_id = \(applicationID)
        """

    init(beside registry: RegistryFile) {
        path = registry.path + AccessFile.ending
        file = registry.real + AccessFile.ending
        self.registry = registry.real
    }

    /// Runs queries; nil if no token was ever made.
    func read<Value>(_ queries: (Database) throws -> Value) throws(MusterError) -> Value? {
        do { return try pool(making: false)?.unsafeRead(queries) } catch { throw MusterError(error, path: path) }
    }

    /// The tokens that were found in the file, and the count of its changes; nil if the file was not read yet, or if another
    /// is in its place. It reads no table.
    func memory() throws(MusterError) -> (tokens: TokenMemory, count: Int64)? {
        do {
            guard let opened = opened.withLock({ $0 }), opened.identity == FileIdentity(file) else { return nil }
            return (opened.memory, try opened.signal.commitsOfOthers())
        } catch { throw MusterError(error, path: path) }
    }

    /// Runs changes in one transaction, which is on the disk when this returns; nil if no token was ever made.
    ///
    /// - Parameters:
    ///   - making: true to make the file if it is missing.
    ///   - changes: the changes.
    /// - Returns: what they return.
    /// - Throws: what they throw; nothing is changed then.
    func write<Value>(making: Bool = false, _ changes: (Database) throws -> Value) throws(MusterError) -> Value? {
        do {
            guard let pool = try pool(making: making) else { return nil }
            var value: Value?
            try pool.writeWithoutTransaction { db in
                try db.inTransaction(.immediate) {
                    value = try changes(db)
                    return .commit
                }
            }
            return value
        } catch { throw MusterError(error, path: path) }
    }

    /// Takes everything in the log over into the file, and empties the log.
    func clearLog() throws(MusterError) {
        do { try pool(making: false)?.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) } } catch {
            throw MusterError(error, path: path)
        }
    }

    private func pool(making: Bool) throws -> DatabasePool? {
        try opened.withLock { opened in
            if let opened, opened.identity == FileIdentity(file) { return opened.pool }
            opened = nil
            if making { try make() }
            guard let identity = try identity() else { return nil }
            let pool = try DatabasePool(path: file, configuration: Self.configuration)
            // A pool lowers this to NORMAL when it opens, and a token that was revoked must stay so after a power cut.
            // What is taken out of an answer must be gone from the file too.
            try pool.writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
            }
            let signal = try DatabaseQueue(path: file, configuration: Self.configuration)
            opened = Opened(pool: pool, identity: identity, signal: signal)
            return pool
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Double(Store.busyTimeout) / 1000)
        return configuration
    }

    /// The identity of the file; nil if there is none, or if it was not finished.
    private func identity() throws -> FileIdentity? {
        guard let status = FileSystem.status(file), status.st_size > 0 else { return nil }
        guard FileSystem.kind(file) == .plain else { throw noTokens }
        let number: Int32?
        do {
            let queue = try DatabaseQueue(path: file, configuration: Self.configuration)
            defer { try? queue.close() }
            number = try queue.unsafeRead { try Int32.fetchOne($0, sql: "PRAGMA application_id") }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB { throw noTokens }
        guard number == Self.applicationID else { throw noTokens }
        return FileIdentity(file)
    }

    private var noTokens: MusterError {
        .badFile(path: path, rule: "it is no file of tokens; move it to another name")
    }

    /// Makes the file, which its owner alone may read: it holds answers of the registry as well as hashes.
    private func make() throws {
        let descriptor = open(file, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if descriptor < 0, errno != EEXIST { throw FileSystem.failure(errno, path) }
        if descriptor >= 0 {
            // An administrator makes the first token, and the service, which owns the registry, reads it.
            if let owner = FileSystem.status(registry) { _ = fchown(descriptor, owner.st_uid, owner.st_gid) }
            close(descriptor)
            FileSystem.syncFolder(of: file)
        }
        guard FileSystem.status(file)?.st_size == 0 else { return }
        let queue = try DatabaseQueue(path: file, configuration: Self.configuration)
        defer { try? queue.close() }
        try queue.writeWithoutTransaction { db in
            try db.inTransaction(.immediate) {
                // Another program may have made it meanwhile.
                if try Int32.fetchOne(db, sql: "PRAGMA application_id") == 0 { try db.execute(sql: Self.schema) }
                return .commit
            }
        }
    }
}
