import GRDB
import MusterValues

/// A write whose author only adds, and whose records wait until somebody has looked at them.
///
/// It is settled at the end of the write, by the versions that the write made, so that no way of adding a record is forgotten.
struct Contribution {
    let db: Database
    let author: String
    let revision: Int64
    /// The records that a new one may be, by the new one.
    let doubts: [RecordID: [RecordID]]

    /// The tables whose rows say something about a record on the register: a new row changes that record, unless the record is
    /// new as well.
    private static let decisions: Set = ["conclusion", "derivation", "distinction", "merge"]

    /// Refuses a write that changes or takes away what was on record, and gives all that it adds the standing `needs work`.
    ///
    /// - Throws: `MusterError.refused` with the first record that would change.
    func settle() throws {
        let tables = try HistoryTable.all(db, in: revision)
        for table in tables { try refuseChange(table) }
        for table in tables where table.columns.contains("standing") {
            try db.execute(
                sql: """
                    UPDATE \(table.base!) SET standing = ?, standing_note = ? \
                    WHERE id IN (SELECT id FROM \(table.name) WHERE revision = ? AND deleted = 0)
                    """,
                arguments: [
                    Standing.needsWork.rawValue, note, revision,
                ])
        }
        for (id, others) in doubts.sorted(by: { $0.key < $1.key }) {
            let words = others.prefix(5).map(\.description).joined(separator: " or ")
            try db.execute(
                sql: "UPDATE \(id.kind.name) SET standing_note = ? WHERE id = ?",
                arguments: ["\(note); it may be \(words)", id.number])
        }
    }

    /// Why the records wait.
    private var note: String { "recorded by \(author), not reviewed yet" }

    private func refuseChange(_ table: HistoryTable) throws {
        guard let base = table.base else { throw refusal("an earlier revision") }
        let earlier = try Row.fetchOne(
            db,
            sql: """
                SELECT p.* FROM \(table.name) h JOIN \(table.name) p ON \(table.isSameSQL("p", "h")) \
                AND p.revision < h.revision AND p.deleted = 0 WHERE h.revision = ? ORDER BY h.version, p.revision DESC LIMIT 1
                """, arguments: [revision])
        if let earlier { throw refusal(try RowOwner.words(table, earlier)) }
        if !Self.decisions.contains(base) { return }
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM \(table.name) WHERE revision = ?", arguments: [revision])
        for row in rows {
            guard let owner = try RowOwner(table: table, row: row)?.id else { continue }
            let isKnown = try db.one(
                Bool.self,
                "SELECT EXISTS (SELECT 1 FROM \(owner.kind.name)_history WHERE \(owner.kind.key) = ? AND revision < ?)",
                arguments: [owner.databaseKey, revision])
            if isKnown { throw refusal(owner.description) }
        }
    }

    private func refusal(_ what: String) -> MusterError {
        .refused(rule: "a contribution only adds to the register, and this would change \(what); an editor can do it")
    }
}
