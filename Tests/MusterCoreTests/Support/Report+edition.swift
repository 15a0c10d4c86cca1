@testable import MusterCore
@testable import MusterEditions
import MusterValues

extension Report {
    /// The report as an edition in English: of its record, or of all regions.
    func text(as format: EditionFormat) throws -> String {
        let kind = record.flatMap { EditionKind(rawValue: $0.kind.name) } ?? .national
        let request = EditionRequest(
            kind, of: record.map { RecordReference($0) }, on: day.flatMap { Day($0) })
        return try EditionMaker(report: self, language: .english).edition(request).text(as: format)
    }
}
