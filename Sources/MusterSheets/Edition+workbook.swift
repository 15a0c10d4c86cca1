import Foundation
package import MusterEditions
import MusterCore
package import MusterValues

extension Edition {
    /// Writes the edition to a place in any format.
    ///
    /// - Parameters:
    ///   - format: the format.
    ///   - path: the file, which is replaced when the new one is whole; `-` is standard output.
    /// - Throws: `MusterError.refused` for a workbook if libxlsxwriter is not installed; what may not be written.
    package func write(as format: EditionFormat, to path: String) throws {
        if format == .xlsx { return try writeWorkbook(to: path) }
        try OutputPlace(path).stream(named: path, progress: { _ in true }) { sink in
            try write(as: format) { try sink.write($0) }
        }
    }

    /// Writes the edition as a workbook with a sheet for each of its tables. A cell holds what the CSV has, as text.
    ///
    /// - Parameter path: the file, which is replaced when the new one is whole; `-` is standard output.
    /// - Throws: `MusterError.refused` if libxlsxwriter is not installed; what may not be written.
    package func writeWorkbook(to path: String) throws(MusterError) {
        do {
            try OutputPlace(path).make(named: path) { file in
                // The time of the revision and not of the clock, so that the same edition gives the same bytes.
                let time =
                    header.recorded.flatMap { try? Date($0, strategy: .iso8601) } ?? Date(timeIntervalSince1970: 1)
                let book = try Workbook(file, named: path, time: time)
                for table in dataTables {
                    let sheet = try book.add(table.name, headings: table.columns)
                    for (row, cells) in table.rows.enumerated() {
                        for (column, cell) in cells.enumerated() where !cell.isEmpty {
                            // A cell of a workbook holds 32,767 characters.
                            try sheet.write(
                                cell.utf16.count > 32_767 ? cell.prefix(10_000) + "…" : cell, row: row + 1, column)
                        }
                    }
                }
                try book.finish()
            }
        } catch let error as MusterError { throw error } catch { throw .cannotOpen(path: path) }
    }

    /// The bytes of the workbook.
    ///
    /// - Returns: the bytes.
    /// - Throws: the same.
    package func workbook() throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "muster-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "edition.xlsx")
        try writeWorkbook(to: file.path)
        return Array(try Data(contentsOf: file))
    }
}
