import MusterCore
import MusterValues

/// Prints the rows of a listing one after another, in the format asked for.
///
/// The first 256 KB are printed only when they are whole or the listing ends. So a fault in a listing of that length leaves no
/// half of it, and a pager that nobody scrolls does not hold the registry's snapshot, which would hold up a redaction.
struct RowPrinter<Row: ListingRow> {
    private let format: OutputOptions.Format
    private var csv = CSV.line(Row.columns.map(\.name))
    private var json = JSONArrayText()
    private let shown = Row.columns.filter { !$0.isDetail }
    private var table: Table
    /// True if the standings say nothing, because all are the usual one.
    private var isAccepted = true
    /// The lines below the table, each once.
    private var footnotes: [String] = []

    /// The length of the text that is printed in one piece, in bytes.
    private static var piece: Int { 256 << 10 }

    init(_ format: OutputOptions.Format) {
        self.format = format
        table = Table(columns: shown.map(\.name))
    }

    /// Adds a row. A table is printed at its end, because the widths of its columns depend on every row.
    mutating func add(_ row: Row) throws {
        switch format {
        case .table:
            let cells = shown.map { $0.value(row)?.words }
            for (column, cell) in zip(shown, cells) where column.name == "standing" {
                isAccepted = isAccepted && cell == Standing.accepted.words
            }
            table.add(cells)
            if let line = row.footnote, !footnotes.contains(line) { footnotes.append(line) }
        case .csv:
            csv += CSV.line(row.cells.map { $0?.raw })
            if csv.utf8.count >= Self.piece { try writeCSV() }
        case .json:
            try json.append(row)
            if json.count >= Self.piece { try Output.write(json.taken()) }
        }
    }

    /// Prints what is left; `none` is the note instead of a table without rows.
    mutating func end(none: String) throws {
        switch format {
        case .table:
            if table.isEmpty { return Output.printNote(none) }
            var text = ""
            try table.write(for: .standard, without: isAccepted ? "standing" : nil) { rows throws(MusterError) in
                text += rows
                if text.utf8.count < 65536 { return }
                try Output.write(text)
                text = ""
            }
            text += footnotes.flatMap { Terminal.standard.wrapped($0) }.map { "\($0)\n" }.joined()
            try Output.write(text)
        case .csv: try writeCSV()
        case .json:
            json.end()
            try Output.write(json.taken())
        }
    }

    private mutating func writeCSV() throws {
        try Output.write(csv)
        csv = ""
    }
}
