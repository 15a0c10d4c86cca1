import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// The posts in a report: their tenure, its sources, and the registry's judgement.
final class ReportedPostTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    /// The lines of the posts: who and what the post is now, what happened, when, and by whose word.
    private func posts(_ region: RecordReference = "RU-KGD", on day: String? = nil) throws -> [String] {
        let markdown = try fresh.markdown(region, on: day)
        return markdown.table("Posts and what became of them").filter { !$0.contains(" in BARS-") }
    }

    private let governor = "Dmitry Novikov, Governor"

    private func leave(_ speech: Speech?, on date: EDTF? = nil) throws {
        let evidence = Evidence(source: "S1", speech: speech)
        let event = NewEvent(
            record: "P1", state: "on leave", date: date, cause: "illness, it is said", evidence: [evidence])
        _ = try fresh.registry.add(event, by: Fresh.clerk)
    }

    @Test func `hearsay is marked as hearsay, and what is stated is not`() throws {
        #expect(
            try posts() == [
                "\(governor)\nlast known: in office, last heard by 15 June 2025 | in office | no date stated | Dispatch S1"
            ])
        try leave(.reported)
        // Neither is dated, so either may be the newest.
        let both = "\(governor)\nlast known: in office or on leave, last heard by 15 June 2025"
        #expect(
            try posts() == [
                "\(both) | in office | no date stated | Dispatch S1",
                "\(governor) | on leave\ncause: illness, it is said | no date stated | hearsay, Dispatch S1",
            ])
        let row = try #require(try fresh.csv("RU-KGD", "timeline").first { $0["event"] == "V5" })
        #expect(row["record"] == "P1" && row["field"] == "tenure" && row["what"] == "on_leave")
        #expect(row["by_whose_word"] == "hearsay, Dispatch S1")
    }

    @Test func `the standing and the note of a tenure are shown beside it, and the post's beside the post`() throws {
        try leave(nil)
        try fresh.judge("P1", "disputed", "two governors")
        #expect(try posts()[0].contains("15 June 2025; disputed, two governors | in office |"))
        try fresh.judge("V5", "needs work", "one voice")
        #expect(try posts()[0].contains("15 June 2025; needs work, one voice | in office |"))
        #expect(try posts()[1].contains(" | on leave\ncause: illness, it is said; needs work, one voice | "))
    }

    @Test func `a tenure judged wrong gives way to the one before, and stays in sight`() throws {
        try leave(nil)
        try fresh.judge("V5")
        #expect(try posts()[0].contains("last known: in office, last heard"))
        #expect(try posts()[1].contains(" | on leave\ncause: illness, it is said; rejected, misread | "))
    }

    @Test(arguments: ["P1", "O1"])
    func `a post judged wrong, or of an official who is, is left out`(record: RecordReference) throws {
        try fresh.judge(record)
        #expect(try posts() == [])
    }

    @Test func `an official enrolled here is shown with a post of elsewhere`() throws {
        try fresh.enroll("Ivan Petrov")
        let titles = try posts().map { $0.prefix { $0 != "\n" && $0 != "|" } }
        #expect(titles == ["Dmitry Novikov, Governor", "Ivan Petrov, Mayor"])
        // Nobody says what became of the second one, and who says that it is held is there all the same.
        let untold = try posts().last
        #expect(untold == "Ivan Petrov, Mayor\nlast heard by 15 June 2025 | nothing on record |  | Dispatch S1")
        #expect(try fresh.markdown("RU-KRS")["Posts and what became of them"] == [])
    }

    @Test func `a day shows the tenures possible on it, and how sure it is that the post was held`() throws {
        try leave(nil, on: "2025-06")
        let (later, earlier) = (try posts(on: "2025-06-10"), try posts(on: "2025-05-10"))
        #expect(later.first?.contains("\non 10 June 2025: on leave or in office, possibly | ") == true, "\(later)")
        // The holder may have been on leave before the source saw it.
        #expect(earlier.first?.contains("\non 10 May 2025: in office or on leave, possibly | ") == true, "\(earlier)")
        #expect(later.contains { $0.contains(" | on leave\ncause: illness, it is said | June 2025 |") })
    }
}
