import MusterValues
import Testing

@testable import MusterCore

/// An event that is evidence of nothing, because its record or what that belongs to is judged wrong, says so in the listing.
final class RejectedEventTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    private func reject(_ record: RecordReference) throws {
        _ = try registry.edit(
            Edit(record: record, values: ["standing": "rejected", "note": "a mistake"]), by: Fresh.clerk)
    }

    /// What is judged wrong, by the event; events that are evidence are left out.
    private func rejected() throws -> [String] {
        try registry.events().filter { !$0.rejected.isEmpty }.map { event in
            "\(event.id): \(event.rejected.map(\.description).joined(separator: " "))"
        }
    }

    @Test func `nothing is named where nothing is judged wrong`() throws {
        #expect(try rejected() == [])
        for event in try registry.events() {
            let cell = try #require(event.cells.last)
            #expect(cell == nil, "\(event.id)")
        }
    }

    @Test func `the event of a rejected enrollment, official or unit names it`() throws {
        try reject("E1")
        #expect(try rejected() == ["V3: E1"])
        try reject("O1")
        #expect(try rejected() == ["V2: O1", "V3: E1 O1"])
        try reject("U1")
        #expect(try rejected() == ["V1: U1", "V2: O1", "V3: E1 O1 U1", "V4: U1"])
    }

    @Test func `a rejected event names itself, also in the column that people and programs read`() throws {
        try reject("V1")
        #expect(try rejected() == ["V1: V1"])
        #expect(ListedEvent.columns.last?.name == "rejected")
        let event = try #require(try registry.events().first { !$0.rejected.isEmpty })
        let cell = try #require(event.cells.last)
        #expect(cell == Value.record(RecordID(.event, 1)))
    }
}
