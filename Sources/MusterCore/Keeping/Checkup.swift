import Foundation
import GRDB
public import MusterValues

/// The checks of a registry's file, each with what it found.
public struct Checkup: Sendable {
    /// One check.
    public struct Finding: Hashable, Sendable {
        /// What was checked.
        public let check: String
        /// Whether it is as it should be.
        public let isFine: Bool
        /// What was found.
        public let found: String
        /// What to do; nil if nothing is to be done.
        public let advice: Remedy?
    }

    /// The findings in the order of the checks; a check that a failed one makes pointless is left out.
    public let findings: [Finding]
    /// The proof of the history; nil where something does not fit.
    public let proof: Proof?

    /// Whether nothing is wrong.
    public var isFine: Bool { findings.allSatisfy(\.isFine) }
}

extension Registry {
    /// Checks a registry's file: that it is one, whole, without a reference into nothing, with its own rules, and with a
    /// history that fits its hashes.
    ///
    /// Nothing is changed.
    ///
    /// - Returns: what was found, check by check.
    /// - Throws: `MusterError` only where there is no file, or one that cannot be opened; what is wrong with it is a finding.
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
        findings += [unfinishedRedaction, names, clock, leftCopies].compactMap(\.self)
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

    /// A redaction after which the file was not written anew; nil if there is none.
    private var unfinishedRedaction: Checkup.Finding? {
        let real = store.file.real
        let revision = try? read { db in try Sweep.owed(db) ?? Sweep.oldText(db, file: real) }
        return revision.flatMap(\.self).map {
            Checkup.Finding(
                check: "redactions", isFine: false,
                found: "the old text of the redaction in revision \($0) may still be in the file",
                advice: .redactAgain)
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
        do { return try store.lend(nil) { try $0.inDatabase(Checkup.checkFile) } } catch {
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
        // The refusal's own advice would lead back to this very check.
        let found = error.rule.split(separator: ";").first.map(String.init) ?? error.rule
        self.init(check: check, isFine: false, found: found, advice: advice)
    }
}
