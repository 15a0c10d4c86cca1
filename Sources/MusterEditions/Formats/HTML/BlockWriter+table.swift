import MusterHTML
import MusterValues

extension BlockWriter {
    /// A table. What programs need alone is left out.
    func table(_ table: EditionTable, isCaptionSeen: Bool) throws {
        let frame = TableFrame(table)
        let caption = speaker.plain(table.caption)
        // Only what can be wider than the window scrolls, and can be reached by the keyboard for that.
        let box: [HTMLAttribute] =
            frame.isWide ? [.class("table wide"), .role("region"), .focusable, .label(caption)] : [.class("table")]
        try html.element(.div, box) {
            try html.element(.table, [.class("t-" + table.name), .role("table")]) {
                html.line()
                try html.element(.caption, isCaptionSeen ? [] : [.class("unseen")], caption)
                html.line()
                try heads(frame)
                try bodies(table, frame)
            }
        }
        html.line()
    }

    private func heads(_ frame: TableFrame) throws {
        try html.element(.thead, [.role("rowgroup")]) {
            try html.element(.tr, [.role("row")]) {
                for column in frame.columns {
                    let kind = "k-" + column.value.key + (column.value.isNumber ? " number" : "")
                    try html.element(.th, [.class(kind), .role("columnheader"), .scope("col")]) {
                        try say(column.value.title)
                    }
                }
            }
        }
        html.line()
    }

    /// Rows that have evidence stand each in a group of its own, so that a sheet of paper does not part them from it.
    private func bodies(_ table: EditionTable, _ frame: TableFrame) throws {
        let isGrouped = table.rows.contains { !$0.evidence.isEmpty }
        if isGrouped {
            for (index, row) in table.rows.enumerated() {
                try html.element(.tbody, [.class("one"), .role("rowgroup")]) { try self.row(row, index, frame) }
                html.line()
            }
        } else if !table.rows.isEmpty {
            try html.element(.tbody, [.role("rowgroup")]) {
                html.line()
                for (index, row) in table.rows.enumerated() {
                    try self.row(row, index, frame)
                    html.line()
                }
            }
            html.line()
        }
    }

    private func row(_ row: EditionTable.Row, _ index: Int, _ frame: TableFrame) throws {
        let place = row.place.map { [HTMLAttribute.id($0.description)] } ?? []
        let head = "\(row.place?.description ?? "\(frame.name)-\(index + 1)")-row"
        try html.element(.tr, place + [.class(row.evidence.isEmpty ? "row" : "row told"), .role("row")]) {
            for column in frame.columns where column.offset < row.cells.count {
                try cell(row.cells[column.offset], column, of: row, head, frame)
            }
        }
        if row.evidence.isEmpty { return }
        try html.element(.tr, [.class("evidence"), .role("row")]) {
            try html.element(.td, [.role("cell"), .columns(frame.columns.count), .headers(head)]) {
                for words in row.evidence { try html.element(.div) { try say(words) } }
            }
        }
    }

    private func cell(
        _ cell: EditionTable.Cell, _ column: TableFrame.Column, of row: EditionTable.Row, _ head: String,
        _ frame: TableFrame
    ) throws {
        let isFirst = column.offset == frame.columns[0].offset
        var attributes: [HTMLAttribute] = []
        if let style = frame.style(of: column) { attributes.append(.class(style)) }
        if isFirst {
            if !row.evidence.isEmpty { attributes.append(.id(head)) }
            attributes += [.role("rowheader"), .scope("row")]
        } else {
            attributes.append(.role("cell"))
            if frame.isHeadRepeated(column) { attributes.append(.head(stackedHead(column))) }
        }
        try html.element(isFirst ? .th : .td, attributes) {
            if isFirst, row.depth > 0 { try html.element(.span, [.class("depth"), .hidden], depthSign(row.depth)) }
            guard let words = cell.words ?? cell.raw.map(Words.text) else { return }
            if let grade = cell.grade {
                try html.badge(grade.mark, speaker.plain(words))
            } else {
                try say(words)
            }
            if let second = cell.second { try html.element(.div, [.class("second")]) { try say(second) } }
        }
    }

    /// The head of a cell that stands before it in its line.
    private func stackedHead(_ column: TableFrame.Column) -> String {
        let title = speaker.plain(column.value.title)
        return title.hasSuffix("?") ? title : title + ":"
    }

    /// The sign of a row that stands under another one, with a step for each one above it but not more than five.
    private func depthSign(_ depth: Int) -> String {
        String(repeating: "\u{A0}", count: min(depth, 5) - 1) + "└\u{A0}"
    }
}

/// The columns of a table that people read, and how they stand.
struct TableFrame {
    typealias Column = (offset: Int, value: EditionTable.Column)

    let name: String
    let columns: [Column]

    init(_ table: EditionTable) {
        name = table.name
        columns = table.columns.enumerated().filter { !$0.element.isForPrograms }.map { ($0.offset, $0.element) }
    }

    /// True if the columns do not fit a small window side by side.
    var isWide: Bool { columns.count > 6 }

    /// True if a cell needs its head beside it when the cells are stacked.
    func isHeadRepeated(_ column: Column) -> Bool {
        columns.count > 4 && !(column.value.isNumber && isApart) || (column.value.isNumber && !isApart)
    }

    /// True if there is one number, which stands at the right of the first cell when the cells are stacked.
    private var isApart: Bool { columns.count { $0.value.isNumber } == 1 }

    /// The class of a cell; nil if it needs none.
    func style(of column: Column) -> String? {
        if column.value.isNumber { return isApart ? "number apart" : "number" }
        return isApart && column.offset == columns[0].offset ? "led" : nil
    }
}

extension Grade {
    /// The sign of the grade.
    var mark: BadgeMark {
        switch self {
        case .definitely: .definitely
        case .presumably: .presumably
        case .possibly: .possibly
        case .no: .no
        }
    }
}
