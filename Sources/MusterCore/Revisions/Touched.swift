import GRDB

/// The record that a row of a table, or of its history, belongs to.
struct Touched {
    let id: RecordID

    /// Reads the row's own key, a name's record, or a border's region; nil for a bloc's member, a reversal, a redaction, and
    /// a name that went, of which only its number is left.
    init?(table: HistoryTable, row: Row) {
        guard let base = table.base else { return nil }
        if let kind = RecordKind.allCases.first(where: { $0.name == base }) {
            id = kind == .region ? RecordID(region: row["code"]) : RecordID(kind, row["id"])
            return
        }
        for kind in RecordKind.allCases where kind.isNamed && row.hasColumn(kind.column) {
            if kind == .region, let code: String = row[kind.column] {
                id = RecordID(region: code)
                return
            }
            if kind != .region, let number: Int64 = row[kind.column] {
                id = RecordID(kind, number)
                return
            }
        }
        return nil
    }
}
