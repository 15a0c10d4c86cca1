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
        try copy.tamper { _ in }
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
            try registry.edit(Edit(record: "P2", values: ["level": "municipal"]), by: Fresh.clerk)
        }
        #expect(throws: refusal) { try registry.redact("O2", by: Authorship(author: "clerk", reason: "order")) }
        #expect(throws: MusterError.self) { try registry.revert(12, by: Fresh.clerk) }
        // Another record can still be written, and the tampering is still found.
        _ = try registry.edit(Edit(record: "U2", values: ["ordinal": "2"]), by: Fresh.clerk)
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

    @Test func `the head of any revision is found`() throws {
        let heads = try copy.plain().read {
            try String.fetchAll($0, sql: "SELECT lower(hex(hash)) FROM seal ORDER BY revision")
        }
        #expect(heads.count == 14)
        #expect(heads.last == (try SealedCopy.head))
        for (index, head) in heads.enumerated() { #expect(try copy.verify(head: head).found == Int64(index + 1)) }
        for head in [heads[0], heads[8], heads[13]] { #expect(try copy.check(head: head).code == 0) }
    }

    @Test func `a tail that was cut off shows by the old head alone`() throws {
        try copy.tamper(Self.cut)
        try expectAccepted(revisions: 13)
        try expectOldHeadRefused(revisions: 13)
    }

    @Test func `a tail that muster wrote anew shows by the old head alone`() throws {
        try copy.tamper(Self.cut)
        let registry = try Registry(at: copy.path, for: .writing, now: { Fresh.now })
        _ = try registry.edit(Edit(record: "P1", values: ["title": "Head of the oblast"]), by: Fresh.clerk)
        try expectAccepted(revisions: 14)
        try expectOldHeadRefused(revisions: 14)
    }

    @Test func `a tail that was changed and sealed anew shows by the old head alone`() throws {
        try copy.tamper { db in
            try db.execute(
                sql: """
                    UPDATE event_history SET value = 'left' WHERE version = 5; \
                    UPDATE event SET value = 'left' WHERE id = 5; \
                    UPDATE revision SET author = 'editor' WHERE id = 12; DELETE FROM seal WHERE revision >= 12
                    """)
            try Sealer(db: db).sealAll()
        }
        try expectAccepted(revisions: 14)
        try expectOldHeadRefused(revisions: 14)
        let kept = try copy.plain().read {
            try String.fetchOne($0, sql: "SELECT lower(hex(hash)) FROM seal WHERE revision = 11")!
        }
        #expect(try copy.verify(head: kept).found == 11)
        #expect(try copy.check(head: kept).code == 0)
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

    /// Removes revision 14 with everything it wrote, and restores P1 to its version before.
    private static func cut(_ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM post_history WHERE revision = 14; DELETE FROM seal WHERE revision = 14; \
                DELETE FROM revision WHERE id = 14; UPDATE post SET title = 'Governor', revision = 6 WHERE id = 1
                """)
    }

    private func expectAccepted(revisions: Int64, at location: SourceLocation = #_sourceLocation) throws {
        let proof = try copy.verify()
        #expect(proof.revisions == revisions, sourceLocation: location)
        let checked = try copy.check()
        #expect(checked.code == 0, "\(checked.errors)", sourceLocation: location)
        #expect(checked.output.hasPrefix("\(revisions) revisions with "), sourceLocation: location)
        #expect(checked.output.hasSuffix("head \(proof.head!)\n"), sourceLocation: location)
    }

    private func expectOldHeadRefused(revisions: Int64, at location: SourceLocation = #_sourceLocation) throws {
        let head = try SealedCopy.head
        #expect(throws: MusterError.unknownHead(head), sourceLocation: location) { try copy.verify(head: head) }
        try expectRefused(
            copy.check(head: head), "None of the \(revisions) revisions has the hash \(head).", at: location)
    }

    /// Expects that the checker printed one sentence and nothing else.
    private func expectRefused(
        _ checked: (code: Int32, output: String, errors: String), _ sentence: String,
        at location: SourceLocation = #_sourceLocation
    ) {
        #expect(checked.code == 1, sourceLocation: location)
        #expect(checked.output == "", sourceLocation: location)
        #expect(checked.errors.hasPrefix(sentence), "\(checked.errors)", sourceLocation: location)
        #expect(checked.errors.split(separator: "\n").count == 1, "\(checked.errors)", sourceLocation: location)
    }
}
