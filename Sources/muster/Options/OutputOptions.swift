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
            var columns: [String] = []
            var cells = rows.map { _ in [String?]() }
            for column in Row.columns where !column.isDetail {
                let values = rows.map { column.value($0)?.words }
                if column.name == "standing", values.allSatisfy({ $0 == Standing.accepted.words }) { continue }
                columns.append(column.name)
                for index in cells.indices { cells[index].append(values[index]) }
            }
            try Output.write(Table(columns: columns, rows: cells).text(for: .standard))
        case .json: try JSON.array(rows) { try Output.write($0) }
        case .csv:
            try Output.write(CSV.line(Row.columns.map(\.name)))
            // Write in pieces: a long listing as one text would be in memory twice.
            for start in stride(from: 0, to: rows.count, by: 1000) {
                let piece = rows[start..<min(start + 1000, rows.count)]
                try Output.write(piece.map { row in CSV.line(row.cells.map { $0?.raw }) }.joined())
            }
        }
    }
}
