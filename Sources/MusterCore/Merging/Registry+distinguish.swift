import GRDB
public import MusterValues

extension Registry {
    /// Records that two records which look alike are not the same, so they are never listed as duplicates again.
    ///
    /// - Parameters:
    ///   - one: an official, a unit, a source or a group.
    ///   - other: another of the same kind.
    ///   - authorship: the person who says so, and the reason; the reason is required.
    /// - Returns: the record of the decision.
    /// - Throws: `MusterError` if there is no reason, or if the pair cannot be told apart or already was.
    public func distinguish(_ one: RecordReference, from other: RecordReference, by authorship: Authorship)
        throws(MusterError) -> WriteResult
    {
        if authorship.reason == nil {
            throw .missing(what: "the reason why they are not the same", fix: .give(.reason))
        }
        return try write(authorship, doing: "tell two records apart") { transaction in
            let pair = try RecordPair(one, other, to: "told apart", in: transaction.db)
            if let revision = try DistinctionLookup(db: transaction.db).revision(of: pair.one, pair.other) {
                throw MusterError.refused(
                    rule: "\(pair.one) and \(pair.other) were told apart already, in revision \(revision)")
            }
            try transaction.distinguish(pair.one, from: pair.other)
            if pair.one.kind == .enrollment { try transaction.settleDoubt(between: pair) }
        }
    }
}

extension Transaction {
    /// Takes away the doubt whether two groups are one, after somebody decided that they are not.
    fileprivate func settleDoubt(between pair: RecordPair) throws {
        for (one, other) in [(pair.one, pair.other), (pair.other, pair.one)] {
            guard try one.row(there: db).get("perhaps_same_as") as Int64? == other.number else { continue }
            try update("enrollment", [("perhaps_same_as", nil)], where: "id", is: one.number)
            note(one, .edited([.perhapsSameAs]))
        }
    }
}
