import GRDB
package import MusterValues

/// A script for psql that makes the tables, fills them and makes the views, in one transaction: for PostgreSQL 15 or later.
///
/// The ids are the numbers that are stored, so that the views of the file are taken as they are.
struct PostgresScript {
    let reader: TableReader
    let sink: ByteSink

    /// Writes the script.
    ///
    /// - Throws: `MusterError` for a full disk, and errors of SQLite.
    func write() throws {
        try sink.write(
            """
            -- muster: a registry of regional defence units, revision \(reader.revision)\(reader.time.map { " of \($0)" } ?? "").
            -- \(reader.head.map { "The revision's hash: \($0)." } ?? "No revision is sealed.")
            -- For psql and PostgreSQL 15 or later, in an empty schema. The history is in the registry's own file.
            \\set ON_ERROR_STOP on
            BEGIN;
            SET LOCAL client_encoding = 'UTF8';
            SET LOCAL standard_conforming_strings = on;

            """)
        for table in reader.tables { try sink.write(Self.definition(table)) }
        for table in reader.tables { try copy(table) }
        for table in reader.tables { try sink.write(Self.keys(of: table) + Self.comments(on: table)) }
        for view in try Row.fetchAll(
            reader.db, sql: "SELECT name, sql FROM main.sqlite_master WHERE type = 'view' ORDER BY name")
        {
            let name: String = try view.get("name")
            let label = RecordTable.label(of: String(name.trimmingPrefix("v_").dropLast()))
            try sink.write("\n\(try view.get("sql") as String);\n")
            try sink.write("COMMENT ON VIEW \(name) IS \(Self.literal("\(label.english), with names filled in"));\n")
        }
        try sink.write("\nCOMMIT;\n")
    }

    private static func definition(_ table: RecordTable) -> String {
        let columns = table.columns.map { column in
            "    \"\(column.name)\" \(type(of: column))\(column.isRequired ? " NOT NULL" : "")\(check(column))"
        }
        return """

            CREATE TABLE "\(table.name)" (
            \(columns.joined(separator: ",\n")),
                PRIMARY KEY (\(table.key.map { "\"\($0)\"" }.joined(separator: ", ")))
            );

            """
    }

    private static func type(of column: RecordColumn) -> String {
        switch column.content {
        case .id, .idOfKind: "bigint"
        case .number: "integer"
        case .day: "date"
        case .text, .word, .pattern: "text"
        }
    }

    private static func check(_ column: RecordColumn) -> String {
        let name = "\"\(column.name)\""
        switch column.content {
        case .word(let words): return " CHECK (\(name) IN (\(words.map(literal).joined(separator: ", "))))"
        case .pattern(let pattern): return " CHECK (\(name) ~ \(literal("^(\(pattern))$")))"
        case .text(let most?): return " CHECK (char_length(\(name)) <= \(most))"
        case .number(let range?): return " CHECK (\(name) BETWEEN \(range.lowerBound) AND \(range.upperBound))"
        default: return ""
        }
    }

    /// The rows in the text format of COPY.
    private func copy(_ table: RecordTable) throws {
        let names = table.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
        try sink.write("\nCOPY \"\(table.name)\" (\(names)) FROM stdin;\n")
        let areDays = table.columns.map { if case .day = $0.content { true } else { false } }
        try reader.each(table, isShown: false) { row in
            for (column, isDay) in areDays.enumerated() {
                if column > 0 { sink.write(UInt8(ascii: "\t")) }
                try write(row[column], isDay: isDay)
            }
            sink.write(UInt8(ascii: "\n"))
        }
        try sink.write("\\.\n")
    }

    private func write(_ value: UnsafeRawBufferPointer?, isDay: Bool) throws(MusterError) {
        guard let value else { return try sink.write("\\N") }
        // The year before the year 1 is 0 by ISO 8601, and PostgreSQL calls it 1 BC.
        if isDay, value.starts(with: "0000-".utf8) {
            try sink.write("0001-")
            try sink.write(UnsafeRawBufferPointer(rebasing: value.dropFirst(5)))
            return try sink.write(" BC")
        }
        guard value.contains(where: { $0 < 0x20 || $0 == 0x5C }) else { return try sink.write(value) }
        for byte in value {
            switch byte {
            case 0x5C: try sink.write("\\\\")
            case 0x09: try sink.write("\\t")
            case 0x0A: try sink.write("\\n")
            case 0x0D: try sink.write("\\r")
            default: sink.write(byte)
            }
        }
    }

    /// The foreign keys, with an index for each, which PostgreSQL does not make by itself.
    private static func keys(of table: RecordTable) -> String {
        table.references.map { column in
            """

            ALTER TABLE "\(table.name)" ADD FOREIGN KEY ("\(column.name)") REFERENCES "\(column.reference!.table)" \
            ("\(column.reference!.column)") DEFERRABLE INITIALLY DEFERRED;
            CREATE INDEX ON "\(table.name)" ("\(column.name)");
            """
        }.joined() + "\n"
    }

    private static func comments(on table: RecordTable) -> String {
        let own = "COMMENT ON TABLE \"\(table.name)\" IS \(literal(words(table.label)));\n"
        return table.columns.reduce(into: own) { text, column in
            text += """
                COMMENT ON COLUMN "\(table.name)"."\(column.name)" IS \(literal("\(words(column.label)). \(words(column.help))"));

                """
        }
    }

    /// The words in English and in Russian.
    private static func words(_ label: Label) -> String { "\(label.english) / \(label.russian)" }

    private static func literal(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
}

extension Registry {
    /// Writes the records as a script for PostgreSQL, in one snapshot.
    ///
    /// - Parameters:
    ///   - filter: the filter of a listing of enrollments; one without conditions selects everything.
    ///   - path: the file, which is replaced when the new one is whole; `-` is standard output.
    ///   - progress: takes the number of bytes of each piece that is written; false stops the export, which leaves nothing.
    /// - Throws: `MusterError` for what may not be written, or a filter that enrollments do not take.
    package func exportSQL(
        _ filter: Filter = Filter(), to path: String, progress: @escaping (Int) -> Bool = { _ in true }
    ) throws(MusterError) {
        do {
            try OutputPlace(path).stream(named: path, progress: progress) { sink in
                try eachTable(filter) { try PostgresScript(reader: $0, sink: sink).write() }
            }
        } catch { throw MusterError(error, path: self.path) }
    }
}
