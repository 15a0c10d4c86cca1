import Foundation
import GRDB
public import MusterValues

/// The checks of a registry's file, and the result of each.
public struct Checkup: Sendable {
    /// One check.
    public struct Finding: Hashable, Sendable {
        /// The name of the check.
        public let check: String
        /// Whether the check passed.
        public let isFine: Bool
        /// The result, in words.
        public let found: String
        /// The action to take; nil if none is needed.
        public let advice: Remedy?
    }

    /// The results in the order of the checks; a check is left out if an earlier failure makes it pointless.
    public let findings: [Finding]
    /// The proof of the history; nil if a check failed before it or the history does not fit.
    public let proof: Proof?

    /// Whether every check passed.
    public var isFine: Bool { findings.allSatisfy(\.isFine) }
}

extension Registry {
    /// Checks a registry's file: it is a registry, it is whole, every reference leads to a record, its tables and rules
    /// are the schema's, and its history fits its hashes.
    ///
    /// Nothing is changed.
    ///
    /// - Returns: the result of every check.
    /// - Throws: `MusterError` only if there is no file or it cannot be opened; any other fault is a finding.
    public static func checkUp(at path: String) throws(MusterError) -> Checkup {
        let registry: Registry
        do { registry = try Registry(at: path, for: .reading) } catch {
            guard error == .damaged(path: path) || error == .notARegistry(path: path) else { throw error }
            return Checkup(findings: [.init(check: "file", error: error, path: path)], proof: nil)
        }
        return registry.checkUp()
    }

    private func checkUp() -> Checkup {
        var findings: [Checkup.Finding] = []
        do throws(MusterError) {
            findings.append(.init(check: "file", isFine: true, found: try checkFile(), advice: nil))
        } catch {
            // Where SQLite finds the file itself broken, nothing that is read from it says more.
            return Checkup(findings: [.init(check: "file", error: error, path: path)], proof: nil)
        }
        for (check, run) in Checkup.checks {
            do { findings.append(.init(check: check, isFine: true, found: try read(run), advice: nil)) } catch {
                findings.append(.init(check: check, error: error, path: path))
            }
        }
        findings += [redactions, names, clock, leftCopies].compactMap(\.self)
        do {
            let proof = try read { try Verifier(db: $0).proof(head: nil) }
            // The index follows from the history: of one that does not fit it tells nothing.
            findings += [search].compactMap(\.self)
            findings.append(.init(check: "history", isFine: true, found: proof.words, advice: nil))
            return Checkup(findings: findings, proof: proof)
        } catch {
            return Checkup(findings: findings + [.init(check: "history", error: error, path: path)], proof: nil)
        }
    }

    /// An index that does not hold what the history asks for; nil if it does.
    private var search: Checkup.Finding? {
        do throws(MusterError) { try read { try SearchIndex(db: $0).check() } } catch {
            return Checkup.Finding(check: "search", isFine: false, found: error.rule, advice: .mend(path: path))
        }
        return nil
    }

    /// A redaction without the rewrite of the file that should follow it; nil if there is none.
    private var redactions: Checkup.Finding? {
        let real = store.file.real
        let revision = try? read { db in try Sweep.owed(db) ?? Sweep.oldText(db, file: real) }
        return revision.flatMap(\.self).map {
            Checkup.Finding(check: "redactions", isFine: false, found: Sweep.told($0), advice: .redactAgain)
        }
    }

    /// Another name of the same file; nil if it has one.
    private var names: Checkup.Finding? {
        guard let status = FileSystem.status(store.file.real), status.st_nlink > 1 else { return nil }
        return Checkup.Finding(
            check: "names", isFine: false, found: "it \(RegistryFile.manyNames)", advice: RegistryFile.oneName)
    }

    /// Revisions that a clock which was wrong dated after now; nil if there are none.
    private var clock: Checkup.Finding? {
        let row = try? read { db in
            try Row.fetchOne(
                db,
                sql:
                    "SELECT min(id) AS first, max(id) AS last, max(at) AS at FROM revision WHERE at > ? HAVING count(*) > 0",
                arguments: [now().addingTimeInterval(86_400).formatted(.iso8601)])
        }
        guard let row, let first: Int64 = try? row.get("first"), let last: Int64 = try? row.get("last"),
            let at: String = try? row.get("at")
        else { return nil }
        let which = first == last ? "revision \(first) is" : "revisions \(first) to \(last) are"
        return Checkup.Finding(
            check: "clock", isFine: true, found: "\(which) dated after today, up to \(at): a clock was wrong",
            advice: "ask for what was known by a revision's number; until then no day and no time tells them apart")
    }

    /// Copies on their way that never came to their place; nil if there are none.
    private var leftCopies: Checkup.Finding? {
        let files = FileSystem.files(beside: store.file.real, ending: ".part")
        if files.isEmpty { return nil }
        return Checkup.Finding(
            check: "copies", isFine: true, found: "beside it: \(files.joined(separator: ", "))",
            advice: "where no copy is being made now, remove what ends in .part: it holds a whole registry")
    }

    private func checkFile() throws(MusterError) -> String {
        do { return try store.lend(nil) { try $0.unsafeRead(Checkup.checkFile) } } catch {
            throw MusterError(error, path: path)
        }
    }

    /// Runs every check and throws at the first that fails.
    func prove() throws(MusterError) -> Proof {
        _ = try checkFile()
        return try read { db in
            for (_, run) in Checkup.checks { _ = try run(db) }
            let proof = try Verifier(db: db).proof(head: nil)
            try SearchIndex(db: db).check()
            return proof
        }
    }
}

extension Checkup.Finding {
    init(check: String, error: MusterError, path: String) {
        let advice: Remedy =
            switch error {
            case .busy, .full, .failed: "try again when no other program uses the file and its disk has room"
            case .notARegistry:
                .restore(path: path, isThere: false)
            default:
                .restore(path: path, isThere: true)
            }
        // The refusal's own advice would send the user back to this same check.
        let found = error.rule.split(separator: ";").first.map(String.init) ?? error.rule
        self.init(check: check, isFine: false, found: found, advice: advice)
    }
}
