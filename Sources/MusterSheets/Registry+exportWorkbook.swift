import Foundation
package import MusterCore
package import MusterValues

extension Registry {
    /// Writes the records as a workbook with a sheet for each table, in one snapshot.
    ///
    /// A cell holds what the CSV of the data package has: dates are text, and so is a cell that begins with an equals sign. An id
    /// leads to the row of its record. A sheet has 16,384 such links; the ids after them are plain text.
    ///
    /// - Parameters:
    ///   - filter: the filter of a listing of enrollments; one without conditions selects everything.
    ///   - path: the file, which is replaced when the new one is whole; `-` is standard output.
    ///   - limits: what a sheet takes.
    ///   - progress: takes the number of bytes of each thousand rows; false stops the export, which leaves nothing.
    /// - Returns: the sheets that have more ids than links.
    /// - Throws: `MusterError.refused` for more rows than a sheet takes, or if libxlsxwriter is not installed; what may not be
    ///   written, and a filter that enrollments do not take.
    package func exportWorkbook(
        _ filter: Filter = Filter(), to path: String, within limits: SheetLimits = .excel,
        progress: @escaping (Int) -> Bool = { _ in true }
    ) throws(MusterError) -> [String] {
        var cut: [String] = []
        do {
            try OutputPlace(path).make(named: path) { file in
                try eachTable(filter) { reader in
                    let book = try Workbook(file, named: path, time: Self.time(reader.time))
                    var sheets = SheetWriter(reader: reader, book: book, limits: limits, progress: progress)
                    for table in reader.tables where try sheets.write(table) { cut.append(table.name) }
                    try book.finish()
                }
            }
        } catch let error as MusterError { throw error } catch { throw .failed(path: self.path, code: -1) }
        return cut
    }

    private static func time(_ text: String?) -> Date {
        text.flatMap { try? Date($0, strategy: .iso8601) } ?? Date(timeIntervalSince1970: 1)
    }
}

/// Writes tables as sheets.
private struct SheetWriter {
    let reader: TableReader
    let book: Workbook
    let limits: SheetLimits
    let progress: (Int) -> Bool
    /// The places of the records in each table that another refers to.
    private var places: [String: RowPlaces] = [:]

    init(reader: TableReader, book: Workbook, limits: SheetLimits, progress: @escaping (Int) -> Bool) {
        (self.reader, self.book, self.limits, self.progress) = (reader, book, limits, progress)
    }

    /// Writes a table.
    ///
    /// - Returns: true if it has more ids than a sheet takes links.
    /// - Throws: `MusterError.refused` for more rows than a sheet takes.
    mutating func write(_ table: RecordTable) throws -> Bool {
        if reader.tables.contains(where: { $0.columns.contains { $0.target == table.name } }) {
            places[table.name] = try keys(of: table)
        }
        let sheet = try book.add(table.name, headings: table.columns.map(\.name))
        var (line, links, bytes, isCut) = (0, 0, 0, false)
        try reader.each(table) { row in
            line += 1
            if line % 1000 == 0 {
                if !progress(bytes) { throw MusterError.stopped }
                bytes = 0
            }
            if line >= limits.rows { throw tooLong(table.name) }
            for (index, column) in table.columns.enumerated() {
                guard let value = row[index] else { continue }
                let text = String(decoding: value, as: UTF8.self)
                bytes += value.count
                if column.isNumber, let number = Int64(text) {
                    try sheet.write(number, row: line, index)
                } else if let target = column.target, let place = places[target]?[text] {
                    links += 1
                    if links <= limits.links {
                        try sheet.write(text, row: line, index, linkedTo: target, place)
                        continue
                    }
                    isCut = true
                    try sheet.write(text, row: line, index)
                } else {
                    try sheet.write(text, row: line, index)
                }
            }
        }
        return isCut
    }

    private func keys(of table: RecordTable) throws -> RowPlaces {
        var places = RowPlaces()
        try reader.each(table) { row in
            if places.count + 1 >= limits.rows { throw tooLong(table.name) }
            if let key = row[0] { places.append(String(decoding: key, as: UTF8.self)) }
        }
        return places
    }

    private func tooLong(_ table: String) -> MusterError {
        .refused(
            rule: "the sheet \(table) would have more than the \(limits.rows) rows that a workbook takes",
            fix: "choose another format, or narrow what is written")
    }
}

/// The rows of a sheet by the ids of their records; the first is 1, below the headings.
private struct RowPlaces {
    /// The numbers of short ids in their order: a million take 8 MB.
    private var numbers: [Int64] = []
    private var codes: [String: Int] = [:]

    var count: Int { numbers.count + codes.count }

    mutating func append(_ id: String) {
        if let number = Int64(id.dropFirst()) { numbers.append(number) } else { codes[id] = codes.count + 1 }
    }

    subscript(id: String) -> Int? {
        guard let number = Int64(id.dropFirst()) else { return codes[id] }
        var (low, high) = (0, numbers.count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < numbers.count && numbers[low] == number ? low + 1 : nil
    }
}
