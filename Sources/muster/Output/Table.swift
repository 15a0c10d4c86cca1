import MusterValues

/// Rows in aligned columns that fit the screen; a cell too wide for its column is continued on the line below.
struct Table {
    let columns: [String]
    let rows: [[String?]]

    /// The least width of a column, in screen columns.
    private static let narrowest = 6
    /// The longest word that is not broken unless the table does not fit otherwise, in screen columns.
    private static let longWord = 16
    private static let gap = 2

    /// The table as lines; a column is left out if it is empty in every row.
    func text(for terminal: Terminal) -> String {
        let kept = columns.indices.filter { column in rows.contains { !($0[column] ?? "").isEmpty } }
        let header = kept.map { columns[$0].map { $0 == "_" ? " " : String($0) }.joined() }
        let cells = rows.map { row in kept.map { row[$0] ?? "" } }
        let widths = fit(header, cells, to: terminal.width)
        var text = lines(header, widths).map { terminal.bold($0) + "\n" }.joined()
        for row in cells { text += lines(row, widths).map { $0 + "\n" }.joined() }
        return text
    }

    private func widest(_ header: [String], _ cells: [[String]], by measure: (String) -> Int) -> [Int] {
        header.indices.map { column in cells.reduce(measure(header[column])) { max($0, measure($1[column])) } }
    }

    /// Narrows the widest columns until the table fits: first by wrapping between words, then inside them.
    private func fit(_ header: [String], _ cells: [[String]], to width: Int?) -> [Int] {
        var widths = widest(header, cells, by: \.columns)
        guard let width else { return widths }
        let words = widest(header, cells) { $0.split(separator: " ").map { String($0).columns }.max() ?? 0 }
        for floors in [words.map { min($0, Self.longWord) }, widths.map { min($0, Self.narrowest) }] {
            while widths.reduce(0, +) + Self.gap * (widths.count - 1) > width {
                let spare = widths.indices.filter { widths[$0] > floors[$0] }
                guard let widest = spare.max(by: { widths[$0] < widths[$1] }) else { break }
                widths[widest] -= 1
            }
        }
        return widths
    }

    private func lines(_ cells: [String], _ widths: [Int]) -> [String] {
        let wrapped = zip(cells, widths).map { $0.wrapped(to: $1) }
        let height = wrapped.map(\.count).max() ?? 0
        return (0..<height).map { line in
            let parts = zip(wrapped, widths).map { (line < $0.count ? $0[line] : "").padded(to: $1) }
            let text = parts.joined(separator: String(repeating: " ", count: Self.gap))
            return String(text.reversed().drop { $0 == " " }.reversed())
        }
    }
}
