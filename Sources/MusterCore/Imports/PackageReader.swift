import Foundation
import GRDB
import MusterValues

/// One row of a table of a data package.
struct PackageRow {
    let file: String
    let line: Int
    /// The values by column, as the register's table holds them.
    var values: [String: DatabaseValue]

    /// The number of the record.
    func id() throws(MusterError) -> Int64 {
        guard let id = values["id"].flatMap(Int64.fromDatabaseValue) else {
            throw .badFile(path: file, rule: "line \(line): the id is missing")
        }
        return id
    }

    /// Does something with the row, and names its line in what is refused.
    func at<Value>(_ act: () throws -> Value) throws -> Value {
        do { return try act() } catch {
            let known = MusterError(error, path: file)
            if case .badFile = known { throw known }
            if known == .stopped { throw known }
            throw MusterError.badFile(path: file, rule: "line \(line): \(known.rule)", fix: known.fix)
        }
    }
}

/// Reads the rows of one table of a data package.
struct PackageReader {
    private let file: TableFile
    private let columns: [RecordColumn]
    private let table: RecordTable
    /// The largest number that an id may have. Ids count up from the largest that was ever given, so none may be near the end.
    private static let mostID: Int64 = 1_000_000_000_000

    /// - Throws: `MusterError.badFile` for a heading that the table does not have, or one that it needs and the file does not have.
    init(_ file: TableFile, _ table: RecordTable) throws(MusterError) {
        self.file = file
        self.table = table
        columns = try file.heading.map { heading throws(MusterError) in
            guard let column = table.columns.first(where: { $0.name == heading }) else {
                let near = Text.nearest(to: heading, among: table.columns.map(\.name))
                throw .badFile(
                    path: file.path,
                    rule: "the table \(table.name) has no column \(quoted(heading))"
                        + (near.isEmpty ? "" : " (near it: \(near.joined(separator: ", ")))"))
            }
            return column
        }
        for column in table.columns where column.isRequired && !columns.contains(where: { $0.name == column.name }) {
            throw .badFile(path: file.path, rule: "it has no column \(quoted(column.name))")
        }
    }

    func row(_ record: DelimitedRecord) throws(MusterError) -> PackageRow {
        var row = PackageRow(file: file.path, line: record.line, values: [:])
        for (column, text) in zip(columns, record.cells) where !text.isEmpty {
            do throws(MusterError) { row.values[column.name] = try value(text, of: column) } catch {
                throw .badFile(path: file.path, rule: "line \(record.line), column \(column.name): \(error.rule)")
            }
        }
        do throws(MusterError) { try derive(&row) } catch {
            throw .badFile(path: file.path, rule: "line \(record.line): \(error.rule)")
        }
        return row
    }

    private func value(_ text: String, of column: RecordColumn) throws(MusterError) -> DatabaseValue {
        switch column.content {
        case .id(let kind?):
            guard let id = RecordID(shortID: text), id.kind == kind else {
                throw .refused(rule: "\(quoted(text)) is not the short id of \(kind.words)")
            }
            return try Self.id(id.number)
        case .idOfKind:
            guard let id = RecordID(shortID: text) else { throw .refused(rule: "\(quoted(text)) is not a short id") }
            return try Self.id(id.number)
        case .id(nil), .number:
            guard let number = Int64(text) else { throw .refused(rule: "\(quoted(text)) is not a whole number") }
            if case .number = column.content { return number.databaseValue }
            return try Self.id(number)
        case .text(let most):
            let clean = try Text.clean(text, field: column.name.spaced, limit: most ?? 2_000) as String
            if table.name == "source", ["url", "archive"].contains(column.name) {
                try SourceRules.check(address: clean)
            }
            if table.name == "name", column.name == "text", RecordID(typedShortID: clean) != nil {
                throw .refused(rule: "\(quoted(clean)) reads as a record's short id, and names none")
            }
            return clean.databaseValue
        case .word, .pattern, .day:
            return try (Text.clean(text, field: column.name.spaced, limit: 500) as String).databaseValue
        }
    }

    private static func id(_ number: Int64) throws(MusterError) -> DatabaseValue {
        guard (0...mostID).contains(number) else {
            throw .refused(rule: "an id is a number from 1 to \(mostID)")
        }
        return number.databaseValue
    }

    /// Makes anew what follows from other columns, so that a cell that somebody changed changes it, too.
    private func derive(_ row: inout PackageRow) throws(MusterError) {
        if table.name == "name", let text = row.values["text"].flatMap(String.fromDatabaseValue) {
            row.values["folded"] = Text.folded(text).databaseValue
            row.values["script"] = Text.script(of: text).databaseValue
        }
        for column in table.columns where column.name.hasSuffix("earliest") {
            let prefix = column.name.dropLast("earliest".count)
            let date = prefix.isEmpty ? "date" : String(prefix.dropLast())
            guard let text = row.values[date].flatMap(String.fromDatabaseValue) else { continue }
            let stored = try StoredDate(typed: text)
            row.values[date] = stored.text.databaseValue
            row.values["\(prefix)earliest"] = stored.earliest.databaseValue
            row.values["\(prefix)latest"] = stored.latest.databaseValue
        }
    }
}
