import Foundation
import MusterCore
import MusterValues
import Testing

/// Bounds, compared with an implementation that is not ours; `Tests/oracle/edtf_oracle.py` explains the columns.
struct EDTFOracleTests {
    struct Row {
        let text: String
        let isValid: Bool
        let earliest: String
        let latest: String
        let differs: String

        /// A row with the expected answer: muster's own if it is meant to differ from the oracle's, otherwise the
        /// oracle's.
        init(_ fields: [String]) {
            let answer = fields[4].isEmpty ? fields[1...3] : fields[5...7]
            text = fields[0]
            differs = fields[4]
            isValid = answer[answer.startIndex] == "true"
            earliest = answer[answer.startIndex + 1]
            latest = answer[answer.startIndex + 2]
        }
    }

    let rows: [Row]

    init() throws {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let fixture = try String(contentsOf: tests.appending(path: "Fixtures/edtf.csv"), encoding: .utf8)
        rows = fixture.split(separator: "\n").dropFirst().map { Row(EDTFOracleTests.fields(of: $0)) }
    }

    @Test func `every string the oracle or muster refuses is refused`() {
        for row in rows where !row.isValid {
            #expect(throws: EDTF.Refusal.self, "\(row)") { try EDTF(row.text) }
        }
    }

    @Test func `every other string has the bounds of the fixture`() throws {
        for row in rows where row.isValid {
            let date = try EDTF(row.text)
            #expect(date.earliest?.description ?? "" == row.earliest, "\(row)")
            #expect(date.latest?.description ?? "" == row.latest, "\(row)")
        }
    }

    @Test func `three hundred strings or more have the oracle's bounds without exception`() {
        #expect(Set(rows.map(\.text)).count == rows.count)
        #expect(rows.count(where: { $0.differs.isEmpty && $0.isValid }) >= 300)
    }

    /// The fields of a line of CSV; they may be quoted, and none in the fixture has a line break.
    private static func fields(of line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}
