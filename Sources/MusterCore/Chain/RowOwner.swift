import GRDB
import MusterValues

/// The record that a row of a table, or of its history, belongs to.
struct RowOwner {
    let id: RecordID

    /// A version's record as a person would look it up: its id, or the table if the row belongs to no record.
    static func words(_ table: HistoryTable, _ row: Row) throws -> String {
        try RowOwner(table: table, row: row)?.id.description ?? table.base?.spaced
            ?? "\(table.name) \(try row.get("version") as Int64)"
    }

    /// Reads the row's own key, a name's record, a border's region, what a record was merged into, the first of two that are
    /// told apart, or a group; nil for a bloc's member, a reversal, a redaction, and a name, a merge or the like that went, of
    /// which only its number is left.
    init?(table: HistoryTable, row: Row) throws {
        guard let base = table.base else { return nil }
        if let kind = RecordKind(name: base) {
            id = kind == .region ? RecordID(region: try row.get("code")) : RecordID(kind, try row.get("id"))
            return
        }
        let owners = ["merge": "kept", "distinction": "one", "group_member": "group_id"]
        if let owner = owners[base] {
            guard let number: Int64 = try row.get(owner) else { return nil }
            let name: String = base == "group_member" ? RecordKind.enrollment.name : try row.get("kind")
            guard let kind = RecordKind(name: name) else { return nil }
            id = RecordID(kind, number)
            return
        }
        for kind in RecordKind.allCases where kind.isNamed && row.hasColumn(kind.column) {
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
