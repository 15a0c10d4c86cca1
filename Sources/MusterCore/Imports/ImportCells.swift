import MusterValues

/// One record of a file, read by column.
struct ImportCells {
    let layout: ImportLayout
    let record: DelimitedRecord
    /// The order of the dates of each column by its place; a column that is not there has EDTF alone.
    let dates: [Int: DateOrder]

    /// The text of a cell; nil if the file does not have the column, or the cell is empty.
    func text(_ content: ImportColumn.Content) -> String? {
        guard let place = layout.place(content) else { return nil }
        let cell = record.cells[place]
        // A spreadsheet runs a cell that begins so, and files made for one guard it with an apostrophe.
        if cell.hasPrefix("'"), let second = cell.dropFirst().first, "=+-@".contains(second) {
            return String(cell.dropFirst())
        }
        return cell.isEmpty ? nil : cell
    }

    func text(_ kind: RecordKind, _ field: FieldName) -> String? { text(.field(kind, field)) }

    /// True if one of the cells is filled.
    func has(_ contents: ImportColumn.Content...) -> Bool { contents.contains { text($0) != nil } }

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
