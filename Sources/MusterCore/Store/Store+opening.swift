import Foundation
import GRDB
import GRDBSQLite
import MusterValues

extension Store {
    /// The most threads that read at once where a store serves; more wait for their turn.
    private static let maxReaders = 10

    /// The milliseconds that a write waits for another program's write to end.
    static let busyTimeout = 30_000

    /// Opens a file and checks it on the connection that stays; a file that is refused is not changed.
    static func open(_ file: RegistryFile, isWriting: Bool, check: (Database) throws -> Void) throws -> DatabaseQueue {
        let isWritable = FileSystem.isWritable(file.real)
        if !isWriting, !isWritable { return try openReadOnly(file, check) }
        if isWriting, !isWritable, FileSystem.exists(file.real), !FileSystem.hasLog(file.real) {
            throw MusterError.readOnly(path: file.path)
        }
        let queue = try DatabaseQueue(path: file.real, configuration: configuration)
        try queue.read(check)
        // An acknowledged revision must survive a power cut, which WAL with synchronous NORMAL does not promise.
        // Every insert fires triggers: without memory for its statement journal each would touch a file.
        let setUp = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY"
        if isWriting { try waiting { try queue.inDatabase { try $0.execute(sql: setUp) } } }
        return queue
    }

    /// Opens a pool on a file that was checked on a connection that writes, and closes that one.
    ///
    /// Each read then has a connection of its own, and neither waits for the writer nor holds it up.
    static func pool(_ file: RegistryFile, after checked: DatabaseQueue) throws -> DatabasePool {
        try checked.close()
        var configuration = configuration
        configuration.maximumReaderCount = maxReaders
        let pool = try DatabasePool(path: file.real, configuration: configuration)
        // A pool lowers this to NORMAL when it opens.
        try pool.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY")
        }
        return pool
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Double(busyTimeout) / 1000)
        // SQLite would tell GRDB of every column that each statement reads. GRDB wants it for observers, which muster has
        // none of, and a statement on the past would take three times as long to make ready.
        configuration.prepareDatabase { db in
            _ = sqlite3_set_authorizer(db.sqliteConnection, nil, nil)
            DatabaseFunction.ofDoubt.forEach(db.add(function:))
        }
        return configuration
    }

    /// Tries again for as long as another program is busy: SQLite does not wait by itself to change a file's journal.
    private static func waiting(_ change: () throws -> Void) throws {
        let end = ContinuousClock.now + .milliseconds(busyTimeout)
        while true {
            do { return try change() } catch let error as DatabaseError
                where error.resultCode == .SQLITE_BUSY && ContinuousClock.now < end
            {
                Thread.sleep(forTimeInterval: 0.02)
            }
        }
    }

    private static func openReadOnly(_ file: RegistryFile, _ check: (Database) throws -> Void) throws -> DatabaseQueue {
        var configuration = configuration
        configuration.readonly = true
        do {
            let queue = try DatabaseQueue(path: file.real, configuration: configuration)
            try queue.read(check)
            return queue
        } catch let error as DatabaseError
            where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
            && !FileSystem.exists(file.real + "-wal")
        {
            if !FileSystem.exists(file.real) { throw MusterError.noRegistry(path: file.path) }
            if access(file.real, R_OK) != 0 { throw MusterError.mayNotRead(path: file.path) }
            // In a folder that may not be written SQLite cannot make the file by which readers and writers meet. Without a
            // log the registry is whole, and nobody can be writing it who could not also have made that file.
            let queue = try DatabaseQueue(path: FileSystem.immutable(file.real), configuration: configuration)
            try queue.read(check)
            return queue
        }
    }

    /// Makes a registry, or brings the one that is there to this program's schema.
    convenience init(making file: RegistryFile) throws {
        let isEmpty = (FileSystem.status(file.real)?.st_size ?? 0) == 0
        let main = try Self.open(file, isWriting: true) { db in
            if isEmpty { return }
            try Schema.check(db, path: file.path, mayBeOlder: true, mayBeEmpty: true)
        }
        let steps = try Schema.migrate(main)
        self.init(file: file, main: main, isWriting: true, upgrades: isEmpty ? 0 : steps)
        try main.read(checkUnchanged)
    }
}
