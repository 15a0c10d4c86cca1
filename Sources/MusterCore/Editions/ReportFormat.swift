import MusterValues

/// The formats of a report.
public enum ReportFormat: String, CaseIterable, Sendable {
    /// Markdown, for people.
    case md
    /// One table of everything, for a spreadsheet.
    case csv
    /// Everything, for programs.
    case json
}

extension Report {
    /// The report as text in one format; the same report always gives the same bytes.
    public func text(as format: ReportFormat) throws -> String {
        switch format {
        case .md: markdown
        case .csv: csv
        case .json: try JSON.text(self)
        }
    }
}
