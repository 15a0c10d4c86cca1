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

    private let evidence = Evidence(source: "S1", locator: "line 4", quote: "he serves")

    @Test func `a number that moved names its revision and the citation`() throws {
        let first = try registry.newestRevision()
        try fresh.enroll("Ivan Petrov", .serving, on: "2025-05", by: evidence)
        let place = "Dispatch S1 line 4"
        let said = """
            O2 Ivan Petrov: stated: Ivan Petrov; \(place)
            E3 Ivan Petrov in BARS-Kaliningrad: stated: Ivan Petrov, BARS-Kaliningrad; \(place)
            V5 serving: Ivan Petrov in BARS-Kaliningrad: “he serves” \(place)
            """
        #expect(
            try fresh.moved(from: first, "people on record, ever") == [
                "the whole register |  | people on record, ever | at least 3 | at least 4 | \(Fresh.by(first + 1)) | \(said)",
                "BARS-Kaliningrad | U1 | people on record, ever | at least 3 | at least 4 | \(Fresh.by(first + 1)) | \(said)",
                "Kaliningrad Oblast | RU-KGD | people on record, ever | at least 3 | at least 4 | \(Fresh.by(first + 1)) | \(said)",
            ])
        #expect(
            try fresh.moved(
                from: first, "people by name", "people by last known state: serving")
                == [
                    "the whole register |  | people by name | 1 | 2 | \(Fresh.by(first + 1)) | \(said)",
                    "the whole register |  | people by last known state: serving | 0 | 1 | \(Fresh.by(first + 1)) | \(said)",
                    "Kaliningrad Oblast | RU-KGD | people by name | 1 | 2 | \(Fresh.by(first + 1)) | \(said)",
                ])
    }

    @Test func `each citation of a move is named by its id, with the title of its source`() throws {
        let first = try registry.newestRevision()
        var source = NewSource(kind: .ngo, title: "Field notes")
        source.publisher = "A Watch"
        _ = try registry.add(source, by: Fresh.clerk)
        try fresh.happen("U1", "strength 500", "2025-03", by: [Evidence(source: "S2", quote: "five hundred")])
        let row = try #require(
            try fresh.changes(from: first).rows("Numbers that moved").first { $0["What"] == "strength" })
        #expect(
            row["By whose word"] == "V5 strength 500: BARS-Kaliningrad: C19, C20 “five hundred” A Watch S2, Field notes"
        )
        #expect(row["Revision"] == Fresh.by(first + 2))
    }

    @Test func `each step of a number stands by itself, from the number before it`() throws {
        try fresh.happen("U1", "strength 500", "2025-03")
        let first = try registry.newestRevision()
        try fresh.happen("U1", "strength 600", "2025-04", by: [Evidence(source: "S1", quote: "six hundred")])
        try fresh.addSource("Channel")
        try fresh.happen("U1", "strength 650..700", "2025-05", by: [Evidence(source: "S2", quote: "near 700")])
        #expect(
            try fresh.moved(from: first, "strength") == [
                "BARS-Kaliningrad | U1 | strength | 500 | 600 | \(Fresh.by(first + 1)) | V6 strength 600: BARS-Kaliningrad: “six hundred” Dispatch S1",
                "BARS-Kaliningrad | U1 | strength | 600 | 650 to 700 | \(Fresh.by(first + 3)) | V7 strength 650 to 700: BARS-Kaliningrad: “near 700” Channel S2",
            ])
    }

    @Test func `a number that moved has each step, also those by which it was back in between`() throws {
        let first = try registry.newestRevision()
        let enrollment = try fresh.enroll("Ivan Petrov", .serving, on: "2025-05", by: evidence)
        try fresh.judge(RecordReference(enrollment))
        try fresh.edit(RecordReference(enrollment), ["standing": "accepted"])
        let steps = try fresh.changes(from: first).rows("Numbers that moved").filter {
            $0["What"] == "people by name" && $0["Id"] == nil
        }
        #expect(steps.map { [$0["Before"], $0["After"]] } == [["1", "2"], ["2", "1"], ["1", "2"]])
    }

    @Test func `a number that moved and came back in between did not move`() throws {
        let first = try registry.newestRevision()
        let enrollment = try fresh.enroll("Ivan Petrov", .serving, on: "2025-05", by: evidence)
        try fresh.judge(RecordReference(enrollment))
        let markdown = try fresh.changes(from: first)
        #expect(markdown["Numbers that moved"] == [])
        // The revisions are told all the same.
        #expect(markdown.rows("Revisions").map { $0["Revision"] } == ["\(first + 1)", "\(first + 2)"])
    }

    @Test func `a number that fell has the revision that took it, which cites nothing`() throws {
        let first = try registry.newestRevision()
        try fresh.judge("E1", "rejected", "another man")
        #expect(
            try fresh.moved(from: first, "people on record, ever") == [
                "the whole register |  | people on record, ever | at least 3 | at least 2 | \(Fresh.by(first + 1))",
                "BARS-Kaliningrad | U1 | people on record, ever | at least 3 | at least 2 | \(Fresh.by(first + 1))",
                "Kaliningrad Oblast | RU-KGD | people on record, ever | at least 3 | at least 2 | \(Fresh.by(first + 1))",
            ])
        #expect(
            try fresh.changes(from: first).rows("Revisions").map { $0["What"] } == [
                "changed E1 Dmitry Novikov in BARS-Kaliningrad"
            ])
    }

    @Test func `a new unit moves the number of its region, by its own citations alone`() throws {
        let first = try registry.newestRevision()
        _ = try registry.add(
            NewUnit(designation: "BARS-Pskov", region: "RU-PSK", evidence: Evidence(source: "S1", quote: "in Pskov")),
            by: Fresh.clerk)
        #expect(
            try fresh.moved(from: first, "units", "regions by coverage: on record", "regions by coverage: not looked")
                == [
                    "the whole register |  | units | 2 | 3 | \(Fresh.by(first + 1)) | U3 BARS-Pskov: “in Pskov” Dispatch S1",
                    "the whole register |  | regions by coverage: not looked | 13 | 12 | \(Fresh.by(first + 1)) | U3 BARS-Pskov: “in Pskov” Dispatch S1",
                    "the whole register |  | regions by coverage: on record | 2 | 3 | \(Fresh.by(first + 1)) | U3 BARS-Pskov: “in Pskov” Dispatch S1",
                    "Pskov Oblast | RU-PSK | units | 0 | 1 | \(Fresh.by(first + 1)) | U3 BARS-Pskov: “in Pskov” Dispatch S1",
                ])
    }

    @Test func `what came before the first revision and what came after the last are left out`() throws {
        try fresh.enroll("Ivan Petrov", .serving, on: "2025-05")
        let first = try registry.newestRevision()
        try fresh.addSource("Channel")
        let last = try registry.newestRevision()
        try fresh.enroll("Anna Sokolova", .serving, on: "2025-05")
        let past = try registry.known(at: .revision(last))
        let text = try past.text(EditionRequest(.changes, from: first))
        #expect(
            text.hasPrefix(
                "# What changed from revision \(first) to \(last)\n\nThe register as it was known at revision \(last) of 15 June 2025, 15:06 UTC.\n"
            ))
        #expect(MarkdownReport(text).rows("Numbers that moved").map { $0["What"] } == ["sources"])
        #expect(MarkdownReport(text).rows("Revisions").map { $0["Revision"] } == ["\(last)"])
    }

    @Test func `without a first revision it tells of the newest one, and a later one before an earlier is refused`()
        throws
    {
        let newest = try registry.newestRevision()
        let text = try registry.text(EditionRequest(.changes))
        #expect(text.contains("\nEdition changes-2025-06-15-r\(newest - 1)-r\(newest)-en, layout 9.\n"))
        let refusal = #expect(throws: MusterError.self) { try self.fresh.changes(from: newest + 1) }
        #expect(
            refusal
                == .usage(
                    "revision \(newest + 1) is after revision \(newest); name the earlier one first"))
    }

    @Test func `from the empty register on everything is new`() throws {
        let moved = try fresh.changes(from: 0).table("Numbers that moved")
        #expect(moved.contains { $0.hasPrefix("Kursk Oblast | RU-KRS | units | 0 | 1 | ") })
        let json = try JSONSerialization.jsonObject(
            with: Data(registry.text(EditionRequest(.changes, from: 0), as: .json).utf8))
        let numbers = try #require((json as? [String: Any])?["numbers"] as? [[String: Any]])
        #expect(numbers.allSatisfy { $0["before"] is NSNull } && numbers.count > 12)
    }

    @Test func `in Russian the numbers are said in Russian`() throws {
        let first = try registry.newestRevision()
        try fresh.enroll("Ivan Petrov", .serving, on: "2025-05", by: evidence)
        let row = try #require(try fresh.changes(from: first, .russian).table("Изменившиеся числа").first)
        #expect(row.hasPrefix("весь реестр |  | учтено за всё время | не менее 3 | не менее 4 | \(first + 1)\n"))
        #expect(row.hasSuffix(" “he serves” Dispatch S1 line 4"))
    }

    @Test func `the JSON and the CSV hold the same steps`() throws {
        let first = try registry.newestRevision()
        try fresh.enroll("Ivan Petrov", .serving, on: "2025-05", by: evidence)
        let request = EditionRequest(.changes, from: first)
        let text = try registry.text(request, as: .csv)
        let rows = try CSVFile(text, path: "c.csv", requiring: ["part"]).rows.filter { $0["part"] == "moved" }
        let people = rows.filter { $0["what"] == "people" }
        #expect(people.map { $0["record"] } == [nil, "U1", "RU-KGD"])
        #expect(people.map { $0["before"] } == ["at least 3", "at least 3", "at least 3"])
        #expect(people.map { $0["after"] } == ["at least 4", "at least 4", "at least 4"])
        #expect(people.map { $0["author"] } == ["clerk", "clerk", "clerk"])
        #expect(rows.first { $0["what"] == "people_in_state" }?["which"] == "serving")
        let json =
            try JSONSerialization.jsonObject(with: Data(registry.text(request, as: .json).utf8)) as? [String: Any]
        let numbers = try #require(json?["numbers"] as? [[String: Any]])
        #expect(numbers.map { $0["what"] as? String } == rows.map { $0["what"] })
        #expect(numbers.map { $0["after"] as? String } == rows.map { $0["after"] })
        let steps = numbers.compactMap { ($0["steps"] as? [[String: Any]])?.first }
        #expect(steps.allSatisfy { $0["revision"] as? Int64 == first + 1 && $0["reason"] as? String == "test" })
        #expect((json?["revisions"] as? [[String: Any]])?.count == 1)
    }
}

extension Fresh {
    func changes(from first: Int64, _ language: Language = .english) throws -> MarkdownReport {
        MarkdownReport(try registry.text(EditionRequest(.changes, in: language, from: first)))
    }

    /// The rows of the numbers that are named, without the ids of the citations.
    func moved(from first: Int64, _ numbers: String...) throws -> [String] {
        try changes(from: first).table("Numbers that moved").filter { row in
            row.components(separatedBy: " | ").contains(where: numbers.contains)
        }.map { $0.replacing(#/(C\d+, )*C\d+ /#, with: "") }
    }

    /// The cell of a revision that the clerk made, with what else is said of it.
    static func by(_ revision: Int64, _ more: String = "") -> String {
        "\(revision)\n15 June 2025, clerk: test\(more)"
    }
}
