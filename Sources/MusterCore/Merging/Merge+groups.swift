import GRDB
import MusterValues

/// What a merge of two groups needs besides that of any two records.
extension Merge {
    /// Refuses two groups of two units.
    func refuseTwoUnits() throws {
        let units = try [kept, gone].map { RecordID(.unit, try $0.row(there: transaction.db).get("unit_id")) }
        if units[0] == units[1] { return }
        throw MusterError.refused(
            rule: "\(kept) is in \(units[0]) and \(gone) in \(units[1]); groups of two units are two",
            fix: .correct(gone, field: FieldName.unit.rawValue, value: "\(units[0])"))
    }

    /// Takes away the doubt whether the two are one.
    ///
    /// - Throws: `MusterError.refused` if each is perhaps the same as another group: one record holds one such doubt.
    func settleDoubt() throws {
        var others: [Int64] = []
        for (one, other) in [(kept, gone), (gone, kept)] {
            guard let doubted: Int64 = try one.row(there: transaction.db).get("perhaps_same_as") else { continue }
            if doubted != other.number {
                others.append(doubted)
                continue
            }
            try transaction.update("enrollment", [("perhaps_same_as", nil)], where: "id", is: one.number)
        }
        if others.count == 2, others[0] != others[1] {
            let groups = others.map { RecordID(.enrollment, $0) }
            throw MusterError.refused(
                rule:
                    "\(kept) is perhaps the same as \(groups[0]) and \(gone) as \(groups[1]), and a group is perhaps the same as one other",
                fix: .settle(gone, groups[1]))
        }
    }

    /// Checks a merged enrollment after everything was moved to it.
    func finish(_ enrollment: RecordID) throws {
        try transaction.refuseTooMany(of: enrollment)
        try transaction.refuseEndBeforeBeginning(of: enrollment)
        try dropSettledDoubts(of: enrollment)
    }

    /// Takes away the doubts about a merged group that are settled now: what was told apart from one of the two is told
    /// apart from both.
    private func dropSettledDoubts(of group: RecordID) throws {
        let linked = try Row.fetchAll(
            transaction.db,
            sql: """
                SELECT id, perhaps_same_as FROM enrollment WHERE id = :id AND perhaps_same_as IS NOT NULL \
                UNION SELECT id, perhaps_same_as FROM enrollment WHERE perhaps_same_as = :id ORDER BY id
                """, arguments: ["id": group.number])
        let apart = DistinctionLookup(db: transaction.db)
        for row in linked {
            let one = RecordID(.enrollment, try row.get("id"))
            let other = RecordID(.enrollment, try row.get("perhaps_same_as"))
            if try apart.revision(of: one, other) == nil { continue }
            try transaction.update("enrollment", [("perhaps_same_as", nil)], where: "id", is: one.number)
            transaction.note(one, .edited([.perhapsSameAs]))
        }
    }

    /// The least and the most that both groups allow.
    ///
    /// - Throws: `MusterError.refused` if there are none.
    func narrowed(_ field: Field, _ own: Row, _ other: Row) throws -> [(String, (any DatabaseValueConvertible)?)] {
        guard let size = try GroupSize(row: own), let second = try GroupSize(row: other) else { return [] }
        guard let both = size.both(second) else {
            let (small, large) = size.least < second.least ? (kept, second.least) : (gone, size.least)
            throw MusterError.refused(
                rule:
                    "\(kept) is \(size.words) and \(gone) \(second.words), so they are two, or one of the numbers is wrong",
                fix: .edit(small, field: FieldName.most.rawValue, value: "\(large)"))
        }
        if both == size {
            transaction.note(kept, .kept(field.name, value: size.value, other: gone, otherValue: second.value))
            return []
        }
        transaction.note(
            kept, .narrowed(field.name, to: both.value, from: size.value, other: gone, otherValue: second.value))
        return [("group_least", both.least), ("group_most", both.most)]
    }
}
