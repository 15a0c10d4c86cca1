import MusterValues

/// The formats a report is written in.
public enum ReportFormat: String, CaseIterable, Sendable {
    /// Markdown, for people.
    case md
    /// One table of everything, for spreadsheets.
    case csv
    /// Everything, for programs.
    case json
}

extension Report {
    /// The report as text in a format; the same report gives the same bytes.
    public func text(as format: ReportFormat) throws -> String {
        switch format {
        case .md: markdown
        case .csv: csv
        case .json: try JSON.text(self)
        }
    }
}
