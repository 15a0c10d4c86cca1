import GRDB
import MusterValues

extension Reversal {
    /// Notes a record that, since the undone revision, was made or changed into the same thing as a restored record.
    /// The register takes each thing only once.
    func noteSame(_ id: RecordID) throws {
        guard let sameness = Sameness.of(id.kind), let own = try id.row(db), try Sameness.stands(own) else { return }
        for row in try sameness.twins(of: own, db) where try Sameness.stands(row) {
            let twin = RecordID(id.kind, try row.get("id"))
            let (since, isMade) = try since(twin, row, sameness)
            // A twin that is older than the undone revision, or that this reversal itself put back, is no conflict.
            // Enrollments are noted even then, because people would be counted twice.
            if id.kind != .enrollment, since <= undone || since == transaction.madeRevision { continue }
            let words = isMade ? "made \(twin), the same as \(id)" : "made \(twin) the same as \(id)"
            conflicts.append(Conflict(revision: since, what: words))
        }
    }

    /// Notes a unit that, since the undone revision, got the designation of a restored unit in the same place.
    func noteSameDesignation(_ id: RecordID) throws {
        guard let own = try id.row(db), let name = try RecordTitles(db: db).name(id) else { return }
        for twin in try DesignationPlace(of: own).units(named: name, db) where twin != id {
            // Whichever of the two came into the place or got the name last, after the undone revision, is in the way.
            let causes = try [
                (since: named(twin), words: "gave the name \(quoted(name)) to \(twin)"),
                (since: placed(twin), words: "put \(twin), which has the name \(quoted(name)), in the place of \(id)"),
                (since: named(id), words: "gave the name \(quoted(name)) to \(id)"),
                (since: placed(id), words: "put \(id) in the place of \(twin), which has the name \(quoted(name))"),
            ]
            let later = causes.filter { $0.since > undone && $0.since != transaction.madeRevision }
            guard let last = (later.isEmpty ? causes : later).max(by: { $0.since < $1.since }) else { continue }
            conflicts.append(Conflict(revision: last.since, what: last.words))
        }
    }

    /// The revision since which a unit has its name.
    private func named(_ unit: RecordID) throws -> Int64 {
        try db.one(
            Int64.self, "SELECT revision FROM name WHERE unit_id = ? AND nature = 'primary'", arguments: [unit.number])
    }

    /// The revision since which a unit is in its place.
    private func placed(_ unit: RecordID) throws -> Int64 {
        let place = Sameness(kind: .unit, owners: [], exact: ["part_of", "region_code"], folded: [])
        return try since(unit, unit.row(there: db), place).revision
    }

    /// The revision since which a record is the way it is now, and whether that revision made the record.
    ///
    /// For example, P1 was made in revision 3 and became Senator in revision 10. The result is 10, which did not make
    /// it.
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
