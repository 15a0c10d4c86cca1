import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// A tail of the history that was cut off or written anew is found only by a head that was kept.
extension TamperTests {
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
        _ = try registry.edit(
            Edit(record: "P1", values: ["title": "Head of the oblast"], inferred: "seen on site"), by: Fresh.clerk)
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

    /// Removes revision 14 with everything it wrote, and restores P1 to its version before.
    private static func cut(_ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM post_history WHERE revision = 14; DELETE FROM conclusion_history WHERE revision = 14; \
                DELETE FROM conclusion WHERE revision = 14; DELETE FROM seal WHERE revision = 14; \
                DELETE FROM revision WHERE id = 14; UPDATE post SET title = 'Governor', revision = 6 WHERE id = 1
                """)
        // Whoever cuts a tail off makes the index anew, as 'muster doctor --mend' would.
        try SearchIndex(db: db).rebuild()
    }

    private func expectOldHeadRefused(revisions: Int64, at location: SourceLocation = #_sourceLocation) throws {
        let head = try SealedCopy.head
        #expect(throws: MusterError.unknownHead(head), sourceLocation: location) { try copy.verify(head: head) }
        try expectRefused(
            copy.check(head: head), "None of the \(revisions) revisions has the hash \(head).", at: location)
    }
}
