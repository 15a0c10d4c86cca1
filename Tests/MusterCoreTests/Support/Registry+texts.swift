import MusterCore
import MusterValues

@testable import MusterEditions

extension Registry {
    /// The edition of a region, or of all regions, as text.
    func text(
        of region: RecordReference?, on day: Day? = nil, in language: Language = .english, as format: EditionFormat
    ) throws -> String {
        try text(EditionRequest(region == nil ? .national : .region, of: region, on: day, in: language), as: format)
    }

    /// An edition as text.
    func text(_ request: EditionRequest, as format: EditionFormat = .md) throws -> String {
        try edition(request).text(as: format)
    }
}

extension EditionFormat {
    /// The formats that are texts: a workbook is none.
    static let texts = allCases.filter { $0 != .xlsx }
}
