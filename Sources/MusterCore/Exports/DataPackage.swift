package import MusterValues

/// A Frictionless data package: a folder with a CSV file for each table, and `datapackage.json`, which describes them.
///
/// The descriptor follows Data Package 1.0 with the profile "tabular-data-package" and Table Schema 1.0
/// (specs.frictionlessdata.io).
struct DataPackage {
    let reader: TableReader

    /// Writes the files.
    ///
    /// - Parameter folder: the folder, while it is made.
    /// - Throws: `MusterError` for a full disk, and errors of SQLite.
    func write(into folder: OutputFolder) throws {
        for table in reader.tables {
            try folder.write("\(table.name).csv") { sink in
                try sink.write(CSV.line(table.columns.map(\.name)))
                try reader.each(table) { try sink.writeCSV($0, table.columns.count) }
            }
        }
        try folder.write("datapackage.json") { try $0.write(descriptor.written()) }
    }

    private var descriptor: JSONTree {
        .object([
            "profile": .text("tabular-data-package"), "name": .text("muster-registry"),
            "title": .text("muster: a registry of regional defence units"),
            "description": .text(
                """
                \(reader.isWhole ? "Every record of the registry" : "The enrollments that a filter lists, and all that they rest on"), \
                also what is rejected, each with its standing. A record is what the registry concludes, and a citation is what a source \
                says. The history of the records is not here: it is in the registry's file and in every copy of it.
                """),
            "revision": .number(reader.revision), "created": reader.time.map { .text($0) },
            "revision_hash": reader.head.map { .text($0) },
            "resources": .list(reader.tables.map(resource)),
        ])
    }

    private func resource(_ table: RecordTable) -> JSONTree {
        .object([
            "profile": .text("tabular-data-resource"), "name": .text(table.name), "path": .text("\(table.name).csv"),
            "title": .text(table.label.english), "title_ru": .text(table.label.russian),
            "format": .text("csv"), "mediatype": .text("text/csv"), "encoding": .text("utf-8"),
            "dialect": .object(["lineTerminator": .text("\r\n")]),
            "schema": .object([
                "fields": .list(table.columns.map(field)), "primaryKey": .list(table.key.map { .text($0) }),
                "missingValues": .list([.text("")]),
                "foreignKeys": table.references.isEmpty
                    ? nil : .list(table.references.map { foreignKey($0, of: table) }),
            ]),
        ])
    }

    private func foreignKey(_ column: RecordColumn, of table: RecordTable) -> JSONTree {
        let target = column.reference!
        return .object([
            "fields": .text(column.name),
            "reference": .object([
                // The specification names a table's own rows by an empty text.
                "resource": .text(target.table == table.name ? "" : target.table), "fields": .text(target.column),
            ]),
        ])
    }

    private func field(_ column: RecordColumn) -> JSONTree {
        var constraints: [String: JSONTree?] = ["required": .flag(column.isRequired)]
        var type = "string"
        switch column.content {
        case .word(let words): constraints["enum"] = .list(words.map { .text($0) })
        case .text(let most): constraints["maxLength"] = most.map { .number(Int64($0)) }
        case .number(let range):
            type = "integer"
            constraints["minimum"] = range.map { .number(Int64($0.lowerBound)) }
            constraints["maximum"] = range.map { .number(Int64($0.upperBound)) }
        case .id(nil): type = "integer"
        default: constraints["pattern"] = column.pattern.map { .text($0) }
        }
        return .object([
            "name": .text(column.name), "type": .text(type), "title": .text(column.label.english),
            "title_ru": .text(column.label.russian), "description": .text(column.help.english),
            "description_ru": .text(column.help.russian), "constraints": .object(constraints),
        ])
    }
}

extension Registry {
    /// Writes the records as a Frictionless data package, in one snapshot.
    ///
    /// - Parameters:
    ///   - filter: the filter of a listing of enrollments; one without conditions selects everything.
    ///   - folder: the folder, which is new or empty. It appears when it is whole.
    ///   - progress: takes the number of bytes of each piece that is written; false stops the export, which leaves nothing.
    /// - Throws: `MusterError` for a folder that has files, a full disk, or a filter that enrollments do not take.
    package func exportPackage(
        _ filter: Filter = Filter(), to folder: String, progress: @escaping (Int) -> Bool = { _ in true }
    ) throws(MusterError) {
        do {
            try OutputFolder.make(folder, progress: progress) { made in
                try eachTable(filter) { try DataPackage(reader: $0).write(into: made) }
            }
        } catch { throw MusterError(error, path: path) }
    }
}
