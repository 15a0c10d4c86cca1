import Foundation
import MusterValues
import Testing

@testable import MusterCore

/// The wide table of enrollments.
struct EnrollmentTableTests {
    private func text(_ fresh: Fresh, forSpreadsheets: Bool, _ filter: Filter = Filter()) throws -> String {
        let file = fresh.folder.appending(path: "e.csv")
        try fresh.registry.exportEnrollments(filter, forSpreadsheets: forSpreadsheets, to: file.path)
        // Foundation takes the byte order mark away.
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    private func addHostileGroup(_ fresh: Fresh) throws {
        let group = NewGroup(who: "=1+1;\"a\", b")
        _ = try fresh.registry.enroll(
            NewEnrollment(group: group, unit: "U1", evidence: Fresh.dispatch), by: Fresh.clerk)
    }

    @Test func `it has the listing's columns, then the others of an enrollment, and the names`() throws {
        let fresh = try Fresh(.populated)
        let rows = try CSV.records(text(fresh, forSpreadsheets: false))
        let listed = ListedEnrollment.columns.map(\.name)
        #expect(Array(rows[0].prefix(listed.count)) == listed)
        let columns = Set(RecordKind.enrollment.fields.flatMap(\.columns))
        let shown = Set(rows[0] + ["official_id", "unit_id"])
        #expect(columns.subtracting(shown) == [])
        #expect(rows[0].count == Set(rows[0]).count)
        func value(_ column: String, _ row: Int) throws -> String {
            rows[row][try #require(rows[0].firstIndex(of: column))]
        }
        #expect(try value("who", 1) == "Dmitry Novikov" && value("posts", 1) == "Governor")
        #expect(try value("region_name", 1) == "Kaliningrad Oblast" && value("programme", 1) == "BARS")
        #expect(try value("source_titles", 1) == "Dispatch" && value("group_least", 2) == "2")
        #expect(try value("last_heard", 1) == "2025-05-31")
    }

    @Test func `the text is exact, and for a spreadsheet no cell is a formula`() throws {
        let fresh = try Fresh(.populated)
        try addHostileGroup(fresh)
        let exact = try CSV.records(text(fresh, forSpreadsheets: false))
        #expect(exact[3].contains("=1+1;\"a\", b"))
        let guarded = try text(fresh, forSpreadsheets: true)
        #expect(guarded.unicodeScalars.first == "\u{FEFF}")
        let cells = try CSV.records(guarded)
        #expect(cells[3].contains("'=1+1;\"a\", b"))
        #expect(cells.joined().filter { ["=", "+", "-", "@"].contains($0.first) } == [])
        for field in guarded.dropFirst().split(separator: "\r\n")[1].split(separator: ",") {
            #expect(field.first == "\"")
        }
        #expect(CSV.guardedLine(["-1", "\ta", "a-1", nil, "'b"]) == "\"'-1\",\"'\ta\",\"a-1\",,\"'b\"\r\n")
    }

    @Test func `a filter with a day gives the grades, and the order of the listing`() throws {
        let fresh = try Fresh(.populated)
        var filter = Filter()
        filter.day = Day("2025-06-15")
        let rows = try CSV.records(text(fresh, forSpreadsheets: false, filter))
        let listed = try fresh.registry.enrollments(filter, withCitations: true)
        #expect(
            rows.dropFirst().map { Array($0.prefix(ListedEnrollment.columns.count)) }
                == listed.map { $0.cells.map { $0?.raw ?? "" } })
    }
}
