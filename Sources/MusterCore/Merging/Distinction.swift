import GRDB

extension Registry {
    /// Records that two records which look alike are not the same, so that they are never offered as duplicates again.
    ///
    /// - Parameters:
    ///   - one: an official, a unit or a source.
    ///   - other: another of the same kind.
    ///   - authorship: who says so, and why; the reason is required.
    /// - Returns: that it was remembered.
    /// - Throws: `MusterError` without a reason, for a pair that cannot be told apart, or one that was already.
    public func distinguish(_ one: String, from other: String, by authorship: Authorship) throws(MusterError) -> Written
    {
        if authorship.reason == nil {
            throw .missing(what: "the reason why they are not the same", fix: "give --reason \"…\"")
        }
        return try write(authorship, doing: "tell two records apart") { transaction in
            let pair = try RecordPair(one, other, to: "told apart", in: transaction.db)
            if let revision = try Distinctions(db: transaction.db).revision(of: pair.one, pair.other) {
                throw MusterError.refused(
                    rule: "\(pair.one) and \(pair.other) were told apart already, in revision \(revision)")
            }
            try transaction.distinguish(pair.one, from: pair.other)
        }
    }
}

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
struct Distinctions {
    let db: Database

    /// The revision that told two records apart, or two that were merged into them; nil where none did.
    func revision(of one: RecordID, _ other: RecordID) throws -> Int64? {
        try pairs(of: one.kind)[[one.number, other.number].sorted()]
    }

    /// Every pair of records of a kind that are told apart, as they stand: those merged since are one. Each with the revision that did it.
    func pairs(of kind: RecordKind) throws -> [[Int64]: Int64] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT one, other, revision FROM distinction WHERE kind = ? ORDER BY id DESC",
            arguments: [kind.name])
        let merges = Merges(db: db)
        var pairs: [[Int64]: Int64] = [:]
        for row in rows {
            let ids = try [row["one"] as Int64, row["other"]].compactMap {
                try merges.standing(RecordID(kind, $0))?.number
            }
            if ids.count == 2, ids[0] != ids[1] { pairs[ids.sorted()] = row["revision"] }
        }
        return pairs
    }
}
