import MusterValues
import Testing

@testable import MusterCore

/// The posts in a report: their tenure, its sources, and the registry's judgement.
final class ReportedPostTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    private func posts(on day: String? = nil) throws -> [[String: String]] {
        try fresh.markdown(on: day).rows("Posts and what became of them")
    }

    private func leave(_ speech: Speech?, on date: EDTF? = nil) throws {
        let evidence = Evidence(source: "S1", speech: speech)
        let event = NewEvent(
            record: "P1", state: "on leave", date: date, cause: "illness, it is said", evidence: [evidence])
        _ = try fresh.registry.add(event, by: Fresh.clerk)
    }

    @Test func `hearsay is marked as hearsay, and what is stated is not`() throws {
        #expect(try posts().map { $0["Said"] } == [nil])
        try leave(.reported)
        // Neither is dated, so either may be the newest.
        #expect(try posts()[0]["Tenure"] == "in office or on leave")
        #expect(try posts()[0]["Said"] == "reported")
        #expect(try posts()[0]["Cause"] == "illness, it is said")
        let csv = try fresh.registry.report(region: "RU-KGD").text(as: .csv)
        let row = try #require(csv.split(whereSeparator: \.isNewline).first { $0.hasPrefix("post,P1,") })
        #expect(row.contains(",\"illness, it is said\",") && row.contains(",reported,"))
    }

    @Test func `the standing and the note of a tenure are shown before the post's`() throws {
        try leave(nil)
        try fresh.judge("P1", "disputed", "two governors")
        #expect(try posts().map { $0["Standing"] } == ["disputed"])
        #expect(try posts().map { $0["Note"] } == ["two governors"])
        try fresh.judge("V5", "needs work", "one voice")
        #expect(try posts().map { $0["Standing"] } == ["needs work"])
        #expect(try posts().map { $0["Note"] } == ["one voice"])
    }

    @Test func `a tenure judged wrong gives way to the one before`() throws {
        try leave(nil)
        try fresh.judge("V5")
        #expect(try posts().map { $0["Tenure"] } == ["in office"])
    }

    @Test(arguments: ["P1", "O1"])
    func `a post judged wrong, or of an official who is, is left out`(record: RecordReference) throws {
        try fresh.judge(record)
        #expect(try posts() == [])
    }

    @Test func `an official enrolled here is shown with a post of elsewhere`() throws {
        try fresh.enroll("Ivan Petrov")
        #expect(try posts().map { $0["Id"] } == ["P1", "P2"])
        #expect(try fresh.markdown("RU-KRS").rows("Posts and what became of them") == [])
    }

    @Test func `a day shows the tenures possible on it`() throws {
        try leave(nil, on: "2025-06")
        #expect(try posts(on: "2025-06-10").map { $0["Tenure"] } == ["on leave or in office"])
        // He may have been on leave before the source saw him so.
        #expect(try posts(on: "2025-05-10").map { $0["Tenure"] } == ["in office or on leave"])
        #expect(try posts(on: "2025-06-10").map { $0["Cause"] } == ["illness, it is said"])
    }

    @Test func `a day's hearsay is marked as hearsay too`() throws {
        try leave(.reported, on: "2025-06-01")
        let said = try posts(on: "2025-06-10").map { $0["Said"] }
        #expect(said == ["reported"])
    }
}
