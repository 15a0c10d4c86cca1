import Foundation
import GRDB
import MusterValues

@testable import MusterCore

extension Tampering {
    /// Changes to the revisions, to their seals and to leaves, and false redactions.
    static let ofChain: [Tampering] = [
        Tampering("a revision's time", 6, nil, "UPDATE revision SET at = '2025-06-15T15:06:39Z' WHERE id = 6"),
        Tampering("a revision's author", 13, nil, "UPDATE revision SET author = 'clerk' WHERE id = 13"),
        Tampering("a revision's reason", 9, nil, "UPDATE revision SET reason = 'to please' WHERE id = 9"),
        Tampering(
            "a letter of two code points for one in a reason", 11, nil,
            "UPDATE revision SET reason = replace(reason, 'й', 'и' || char(774)) WHERE id = 11"),
        Tampering(
            "two revisions' authors", 9, nil,
            """
            UPDATE revision SET author = CASE id WHEN 9 THEN 'clerk' ELSE 'editor' END WHERE id IN (9, 10)
            """),
        Tampering("two revisions", 9, "C19") { db in
            try renumber(9, as: 99, db)
            try renumber(10, as: 9, db)
            try renumber(99, as: 10, db)
        },
        Tampering(
            "a revision more", 15, nil,
            """
            \(nextRevision); INSERT INTO official (id, revision) VALUES (3, 15); \
            INSERT INTO official_history (revision, id, standing) VALUES (15, 3, 'accepted')
            """),
        Tampering("a revision out of the middle", 10, nil) { db in try remove(10, db) },
        Tampering("a revision out of the middle, and the others numbered anew", 10, "C20") { db in
            try remove(10, db)
            for revision in 11...14 { try renumber(revision, as: revision - 1, db) }
        },
        Tampering("the newest revision, and not what it wrote", 14, "P1", "DELETE FROM revision WHERE id = 14"),
        Tampering(
            "a revision before the first", 1, nil,
            "INSERT INTO revision (id, at, author, reason) VALUES (0, '2025-06-15T15:06:40Z', 'clerk', 'test')"),
        Tampering(
            "a version in a revision to come", 15, "O3",
            "INSERT INTO official_history (revision, id, standing) VALUES (15, 3, 'accepted')"),
        Tampering(
            "a seal of a revision to come", 15, nil,
            "INSERT INTO seal (revision, nonce, reason_leaf, hash) SELECT 15, nonce, reason_leaf, hash FROM seal"
                + " WHERE revision = 14"),
        Tampering(
            "a seal of a revision before the first", 0, nil,
            "INSERT INTO seal (revision, nonce, reason_leaf, hash) SELECT 0, nonce, reason_leaf, hash FROM seal"
                + " WHERE revision = 14"),
        Tampering(
            "an author behind a NUL", 10, nil, "UPDATE revision SET author = author || char(0) || 'x' WHERE id = 10"),
        Tampering(
            "a reason behind a NUL", 10, nil, "UPDATE revision SET reason = reason || char(0) || 'x' WHERE id = 10"),
        Tampering("a leaf of another length", 5, "U2", "UPDATE unit_history SET leaf = x'00' WHERE version = 2"),
        Tampering("a nonce of another length", 5, "U2", "UPDATE unit_history SET nonce = x'00' WHERE version = 2"),
        Tampering(
            "where history begins", 1, "history_start 1", "INSERT INTO history_start (revision) VALUES (1)"),
        Tampering("a redaction that leaves a lie", 12, "P2", change: forge),
        Tampering("a redaction that leaves a lie for a reason", 9, nil) { db in
            let reason = hex(#"{"id":9,"reason":"a lie","table":"revision"}"#)
            try db.execute(
                sql: """
                    UPDATE revision SET reason = 'a lie' WHERE id = 9; UPDATE seal SET nonce = NULL WHERE revision = 9; \
                    \(nextRevision); \(redact("revision", 9, of: 9, residue: reason, in: 15))
                    """)
            try Sealer(db: db).sealAll()
        },
        Tampering("a seal's hash", 7, nil, "UPDATE seal SET hash = zeroblob(32) WHERE revision = 7"),
        Tampering("the newest seal's hash", 14, nil, "UPDATE seal SET hash = zeroblob(32) WHERE revision = 14"),
        Tampering("a seal's nonce", 7, nil, "UPDATE seal SET nonce = zeroblob(16) WHERE revision = 7"),
        Tampering("the leaf of a reason", 7, nil, "UPDATE seal SET reason_leaf = zeroblob(32) WHERE revision = 7"),
        Tampering("a seal gone", 7, nil, "DELETE FROM seal WHERE revision = 7"),
        Tampering("the newest seal gone", 14, nil, "DELETE FROM seal WHERE revision = 14"),
        Tampering("a nonce", 5, "U2", "UPDATE unit_history SET nonce = zeroblob(16) WHERE version = 2"),
        Tampering("a leaf", 5, "U2", "UPDATE unit_history SET leaf = zeroblob(32) WHERE version = 2"),
        Tampering(
            "the leaves of two versions", 4, "C2",
            """
            UPDATE citation_history SET (nonce, leaf) = \
            (SELECT nonce, leaf FROM citation_history c WHERE c.version = 5 - citation_history.version) \
            WHERE version IN (2, 3)
            """),
        Tampering("content and its leaf", 3, nil) { db in
            let row = try Row.fetchOne(db, sql: "SELECT nonce, leaf FROM programme_history WHERE version = 1")!
            func leaf(_ launched: String) -> Data {
                let form =
                    #"{"deleted":0,"id":1,\#(launched)"revision":3,"standing":"accepted","#
                    + #""table":"programme_history","version":1}"#
                return Data(HashChain.hash([0] + (row["nonce"] as Data) + Array(form.utf8)))
            }
            guard leaf("") == row["leaf"] else { return }
            try db.execute(
                sql: "UPDATE programme_history SET launched_by = 'decree', leaf = ? WHERE version = 1",
                arguments: [leaf(#""launched_by":"decree","#)])
            try db.execute(sql: "UPDATE programme SET launched_by = 'decree' WHERE id = 1")
        },
        Tampering("a version blanked", 4, "U1", blank),
        Tampering(
            "a version blanked, and a redaction without a seal", 15, nil, "\(blank); \(nextRevision); \(redact(in: 15))"
        ),
        Tampering(
            "a version blanked, and a redaction in a sealed revision", 14, "redaction 1",
            "\(blank); \(redact(in: 14))"),
        Tampering("a version blanked, and a redaction of another one", 4, "U1") { db in
            try db.execute(sql: "\(blank); \(nextRevision); \(redact(of: 9, in: 15))")
            try Sealer(db: db).sealAll()
        },
        Tampering("a version blanked, and a redaction of other content", 4, "U1") { db in
            try db.execute(sql: "\(blank); \(nextRevision); \(redact(residue: hex("{}"), in: 15))")
            try Sealer(db: db).sealAll()
        },
        Tampering("what is left of a redacted version", 4, "U1") { db in
            try db.execute(sql: "\(blank); \(nextRevision); \(redact(in: 15))")
            try Sealer(db: db).sealAll()
            try db.execute(sql: "UPDATE unit_history SET ordinal = 7 WHERE version = 1")
        },
        Tampering("a redaction taken back", 4, "U1") { db in
            try db.execute(sql: "\(blank); \(nextRevision); \(redact(in: 15))")
            try Sealer(db: db).sealAll()
            try db.execute(sql: "DELETE FROM redaction")
        },
        Tampering(
            "a reason blanked", 9, nil,
            "UPDATE revision SET reason = '[redacted]' WHERE id = 9; UPDATE seal SET nonce = NULL WHERE revision = 9"),
    ]

    /// The tables with a column for the row's revision.
    private static func tables(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT m.name FROM sqlite_master m, pragma_table_info(m.name) c \
                WHERE m.type = 'table' AND c.name = 'revision' AND m.name <> 'history_start'
                """)
    }

    /// Gives a revision, and all its rows, another number.
    private static func renumber(_ old: Int, as new: Int, _ db: Database) throws {
        try db.execute(sql: "UPDATE revision SET id = \(new) WHERE id = \(old)")
        for table in try tables(db) {
            try db.execute(sql: "UPDATE \(table) SET revision = \(new) WHERE revision = \(old)")
        }
    }

    /// Removes a revision and all its rows.
    private static func remove(_ revision: Int, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM revision WHERE id = \(revision)")
        for table in try tables(db) { try db.execute(sql: "DELETE FROM \(table) WHERE revision = \(revision)") }
    }
}
