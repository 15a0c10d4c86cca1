import MusterValues

/// One record of a file, read by column.
struct ImportCells {
    let layout: ImportLayout
    let record: DelimitedRecord
    /// The order of the dates of each column by its place; a column that is not there has EDTF alone.
    let dates: [Int: DateOrder]
    private let used = Used()

    /// The places of the cells that were read.
    private final class Used {
        var places: Set<Int> = []
    }

    init(layout: ImportLayout, record: DelimitedRecord, dates: [Int: DateOrder]) {
        (self.layout, self.record, self.dates) = (layout, record, dates)
    }

    /// The first filled cell that nothing read: no record of the row takes it; nil if there is none.
    var unread: ImportColumn.Content? {
        record.cells.indices.lazy.filter { !record.cells[$0].isEmpty && !used.places.contains($0) }
            .compactMap { layout.columns[$0]?.content }.first { ![.remark, .sameAs, .new].contains($0) }
    }

    /// Takes cells as read, because they were read for a row before.
    func pass(_ contents: [ImportColumn.Content]) {
        for content in contents { if let place = layout.place(content) { used.places.insert(place) } }
    }

    /// The text of a cell; nil if the file does not have the column, or the cell is empty.
    func text(_ content: ImportColumn.Content) -> String? {
        guard let place = layout.place(content) else { return nil }
        used.places.insert(place)
        let cell = record.cells[place]
        // A spreadsheet runs a cell that begins so, and files made for one guard it with an apostrophe.
        if cell.hasPrefix("'"), let second = cell.unicodeScalars.dropFirst().first, CSV.isFormula(second) {
            return String(cell.dropFirst())
        }
        return cell.isEmpty ? nil : cell
    }

    func text(_ kind: RecordKind, _ field: FieldName) -> String? { text(.field(kind, field)) }

    /// True if one of the cells is filled.
    func has(_ contents: ImportColumn.Content...) -> Bool {
        contents.contains { content in layout.place(content).map { !record.cells[$0].isEmpty } ?? false }
    }

    /// Reads a cell; nil if it is empty.
    ///
    /// - Parameters:
    ///   - content: the column.
    ///   - parse: reads the text.
    /// - Returns: the value.
    /// - Throws: `RowFault` with the column and the text for what `parse` refuses.
    func read<Value>(_ content: ImportColumn.Content, _ parse: (String) throws -> Value) throws -> Value? {
        guard let text = text(content) else { return nil }
        return try at(content) { try parse(text) }
    }

    /// Reads a value of a closed list.
    func list<List: ClosedList>(_ content: ImportColumn.Content, _: List.Type = List.self) throws -> List? {
        try read(content) { try List(typed: $0) }
    }

    /// Reads a date, in the order that was declared for its column.
    func date(_ content: ImportColumn.Content) throws -> EDTF? {
        let order = layout.place(content).flatMap { dates[$0] }
        return try read(content) { try EDTF(typed: order?.edtf($0) ?? $0) }
    }

    /// The text of a field's cell; a date as EDTF, in the order that was declared for its column.
    func text(of field: Field, _ kind: RecordKind) -> String? {
        let content = ImportColumn.Content.field(kind, field.name)
        guard let text = text(content) else { return nil }
        guard case .date = field.type, let order = layout.place(content).flatMap({ dates[$0] }) else { return text }
        return order.edtf(text)
    }

    /// Reads a day, in the order that was declared for its column.
    func day(_ content: ImportColumn.Content) throws -> Day? {
        let order = layout.place(content).flatMap { dates[$0] }
        return try read(content) { try Day(typed: order?.edtf($0) ?? $0) }
    }

    /// The first filled cell below an empty heading; nil if there is none.
    var nameless: String? {
        zip(layout.columns, record.cells).first { $0 == nil && !$1.isEmpty }?.1
    }

    /// The reason why the cells may not stand in their columns; nil if they do.
    ///
    /// A list of rows to mend has such a row with a mark, which stays until a person has looked at it: taken as it is, the row would be
    /// one that nobody wrote.
    var misplaced: RowFault? {
        let fix: Remedy = "put each value into its column, and then empty fault_column"
        if let misfit = record.misfit {
            return RowFault(
                column: Self.allColumns, value: misfit.beyond.isEmpty ? nil : misfit.beyond.joined(separator: " | "),
                error: .refused(rule: misfit.rule, fix: fix))
        }
        guard remark("fault_column") == Self.allColumns else { return nil }
        return RowFault(
            column: Self.allColumns, value: remark("fault_value"),
            error: .refused(rule: "its cells were as many as another heading's, and nobody has mended it", fix: fix))
    }

    /// What stands in place of a column if all cells of a row may be in the wrong one.
    private static let allColumns = "*"

    /// The text that a list of rows to mend has in one of its own columns; nil for none.
    private func remark(_ name: String) -> String? {
        layout.columns.firstIndex { $0?.name == name }.map { record.cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Does something with a cell, and names it in what is refused.
    func at<Value>(_ content: ImportColumn.Content, _ act: () throws -> Value) throws -> Value {
        do { return try act() } catch let error as MusterError {
            throw RowFault(column: ImportColumn.named(content).name, value: text(content), error: error)
        }
    }
}

/// The reason why a record of a file cannot be taken.
struct RowFault: Error {
    /// The column whose cell is at fault; nil if it is the record as a whole.
    var column: String?
    /// The text of the cell.
    var value: String?
    let error: MusterError
}
