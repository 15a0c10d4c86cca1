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
        for (check, run) in Self.checks {
            do { findings.append(.init(check: check, isFine: true, found: try read(run), advice: nil)) } catch {
                findings.append(.init(check: check, error: error, path: path))
                // If SQLite finds the file itself broken, further reads from it prove nothing.
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

    /// The names and titles that are missing from the search index; nil if none are.
    private var unindexed: Checkup.Finding? {
        guard let missing = try? read({ db in try SearchIndex(db: db).missing() }), missing > 0 else { return nil }
        return Checkup.Finding(
            check: "search", isFine: false, found: "\(missing) names or titles are not in the index of the search",
            advice: .fillIndex(path: path))
    }

    /// A redaction without the rewrite of the file that should follow it; nil if there is none.
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

    /// Leftover copies that never reached their place; nil if there are none.
    private var leftCopies: Checkup.Finding? {
        let files = FileSystem.files(beside: path, ending: ".part")
        if files.isEmpty { return nil }
        return Checkup.Finding(
            check: "copies", isFine: true, found: "beside it: \(files.joined(separator: ", "))",
            advice: "where no copy is being made now, remove what ends in .part: it holds a whole registry")
    }

    /// Runs every check and throws at the first failure.
    func prove() throws(MusterError) -> Proof {
        try read { db in
            for (_, run) in Self.checks { _ = try run(db) }
            return try Verifier(db: db).proof(head: nil)
        }
    }

    /// The checks except that of the history, each with its words if it passes.
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
        // The refusal's own advice would send the user back to this same check.
        let found = error.rule.split(separator: ";").first.map(String.init) ?? error.rule
        self.init(check: check, isFine: false, found: found, advice: advice)
    }
}
