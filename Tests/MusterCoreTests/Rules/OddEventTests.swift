import MusterValues
import Testing

@testable import MusterCore

/// What is odd about an event is told when it is recorded.
final class OddEventTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        for (title, date) in [("Old", "2024-06-01"), ("New", "2025-05-01")] {
            var source = NewSource(kind: .other, title: title)
            source.published = try EDTF(date)
            _ = try registry.add(source, by: Fresh.clerk)
        }
    }

    /// What is told of an event besides that it is recorded.
    private func odd(_ record: RecordReference, _ state: String, _ date: EDTF?, by sources: [Evidence]) throws
        -> [RecordChange]
    {
        let new = NewEvent(record: record, state: state, date: date, evidence: sources)
        return try registry.add(new, by: Fresh.clerk).records.dropFirst().map(\.change)
    }

    private let (old, new) = (Evidence(source: "Old"), Evidence(source: "New"))

    @Test func `a plan, and a date after every source, are told`() throws {
        #expect(try odd("U1", "operational", "2026-01", by: [new]) == [.isAhead])
        #expect(try odd("U1", "operational", "2025-01", by: [old]) == [.isAfterSources])
        #expect(try odd("U1", "recruiting", "2025-01", by: [old, new]) == [])
        #expect(try odd("U1", "forming", nil, by: [old]) == [])
        // A month that a source is of, and a date in doubt, can be before it.
        #expect(try odd("U1", "forming", "2024-06", by: [old]) == [])
        #expect(try odd("U1", "established", "2024-06-05~", by: [old]) == [])
    }

    @Test func `what is after a death or an end is told, unless the unit was raised again`() throws {
        try fresh.happen("E1", "killed", "2025-02-01", by: [old, new].map { Evidence(source: $0.source) })
        let death = try #require(try registry.show("E1").events.first { $0.value == .state(.killed) }?.id)
        #expect(try odd("P1", "left", "2025-04-01", by: [new]) == [.isAfterEnd(death)])
        #expect(try odd("E1", "serving", "2025-01-01", by: [new]) == [])
        try fresh.happen("U2", "operational", "2024-01", by: [old])
        try fresh.happen("U2", "disbanded", "2024-05-01", by: [old])
        let end = try #require(try registry.show("U2").events.first { $0.value == .status(.disbanded) }?.id)
        #expect(try odd("U2", "strength 50", "2025-03", by: [new]) == [.isAfterEnd(end)])
        #expect(try odd("U2", "forming", "2025-01", by: [new]) == [])
        #expect(try odd("U2", "strength 60", "2025-04", by: [new]) == [])
    }
}
