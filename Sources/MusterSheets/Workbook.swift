import CMusterSheets
import Foundation
import MusterValues

/// What a sheet takes.
package struct SheetLimits: Sendable {
    /// The most rows, with that of the headings.
    let rows: Int
    /// The most links.
    let links: Int

    package init(rows: Int, links: Int) {
        self.rows = rows
        self.links = links
    }

    /// Excel's rows; and a quarter of its 65,530 links, each of which takes 220 bytes until the workbook is whole.
    package static let excel = SheetLimits(rows: 1_048_576, links: 16_384)
}

/// A workbook of Office Open XML (ECMA-376) that libxlsxwriter writes row by row, so that many rows take no more memory than few.
final class Workbook {
    private let writer: MusterXlsxWriter
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let path: String
    private var isOpen = true

    /// Makes a workbook.
    ///
    /// - Parameters:
    ///   - file: the file that is written when the workbook is finished.
    ///   - path: the path to name in a refusal.
    ///   - time: the time that the workbook says it was made, so that the same rows give the same bytes.
    /// - Throws: `MusterError.refused` if libxlsxwriter is not installed.
    init(_ file: String, named path: String, time: Date) throws(MusterError) {
        guard let found = muster_xlsxwriter() else {
            throw .refused(
                rule: "a workbook is written by libxlsxwriter, which is not installed",
                fix: "install it (Debian: libxlsxwriter4), or choose another format")
        }
        let folder = strdup(FileManager.default.temporaryDirectory.path)
        defer { free(folder) }
        var options = lxw_workbook_options(constant_memory: 1, tmpdir: folder, use_zip64: 1)
        guard let made = found.pointee.workbook_new_opt(file, &options) else { throw .cannotOpen(path: path) }
        (writer, workbook, self.path) = (found.pointee, made, path)
        var properties = lxw_doc_properties()
        properties.created = max(1, time_t(time.timeIntervalSince1970))
        try check(writer.workbook_set_properties(workbook, &properties))
    }

    deinit { if isOpen { _ = quietly { writer.workbook_close(workbook) } } }

    /// Adds a sheet with its headings, which stay in sight.
    func add(_ name: String, headings: [String]) throws(MusterError) -> Sheet {
        guard let sheet = writer.workbook_add_worksheet(workbook, name) else { throw .cannotOpen(path: path) }
        let made = Sheet(workbook: self, sheet: sheet)
        for (column, heading) in headings.enumerated() { try made.write(heading, row: 0, column) }
        writer.worksheet_freeze_panes(sheet, 1, 0)
        return made
    }

    /// Writes the file.
    ///
    /// - Throws: `MusterError.full` if it cannot be written whole.
    func finish() throws(MusterError) {
        isOpen = false
        try check(quietly { writer.workbook_close(workbook) })
    }

    /// Runs a call of the library without its own messages on standard error, which name temporary files. Another thread that writes
    /// there meanwhile is not heard.
    private func quietly(_ call: () -> lxw_error) -> lxw_error {
        let (errors, nothing) = (dup(STDERR_FILENO), open("/dev/null", O_WRONLY))
        dup2(nothing, STDERR_FILENO)
        defer {
            dup2(errors, STDERR_FILENO)
            close(errors)
            close(nothing)
        }
        return call()
    }

    fileprivate func check(_ code: lxw_error) throws(MusterError) {
        switch code {
        case LXW_NO_ERROR: return
        case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
            throw .refused(rule: "a cell of a workbook has at most 32,767 characters", fix: "choose another format")
        case LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE, LXW_ERROR_ZIP_FILE_OPERATION,
            LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
            throw .full(path: path)
        default: throw .failed(path: path, code: Int32(code.rawValue))
        }
    }

    /// A sheet, whose cells are written in the order of rows and columns.
    struct Sheet {
        fileprivate let workbook: Workbook
        fileprivate let sheet: UnsafeMutablePointer<lxw_worksheet>

        /// Writes a text; one that begins with an equals sign is no formula.
        func write(_ text: String, row: Int, _ column: Int) throws(MusterError) {
            try workbook.check(
                workbook.writer.worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), text, nil))
        }

        /// Writes a whole number.
        func write(_ number: Int64, row: Int, _ column: Int) throws(MusterError) {
            try workbook.check(
                workbook.writer.worksheet_write_number(sheet, lxw_row_t(row), lxw_col_t(column), Double(number), nil))
        }

        /// Writes a text that leads to a row of another sheet; the rows are counted from 0.
        func write(_ text: String, row: Int, _ column: Int, linkedTo target: String, _ targetRow: Int)
            throws(MusterError)
        {
            try workbook.check(
                workbook.writer.worksheet_write_url_opt(
                    sheet, lxw_row_t(row), lxw_col_t(column), "internal:\(target)!A\(targetRow + 1)", nil, text, nil))
        }
    }
}
