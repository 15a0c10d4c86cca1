import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// Nothing is built on a version or a seal that was forged.
final class ForgedBaseTests {
    let copy: SealedCopy

    init() throws { copy = try SealedCopy() }

    private func registry() throws -> Registry { try Registry(at: copy.path, for: .writing, now: { Fresh.now }) }

    private func expectRefusal(
        _ error: MusterError, at location: SourceLocation = #_sourceLocation, _ change: (Registry) throws -> WriteResult
    ) throws {
        let registry = try registry()
        let before = try registry.newestRevision()
        #expect(throws: error, sourceLocation: location) { _ = try change(registry) }
        #expect(try registry.newestRevision() == before, sourceLocation: location)
    }

    @Test func `a row forged with its history is not changed further, and other records are`() throws {
        try copy.tamper {
            try $0.execute(
                sql: """
                    UPDATE post SET title = 'Impostor' WHERE id = 2;
                    UPDATE post_history SET title = 'Impostor' WHERE id = 2
                    """)
        }
        let refusal = MusterError.altered(revision: 12, record: "P2", what: "it is not what was sealed")
        try expectRefusal(refusal) {
            try $0.edit(Edit(record: "P2", values: ["level": "municipal"], inferred: "seen on site"), by: Fresh.clerk)
        }
        #expect(
            try registry().edit(Edit(record: "U2", values: ["ordinal": "2"], inferred: "seen on site"), by: Fresh.clerk)
                .revision == 15)
        try expectRefusal(refusal) { try $0.revert(12, by: Fresh.clerk) }
    }

    @Test func `a version that was blanked without a redaction is not built on`() throws {
        try copy.tamper {
            try $0.execute(sql: "UPDATE post_history SET title = '[redacted]', nonce = NULL WHERE id = 2")
            try $0.execute(sql: "UPDATE post SET title = '[redacted]' WHERE id = 2")
        }
        try expectRefusal(.altered(revision: 12, record: "P2", what: "it is not what was sealed")) {
            try $0.edit(Edit(record: "P2", values: ["level": "municipal"], inferred: "seen on site"), by: Fresh.clerk)
        }
    }

    @Test func `a redacted record is changed as before`() throws {
        let registry = try registry()
        _ = try registry.redact("O2", by: Authorship(author: "clerk", reason: "order"))
        _ = try registry.edit(
            Edit(record: "P2", values: ["level": "municipal"], inferred: "seen on site"), by: Fresh.clerk)
        #expect(try registry.verify().redacted > 0)
    }

    @Test(arguments: [
        "UPDATE seal SET hash = zeroblob(32) WHERE revision = 14",
        "UPDATE post_history SET leaf = zeroblob(32) WHERE revision = 14",
        "UPDATE revision SET author = 'another' WHERE id = 14",
        "UPDATE seal SET reason_leaf = zeroblob(32) WHERE revision = 14",
        "DELETE FROM post_history WHERE revision = 14",
    ])
    func `a newest seal that is not the hash of its leaves is not chained on`(sql: String) throws {
        try copy.tamper { try $0.execute(sql: sql) }
        let refusal = MusterError.altered(revision: 14, record: nil, what: Verifier.misfit)
        try expectRefusal(refusal) { try $0.add(NewSource(kind: .ngo, title: "Next"), by: Fresh.clerk) }
    }
}
