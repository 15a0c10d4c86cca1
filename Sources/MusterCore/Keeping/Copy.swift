import Foundation
import GRDB
import MusterValues

/// A copy of a registry under a temporary name that no other file has, until it is renamed.
final class Copy {
    let file: String
    private let database: DatabaseQueue

    /// The endings of the files that SQLite keeps beside a database.
    static let logs = ["-wal", "-shm", "-journal"]

    /// The ending of the first of these that exists: the file (an empty ending) or one of its logs; nil if there is none. A log
    /// without its file matters, because SQLite would read it into a new file of that name.
    static func occupiedName(at file: String) -> String? { ([""] + logs).first { FileSystem.exists(file + $0) } }

    /// Copies an open registry.
    init(of registry: Registry, beside file: String, named path: String) throws(MusterError) {
        self.file = FileSystem.part(of: file)
        do {
            try FileSystem.make(self.file, like: registry.store.file.real, named: path)
            let database = try DatabaseQueue(path: self.file)
            self.database = database
            try registry.store.lend(nil) { try $0.backup(to: database) }
        } catch {
            Self.remove(self.file)
            throw MusterError(error, path: path)
        }
    }

    /// Copies a file, brings the copy to this program's schema, and rebuilds the copy's index if it does not fit.
    init(of source: String, beside file: String, named path: String) throws(MusterError) {
        self.file = FileSystem.part(of: file)
        let from: RegistryFile
        let reader: DatabaseQueue
        do {
            from = try RegistryFile(existing: source)
            try from.checkHeader(mayBeEmpty: false)
            reader = try Store.open(from, isWriting: false) { try Schema.check($0, path: source, mayBeOlder: true) }
        } catch { throw Self.refusal(MusterError(error, path: source), source) }
        do {
            try FileSystem.make(self.file, like: FileSystem.exists(file) ? file : from.real, named: path)
            database = try DatabaseQueue(path: self.file)
        } catch {
            Self.remove(self.file)
            throw MusterError(error, path: path)
        }
        do {
            try reader.backup(to: database)
            try Schema.migrate(database)
            try database.read(Schema.checkUnchanged)
            _ = try Mending(database: database).mendIndex()
        } catch {
            Self.remove(self.file)
            let error = MusterError(error, path: source)
            throw error == .full(path: source) ? .full(path: path) : Self.refusal(error, source)
        }
    }

    /// The error for a bad copy, with the path that the user gave.
    static func refusal(_ error: MusterError, _ path: String) -> MusterError {
        switch error {
        case .notARegistry:
            .badFile(path: path, rule: "it is not a muster registry", fix: .nameCopy)
        case .noRegistry: .badFile(path: path, rule: "there is no such file", fix: .nameCopy)
        case .cannotOpen: .badFile(path: path, rule: "it is a folder", fix: .nameCopy)
        case .badFile(_, let rule, _): .badFile(path: path, rule: rule, fix: .nameCopy)
        case .damaged, .failed: .badFile(path: path, rule: "it is damaged or cut short; use another copy")
        case .refused(let rule, _): .badFile(path: path, rule: "\(rule); use another copy")
        case .rulesChanged(let what):
            .badFile(path: path, rule: "its own rules were changed: \(what); use another copy")
        case .altered, .indexWrong: .badFile(path: path, rule: "\(error.rule); use another copy")
        default: error
        }
    }

    /// Removes a copy and the files that SQLite keeps beside it.
    static func remove(_ file: String) {
        for rest in [""] + logs { try? FileManager.default.removeItem(atPath: file + rest) }
    }

    func remove() { Self.remove(file) }

    /// The versions among another registry's redacted ones that the copy holds unredacted.
    func unredacted(_ versions: [RedactedVersion]) throws(MusterError) -> Unredacted {
        try registry(named: file).read { try RedactedVersion.held(versions, $0) }
    }

    /// Runs every check on the copy.
    func prove(as path: String) throws(MusterError) -> Proof { try registry(named: path).prove() }

    private func registry(named path: String) -> Registry {
        let file = RegistryFile(real: file, named: path)
        return Registry(store: Store(file: file, main: database, isWriting: true), known: nil, now: { Date() })
    }

    /// Closes the copy so that it is one file without a log.
    func close(named path: String) throws(MusterError) {
        do {
            try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try database.close()
        } catch { throw MusterError(error, path: path) }
    }

    /// Overwrites a registry with the copy in one transaction.
    func write(over target: String, named path: String) throws(MusterError) {
        do {
            let live = try Store.open(RegistryFile(real: target, named: path), isWriting: true) { _ in }
            let size = try live.read { try Int.fetchOne($0, sql: "PRAGMA page_size")! }
            // SQLite copies only between files with the same page size.
            if try database.read({ try Int.fetchOne($0, sql: "PRAGMA page_size")! }) != size {
                try database.writeWithoutTransaction {
                    try $0.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA page_size = \(size); VACUUM")
                }
            }
            try database.backup(to: live)
        } catch { throw MusterError(error, path: path) }
    }
}
