import GRDB
import MusterValues

extension Transaction {
    /// Records that a new record is none of those that it looks like. The author of a contribution cannot decide that, so the
    /// note of the new record names them to an editor.
    func distinguish(new id: RecordID, from others: some Sequence<RecordID>) throws {
        if isContribution {
            let others = Array(others)
            if !others.isEmpty { doubts[id] = others }
            return
        }
        for other in others { try distinguish(id, from: other) }
    }

    /// Records that two records of one kind are not the same.
    func distinguish(_ one: RecordID, from other: RecordID) throws {
        try insert(
            "distinction",
            [
                "id": try nextNumber(in: "distinction"), "kind": one.kind.name, "one": min(one.number, other.number),
                "other": max(one.number, other.number),
            ])
        note(one, .distinguished(from: other))
    }
}

/// Reads the pairs of records that were told apart: a person decided that they are not the same.
struct DistinctionLookup {
    let db: Database

    /// The revision that told two records apart, or told apart two that were merged into them; nil if none did.
    func revision(of one: RecordID, _ other: RecordID) throws -> Int64? {
        try pairs(of: one.kind)[[one.number, other.number].sorted()]
    }

    /// Every pair of records of a kind that are told apart, with the revision that did it. A record merged since counts
    /// as the one that it was merged into; a pair with both records merged into one is left out.
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
