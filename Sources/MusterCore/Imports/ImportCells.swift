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
