public import Foundation
package import GRDB
public import MusterValues

/// A registry: one SQLite file, opened to be read or written.
///
/// Each public method does one thing in one transaction: it succeeds completely, in one numbered revision, or changes
/// nothing. The connections are private.
public struct Registry: Sendable {
    /// The use that a registry is opened for.
    public enum Access: Sendable {
        /// Queries and reports only; the file is neither made nor changed.
        case reading
        /// Queries, reports and changes, one at a time.
        case writing
        /// The same for a program that lives long: many threads may read at once, also while one writes.
        case serving
    }

    /// The path of the file as the user gave it.
    public var path: String { store.file.path }
    /// The number of steps by which `create` brought an older schema up to date; 0 if there was nothing to do.
    public var upgrades: Int { store.upgrades }
    let store: Store
    /// The moment of the past that is read; nil for the present.
    var known: Known?
    /// True if changes are only tried: they are told, and nothing is written.
    private(set) var isRehearsing = false
    /// The time that one read may take; nil for any.
    private var patience: Duration?
    /// True inside of `writeTogether`: every read and write joins the transaction that is open.
    private var isGrouped = false
    let now: @Sendable () -> Date

    /// Opens an existing registry.
    ///
    /// Links in the path are followed once. If the file is replaced by another later, the handle refuses to answer.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - access: what it is opened for; to serve, up to ten threads read at once, and more wait for their turn.
    ///   - now: the clock that revisions are dated by.
    /// - Throws: `MusterError` if the file is missing, is no registry, or is of a newer or an older schema; to write also if
    ///   its rules were changed, or it is one file under two names.
    public init(at path: String, for access: Access, now: @escaping @Sendable () -> Date = { Date() })
        throws(MusterError)
    {
        do { store = try Store(existing: path, isWriting: access != .reading, isServing: access == .serving) } catch {
            throw MusterError(error, path: path)
        }
        known = nil
        self.now = now
    }

    init(store: Store, known: Known?, now: @escaping @Sendable () -> Date) {
        self.store = store
        self.known = known
        self.now = now
    }

    /// Makes a registry, or brings an existing one to this program's schema. It is safe to run it again.
    ///
    /// - Throws: `MusterError` if the file is not a registry, or cannot be made.
    public static func create(
        at path: String, now: @escaping @Sendable () -> Date = { Date() }
    ) throws(MusterError) -> Registry {
        do {
            let file = try RegistryFile(path: path)
            if FileSystem.exists(file.real) {
                try file.checkHeader(mayBeEmpty: true)
                try file.checkOneName()
            }
            return Registry(store: try Store(making: file), known: nil, now: now)
        } catch { throw MusterError(error, path: path) }
    }

    /// Runs queries on one unchanging state of the register.
    package func read<Value>(_ queries: (Database) throws -> Value) throws(MusterError) -> Value {
        do { return try isGrouped ? store.readInGroup(queries) : store.read(known, within: patience, queries) } catch {
            throw MusterError(error, path: path)
        }
    }

    /// Runs changes in one transaction and one revision. The revision is made only when the first change needs it.
    ///
    /// A rehearsal reports the changes and then rolls them back. After any other write the file is rewritten if an earlier
    /// redaction still needs that; `sweeping: false` leaves it to the caller.
    package func write(
        _ authorship: Authorship, doing what: String, sweeping: Bool = true,
        _ changes: (Transaction) throws -> Void
    ) throws(MusterError) -> WriteResult {
        guard store.isWriting, known == nil else { throw .readOnly(path: path) }
        if isGrouped, !sweeping {
            throw .usage("a redaction writes the whole file anew, and is not written with others")
        }
        do {
            let clean = try authorship.cleaned()
            // Danger: this default reason must never name a person. A revision cannot be changed, and a name may have to go.
            let reason = clean.reason ?? what
            let isRehearsal = isRehearsing
            var written: WriteResult?
            try store.write(inGroup: isGrouped) { db in
                let transaction = Transaction(
                    db: db, author: clean.author, reason: reason, now: now(), isContribution: clean.isContribution)
                try changes(transaction)
                if clean.isContribution, let revision = transaction.madeRevision {
                    try Contribution(
                        db: db, author: clean.author, revision: revision, doubts: transaction.doubts
                    ).settle()
                }
                if let revision = transaction.madeRevision, !isRehearsal { try Sealer(db: db).seal(revision) }
                written = WriteResult(
                    revision: isRehearsal ? nil : transaction.madeRevision,
                    records: try transaction.told(),
                    reasons: transaction.reasons, heldReasons: transaction.heldReasons, isRehearsal: isRehearsal,
                    remark: transaction.remark)
                return isRehearsal ? .rollback : .commit
            }
            if sweeping, !isGrouped, written?.revision != nil, let owed = Sweep(store: store).runIfOwed() {
                written = written?.remarking("\(Sweep.told(owed)); a later write clears it")
            }
            return written!
        } catch { throw MusterError(error, path: path) }
    }

    /// The same registry for changes that are only tried: each is checked and told as ever, and then nothing is written.
    public var rehearsing: Registry {
        var registry = self
        registry.isRehearsing = true
        return registry
    }

    /// The same registry, whose queries are given up with `MusterError.tookTooLong` after some time; changes are not.
    package func patient(for patience: Duration) -> Registry {
        var registry = self
        registry.patience = patience
        return registry
    }

    /// Runs writes of several callers in one transaction, which reaches the disk once. Each has its own revision and seal, in the
    /// order of the list.
    ///
    /// A write that is refused or only tried is rolled back alone, and the others stay. No result is given out before all of them
    /// are on the disk.
    ///
    /// - Parameter writes: the writes. Each uses the registry that it is given and no other, on the thread that it is called on: any
    ///   other use waits for the end of all of them. It cannot redact, back up or rewrite the file.
    /// - Returns: what each returned or threw, in the order of the list. If the disk or SQLite refuses the whole, every write failed,
    ///   for that reason.
    public func writeTogether<Value>(_ writes: [(Registry) throws -> Value]) -> [Result<Value, MusterError>] {
        if writes.isEmpty { return [] }
        guard store.isWriting, known == nil else { return writes.map { _ in .failure(.readOnly(path: path)) } }
        var grouped = self
        grouped.isGrouped = true
        var results: [Result<Value, MusterError>] = []
        do {
            try store.write { db in
                for write in writes { results.append(try grouped.result(of: write, db)) }
                return .commit
            }
        } catch {
            let reason = MusterError(error, path: path)
            return writes.map { _ in .failure(reason) }
        }
        // What it leaves undone is told by the next write.
        _ = Sweep(store: store).runIfOwed()
        return results
    }

    /// The result of one of several writes, which is undone if it throws.
    private func result<Value>(
        of write: (Registry) throws -> Value, _ db: Database
    ) throws -> Result<Value, MusterError> {
        do {
            var value: Value?
            try db.inSavepoint {
                value = try write(self)
                return .commit
            }
            return .success(value!)
        } catch {
            // What the disk refuses has ended the transaction of all of them.
            guard db.isInsideTransaction else { throw error }
            return .failure(MusterError(error, path: path))
        }
    }

    /// Keeps up to 64 MB of the file in memory, for a caller that writes very much.
    package func prepareForBulk() throws(MusterError) {
        do {
            try store.main.writeWithoutTransaction { try $0.execute(sql: "PRAGMA cache_size = -65536") }
        } catch { throw MusterError(error, path: path) }
    }
}
