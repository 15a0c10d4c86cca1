import MusterValues
import Testing

@testable import MusterCore

/// A filter of several regions, or of several units, takes what any of them takes.
struct FilterListTests {
    @Test func `several regions and several units are a list`() throws {
        let fresh = try Fresh(.populated)
        var filter = Filter()
        filter.regions = ["RU-KGD", "Kursk"]
        #expect(try fresh.registry.units(filter).map(\.id.description) == ["U1", "U2"])
        #expect(try fresh.registry.enrollments(filter).map(\.id.description) == ["E1", "E2"])
        #expect(try fresh.registry.regions(filter).map(\.code).contains("RU-KRS"))
        #expect(try fresh.registry.officials(filter).map(\.id.description) == ["O1"])
        filter.regions = ["RU-KRS"]
        #expect(filter.region == "RU-KRS")
        #expect(try fresh.registry.units(filter).map(\.id.description) == ["U2"])
        filter.region = nil
        filter.units = ["U2", "BARS-Kaliningrad"]
        #expect(try fresh.registry.units(filter).map(\.id.description) == ["U1", "U2"])
        filter.day = Day("2025-06-01")
        #expect(try fresh.registry.units(filter).count == 2)
        filter.regions = ["RU-KGD", "RU-XX"]
        #expect(throws: MusterError.self) { try fresh.registry.units(filter) }
    }
}
