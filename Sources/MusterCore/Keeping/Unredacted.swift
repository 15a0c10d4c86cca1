import Foundation
import GRDB
public import MusterValues

/// The records and reasons that were redacted in a registry and are back, because an older copy took its place.
public struct Unredacted: Hashable, Sendable {
    /// The records, by their short ids; a citation only if it was redacted without a record.
    public internal(set) var records: [RecordID] = []
    /// The revisions whose reason, or a look that they recorded, is back and was redacted without a record that is.
    public internal(set) var reasons: [Int64] = []
    /// True if it is known; false if the redactions of the registry that was replaced could not be read.
    public internal(set) var isKnown = true
}

/// A version of a record, or the reason of a revision, that a redaction blanked.
struct RedactedVersion {
    /// The table of records, or `revision` for a reason.
    let kind: String
    let record: Int64
    let revision: Int64
    /// The revision that redacted it.
    let redaction: Int64
    /// The leaf, which a redaction leaves: a version of another registry with the same numbers has another one.
    let leaf: Data

    /// Everything that was redacted in a registry of this schema or an older one; the first had no redactions.
    static func all(_ db: Database) throws -> [RedactedVersion] {
        if try !db.tableExists("redaction") { return [] }
        let rows = try Row.fetchAll(db, sql: "SELECT kind, record, of_revision, revision FROM redaction")
        return try rows.compactMap { row in
            let (kind, record, revision): (String, Int64, Int64) = try (
                row.get("kind"), row.get("record"), row.get("of_revision")
            )
            guard let leaf = try leaf(kind, record, revision, db) else { return nil }
            return RedactedVersion(
                kind: kind, record: record, revision: revision, redaction: try row.get("revision"), leaf: leaf)
        }
    }

    private static func leaf(_ kind: String, _ record: Int64, _ revision: Int64, _ db: Database) throws -> Data? {
        if kind == "revision" {
            let sql = "SELECT reason_leaf FROM seal WHERE revision = ?"
            return try Data.fetchOne(db.cachedStatement(sql: sql), arguments: [record])
        }
        guard ["name", "conclusion", "look"].contains(kind) || RecordKind(name: kind) != nil else { return nil }
        let sql = "SELECT leaf FROM \(kind)_history WHERE id = ? AND revision = ?"
        return try Data.fetchOne(db.cachedStatement(sql: sql), arguments: [record, revision])
    }

    /// The versions among these that a registry holds unredacted.
    static func held(_ versions: [RedactedVersion], _ db: Database) throws -> Unredacted {
        let tables = Dictionary(
            try HistoryTable.all(db).compactMap { table in table.base.map { ($0, table) } },
            uniquingKeysWith: { first, _ in first })
        var held = Unredacted()
        for (_, versions) in Dictionary(grouping: versions, by: \.redaction) {
            // A look goes with the reason of its revision, and its region is never redacted.
            let records = Set(try versions.filter { $0.kind != "look" }.compactMap { try $0.owner(tables, db) })
            let named = records.filter { $0.kind != .citation }
            held.records += named.isEmpty ? records : named
            // A second redaction of the same record finds the reasons that name it by itself.
            if named.isEmpty {
                held.reasons += try versions.filter { try $0.isReason(db) || $0.isLook(tables, db) }.map(\.revision)
            }
        }
        held.records = Set(held.records).sorted { $0.description < $1.description }
        held.reasons = Set(held.reasons).sorted()
        return held
    }

    /// The record that the version belongs to; nil if the registry does not hold the version, or holds it redacted.
    private func owner(_ tables: [String: HistoryTable], _ db: Database) throws -> RecordID? {
        guard let table = tables[kind], table.key == ["id"] else { return nil }
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT * FROM \(table.name) WHERE id = ? AND revision = ? AND deleted = 0 AND nonce IS NOT NULL AND leaf = ?
                    """),
            arguments: [record, revision, leaf])
        return try row.flatMap { try RowOwner(table: table, row: $0)?.id }
    }

    private func isLook(_ tables: [String: HistoryTable], _ db: Database) throws -> Bool {
        try kind == "look" && owner(tables, db) != nil
    }

    private func isReason(_ db: Database) throws -> Bool {
        if kind != "revision" { return false }
        return try db.one(
            Bool.self,
            "SELECT EXISTS (SELECT 1 FROM seal WHERE revision = ? AND nonce IS NOT NULL AND reason_leaf = ?)",
            arguments: [record, leaf])
    }
}
