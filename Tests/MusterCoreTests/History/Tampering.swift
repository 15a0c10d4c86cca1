import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// One way for the owner of a file to tamper with its history, and the result expected from `Registry.verify`.
struct Tampering: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The revision that no longer fits its hash.
    let revision: Int64
    /// The record that no longer fits; nil if only the revision can be told.
    let record: String?
    /// The beginning of the sentence printed by the checker that was written from the document alone.
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

    /// SQL that blanks U1's first version completely.
    static let blank = """
        UPDATE unit_history SET kind = NULL, region_code = NULL, programme_id = NULL, standing = NULL, nonce = NULL \
        WHERE version = 1
        """
    /// The hash that proves the blanked version.
    static let residue = hex(#"{"deleted":0,"id":1,"revision":4,"table":"unit_history","version":1}"#)

    /// Forges a redaction in the next revision, sealed as muster seals: the redacted post has another title now.
    static func forge(_ db: Database) throws {
        try db.execute(sql: "UPDATE post_history SET title = 'Impostor', nonce = NULL WHERE version = 2")
        let table = try HistoryTable.all(db).first { $0.name == "post_history" }!
        let statement = try db.makeStatement(
            sql: "SELECT \(table.form.columns.joined(separator: ", ")) FROM post_history WHERE version = 2")
        _ = try db.steps(statement.sqliteStatement)
        var bytes = LeafBytes()
        bytes.append(0 as UInt8)
        table.form.append(statement.sqliteStatement, to: &bytes)
        _ = try db.steps(statement.sqliteStatement)
        let residue = HashChain.hex(bytes.hash)
        try db.execute(sql: "\(nextRevision); \(redact("post", 2, of: 12, residue: residue, in: 15))")
        try Sealer(db: db).sealAll()
    }

    /// SQL that records a redaction.
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
