import GRDB
import MusterValues

/// A table of records, as an export describes it.
///
/// Its columns come from the schema, and what is said of them from the fields of the kind of record. The column `revision` is left
/// out: the history is in the registry's own file.
package struct RecordTable: Sendable {
    /// The name, such as `enrollment`.
    package let name: String
    /// The table that the rows are read from.
    let source: String
    /// What its rows are, in English and Russian.
    let label: Label
    /// The columns in the order of the schema.
    package let columns: [RecordColumn]
    /// The columns that tell one row from another; the rows are in their order.
    let key: [String]

    /// The columns that refer to another table, each alone.
    var references: [RecordColumn] { columns.filter { $0.reference != nil } }

    /// The kind of record that the rows are; nil if they are parts of records, such as names.
    var kind: RecordKind? { RecordKind(name: name) }

    /// Every table of records: each after those that it refers to.
    ///
    /// - Parameter db: the registry.
    /// - Returns: the tables, in the same order for every registry of a schema.
    /// - Throws: errors of SQLite.
    static func all(_ db: Database) throws -> [RecordTable] {
        var left = try HistoryTable.all(db).compactMap { table in try table.base.map { try RecordTable($0, table, db) }
        }
        var sorted: [RecordTable] = []
        while !left.isEmpty {
            let waiting = Set(left.map(\.name))
            let place = left.firstIndex { table in
                table.references.allSatisfy {
                    $0.reference!.table == table.name || !waiting.contains($0.reference!.table)
                }
            }
            sorted.append(left.remove(at: place ?? 0))
        }
        return sorted
    }

    private init(_ name: String, _ history: HistoryTable, _ db: Database) throws {
        let targets = try Row.fetchAll(
            db, sql: #"SELECT "from" AS own, "table" AS target, "to" AS key FROM pragma_foreign_key_list(?, 'main')"#,
            arguments: [name])
        var references: [String: RecordColumn.Reference] = [:]
        for row in targets {
            references[try row.get("own")] = .init(table: try row.get("target"), column: try row.get("key"))
        }
        let needed = try Set(
            String.fetchAll(
                db, sql: #"SELECT name FROM pragma_table_info(?, 'main') WHERE "notnull" OR pk"#, arguments: [name]))
        (self.name, source, key) = (name, name, history.key)
        label = Self.label(of: name)
        columns = history.columns.filter { $0 != "revision" }.map { column in
            Self.column(column, of: name, isRequired: needed.contains(column), to: references[column])
        }
    }

    private static func column(
        _ column: String, of table: String, isRequired: Bool, to reference: RecordColumn.Reference?
    ) -> RecordColumn {
        let kind = RecordKind(name: table)
        let told = described["\(table).\(column)"] ?? described[column]
        let field = kind?.field(holding: column)
        let target = reference.flatMap { RecordKind(name: $0.table) }
        let content =
            column == "id"
            ? .id(kind)
            : told?.content ?? target.map { $0 == .region ? .region : .id($0) } ?? field.map { .init($0, column) }
                ?? .text(most: nil)
        let label = told?.label ?? field?.label ?? target?.noun.label ?? Label(column.spaced, column.spaced)
        let help = told?.help ?? field?.help ?? target.map(Self.help) ?? label
        return RecordColumn(
            name: column, content: content, isRequired: isRequired, label: label, help: help, reference: reference)
    }

    /// The sentence about a column that is only a reference to a record.
    private static func help(to kind: RecordKind) -> Label {
        let russian = kind.noun.label.russian
        return Label("The \(kind.name).", "\(russian.prefix(1).uppercased())\(russian.dropFirst()).")
    }

    private init(selected: [RecordColumn]) {
        (name, source, key) = ("selected", "temp.\(ExportSelection.selected)", ["enrollment_id"])
        label = Label("the enrollments that the filter lists", "вступления, отобранные фильтром")
        columns = selected
    }

    /// The table of the enrollments that a filter lists, each with the grade of the answer about the filter's day.
    static let selected = RecordTable(selected: [
        RecordColumn(
            name: "enrollment_id", content: .id(.enrollment), isRequired: true,
            label: Label("enrollment", "вступление"),
            help: Label(
                "An enrollment that the filter of the export lists; other records are there because it rests on them.",
                "Вступление, отобранное фильтром; другие записи приведены, потому что оно на них опирается."),
            reference: .init(table: "enrollment", column: "id")),
        RecordColumn(
            name: "grade", content: .word(Grade.allCases.map(\.rawValue)), isRequired: false,
            label: Label("grade", "достоверность"),
            help: Label(
                "How sure the answer about the filter's day is; empty if no day is asked about.",
                "Насколько достоверен ответ о дне фильтра; пусто, если день не указан."),
            reference: nil),
    ])
}
