import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// The verdicts of `Registry.verify`, and of a checker written from the document alone, on tampered histories.
final class TamperTests {
    let copy: SealedCopy

    init() throws { copy = try SealedCopy() }

    @Test func `what muster wrote fits, and both checkers say the same of it`() throws {
        let untouched = try SealedCopy.untouched
        #expect(untouched.proof.revisions == 14)
        #expect(untouched.proof.redacted == 0)
        #expect(untouched.proof.head == (try SealedCopy.head))
        #expect(untouched.code == 0)
        let first = "14 revisions with \(untouched.proof.versions) versions of records fit their hashes"
        #expect(untouched.output == "\(first)\nhead \(try SealedCopy.head)\n")
    }

    @Test func `triggers that go and come back are no tampering`() throws {
        try copy.plain().write { db in
            let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
            for trigger in triggers { try db.execute(sql: trigger["sql"]) }
        }
        try expectAccepted(revisions: 14)
    }

    @Test(arguments: Tampering.ofRecords + Tampering.ofChain)
    func `tampering is found, with the revision and the record`(tampering: Tampering) throws {
        #expect(try SealedCopy.untouched.proof.revisions == 14)
        #expect(try SealedCopy.untouched.code == 0)
        try copy.tamper(tampering.change)
        let error = #expect(throws: MusterError.self) { try copy.verify() }
        guard case .altered(let revision, let record, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(revision == tampering.revision)
        #expect(record == tampering.record)
        try expectRefused(copy.check(), tampering.sentence)
    }

    @Test(arguments: [
        ("DROP TRIGGER seal_kept", "the trigger seal_kept is missing"),
        ("DROP TRIGGER unit_history_kept_whole", "the trigger unit_history_kept_whole is missing"),
        (
            "DROP TRIGGER revision_kept_whole; CREATE TRIGGER revision_kept_whole BEFORE DELETE ON revision WHEN 0 "
                + "BEGIN SELECT RAISE(ABORT, 'a revision is never removed'); END",
            "the trigger revision_kept_whole is another"
        ),
        (
            "PRAGMA writable_schema = 1; "
                + "UPDATE sqlite_master SET sql = replace(sql, 'WHEN NOT', 'WHEN 0 AND NOT') WHERE name = 'unit_kept'",
            "the trigger unit_kept is another"
        ),
        (
            "PRAGMA writable_schema = 1; "
                + "UPDATE sqlite_master SET sql = replace(sql, 'of_revision < revision', '1') WHERE name = 'redaction'",
            "the table redaction is another"
        ),
        ("ALTER TABLE unit ADD COLUMN rank TEXT", "the table unit is another"),
        (
            "CREATE TRIGGER another BEFORE UPDATE ON unit BEGIN SELECT RAISE(IGNORE); END",
            "the trigger another is not one of them"
        ),
        ("CREATE TABLE other (leaf)", "the table other is not one of them"),
        ("DROP INDEX unit_region", "the index unit_region is missing"),
    ])
    func `a rule that is missing or another is found`(sql: String, what: String) throws {
        try copy.plain().writeWithoutTransaction { try $0.execute(sql: sql) }
        let error = #expect(throws: MusterError.self) { try copy.verify() }
        #expect(error == .rulesChanged(what))
        // Nothing is written if the store would not enforce its rules.
        #expect(throws: MusterError.rulesChanged(what)) { try Registry(at: self.copy.path, for: .writing) }
    }

    @Test(arguments: [
        "UPDATE post SET title = 'Impostor' WHERE id = 2", "UPDATE post SET revision = 14 WHERE id = 2",
        "UPDATE post_history SET title = 'Impostor' WHERE version = 2",
    ])
    func `a record that was tampered with is not built on`(sql: String) throws {
        try copy.tamper { try $0.execute(sql: sql) }
        let registry = try Registry(at: copy.path, for: .writing, now: { Fresh.now })
        let refusal = MusterError.refused(
            rule: "the record is not as its history has it", fix: .verify)
        #expect(throws: refusal) {
            try registry.edit(
                Edit(record: "P2", values: ["level": "municipal"], inferred: "seen on site"), by: Fresh.clerk)
        }
        #expect(throws: refusal) { try registry.redact("O2", by: Authorship(author: "clerk", reason: "order")) }
        #expect(throws: MusterError.self) { try registry.revert(12, by: Fresh.clerk) }
        // Another record can still be written, and the tampering is still found.
        _ = try registry.edit(Edit(record: "U2", values: ["ordinal": "2"], inferred: "seen on site"), by: Fresh.clerk)
        #expect(throws: MusterError.self) { try copy.verify() }
    }

    @Test func `the first record that does not fit is named before a rule that was changed`() throws {
        try copy.tamper { try $0.execute(sql: "UPDATE post SET title = 'Impostor' WHERE id = 2") }
        try copy.plain().writeWithoutTransaction { try $0.execute(sql: "DROP TRIGGER unit_changed") }
        let error = #expect(throws: MusterError.self) { try copy.verify() }
        #expect(error == .altered(revision: 12, record: "P2", what: "the register does not hold it as it was sealed"))
    }

    @Test func `statistics of SQLite's are no tampering`() throws {
        try copy.plain().writeWithoutTransaction { try $0.execute(sql: "ANALYZE") }
        try expectAccepted(revisions: 14)
    }

    @Test func `a redaction that a later revision holds fits`() throws {
        try copy.tamper { db in
            let reason = Tampering.hex(#"{"id":9,"reason":"[redacted]","table":"revision"}"#)
            try db.execute(
                sql: """
                    \(Tampering.blank); UPDATE revision SET reason = '[redacted]' WHERE id = 9; \
                    UPDATE seal SET nonce = NULL WHERE revision = 9; \(Tampering.nextRevision); \
                    \(Tampering.redact(in: 15)); \(Tampering.redact("revision", 9, of: 9, residue: reason, in: 15))
                    """)
            try Sealer(db: db).sealAll()
        }
        try expectAccepted(revisions: 15)
        #expect(try copy.verify().redacted == 1)
        #expect(try copy.verify(head: SealedCopy.head).found == 14)
        #expect(try copy.check(head: SealedCopy.head).code == 0)
    }

    @Test(arguments: [nil, "", "no registry", "cut"]) func `a file that is no registry is refused`(text: String?) throws
    {
        let file = URL(fileURLWithPath: copy.path)
        let bytes = try Data(contentsOf: file)
        try FileManager.default.removeItem(at: file)
        if let text { try (text == "cut" ? bytes.prefix(100_000) : Data(text.utf8)).write(to: file) }
        try expectRefused(copy.check(), "The file is no registry, or is damaged: ")
    }

    func expectAccepted(revisions: Int64, at location: SourceLocation = #_sourceLocation) throws {
        let proof = try copy.verify()
        #expect(proof.revisions == revisions, sourceLocation: location)
        let checked = try copy.check()
        #expect(checked.code == 0, "\(checked.errors)", sourceLocation: location)
        #expect(checked.output.hasPrefix("\(revisions) revisions with "), sourceLocation: location)
        #expect(checked.output.hasSuffix("head \(proof.head!)\n"), sourceLocation: location)
    }

    /// Expects that the checker printed one sentence and nothing else.
    func expectRefused(
        _ checked: (code: Int32, output: String, errors: String), _ sentence: String,
        at location: SourceLocation = #_sourceLocation
    ) {
        #expect(checked.code == 1, sourceLocation: location)
        #expect(checked.output == "", sourceLocation: location)
        #expect(checked.errors.hasPrefix(sentence), "\(checked.errors)", sourceLocation: location)
        #expect(checked.errors.split(separator: "\n").count == 1, "\(checked.errors)", sourceLocation: location)
    }
}
