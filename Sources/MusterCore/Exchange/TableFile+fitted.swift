import MusterValues

extension TableFile {
    /// A record with as many cells as the heading, without white space around them.
    ///
    /// - Parameters:
    ///   - record: the record as read.
    ///   - takesMisfits: true to mark one that had more cells or fewer, and not to refuse it.
    /// - Returns: the record; one that is marked has empty cells for those that are missing.
    /// - Throws: `MusterError.badFile` with the line and the rule.
    func fitted(_ record: DelimitedRecord, takingMisfits takesMisfits: Bool) throws(MusterError) -> DelimitedRecord {
        var cells = record.cells.map(Self.trimmed)
        while cells.count > heading.count, cells.last == "" { cells.removeLast() }
        var fitted = DelimitedRecord(line: record.line, cells: Array(cells.prefix(heading.count)))
        if cells.count == heading.count { return fitted }
        let rule =
            "the record has \(cells.count) \(cells.count == 1 ? "cell" : "cells") where the heading has \(heading.count)"
        // Danger: a quote that was never closed runs over the lines below, up to the next quote, so nothing there can be trusted.
        let isOneLine = !record.cells.contains { $0.contains(where: \.isNewline) }
        guard takesMisfits, isOneLine else {
            throw .badFile(
                path: path, rule: "line \(record.line): \(rule)",
                fix: "an empty cell needs its separator, and a cell that holds a separator needs quotes")
        }
        fitted = DelimitedRecord(
            line: record.line, cells: fitted.cells + Array(repeating: "", count: heading.count - fitted.cells.count))
        fitted.misfit = DelimitedRecord.Misfit(rule: rule, beyond: Array(cells.dropFirst(heading.count)))
        return fitted
    }
}
