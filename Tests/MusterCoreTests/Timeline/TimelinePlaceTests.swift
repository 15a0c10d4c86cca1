import MusterValues
import Testing

@testable import MusterCore

/// A line of a timeline names each source once, on the side on which it is of what happened.
final class TimelinePlaceTests {
    private let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        _ = try registry.add(NewSource(kind: .ngo, title: "Paper"), by: Fresh.clerk)
    }

    private func cite(_ field: String, _ stated: String, _ stance: Stance? = nil) throws {
        let evidence = Evidence(source: "S2", stated: stated)
        _ = try registry.cite(
            NewCitation(record: "V3", field: field, evidence: evidence, stance: stance), by: Fresh.clerk)
    }

    private func places() throws -> [String]? {
        try registry.timeline(of: "E1").first { $0.event == RecordID(.event, 3) }?.places
    }

    @Test func `whoever reports it on another day stands once, with that day`() throws {
        try cite("date", "2025-06-01")
        #expect(try places() == ["S1 Dispatch", "against: S2 Paper (2025-06-01)"])
        _ = try registry.edit(Edit(record: "V3", values: ["date": "2025-06-01"]), by: Fresh.clerk)
        #expect(try places() == ["S1 Dispatch, with another date (2025-05-31)", "S2 Paper"])
    }

    @Test func `whoever has another event instead is against it, whatever the date`() throws {
        try cite("value", "left")
        try cite("date", "2025-05-31")
        #expect(try places() == ["S1 Dispatch", "against: S2 Paper (left)"])
    }

    @Test func `a source that says both stands on both sides`() throws {
        try cite("date", "2025-05-31")
        try cite("date", "2025-06", .disputes)
        #expect(try places() == ["S1 Dispatch", "S2 Paper", "against: S2 Paper (2025-06)"])
    }
}
