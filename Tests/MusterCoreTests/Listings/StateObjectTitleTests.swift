import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// What states name is looked up for all rows of a listing at once.
final class StateObjectTitleTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        for name in ["Baltic Brigade", "Second Brigade"] {
            _ = try registry.add(
                NewUnit(designation: name, region: "RU-KGD", evidence: Fresh.dispatch), by: Fresh.clerk)
        }
    }

    private func merge(_ unit: RecordReference, into other: RecordReference) throws {
        var new = NewEvent(record: unit, state: "merged into", date: "2025-03", evidence: [Fresh.dispatch])
        new.other = other
        _ = try registry.add(new, by: Fresh.clerk)
    }

    /// The number of times that a listing of units asks for titles of units.
    private func titleQuestions() throws -> Int {
        let heard = Heard()
        try registry.read { db in
            db.trace { event in
                if case .statement(let statement) = event, statement.sql.contains("SELECT u.id, u.region_code") {
                    heard.count += 1
                }
            }
        }
        _ = try registry.units()
        try registry.read { $0.trace(options: []) }
        return heard.count
    }

    @Test func `the names of what many states name are asked for together`() throws {
        try merge("U2", into: "U3")
        let one = try titleQuestions()
        try merge("U1", into: "U4")
        #expect(try one > 0 && titleQuestions() == one)
    }
}

/// The number of statements that were heard.
private final class Heard: @unchecked Sendable {
    var count = 0
}
