import MusterValues

/// Rows in aligned columns that fit the screen; a cell too wide for its column is continued on the line below. If the columns
/// do not fit without breaking words, each row is a paragraph instead.
struct Table {
    let columns: [String]
    /// The cells of all rows in one piece of memory: a long listing as separate texts would take several times as much.
    private var text: [UInt8] = []
    /// The place in `text` where each cell ends, row by row.
    private var ends: [Int] = []
    /// The widest cell of each column, in screen columns.
    private var widths: [Int]
    /// The longest word of each column, in screen columns.
    private var words: [Int]

    /// The longest word that is never broken, in screen columns: a district's code and a time are no longer.
    private static let longWord = 24
    private static let gap = 2

    init(columns: [String], rows: [[String?]] = []) {
        self.columns = columns
        widths = columns.map { _ in 0 }
        words = widths
        for row in rows { add(row) }
    }

    var isEmpty: Bool { ends.isEmpty }

    /// Adds a row, with one cell for each column.
    mutating func add(_ row: [String?]) {
        for (column, cell) in row.enumerated() {
            if let cell {
                text.append(contentsOf: cell.utf8)
                widths[column] = max(widths[column], cell.columns)
                words[column] = max(words[column], cell.longestWord)
            }
            ends.append(text.count)
        }
    }

    /// The table as lines; a column is left out if it is empty in every row.
    func text(for terminal: Terminal) -> String {
        var text = ""
        write(for: terminal) { text += $0 }
        return text
    }

    /// Passes on the table a row at a time.
    ///
    /// - Parameters:
    ///   - terminal: the screen.
    ///   - hidden: a column that is left out.
    ///   - write: takes each row's lines.
    /// - Throws: every error of `write`.
    func write<Failure: Error>(
        for terminal: Terminal, without hidden: String? = nil, to write: (String) throws(Failure) -> Void
    ) throws(Failure) {
        let kept = columns.indices.filter { widths[$0] > 0 && columns[$0] != hidden }
        let header = kept.map { columns[$0].map { $0 == "_" ? " " : String($0) }.joined() }
        guard let fitted = fit(kept.map { widths[$0] }, kept.map { words[$0] }, header, to: terminal.width) else {
            for row in stride(from: 0, to: ends.count, by: columns.count) {
                try write(paragraph(header, kept.map { cell(row + $0) }, terminal))
            }
            return
        }
        try write(lines(header, fitted).map { terminal.bold($0) + "\n" }.joined())
        for row in stride(from: 0, to: ends.count, by: columns.count) {
            try write(lines(kept.map { cell(row + $0) }, fitted).map { $0 + "\n" }.joined())
        }
    }

    private func cell(_ index: Int) -> String {
        String(decoding: text[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
    }

    /// Narrows the widest columns by wrapping between words until the table fits; nil if it does not.
    private func fit(_ widths: [Int], _ words: [Int], _ header: [String], to width: Int?) -> [Int]? {
        var widths = zip(widths, header).map { max($0, $1.columns) }
        guard let width else { return widths }
        let floors = zip(words, header).map { min(max($0, $1.longestWord), Self.longWord) }
        while widths.reduce(0, +) + Self.gap * (widths.count - 1) > width {
            let spare = widths.indices.filter { widths[$0] > floors[$0] }
            guard let widest = spare.max(by: { widths[$0] < widths[$1] }) else { return nil }
            widths[widest] -= 1
        }
        return widths
    }

    /// A row as a paragraph: the first cell, and then each cell that is not empty after its heading. A line ends between two
    /// of them, if they fit.
    private func paragraph(_ header: [String], _ cells: [String], _ terminal: Terminal) -> String {
        let width = max(20, (terminal.width ?? 80) - 4)
        var lines: [String] = []
        for (name, cell) in zip(header, cells).dropFirst() where !cell.isEmpty {
            let part = "\(name): \(cell)"
            if let last = lines.last, last.columns + part.columns + 3 <= width {
                lines[lines.count - 1] = "\(last) · \(part)"
            } else {
                lines += part.wrapped(to: width)
            }
        }
        return terminal.bold(cells.first ?? "") + "\n" + lines.map { "    \($0)\n" }.joined()
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

extension String {
    /// The longest word's width, in screen columns.
    fileprivate var longestWord: Int { split(separator: " ").map { String($0).columns }.max() ?? 0 }
}
