import MusterValues

/// Rows in aligned columns that fit the screen; a cell too wide for its column is continued on the line below. No word is broken:
/// if the columns do not fit, the cells of those with the longest words stand on lines of their own under their row, each after its
/// heading.
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

    private static let gap = 2
    /// The most lines that a cell takes, about, before its column stands under the rows.
    private static let tallest = 4
    /// The columns that name a row, which stay beside its id as long as another can go.
    private static let naming: Set = ["designation", "name", "who", "title", "of"]
    /// The fewest columns that make a table; fewer are better read as paragraphs.
    private static let fewest = 3

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
        let heading = Dictionary(uniqueKeysWithValues: zip(kept, header))
        guard let (beside, fitted) = fit(kept, heading, to: terminal.width) else {
            for row in stride(from: 0, to: ends.count, by: columns.count) {
                let parts = self.parts(of: row, kept.dropFirst(), heading, terminal)
                try write(terminal.bold(cell(row + kept[0])) + "\n" + parts)
            }
            return
        }
        let below = kept.filter { !beside.contains($0) }
        let words = beside.map { columns[$0] }
        try write(lines(beside.map { heading[$0]! }, fitted).map { terminal.bold($0) + "\n" }.joined())
        for row in stride(from: 0, to: ends.count, by: columns.count) {
            let own = lines(beside.map { cell(row + $0) }, fitted) { terminal.coloured($1, in: words[$0]) }
            try write(own.map { $0 + "\n" }.joined() + parts(of: row, below[...], heading, terminal))
        }
    }

    private func cell(_ index: Int) -> String {
        String(decoding: text[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
    }

    /// The columns that stand beside each other, and their widths: the widest are narrowed by wrapping between words until the
    /// table fits, and then those with the longest words are left out. Nil if too few are left.
    private func fit(_ kept: [Int], _ heading: [Int: String], to width: Int?) -> ([Int], [Int])? {
        func floor(_ column: Int) -> Int { max(words[column], heading[column]!.longestWord) }
        var beside = kept
        while true {
            var widths = beside.map { max(self.widths[$0], heading[$0]!.columns) }
            guard let width else { return (beside, widths) }
            let floors = beside.map(floor)
            while widths.reduce(0, +) + Self.gap * (widths.count - 1) > width {
                let spare = widths.indices.filter { widths[$0] > floors[$0] }
                guard let widest = spare.max(by: { widths[$0] < widths[$1] }) else { break }
                widths[widest] -= 1
            }
            if widths.reduce(0, +) + Self.gap * (widths.count - 1) <= width {
                // A long cell in a narrow column is a tower of words.
                let tall = beside.indices.dropFirst().first { self.widths[beside[$0]] > Self.tallest * widths[$0] }
                guard let tall, beside.count > Self.fewest else { return (beside, widths) }
                beside.remove(at: tall)
                continue
            }
            // The first column names the row, and always stays.
            let others = beside.dropFirst().filter { !Self.naming.contains(columns[$0]) }
            let movable = others.isEmpty ? Array(beside.dropFirst()) : others
            guard beside.count > Self.fewest, let longest = movable.max(by: { floor($0) < floor($1) }) else {
                return nil
            }
            beside.removeAll { $0 == longest }
        }
    }

    /// Cells of a row under it, each that is not empty after its heading. A line ends between two of them, if they fit.
    private func parts(
        of row: Int, _ columns: ArraySlice<Int>, _ heading: [Int: String], _ terminal: Terminal
    ) -> String {
        let width = max(20, (terminal.width ?? 80) - 4)
        var lines: [String] = []
        for column in columns {
            let cell = cell(row + column)
            if cell.isEmpty { continue }
            let part = "\(heading[column]!): \(cell)"
            if let last = lines.last, last.columns + part.columns + 3 <= width {
                lines[lines.count - 1] = "\(last) · \(part)"
            } else {
                lines += part.wrapped(to: width)
            }
        }
        return lines.map { "    \($0)\n" }.joined()
    }

    /// A row's lines.
    ///
    /// - Parameters:
    ///   - cells: the cells.
    ///   - widths: the width of each.
    ///   - coloured: colours a part of a cell of a place.
    /// - Returns: the lines.
    private func lines(
        _ cells: [String], _ widths: [Int], _ coloured: (Int, String) -> String = { $1 }
    ) -> [String] {
        let wrapped = zip(cells, widths).map { $0.wrapped(to: $1) }
        let height = wrapped.map(\.count).max() ?? 0
        return (0..<height).map { line in
            let parts = wrapped.indices.map { line < wrapped[$0].count ? wrapped[$0][line] : "" }
            let last = parts.lastIndex { !$0.isEmpty } ?? 0
            return (0...last).map { place in
                let spaces = place == last ? 0 : widths[place] + Self.gap - parts[place].columns
                return coloured(place, parts[place]) + String(repeating: " ", count: max(0, spaces))
            }.joined()
        }
    }
}

extension String {
    /// The longest word's width, in screen columns.
    fileprivate var longestWord: Int { split(separator: " ").map { String($0).columns }.max() ?? 0 }
}
