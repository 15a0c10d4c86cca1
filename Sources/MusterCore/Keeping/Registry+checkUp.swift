import Foundation
import GRDB
public import MusterValues

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
            // If the file itself is broken, nothing that is read from it can be trusted.
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
            // The index is compared with the history, so it is checked only if the history fits.
            findings += [search].compactMap(\.self)
            findings.append(.init(check: "history", isFine: true, found: proof.words, advice: nil))
            return Checkup(findings: findings, proof: proof)
        } catch {
            return Checkup(findings: findings + [.init(check: "history", error: error, path: path)], proof: nil)
        }
    }

    /// The finding for an index that does not fit the history; nil if it fits.
    private var search: Checkup.Finding? {
        do throws(MusterError) { try read { try SearchIndex(db: $0).check() } } catch {
            return Checkup.Finding(check: "search", isFine: false, found: error.rule, advice: .mend(path: path))
        }
        return nil
    }

    /// The finding for a redaction after which the file was not rewritten; nil if there is none.
    private var redactions: Checkup.Finding? {
        let real = store.file.real
        let revision = try? read { db in try Sweep.owed(db) ?? Sweep.oldText(db, file: real) }
        return revision.flatMap(\.self).map {
            Checkup.Finding(check: "redactions", isFine: false, found: Sweep.told($0), advice: .redactAgain)
        }
    }

    /// The finding for a file that has a second name; nil if it has only one.
    private var names: Checkup.Finding? {
        guard let status = FileSystem.status(store.file.real), status.st_nlink > 1 else { return nil }
        return Checkup.Finding(
            check: "names", isFine: false, found: "it \(RegistryFile.manyNames)", advice: RegistryFile.oneName)
    }

    /// The finding for revisions dated in the future by a wrong clock; nil if there are none.
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

    /// The finding for unfinished copies beside the file; nil if there are none.
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
