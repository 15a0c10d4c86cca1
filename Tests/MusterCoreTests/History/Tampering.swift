import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// One thing that the owner of a file can do to the history in it, and what `Registry.verify` has to say then.
struct Tampering: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The revision that does not fit any more.
    let revision: Int64
    /// The record that does not fit any more; nil where only the revision can be told.
    let record: String?
    /// How the sentence of the checker that knows only the document begins.
    let sentence: String
    let change: @Sendable (Database) throws -> Void

    init(
        _ testDescription: String, _ revision: Int64, _ record: String?, sentence: String? = nil,
        change: @escaping @Sendable (Database) throws -> Void
    ) {
        self.testDescription = testDescription
        self.revision = revision
        self.record = record
        self.sentence = sentence ?? "Revision \(revision): "
        self.change = change
    }

    init(_ testDescription: String, _ revision: Int64, _ record: String?, _ sql: String, sentence: String? = nil) {
        self.init(testDescription, revision, record, sentence: sentence) { try $0.execute(sql: sql) }
    }

    /// The same change to the row of a table and to its newest version.
    static func alike(
        _ testDescription: String, _ revision: Int64, _ record: String, _ table: String, _ change: String, id: Int = 1
    ) -> Tampering {
        alike(testDescription, revision, record, table, change, where: "id = \(id)")
    }

    static func alike(
        _ testDescription: String, _ revision: Int64, _ record: String, _ table: String, _ change: String,
        where row: String
    ) -> Tampering {
        Tampering(
            testDescription, revision, record,
            """
            UPDATE \(table) SET \(change) WHERE \(row); \
            UPDATE \(table)_history SET \(change) WHERE \(row) AND revision = \(revision)
            """)
    }

    /// SQL that leaves nothing of U1's first version.
    static let blank = """
        UPDATE unit_history SET kind = NULL, region_code = NULL, programme_id = NULL, standing = NULL, nonce = NULL \
        WHERE version = 1
        """
    /// What proves the blanked version.
    static let residue = hex(#"{"deleted":0,"id":1,"revision":4,"table":"unit_history","version":1}"#)

    /// A redaction in the next revision, sealed as muster seals, of a post's version or a reason that says something else now.
    static func forge(_ db: Database) throws {
        try db.execute(sql: "UPDATE post_history SET title = 'Impostor', nonce = NULL WHERE version = 2")
        let table = try HistoryTable.all(db).first { $0.name == "post_history" }!
        let statement = try db.makeStatement(
            sql: "SELECT \(table.form.columns.joined(separator: ", ")) FROM post_history WHERE version = 2")
        _ = try db.steps(statement.sqliteStatement)
        var bytes: [UInt8] = [0]
        table.form.append(statement.sqliteStatement, to: &bytes)
        _ = try db.steps(statement.sqliteStatement)
        let residue = HashChain.hex(HashChain.hash(bytes))
        try db.execute(sql: "\(nextRevision); \(redact("post", 2, of: 12, residue: residue, in: 15))")
        try Sealer(db: db).sealAll()
    }

    /// SQL that writes down a redaction.
    static func redact(
        _ kind: String = "unit", _ record: Int = 1, of revision: Int = 4, residue: String = residue, in own: Int
    ) -> String {
        """
        INSERT INTO redaction (revision, kind, record, of_revision, residue) \
        VALUES (\(own), '\(kind)', \(record), \(revision), '\(residue)')
        """
    }

    /// SQL for revision 15.
    static let nextRevision = """
        INSERT INTO revision (id, at, author, reason) VALUES (15, '2025-06-15T15:06:40Z', 'clerk', 'test')
        """

    /// SHA-256 of 0 and a canonical form.
    static func hex(_ form: String) -> String { HashChain.hex(HashChain.hash([0] + Array(form.utf8))) }
}
