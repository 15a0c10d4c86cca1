import Foundation
import MusterValues

@testable import MusterCore

extension Fresh {
    /// Imports a text as a file; rows without a source have the dispatch.
    func load(
        _ text: String, keepingGood: Bool = false, dates: DateOrder? = nil, source: String? = "S1"
    ) throws -> (ImportResult, [ImportedRow]) {
        try load(Data(text.utf8), keepingGood: keepingGood, dates: dates, source: source)
    }

    /// Imports bytes as a file.
    func load(
        _ bytes: Data, keepingGood: Bool = false, dates: DateOrder? = nil, source: String? = "S1",
        encoding: TextEncoding? = nil
    ) throws -> (ImportResult, [ImportedRow]) {
        let file = folder.appending(path: "\(UUID().uuidString).csv")
        try bytes.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        var options = ImportOptions()
        options.source = source.map { RecordReference($0) }
        options.keepsGood = keepingGood
        options.dates = dates.map { ["": $0] } ?? [:]
        var rows: [ImportedRow] = []
        let result = try registry.importRecords(
            of: [TableFile(file.path, encoding: encoding)], options, by: Fresh.clerk,
            each: { rows.append($0) })
        return (result, rows)
    }
}
