import GRDB
import MusterValues

/// The record that a row of a table, or of its history, belongs to.
struct RowOwner {
    let id: RecordID

    /// The id of a version's record; if the row belongs to no record, the name of its table.
    static func words(_ table: HistoryTable, _ row: Row) throws -> String {
        try RowOwner(table: table, row: row)?.id.description ?? table.base?.spaced
            ?? "\(table.name) \(try row.get("version") as Int64)"
    }

    /// Reads the record from a row. The owner of a name and of a conclusion is the record that it is about, of a border its region, of a merge the record
    /// that was kept, of a distinction the first of the two records, of a membership its group, and of a derivation the source
    /// that repeats the other.
    ///
    /// Nil for the row of a bloc's member, a reversal or a redaction, and for a row that was deleted, because only its number
    /// is left.
    init?(table: HistoryTable, row: Row) throws {
        guard let base = table.base else { return nil }
        if let kind = RecordKind(name: base) {
            id = kind == .region ? RecordID(region: try row.get("code")) : RecordID(kind, try row.get("id"))
            return
        }
        let owners = ["merge": "kept", "distinction": "one", "group_member": "group_id", "derivation": "source_id"]
        let kinds = ["group_member": RecordKind.enrollment.name, "derivation": RecordKind.source.name]
        if let owner = owners[base] {
            guard let number: Int64 = try row.get(owner) else { return nil }
            let name: String = try kinds[base] ?? row.get("kind")
            guard let kind = RecordKind(name: name) else { return nil }
            id = RecordID(kind, number)
            return
        }
        for kind in RecordKind.allCases where !kind.citedFields.isEmpty && row.hasColumn(kind.column) {
            if kind == .region, let code: String = try row.get(kind.column) {
                id = RecordID(region: code)
                return
            }
            if kind != .region, let number: Int64 = try row.get(kind.column) {
                id = RecordID(kind, number)
                return
            }
        }
        return nil
    }
}
