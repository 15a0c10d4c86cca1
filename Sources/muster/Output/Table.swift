/// Rows in aligned columns that fit the screen; a cell too wide for its column goes on below.
struct Table {
    let columns: [String]
    let rows: [[String?]]

    /// No column is made narrower than this, in columns of the screen.
    private static let narrowest = 6
    private static let gap = 2

    /// The table as lines; columns that are empty in every row are left out.
    func text(for terminal: Terminal) -> String {
        let kept = columns.indices.filter { column in rows.contains { !($0[column] ?? "").isEmpty } }
        let header = kept.map { columns[$0].map { $0 == "_" ? " " : String($0) }.joined() }
        let cells = rows.map { row in kept.map { row[$0] ?? "" } }
        let widths = fit(natural(header, cells), to: terminal.width)
        var text = lines(header, widths).map { terminal.bold($0) + "\n" }.joined()
        for row in cells { text += lines(row, widths).map { $0 + "\n" }.joined() }
        return text
    }

    private func natural(_ header: [String], _ cells: [[String]]) -> [Int] {
        header.indices.map { column in
            cells.reduce(header[column].columns) { max($0, $1[column].columns) }
        }
    }

    /// Takes columns from the widest until the table fits, or none can be made narrower.
    private func fit(_ natural: [Int], to width: Int?) -> [Int] {
        var widths = natural
        guard let width, !widths.isEmpty else { return widths }
        var excess = widths.reduce(0, +) + Self.gap * (widths.count - 1) - width
        while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > Self.narrowest {
            widths[widest] -= 1
            excess -= 1
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
