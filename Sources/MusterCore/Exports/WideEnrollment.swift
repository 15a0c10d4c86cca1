import GRDB
package import MusterValues

/// An enrollment as the listing shows it, with what else is on record of it and of its unit.
struct WideEnrollment: ListingRow {
    fileprivate(set) var listed: ListedEnrollment
    /// The name of the unit's programme, and then the values of `besides`.
    fileprivate var more: [String?] = []

    /// The columns of the listing, and then what it leaves out: names, and the other columns of an enrollment.
    static let columns: [Column<WideEnrollment>] =
        ListedEnrollment.columns.map { column in Column(column.name) { column.value($0.listed) } } + [
            Column("region_name") { ($0.listed.region?.name).map(Value.text) },
            Column("programme") { $0.more.first.flatMap(\.self).map(Value.text) },
        ]
        + besides.enumerated().map { index, name in
            Column(name) { row in row.more.dropFirst(index + 1).first.flatMap(\.self).map(Value.text) }
        } + [Column("source_titles") { .each($0.sourceTitles.map(Value.text)) }]

    /// The columns of the table that no column of the listing shows.
    ///
    /// The listing's region is that of the unit, so that of a group is among them.
    fileprivate static let besides = RecordKind.enrollment.fields.flatMap { field in
        let isListed = ListedEnrollment.columns.contains { $0.name == field.name.rawValue }
        return isListed && field.name != .region ? [] : field.columns
    }.reduce(into: [String]()) { all, name in if !all.contains(name) { all.append(name) } }

    /// The titles of the sources that support it or an event of it, each once.
    private var sourceTitles: [String] {
        (listed.citations ?? []).filter(\.supports).compactMap(\.source.name).reduce(into: []) { all, title in
            if !all.contains(title) { all.append(title) }
        }
    }

    func encode(to encoder: any Encoder) throws { try listed.encode(to: encoder) }
}

/// The listing of enrollments with more columns.
private struct WideEnrollmentQuery: ListingQuery {
    let listed: EnrollmentQuery

    func sql(_ page: Page) -> SQL { listed.sql(page) }

    func row(_ reader: inout RowReader, _ regions: RegionNames) throws -> WideEnrollment {
        WideEnrollment(listed: try listed.row(&reader, regions))
    }

    func complete(_ rows: inout [WideEnrollment], _ regions: RegionNames, _ db: Database) throws {
        var own = rows.map(\.listed)
        try listed.complete(&own, regions, db)
        let columns = WideEnrollment.besides.map { "CAST(e.\($0) AS TEXT)" }.joined(separator: ", ")
        let more: SQL = """
            SELECT e.id, n.text, \(sql: columns) FROM enrollment e JOIN unit u ON u.id = e.unit_id \
            LEFT JOIN name n ON n.programme_id = u.programme_id AND n.nature = 'primary' WHERE e.id IN \(SQL.list(own.map(\.id.number)))
            """
        let values = try more.byOwner(db) { row, _ in
            try (0...WideEnrollment.besides.count).map { _ in try row.next() as String? }
        }
        for index in rows.indices {
            rows[index].listed = own[index]
            rows[index].more = values[own[index].id.number]?.first ?? []
        }
    }
}

extension Registry {
    /// Writes the enrollments as one CSV table in which names are filled in.
    ///
    /// - Parameters:
    ///   - filter: the filter of the listing of enrollments.
    ///   - isForSpreadsheets: true to guard cells that a spreadsheet would run as formulas, and to begin with a byte order mark, by
    ///     which Excel knows UTF-8; the text is then not exact. False for the exact text.
    ///   - path: the file, which is replaced when the new one is whole; `-` is standard output.
    ///   - progress: takes the number of bytes of each piece that is written; false stops the export, which leaves nothing.
    /// - Throws: `MusterError` for what may not be written, or a filter that enrollments do not take.
    package func exportEnrollments(
        _ filter: Filter = Filter(), forSpreadsheets isForSpreadsheets: Bool, to path: String,
        progress: @escaping (Int) -> Bool = { _ in true }
    ) throws(MusterError) {
        let listing = Listing(of: .enrollment) {
            WideEnrollmentQuery(listed: try EnrollmentQuery($0, withCitations: true))
        }
        let names = WideEnrollment.columns.map(\.name)
        do {
            try OutputPlace(path).stream(named: path, progress: progress) { sink in
                try sink.write(isForSpreadsheets ? "\u{FEFF}" + CSV.guardedLine(names) : CSV.line(names))
                try each(listing, filter) { row in
                    let cells = row.cells.map { $0?.raw }
                    try sink.write(isForSpreadsheets ? CSV.guardedLine(cells) : CSV.line(cells))
                }
            }
        } catch { throw MusterError(error, path: self.path) }
    }
}
