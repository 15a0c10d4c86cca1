import MusterValues

/// The formats of an edition.
public enum EditionFormat: String, CaseIterable, Sendable {
    /// Markdown, for people and repositories.
    case md
    /// A page, for people: one file that is read on a screen, a phone and on paper.
    case html
    /// One table of everything. An apostrophe stands before a cell that a spreadsheet would run; the exact text is in `json`.
    case csv
    /// Everything as data, for programs.
    case json
    /// A workbook with a sheet for each table.
    case xlsx
}

extension Edition {
    /// Writes the edition; the same edition always gives the same bytes.
    ///
    /// - Parameters:
    ///   - format: the format, except a workbook, which is no text.
    ///   - sink: takes the text piece by piece.
    /// - Throws: what the sink throws; `MusterError.refused` for a workbook.
    public func write(as format: EditionFormat, to sink: @escaping (String) throws -> Void) throws {
        switch format {
        case .md: try EditionMarkdown(self).write(to: sink)
        case .html: try writeHTML(to: sink)
        case .csv: try writeCSV(to: sink)
        case .json: try sink(json())
        case .xlsx: throw MusterError.refused(rule: "a workbook is no text", fix: "choose another format")
        }
    }

    /// The edition as one text.
    ///
    /// - Parameter format: the format, except a workbook.
    /// - Returns: the text, which is held whole.
    /// - Throws: `MusterError.refused` for a workbook.
    public func text(as format: EditionFormat) throws -> String {
        var text = ""
        try write(as: format) { text += $0 }
        return text
    }
}
