import GRDB
import MusterValues

@testable import MusterCore

/// The rows of all tables of records, except their revision numbers.
struct TableState: Equatable {
    /// The values by column, for each row, as "unit 3".
    var rows: [String: [String: DatabaseValue]] = [:]

    init(_ registry: Registry) throws {
        try registry.read { db in
            for table in try HistoryTable.all(db) {
                guard let base = table.base else { continue }
                for row in try Row.fetchAll(db, sql: "SELECT * FROM \(base)") {
                    let key = table.key.map { "\(row[$0] as DatabaseValue)" }.joined(separator: " ")
                    var values = Dictionary(row.map { ($0.0, $0.1) }) { $1 }
                    values["revision"] = nil
                    rows["\(base) \(key)"] = values
                }
            }
        }
    }

    /// This state after undoing, in it, the changes from one state to another.
    func undoing(from before: TableState, to after: TableState) -> TableState {
        var state = self
        for key in Set(before.rows.keys).union(after.rows.keys) where before.rows[key] != after.rows[key] {
            guard let was = before.rows[key], let became = after.rows[key], state.rows[key] != nil else {
                state.rows[key] = before.rows[key]
                continue
            }
            for (column, value) in was where became[column] != value { state.rows[key]?[column] = value }
        }
        return state
    }

    /// The rows that differ, for a reader.
    func differences(_ other: TableState) -> [String] {
        Set(rows.keys).union(other.rows.keys).sorted().filter { rows[$0] != other.rows[$0] }.map { key in
            let columns = Set((rows[key] ?? [:]).keys).union((other.rows[key] ?? [:]).keys).sorted()
            let changed = columns.filter { rows[key]?[$0] != other.rows[key]?[$0] }
            return key
                + changed.map { column in
                    let values = [rows[key]?[column], other.rows[key]?[column]].map {
                        "\($0 ?? "no row".databaseValue)"
                    }
                    return " \(column): \(values[0]) / \(values[1])"
                }.joined()
        }
    }
}
