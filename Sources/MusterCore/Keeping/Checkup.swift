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
        for (check, run) in Self.checks {
            do { findings.append(.init(check: check, isFine: true, found: try read(run), advice: nil)) } catch {
                findings.append(.init(check: check, error: error, path: path))
                // Where SQLite finds the file itself broken, nothing that is read from it says more.
                if check == Self.checks[0].name { return Checkup(findings: findings, proof: nil) }
            }
        }
        findings += [unindexed, unfinishedRedaction, leftCopies].compactMap(\.self)
        do {
            let proof = try read { try Verifier(db: $0).proof(head: nil) }
            findings.append(.init(check: "history", isFine: true, found: proof.words, advice: nil))
            return Checkup(findings: findings, proof: proof)
        } catch {
            return Checkup(findings: findings + [.init(check: "history", error: error, path: path)], proof: nil)
        }
    }

    /// Names and titles that a search would not find; nil if there are none.
    private var unindexed: Checkup.Finding? {
        guard let missing = try? read({ db in try SearchIndex(db: db).missing() }), missing > 0 else { return nil }
        return Checkup.Finding(
            check: "search", isFine: false, found: "\(missing) names or titles are not in the index of the search",
            advice: .fillIndex(path: path))
    }

    /// A redaction after which the file was not written anew; nil if there is none.
    private var unfinishedRedaction: Checkup.Finding? {
        let revision = try? read { db in
            try Int64.fetchOne(
                db,
                sql: "SELECT max(revision) FROM redaction HAVING max(revision) > (SELECT * FROM pragma_user_version)")
        }
        return revision.flatMap(\.self).map {
            Checkup.Finding(
                check: "redactions", isFine: false,
                found: "the old text of the redaction in revision \($0) may still be in the file",
                advice: .redactAgain)
        }
    }

    /// Copies on their way that never came to their place; nil if there are none.
    private var leftCopies: Checkup.Finding? {
        let files = FileSystem.files(beside: path, ending: ".part")
        if files.isEmpty { return nil }
        return Checkup.Finding(
            check: "copies", isFine: true, found: "beside it: \(files.joined(separator: ", "))",
            advice: "where no copy is being made now, remove what ends in .part: it holds a whole registry")
    }

    /// Runs every check and throws at the first that fails.
    func prove() throws(MusterError) -> Proof {
        try read { db in
            for (_, run) in Self.checks { _ = try run(db) }
            return try Verifier(db: db).proof(head: nil)
        }
    }

    /// The checks besides that of the history, each with what it says when nothing is wrong.
    private static var checks: [(name: String, run: (Database) throws -> String)] {
        [
            ("file", checkFile), ("references", checkReferences),
            (
                "rules",
                { db in
                    try Schema.checkUnchanged(db)
                    return "the schema's own"
                }
            ),
        ]
    }

    private static func checkFile(_ db: Database) throws -> String {
        let faults = try String.fetchAll(db, sql: "PRAGMA main.integrity_check(3)")
        if faults != ["ok"] { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return "whole"
    }

    private static func checkReferences(_ db: Database) throws -> String {
        let rows = try Row.fetchAll(db, sql: "PRAGMA main.foreign_key_check")
        guard let first = rows.first else { return "all lead somewhere" }
        throw MusterError.refused(
            rule: "\(rows.count) \(rows.count == 1 ? "reference leads" : "references lead") nowhere, the first from a "
                + "\((try first.get("table") as String).spaced) to a \((try first.get("parent") as String).spaced)")
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
