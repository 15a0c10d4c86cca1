import Foundation
import GRDB
public import MusterValues

extension Registry {
    /// Copies the registry to a new file while others read and write it, and proves the copy.
    ///
    /// The copy is one file and shows one moment: the newest revision when the copying began (SQLite's online backup).
    /// It is written beside its place under another name, and renamed only after the proof.
    ///
    /// - Returns: the proof of the copy's history.
    /// - Throws: `MusterError.alreadyThere` if the file exists; `.altered`, `.damaged` or `.badFile` if the registry
    ///   fails the checks that a restore makes; `.full`, `.cannotOpen`.
    public func backUp(to path: String) throws(MusterError) -> Proof {
        let file = try FileSystem.file(path)
        if let there = Copy.there(at: file) {
            throw .alreadyThere(path: path + there, fix: "name another file, or remove it first")
        }
        let copy = try Copy(of: self, beside: file, named: path)
        defer { copy.remove() }
        let proof: Proof
        do { proof = try copy.prove(as: self.path) } catch {
            guard case .refused(let rule, _) = error else { throw error }
            throw .badFile(path: self.path, rule: rule, fix: .checkUp)
        }
        try copy.move(to: file, named: path)
        return proof
    }

    /// Puts a copy of a registry in a registry's place, after it is proven.
    ///
    /// A copy with an older schema is upgraded to this program's. An existing registry is overwritten in one
    /// transaction, so that a program that reads it meanwhile sees either the old one or the new one. A damaged one is
    /// replaced as a file.
    ///
    /// - Parameters:
    ///   - source: the copy's file; it is not changed.
    ///   - path: the registry's place.
    ///   - replacing: whether an existing registry may be replaced.
    /// - Returns: the proof; the newest revision of the replaced registry, nil if there was none or it could not be
    ///   read; and the records that were redacted in the replaced registry but not in the copy.
    /// - Throws: `MusterError.alreadyThere` for an existing registry that may not be replaced, or another file, which
    ///   never is; `.badFile` for a copy that is damaged, cut short or does not verify; `.newerSchema`, `.full`,
    ///   `.busy`.
    public static func restore(
        from source: String, to path: String, replacing: Bool
    ) throws(MusterError) -> (proof: Proof, replaced: Int64?, unredacted: [RecordID]) {
        let file = try FileSystem.file(path)
        let isThere = FileSystem.exists(file)
        if let there = Copy.there(at: file), !replacing {
            throw .alreadyThere(path: path + there, fix: .replace)
        }
        var replaced: Int64?
        var redacted: Set<RecordID> = []
        var isDamaged = false
        if isThere {
            do {
                let there = try Registry(at: path, for: .reading)
                replaced = try there.newestRevision()
                redacted = try there.redactedRecords()
            } catch {
                switch error {
                case .olderSchema: break
                case .damaged: isDamaged = true
                case .notARegistry:
                    throw .alreadyThere(
                        path: path, fix: "it cannot be read as a registry; move it away, then run the same command")
                default: throw error
                }
            }
        }
        let copy = try Copy(of: source, beside: file, named: path)
        defer { copy.remove() }
        let proof: Proof
        do { proof = try copy.prove(as: source) } catch { throw Copy.refusal(error, source) }
        let unredacted = redacted.subtracting(try copy.redactedRecords())
        if isThere, !isDamaged {
            try copy.write(over: file, named: path)
        } else {
            // The old file's logs must go: SQLite would read them into the copy.
            for rest in Copy.logs { try? FileManager.default.removeItem(atPath: file + rest) }
            try copy.move(to: file, named: path)
        }
        return (proof, replaced, unredacted.sorted { $0.description < $1.description })
    }

    /// The records with a redacted version or name; citations are left out.
    func redactedRecords() throws(MusterError) -> Set<RecordID> {
        try read { db in Set(try LogReader(db: db).redactedRecords(in: nil)) }
    }
}

/// A registry's copy before it is moved to its place; no other file and no other copy has its name.
private final class Copy {
    private let file: String
    private let database: DatabaseQueue

    /// The endings of the files that SQLite keeps beside a database.
    static let logs = ["-wal", "-shm", "-journal"]

    /// The ending of the first file found at a place: empty for the file itself, or that of an orphaned log, which
    /// SQLite would read into any file given that name; nil if there is nothing.
    static func there(at file: String) -> String? { ([""] + logs).first { FileSystem.exists(file + $0) } }

    /// Copies an open registry.
    init(of registry: Registry, beside file: String, named path: String) throws(MusterError) {
        self.file = Self.part(of: file)
        do {
            try FileSystem.make(self.file, like: FileSystem.file(registry.path), named: path)
            database = try DatabaseQueue(path: self.file)
            try registry.database.backup(to: database)
        } catch {
            Self.remove(self.file)
            throw MusterError(error, path: path)
        }
    }

    /// Copies a file and upgrades the copy to this program's schema.
    init(of source: String, beside file: String, named path: String) throws(MusterError) {
        self.file = Self.part(of: file)
        let from = try FileSystem.file(source)
        guard FileSystem.exists(from), !FileSystem.isFolder(from) else {
            let rule = FileSystem.exists(from) ? "it is a folder" : "there is no such file"
            throw .badFile(path: source, rule: rule, fix: .nameCopy)
        }
        let reader: DatabaseQueue
        do { reader = try Registry.reader(from) { try Schema.check($0, path: source, mayBeOlder: true) } } catch {
            throw Self.refusal(MusterError(error, path: source), source)
        }
        do {
            try FileSystem.make(self.file, like: FileSystem.exists(file) ? file : from, named: path)
            database = try DatabaseQueue(path: self.file)
        } catch {
            Self.remove(self.file)
            throw MusterError(error, path: path)
        }
        do {
            try reader.backup(to: database)
            try Schema.migrator.migrate(database)
        } catch {
            Self.remove(self.file)
            let error = MusterError(error, path: source)
            throw error == .full(path: source) ? .full(path: path) : Self.refusal(error, source)
        }
    }

    private static func part(of file: String) -> String { "\(file).\(UUID().uuidString).part" }

    /// The refusal of a copy, naming the file that the user named.
    static func refusal(_ error: MusterError, _ path: String) -> MusterError {
        switch error {
        case .notARegistry:
            .badFile(path: path, rule: "it is not a muster registry", fix: .nameCopy)
        case .damaged, .failed: .badFile(path: path, rule: "it is damaged or cut short; use another copy")
        case .refused(let rule, _): .badFile(path: path, rule: "\(rule); use another copy")
        case .rulesChanged(let what):
            .badFile(path: path, rule: "its own rules were changed: \(what); use another copy")
        case .altered: .badFile(path: path, rule: "\(error.rule); use another copy")
        default: error
        }
    }

    private static func remove(_ file: String) {
        for rest in [""] + logs { try? FileManager.default.removeItem(atPath: file + rest) }
    }

    func remove() { Self.remove(file) }

    func redactedRecords() throws(MusterError) -> Set<RecordID> {
        try Registry(path: file, database: database, now: { Date() }).redactedRecords()
    }

    /// Runs every check on the copy.
    func prove(as path: String) throws(MusterError) -> Proof {
        try Registry(path: path, database: database, now: { Date() }).prove()
    }

    /// Moves the copy to its place, as one file without logs.
    func move(to target: String, named path: String) throws(MusterError) {
        do {
            try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try database.close()
        } catch { throw MusterError(error, path: path) }
        guard rename(file, target) == 0 else { throw .cannotOpen(path: path) }
        FileSystem.syncFolder(of: target)
    }

    /// Overwrites a registry with the copy, in one SQLite transaction.
    func write(over target: String, named path: String) throws(MusterError) {
        do {
            let live = try DatabaseQueue(path: target, configuration: Registry.configuration(for: .writing))
            let size = try live.read { try Int.fetchOne($0, sql: "PRAGMA page_size")! }
            // SQLite's backup only works between files with the same page size.
            if try database.read({ try Int.fetchOne($0, sql: "PRAGMA page_size")! }) != size {
                try database.writeWithoutTransaction {
                    try $0.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA page_size = \(size); VACUUM")
                }
            }
            try database.backup(to: live)
        } catch { throw MusterError(error, path: path) }
    }
}
