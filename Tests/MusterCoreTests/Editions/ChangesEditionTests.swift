import Foundation
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// The edition of what changed says of every number that moved by which revision and by whose word.
final class ChangesEditionTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    private func newest() throws -> Int64 { try registry.newestRevision() }

    private func markdown(from first: Int64, _ language: Language = .english) throws -> MarkdownReport {
        MarkdownReport(try registry.text(EditionRequest(.changes, in: language, from: first)))
    }

    private func moved(from first: Int64) throws -> [String] { try markdown(from: first).table("Numbers that moved") }

    private let evidence = Evidence(source: "S1", locator: "line 4", quote: "he serves")

    @Test func `a number that moved names its revision and the citation`() throws {
        let first = try newest()
        try fresh.enroll("Ivan Petrov", .serving, on: "2025-05", by: evidence)
        let said = "“he serves” Dispatch S1 line 4"
        #expect(
            try moved(from: first) == [
                "the whole register |  | people | at least 3 | at least 4 | \(first + 1) | \(said)",
                "BARS-Kaliningrad | U1 | people | at least 3 | at least 4 | \(first + 1) | \(said)",
            ])
    }

    @Test func `each step of a number stands by itself, from the number before it`() throws {
        try fresh.happen("U1", "strength 500", "2025-03")
        let first = try newest()
        try fresh.happen("U1", "strength 600", "2025-04", by: [Evidence(source: "S1", quote: "six hundred")])
        try fresh.addSource("Channel")
        try fresh.happen("U1", "strength 650..700", "2025-05", by: [Evidence(source: "S2", quote: "near 700")])
        #expect(
            try moved(from: first) == [
                "BARS-Kaliningrad | U1 | strength | 500 | 600 | \(first + 1) | “six hundred” Dispatch S1",
                "BARS-Kaliningrad | U1 | strength | 600 | 650 to 700 | \(first + 3) | “near 700” Channel S2",
            ])
    }

    @Test func `a number that moved and came back in between did not move`() throws {
        let first = try newest()
        let enrollment = try fresh.enroll("Ivan Petrov", .serving, on: "2025-05", by: evidence)
        try fresh.judge(RecordReference(enrollment))
        let markdown = try markdown(from: first)
        #expect(markdown["Numbers that moved"] == [])
        // The revisions are told all the same.
        #expect(markdown.rows("Revisions").map { $0["Revision"] } == ["\(first + 1)", "\(first + 2)"])
    }

    @Test func `a number that fell has the revision that took it, which cites nothing`() throws {
        let first = try newest()
        try fresh.judge("E1", "rejected", "another man")
        #expect(
            try moved(from: first) == [
                "the whole register |  | people | at least 3 | at least 2 | \(first + 1)",
                "BARS-Kaliningrad | U1 | people | at least 3 | at least 2 | \(first + 1)",
            ])
        #expect(
            try markdown(from: first).rows("Revisions").map { $0["What"] } == [
                "changed E1 Dmitry Novikov in BARS-Kaliningrad"
            ])
    }

    @Test func `a new unit moves the number of its region, by its own citations alone`() throws {
        let first = try newest()
        _ = try registry.add(
            NewUnit(designation: "BARS-Pskov", region: "RU-PSK", evidence: Evidence(source: "S1", quote: "in Pskov")),
            by: Fresh.clerk)
        #expect(
            try moved(from: first) == [
                "Pskov Oblast | RU-PSK | units | nothing on record | 1 | \(first + 1) | “in Pskov” Dispatch S1"
            ])
    }

    @Test func `what came before the first revision and what came after the last are left out`() throws {
        try fresh.enroll("Ivan Petrov", .serving, on: "2025-05")
        let first = try newest()
        try fresh.addSource("Channel")
        let last = try newest()
        try fresh.enroll("Anna Sokolova", .serving, on: "2025-05")
        let past = try registry.known(at: .revision(last))
        let text = try past.text(EditionRequest(.changes, from: first))
        #expect(
            text.hasPrefix(
                "# What changed from revision \(first) to \(last)\n\nThe register as it was known at revision \(last) of 15 June 2025, 15:06 UTC.\n"
            ))
        #expect(MarkdownReport(text)["Numbers that moved"] == [])
        #expect(MarkdownReport(text).rows("Revisions").map { $0["Revision"] } == ["\(last)"])
    }

    @Test func `without a first revision it tells of the newest one, and a later one before an earlier is refused`()
        throws
    {
        let newest = try newest()
        let text = try registry.text(EditionRequest(.changes))
        #expect(text.contains("\nEdition changes-2025-06-15-r\(newest - 1)-r\(newest)-en, layout 2.\n"))
        let refusal = #expect(throws: MusterError.self) { try self.markdown(from: newest + 1) }
        #expect(
            refusal
                == .usage(
                    "revision \(newest + 1) is after revision \(newest); name the earlier one first"))
    }

    @Test func `from the empty register on everything is new`() throws {
        let moved = try moved(from: 0)
        #expect(moved.count == 6)
        #expect(moved.contains { $0.hasPrefix("Kursk Oblast | RU-KRS | units | nothing on record | 1 | ") })
    }

    @Test func `in Russian the numbers are said in Russian`() throws {
        let first = try newest()
        try fresh.enroll("Ivan Petrov", .serving, on: "2025-05", by: evidence)
        let row = try #require(try markdown(from: first, .russian).table("Изменившиеся числа").first)
        #expect(row.hasPrefix("весь реестр |  | "))
        #expect(row.contains(" | не менее 3 | не менее 4 | \(first + 1) | “he serves” Dispatch S1 line 4"))
    }

    @Test func `the JSON and the CSV hold the same steps`() throws {
        let first = try newest()
        try fresh.enroll("Ivan Petrov", .serving, on: "2025-05", by: evidence)
        let request = EditionRequest(.changes, from: first)
        let text = try registry.text(request, as: .csv)
        let rows = try CSVFile(text, path: "c.csv", requiring: ["part"]).rows.filter { $0["part"] == "moved" }
        #expect(rows.map { $0["record"] } == [nil, "U1"])
        #expect(rows.map { $0["what"] } == ["people", "people"])
        #expect(rows.map { $0["before"] } == ["at least 3", "at least 3"])
        #expect(rows.map { $0["after"] } == ["at least 4", "at least 4"])
        let json =
            try JSONSerialization.jsonObject(with: Data(registry.text(request, as: .json).utf8)) as? [String: Any]
        let numbers = try #require(json?["numbers"] as? [[String: Any]])
        #expect(numbers.map { $0["after"] as? String } == ["at least 4", "at least 4"])
        let steps = numbers.compactMap { ($0["steps"] as? [[String: Any]])?.first }
        #expect(steps.map { $0["revision"] as? Int64 } == [first + 1, first + 1])
        #expect((json?["revisions"] as? [[String: Any]])?.count == 1)
    }
}
