import Foundation
import GRDB

extension Registry {
    /// Copies the registry to a new file while others read and write it, and proves the copy.
    ///
    /// The copy is one file, of one moment: the newest revision when it began (SQLite's online backup). It is written
    /// beside its place and gets its name when it is proven.
    ///
    /// - Returns: the proof of the copy's history.
    /// - Throws: `MusterError.alreadyThere` for a file that is there, `.badFile` where the copy does not stand the checks of a
    ///   restore, `.full`, `.cannotOpen`.
    public func backUp(to path: String) throws(MusterError) -> Proof {
        let file = try FileSystem.file(path)
        if FileSystem.exists(file) { throw .alreadyThere(path: path, fix: "name another file, or remove it first") }
        let copy = try Copy(of: self, beside: file, named: path)
        defer { copy.remove() }
        let proof = try copy.prove(as: self.path)
        try copy.move(to: file, named: path)
        return proof
    }

    /// Puts a copy of a registry in a registry's place, when it is proven.
    ///
    /// The copy is brought to this program's schema where it is older. A registry that is there is written over in one
    /// transaction, so that programs that read it meanwhile see the one or the other; one that is damaged is replaced as a file.
    ///
    /// - Parameters:
    ///   - source: the copy's file; it is left as it is.
    ///   - path: the registry's place.
    ///   - replacing: whether a registry that is there may be replaced.
    /// - Returns: the proof, and the newest revision of the registry that was replaced; nil where there was none, or it could
    ///   not be read.
    /// - Throws: `MusterError.alreadyThere` for a registry that is there, `.notARegistry` where another file is, `.badFile`
    ///   for a copy that is damaged, cut short or does not verify, `.newerSchema`, `.full`, `.busy`.
    public static func restore(
        from source: String, to path: String, replacing: Bool
    ) throws(MusterError) -> (proof: Proof, replaced: Int64?) {
        let file = try FileSystem.file(path)
        let isThere = FileSystem.exists(file)
        if isThere, !replacing { throw .alreadyThere(path: path, fix: "give --force to put the copy in its place") }
        var replaced: Int64?
        var isDamaged = false
        if isThere {
            do { replaced = try Registry(at: path, for: .reading).newestRevision() } catch {
                switch error {
                case .olderSchema: break
                case .damaged: isDamaged = true
                default: throw error
                }
            }
        }
        let copy = try Copy(of: source, beside: file)
        defer { copy.remove() }
        let proof = try copy.prove(as: source)
        if isThere, !isDamaged {
            try copy.write(over: file, named: path)
        } else {
            // The log of what was there belongs to it, and would be read into the copy.
            for rest in ["-wal", "-shm"] where isThere { try? FileManager.default.removeItem(atPath: file + rest) }
            try copy.move(to: file, named: path)
        }
        return (proof, replaced)
    }
}

/// A registry's copy on the way to its place.
private final class Copy {
    private let file: String
    private let database: DatabaseQueue

    /// Copies an open registry.
    init(of registry: Registry, beside file: String, named path: String) throws(MusterError) {
        self.file = file + ".part"
        do {
            try Self.clear(self.file)
            database = try DatabaseQueue(path: self.file)
            try registry.database.backup(to: database)
        } catch {
            Self.remove(self.file)
            throw MusterError(error, path: path)
        }
    }

    /// Copies a file, and brings the copy to this program's schema.
    init(of source: String, beside file: String) throws(MusterError) {
        self.file = file + ".part"
        let from = try FileSystem.file(source)
        guard FileSystem.exists(from), !FileSystem.isFolder(from) else {
            throw .badFile(path: source, rule: "there is no such file; name a copy made with 'muster backup'")
        }
        do {
            let reader = try Registry.reader(from) { try Schema.check($0, path: source, mayBeOlder: true) }
            try Self.clear(self.file)
            database = try DatabaseQueue(path: self.file)
            try reader.backup(to: database)
            try Schema.migrator.migrate(database)
        } catch {
            Self.remove(self.file)
            throw Self.refusal(MusterError(error, path: source), source)
        }
    }

    /// What is wrong with a copy, said of the file that its user named.
    private static func refusal(_ error: MusterError, _ path: String) -> MusterError {
        switch error {
        case .notARegistry:
            .badFile(path: path, rule: "it is not a muster registry; name a copy made with 'muster backup'")
        case .damaged, .failed: .badFile(path: path, rule: "it is damaged or cut short; use another copy")
        case .refused(let rule): .badFile(path: path, rule: "\(rule); use another copy")
        case .altered(let revision, let record, let what):
            .badFile(
                path: path,
                rule: "revision \(revision) does not fit\(record.map { ", at \($0)" } ?? ""): \(what); use another copy"
            )
        default: error
        }
    }

    private static func clear(_ file: String) throws {
        remove(file)
        if FileSystem.exists(file) { throw MusterError.cannotOpen(path: file) }
    }

    private static func remove(_ file: String) {
        for rest in ["", "-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: file + rest) }
    }

    func remove() { Self.remove(file) }

    /// Runs every check on the copy.
    func prove(as path: String) throws(MusterError) -> Proof {
        do { return try Registry(path: path, database: database, now: { Date() }).prove() } catch {
            throw Self.refusal(error, path)
        }
    }

    /// Gives the copy its name; it is one file then.
    func move(to target: String, named path: String) throws(MusterError) {
        do {
            try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try database.close()
        } catch { throw MusterError(error, path: path) }
        guard rename(file, target) == 0 else { throw .cannotOpen(path: path) }
        FileSystem.syncFolder(of: target)
    }

    /// Writes the copy over a registry in one transaction of SQLite's.
    func write(over target: String, named path: String) throws(MusterError) {
        do {
            let live = try DatabaseQueue(path: target, configuration: Registry.configuration(for: .writing))
            try database.backup(to: live)
        } catch { throw MusterError(error, path: path) }
    }
}
