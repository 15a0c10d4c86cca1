import ArgumentParser
import MusterCore
import MusterValues

/// The options for the form of the output.
struct OutputOptions: ParsableArguments {
    /// The formats.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json, csv
    }

    @Option(help: "How to write it.")
    var format: Format = .table

    /// Writes the rows of a listing.
    func write<Row: ListingRow>(_ rows: [Row], noneMessage: String) throws {
        switch format {
        case .table:
            if rows.isEmpty { return Output.printNote(noneMessage) }
            let cells = rows.map(\.cells)
            let shown = Row.columns.indices.filter { column in
                if Row.columns[column] == "standing", cells.allSatisfy({ $0[column] == Standing.accepted.words }) {
                    return false
                }
                return !Row.detailColumns.contains(Row.columns[column])
            }
            let table = Table(columns: shown.map { Row.columns[$0] }, rows: cells.map { row in shown.map { row[$0] } })
            try Output.write(table.text(for: .standard))
        case .json: try JSON.array(rows) { try Output.write($0) }
        case .csv:
            try Output.write(CSV.line(Row.columns))
            // Write in pieces: a long listing as one text would be in memory twice.
            for start in stride(from: 0, to: rows.count, by: 1000) {
                try Output.write(rows[start..<min(start + 1000, rows.count)].map { CSV.line($0.cells) }.joined())
            }
        }
    }
}
