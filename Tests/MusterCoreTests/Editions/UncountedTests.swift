import MusterValues
import Testing

@testable import MusterCore

/// Records that are never counted are in the report with the reason, but only in that part of it.
final class UncountedTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    private func expect(
        _ rows: [String], people: String, at location: SourceLocation = #_sourceLocation
    ) throws {
        let report = try fresh.registry.report(region: "RU-KGD")
        #expect(
            try fresh.markdown().rows("On record, not counted").map {
                "\($0["Who"] ?? "") | \($0["Why"] ?? "")".replacing("\n", with: ", ")
            } == rows, sourceLocation: location)
        #expect(report.headcount.words == people, sourceLocation: location)
        let hidden = Set(report.uncounted.map(\.id))
        #expect(!report.enrollments.contains { hidden.contains($0.id) }, sourceLocation: location)
        #expect(!report.gaps.contains { !hidden.isDisjoint(with: $0.records) }, sourceLocation: location)
        let onDay = try fresh.registry.report(region: "RU-KGD", on: Day("2025-06-10"))
        #expect(onDay.uncounted.map(\.reason) == report.uncounted.map(\.reason), sourceLocation: location)
        #expect(!onDay.enrollments.contains { hidden.contains($0.id) }, sourceLocation: location)
    }

    @Test(arguments: [EnrollmentState.denied, .unclear])
    func `an enrollment that is denied or unclear gives its state as the reason`(state: EnrollmentState) throws {
        try fresh.enroll("Ivan Petrov", state)
        try expect(["Ivan Petrov, BARS-Kaliningrad | \(state.rawValue)"], people: "at least 3")
        // It stays in sight with who says so.
        #expect(
            try fresh.markdown().rows("On record, not counted").map { $0["By whose word"] } == ["Dispatch S1"])
    }

    @Test func `an enrollment judged wrong gives the note`() throws {
        try fresh.judge("E1", "rejected", "another *Novikov*")
        try expect(
            ["Dmitry Novikov, BARS-Kaliningrad | rejected, another *Novikov*"], people: "at least 2")
    }

    @Test func `an enrollment of an official judged wrong says so`() throws {
        try fresh.judge("O1")
        try expect(
            ["Dmitry Novikov, BARS-Kaliningrad | its unit or official is rejected"], people: "at least 2")
    }

    @Test func `the enrollments of a unit judged wrong say so, groups too`() throws {
        try fresh.judge("U1")
        try expect(
            [
                "Dmitry Novikov, BARS-Kaliningrad | its unit or official is rejected",
                "members of the regional government, BARS-Kaliningrad | its unit or official is rejected",
            ], people: "0")
    }

    @Test func `an enrollment whose only state is judged wrong says so`() throws {
        try fresh.judge("V3")
        try expect(["Dmitry Novikov, BARS-Kaliningrad | its only state is rejected"], people: "at least 2")
    }

    @Test func `a denial judged wrong leaves the enrollment counted`() throws {
        let denial = NewEvent(record: "E1", state: "denied", date: "2025-06-05", evidence: [Fresh.dispatch])
        _ = try fresh.registry.add(denial, by: Fresh.clerk)
        try expect(["Dmitry Novikov, BARS-Kaliningrad | denied"], people: "at least 2")
        try fresh.judge("V5")
        try expect([], people: "at least 3")
    }

    @Test(arguments: ["disputed", "needs work"])
    func `what is disputed or needs work counts, and shows its standing`(standing: String) throws {
        try fresh.judge("E1", standing)
        try expect([], people: "at least 3")
        // The surest comes first: the group has joined, and the official is only announced.
        #expect(
            try fresh.markdown().rows("Who is on record").map { $0["Last known state"] } == [
                "joined\nno date stated; last heard by 15 June 2025",
                "announced\n31 May 2025; last heard 31 May 2025; \(standing)",
            ])
        #expect(
            try fresh.csv("RU-KGD", "who_joined").map { "\($0["enrollment"]!) \($0["standing"]!)" } == [
                "E2 accepted", "E1 \(standing.replacing(" ", with: "_"))",
            ])
    }
}
