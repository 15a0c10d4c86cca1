import GRDB
import MusterValues

extension Reversal {
    /// Notes a record that was made, or made the same, since the undone revision and is the same thing as one that was put
    /// back, or got its values back: the register takes none of them twice.
    func noteSame(_ id: RecordID) throws {
        guard let sameness = Sameness.of(id.kind), let own = try id.row(db), try Sameness.stands(own) else { return }
        for row in try sameness.twins(of: own, db) where try Sameness.stands(row) {
            let twin = RecordID(id.kind, try row.get("id"))
            let (since, isMade) = try since(twin, row, sameness)
            // A twin that was one already is none of the undone revision's making. An enrollment counts people twice.
            if id.kind != .enrollment, since <= undone || since == transaction.madeRevision { continue }
            let words = isMade ? "made \(twin), the same as \(id)" : "made \(twin) the same as \(id)"
            conflicts.append(Conflict(revision: since, what: words))
        }
    }

    /// The revision since which a record has been what it is, and whether that one made it.
    ///
    /// P1 was made in revision 3 and became Senator in revision 10: as a Senator it is of revision 10.
    private func since(_ id: RecordID, _ row: Row, _ sameness: Sameness) throws -> (revision: Int64, isMade: Bool) {
        let judged = row.hasColumn("standing") ? ["standing"] : []
        let columns = sameness.columns + judged
        let differs = columns.map { "n.\($0) IS NOT :\($0)" }.joined(separator: " OR ")
        var arguments = Dictionary(uniqueKeysWithValues: columns.map { ($0, row[$0] as DatabaseValue) })
        arguments["id"] = id.number.databaseValue
        let table = "\(id.kind.name)_history"
        let since = try db.one(
            Int64.self,
            """
            SELECT min(h.revision) FROM \(table) h WHERE h.id = :id AND NOT EXISTS (SELECT 1 FROM \(table) n \
            WHERE n.id = h.id AND n.revision >= h.revision AND (n.deleted OR \(differs)))
            """, arguments: StatementArguments(arguments))
        let first = try db.one(
            Int64.self, "SELECT min(revision) FROM \(table) WHERE id = ?", arguments: [id.number])
        return (since, since == first)
    }
}
