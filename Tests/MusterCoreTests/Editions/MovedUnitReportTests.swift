import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// What a report says of units that were elsewhere, that others became, and of posts that were left for a unit of elsewhere.
final class MovedUnitReportTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    /// Puts U2 of RU-KRS into RU-BRY from March 2025 on.
    private func move() throws {
        var edit = Edit(record: "U2", values: ["region": "RU-BRY"], evidence: Fresh.dispatch)
        edit.held = "2025-03/.."
        _ = try fresh.registry.edit(edit, by: Fresh.clerk)
    }

    /// The rows that tell of the region of U2.
    private func regions(_ region: RecordReference, on day: String?) throws -> [String] {
        try fresh.markdown(region, on: day).table("Units", of: "U2").filter { $0.hasPrefix("region: ") }
    }

    private func posts(_ region: RecordReference) throws -> [String] {
        try fresh.markdown(region).table("Posts and what became of them").filter { $0.contains("Governor") }
    }

    @Test func `a report on a day shows the region of the day, by whose word, and then the one on record`() throws {
        try move()
        var cited = NewCitation(record: "U2", field: "region", evidence: Evidence(source: "S1", stated: "RU-KRS"))
        cited.held = "2024-06/2024-08"
        _ = try fresh.registry.cite(cited, by: Fresh.clerk)
        let told = try regions("RU-KRS", on: "2024-07-15")
        #expect(
            told == [
                "region: Kursk Oblast, definitely | on 15 July 2024 | Dispatch S1; Dispatch, for the time: June to August 2024 S1",
                """
                region: Bryansk Oblast | as on record | Dispatch, for the time: since March 2025, no end stated S1; \
                at another time: stated: Kursk Oblast; Dispatch S1; \
                at another time: stated: Kursk Oblast; Dispatch, for the time: June to August 2024 S1
                """,
            ])
        // What is on record on the day is told once.
        #expect(try regions("RU-BRY", on: "2025-05-01").count == 1)
        #expect(try regions("RU-BRY", on: nil).count == 1)
        let report = try fresh.registry.report(region: "RU-KRS", on: Day("2024-07-15"))
        #expect(
            report.valuesThen.map { "\($0.record) \($0.field) \($0.value?.words ?? "none")" } == [
                "U2 region RU-KRS Kursk Oblast"
            ])
        let row = try #require(try fresh.csv("RU-KRS", on: "2024-07-15", "units").first { $0["field"] == "region" })
        #expect(row["what"] == "RU-KRS Kursk Oblast" && row["when"] == "2024-07-15")
    }

    @Test func `the page of a unit on a day tells the region of the day`() throws {
        try move()
        func told(on day: Day?) throws -> [String] {
            try PageMaker(fresh.registry, in: .english, on: day).record("U2").blocks.compactMap { block in
                guard case .paragraph(let words, _) = block else { return nil }
                return Speaker(language: .english).plain(words)
            }
        }
        #expect(
            try told(on: Day("2025-02-01")).contains("on 1 February 2025: region: Kursk Oblast, presumably"))
        #expect(try !told(on: nil).contains { $0.contains("region:") })
    }

    @Test func `a unit that others became counts with them, and says so`() throws {
        var event = NewEvent(record: "U1", state: "merged into", date: "2025-06-01", evidence: [Fresh.dispatch])
        event.other = "U2"
        _ = try fresh.registry.add(event, by: Fresh.clerk)
        let report = try fresh.registry.report(of: .unit("U2"))
        #expect(report.origins == [NamedRecord(id: RecordID(.unit, 1), name: "BARS-Kaliningrad")])
        #expect(try fresh.registry.report(of: .unit("U1")).origins == [])
        let told = "The counts hold those of the units that it came from, too: "
        #expect(try fresh.registry.text(EditionRequest(.unit, of: "U2")).contains(told))
        #expect(try !fresh.registry.text(EditionRequest(.unit, of: "U1")).contains(told))
    }

    @Test func `a post that was left for a unit of elsewhere names who went, and the region that the report is not of`()
        throws
    {
        let enrolled = try fresh.enroll("O1", in: "U2", .joined, on: "2025-06-10")
        var event = NewEvent(record: "P1", state: "suspended", date: "2025-06-10", evidence: [Fresh.dispatch])
        event.enrollment = RecordReference(enrolled)
        _ = try fresh.registry.add(event, by: Fresh.clerk)
        let (here, there) = try (posts("RU-KGD"), posts("RU-KRS"))
        let left = "suspended for Dmitry Novikov in BARS-Kursk | 10 June 2025"
        #expect(here.first?.hasPrefix("Dmitry Novikov, Governor\n") == true && here.first?.contains(left) == true)
        #expect(there.first?.hasPrefix("Dmitry Novikov, Governor, Kaliningrad Oblast\n") == true)
        #expect(there.first?.contains(left) == true)
    }
}
