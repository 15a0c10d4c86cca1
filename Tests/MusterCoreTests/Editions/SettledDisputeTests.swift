import Foundation
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// A dispute that somebody settled is shown as settled, with who is followed and why; it counts as open no more.
final class SettledDisputeTests {
    let fresh: Fresh

    init() throws {
        fresh = try Fresh(.populated)
        try fresh.addSource("Channel")
    }

    private func decide(_ record: RecordReference, _ values: [String: String]) throws {
        _ = try fresh.registry.edit(
            Edit(record: record, values: values), by: Authorship(author: "anna", reason: "the channel corrected itself")
        )
    }

    private func figure(_ markdown: MarkdownReport) -> String? {
        markdown.lines.first { $0.hasPrefix("- In dispute") }.map(MarkdownReport.plain)
    }

    @Test func `a value that somebody decided on names the revision, the author and the reason`() throws {
        try fresh.cite("U1", "region", "Pskov", .disputes, in: "S2", "line 3", "the governor")
        #expect(try fresh.markdown("RU-KGD")["Settled"] == [])
        try decide("U1", ["region": "RU-KGD"])
        let revision = try fresh.registry.newestRevision()
        for region in ["RU-KGD", nil] as [RecordReference?] {
            let markdown = try fresh.markdown(region)
            #expect(markdown["In dispute"] == [])
            #expect(markdown.heads("Settled") == ["BARS-Kaliningrad: region (U1), on record: Kaliningrad Oblast"])
            #expect(
                markdown.rows("Settled") == [
                    [
                        "for": "Kaliningrad Oblast, not quoted\nDispatch S1",
                        "against": "Pskov\nthe governor, Channel S2 line 3",
                    ]
                ])
            #expect(
                markdown["Settled"].last
                    == "Settled in revision \(revision) of 15 June 2025, 15:06 UTC by anna: the channel corrected itself"
            )
            #expect(figure(markdown)?.contains(": 0 open — settled: 1") == true)
        }
        #expect(try fresh.markdown("RU-KRS")["Settled"] == [])
        #expect(try fresh.markdown("RU-KGD").sources["S2"]?["Cited for"] == "U1")
    }

    @Test func `a later citation opens it again, and the past keeps it settled`() throws {
        try fresh.cite("U1", "region", "Pskov", .disputes, in: "S2")
        try decide("U1", ["region": "RU-KGD"])
        let decided = try fresh.registry.newestRevision()
        try fresh.cite("U1", "region", "Tver", .disputes, in: "S2")
        #expect(try fresh.markdown("RU-KGD")["Settled"] == [])
        let past = try fresh.registry.known(at: .revision(decided)).report(region: "RU-KGD")
        #expect(past.disputes.isEmpty && past.settledDisputes.map(\.settlement?.revision) == [decided])
    }

    @Test func `of two events the one that is not judged disputed is followed`() throws {
        try fresh.happen("U1", "strength 500", "2025-03-01")
        try fresh.happen("U1", "strength 900", "2025-03-01", by: [Evidence(source: "S2")])
        let markdown = try fresh.markdown("RU-KGD")
        #expect(markdown.heads("In dispute").count == 1 && markdown["Settled"] == [])
        let events = try fresh.registry.report(region: "RU-KGD").contradictions[0].sides.compactMap(\.record)
        try decide(RecordReference(events[1]), ["standing": "disputed", "note": "a round number"])
        let revision = try fresh.registry.newestRevision()
        // A note that is worded anew is no new decision.
        try decide(RecordReference(events[1]), ["standing": "disputed", "note": "a round number, as it seems"])
        let settled = try fresh.registry.report(region: "RU-KGD").settledContradictions
        #expect(settled.map(\.settlement?.revision) == [revision])
        #expect(settled.first?.settlement?.overruled == [events[1]])
        let after = try fresh.markdown("RU-KGD")
        #expect(
            after.rows("Settled") == [
                ["for": "strength 500, 1 March 2025\nDispatch S1", "against": "strength 900, 1 March 2025\nChannel S2"]
            ])
        #expect(
            after["Settled"].last
                == "Settled in revision \(revision) of 15 June 2025, 15:06 UTC by anna: the channel corrected itself; note: a round number, as it seems"
        )
    }

    @Test func `the list of settled disputes, the report and its files tell of the same decisions`() throws {
        try fresh.cite("U1", "region", "Pskov", .disputes, in: "S2")
        try decide("U1", ["region": "RU-KGD"])
        let report = try fresh.registry.report(region: "RU-KGD")
        let listed = try fresh.registry.disputes(of: "RU-KGD", settled: true)
        #expect(listed.count == 1 && listed.map(\.settlement) == report.settledDisputes.map(\.settlement))
        let rows = try fresh.csv("RU-KGD", "in_dispute")
        #expect(rows.map { $0["side"] } == ["for", "against"])
        #expect(rows.allSatisfy { $0["settled"]?.hasPrefix("Settled in revision ") == true })
    }
}
