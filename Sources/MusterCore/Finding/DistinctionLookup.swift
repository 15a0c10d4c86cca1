import GRDB
import MusterValues

extension Transaction {
    /// Remembers that two records of one kind are not the same.
    func distinguish(_ one: RecordID, from other: RecordID) throws {
        try insert(
            "distinction",
            [
                "id": try nextNumber(in: "distinction"), "kind": one.kind.name, "one": min(one.number, other.number),
                "other": max(one.number, other.number),
            ])
        note(one, "\(one) is not the same as \(other): remembered")
    }
}

/// Reads which records are not the same.
struct DistinctionLookup {
    let db: Database

    /// The revision that told two records apart, or two that were merged into them; nil if none did.
    func revision(of one: RecordID, _ other: RecordID) throws -> Int64? {
        try pairs(of: one.kind)[[one.number, other.number].sorted()]
    }

    /// Every pair of records of a kind that are told apart, as they stand: those merged since are one. Each with the revision that did it.
    func pairs(of kind: RecordKind) throws -> [[Int64]: Int64] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT one, other, revision FROM distinction WHERE kind = ? ORDER BY id DESC",
            arguments: [kind.name])
        let merges = MergeLookup(db: db)
        var pairs: [[Int64]: Int64] = [:]
        for row in rows {
            let ids = try [row.get("one") as Int64, row.get("other")].compactMap {
                try merges.survivor(of: RecordID(kind, $0))?.number
            }
            if ids.count == 2, ids[0] != ids[1] { pairs[ids.sorted()] = try row.get("revision") }
        }
        return pairs
    }
}
