import GRDB
import MusterValues

extension Transaction {
    /// Refuses to call a group perhaps the same as another if the two cannot be the same.
    ///
    /// - Parameters:
    ///   - group: the group; nil if it is not on the register yet.
    ///   - unit: the unit that it is, or will be, enrolled in.
    ///   - size: its number of people; nil for an official's enrollment.
    ///   - other: the other group.
    /// - Throws: `MusterError.refused` for an official's enrollment, one group twice, groups of two units, groups that
    ///   were told apart, or numbers that no group can have both.
    func refuseUnfitDoubt(of group: RecordID?, in unit: RecordID, _ size: GroupSize?, as other: RecordID) throws {
        let row = try other.row(there: db)
        let name = group?.description ?? "the group"
        guard let size, let second = try GroupSize(row: row) else {
            throw MusterError.refused(
                rule:
                    "\(size == nil ? name : other.description) is an official's enrollment; only a group is perhaps the same as another"
            )
        }
        if group == other { throw MusterError.refused(rule: "\(other) is the group itself; name another group") }
        let place = RecordID(.unit, try row.get("unit_id"))
        if place != unit {
            throw MusterError.refused(
                rule:
                    "\(name) is in \(unit) and \(other) in \(place); a group is perhaps the same only as another group of its unit"
            )
        }
        if size.both(second) == nil {
            throw MusterError.refused(
                rule:
                    "\(name) is \(size.words) \(size.most == 1 ? "person" : "people") and \(other) \(second.words), so they are not the same",
                fix: "if one of the numbers is wrong, change it first")
        }
        if let group, let revision = try DistinctionLookup(db: db).revision(of: group, other) {
            throw MusterError.refused(
                rule: "\(group) and \(other) are not the same, by revision \(revision)",
                fix: "if that is in doubt again, undo that revision first")
        }
    }

    /// Refuses to move a group to another unit while it is perhaps the same as a group of its own.
    ///
    /// - Parameters:
    ///   - group: the group.
    ///   - own: the group that its own record names; nil if it names none or no longer does.
    /// - Throws: `MusterError.refused` with the record that has to be changed first.
    func refuseParting(_ group: RecordID, from own: Int64?) throws {
        let pointing = try Int64.fetchOne(
            db, sql: "SELECT id FROM enrollment WHERE perhaps_same_as = ? ORDER BY id", arguments: [group.number])
        guard let other = own ?? pointing else { return }
        throw MusterError.refused(
            rule: "\(group) is perhaps the same as \(RecordID(.enrollment, other)), a group of its unit",
            fix: .takeAway(
                from: own == nil ? RecordID(.enrollment, other) : group, field: FieldName.perhapsSameAs.rawValue))
    }
}
