import GRDB
import GRDBSQLite
package import MusterValues

/// Reads the rows of the tables that an export holds.
package struct TableReader {
    let db: Database
    /// The tables, each after those that it refers to; with a filter, last the table of what it lists.
    package let tables: [RecordTable]
    /// The newest revision; 0 before the first.
    let revision: Int64
    /// That revision's time; nil before the first.
    package let time: String?
    /// That revision's hash; nil before the first, or if it is not sealed.
    let head: String?
    private let selection: ExportSelection

    init(_ filter: Filter, _ db: Database, today: Day) throws {
        self.db = db
        selection = try ExportSelection(filter, db, today: today)
        tables = try RecordTable.all(db) + (selection.isWhole ? [] : [.selected])
        revision = try Registry.newestRevision(db)
        time = try String.fetchOne(db, sql: "SELECT at FROM revision WHERE id = ?", arguments: [revision])
        head = try Registry.head(db)
    }

    /// True if the export is not narrowed by a filter.
    var isWhole: Bool { selection.isWhole }

    /// Reads the rows of a table one after another, in the order of its key.
    ///
    /// - Parameters:
    ///   - table: one of `tables`.
    ///   - isShown: true for the short ids that people type, false for the numbers that are stored.
    ///   - use: takes each row, which is gone afterwards.
    /// - Throws: errors of SQLite and of `use`.
    package func each(_ table: RecordTable, isShown: Bool = true, _ use: (TableRow) throws -> Void) throws {
        let columns = table.columns.map { isShown ? $0.shown : $0.name }.joined(separator: ", ")
        let sql = """
            SELECT \(columns) FROM \(table.source) WHERE \(condition(table)) ORDER BY \(table.key.joined(separator: ", "))
            """
        let statement = try db.makeStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement)
        while try cursor.next() != nil { try use(TableRow(statement: statement.sqliteStatement)) }
    }

    /// The condition that a row is in the export.
    private func condition(_ table: RecordTable) -> String {
        if isWhole || table.source != table.name { return "true" }
        if let kind = table.kind, kind != .citation { return selection.holds(kind, kind.key) }
        let (needed, others) = (table.references.filter(\.isRequired), table.references.filter { !$0.isRequired })
        // A name or a citation belongs to one of several records. Its source is there if that record is.
        let subjects = others.filter { $0.reference?.table != RecordKind.source.name }
        var conditions = needed.map(holds)
        if !subjects.isEmpty { conditions.append("(\(subjects.map(holds).joined(separator: " OR ")))") }
        for column in table.columns {
            guard case .idOfKind = column.content, column.name != "gone" else { continue }
            let cases = RecordKind.allCases.map { "WHEN '\($0.name)' THEN \(selection.holds($0, column.name))" }
            conditions.append("CASE kind \(cases.joined(separator: " ")) END")
        }
        return conditions.isEmpty ? "true" : conditions.joined(separator: " AND ")
    }

    private func holds(_ column: RecordColumn) -> String {
        column.reference.flatMap { RecordKind(name: $0.table) }.map { selection.holds($0, column.name) } ?? "true"
    }
}

/// A row of a table, whose values SQLite holds until the next row is read.
package struct TableRow {
    let statement: OpaquePointer

    /// The value of a column as UTF-8 text; nil if it has none.
    package subscript(column: Int) -> UnsafeRawBufferPointer? {
        guard let text = sqlite3_column_text(statement, Int32(column)) else { return nil }
        return UnsafeRawBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, Int32(column))))
    }
}

extension Registry {
    /// Reads what an export holds in one transaction.
    ///
    /// - Parameters:
    ///   - filter: the filter of a listing of enrollments; one without conditions selects everything.
    ///   - use: reads the tables.
    /// - Throws: `MusterError` for a filter that enrollments do not take or an unknown record in it, and every error of `use`.
    package func eachTable(_ filter: Filter, _ use: (TableReader) throws -> Void) throws(MusterError) {
        try Condition.check(filter, for: .enrollment)
        if filter.sort != nil {
            throw .usage("the tables of an export are sorted by id", fix: .leaveOut([.sort]))
        }
        try read { db in try use(TableReader(filter, db, today: today)) }
    }
}
