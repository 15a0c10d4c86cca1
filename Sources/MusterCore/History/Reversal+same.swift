import GRDB
import MusterValues

extension Reversal {
    /// Notes a record that was made since and is the same thing as one that was put back, or got its values back: the
    /// register takes none of them twice.
    func noteSame(_ id: RecordID) throws {
        guard let sameness = Sameness.of(id.kind), let own = try id.row(db), try Self.stands(own) else { return }
        for row in try sameness.twins(of: own, db) where try Self.stands(row) {
            let twin = RecordID(id.kind, try row.get("id"))
            let since = try since(twin, row)
            // A twin that was there already is none of the undone revision's making. An enrollment counts people twice.
            if id.kind != .enrollment, since <= undone { continue }
            conflicts.append(Conflict(revision: since, what: "made \(twin), the same as \(id)"))
        }
    }

    /// The revision that made a record; of an enrollment the first that has it in its unit.
    private func since(_ id: RecordID, _ row: Row) throws -> Int64 {
        let inUnit = id.kind == .enrollment ? " AND unit_id = \(try row.get("unit_id") as Int64)" : ""
        return try db.one(
            Int64.self, "SELECT min(revision) FROM \(id.kind.name)_history WHERE id = ?\(inUnit)",
            arguments: [id.number])
    }

    private static func stands(_ row: Row) throws -> Bool {
        try row.get("standing") as String? != Standing.rejected.rawValue
    }
}
