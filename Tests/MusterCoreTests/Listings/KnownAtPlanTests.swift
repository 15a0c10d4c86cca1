import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// A narrowed question about a past revision never reads the whole history of a big table.
final class KnownAtPlanTests {
    let fresh: Fresh
    let past: Registry

    init() throws {
        fresh = try Fresh(.populated)
        past = try fresh.registry.known(at: .revision(7))
    }

    private static func narrow(_ listing: String) -> [(name: String, set: @Sendable (inout Filter) -> Void)] {
        // The state to ask for depends on the listing.
        QueryPlanTests.filters(of: listing).filter {
            !QueryPlanTests.wide.contains($0.name) && !["state", "ever"].contains($0.name)
        }
    }
    private static let states = ["units": "established", "officials": "left", "enrollments": "denied"]

    private func ask(_ listing: String, _ filter: Filter) throws {
        switch listing {
        case "regions": _ = try past.regions(filter)
        case "units": _ = try past.units(filter)
        case "officials": _ = try past.officials(filter)
        case "enrollments": _ = try past.enrollments(filter, withCitations: true)
        default: _ = try past.sources(filter)
        }
    }

    /// The plan steps of a past registry's queries that read a whole history, or materialise one without an index.
    private func wholes(_ questions: () throws -> Void) throws -> (statements: Int, steps: Set<String>) {
        let heard = Heard()
        try past.read { db in
            db.trace { event in
                if case .statement(let statement) = event { heard.texts.insert(statement.expandedSQL) }
            }
        }
        try questions()
        let wholes = try past.read { db in
            db.trace(options: [])
            return try Set(
                heard.texts.filter { $0.hasPrefix("SELECT") }.flatMap { sql in
                    try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] as String }
                        .filter(Self.readsAll).map { "\($0): \(sql.prefix(200))" }
                })
        }
        return (heard.texts.count, wholes)
    }

    // A regex is parsed wherever it stands each time that it is reached, and there are thousands of steps.
    private nonisolated(unsafe) static let small =
        #/(\b|autoindex_)(region|unit)_history_|_history_standing \(standing=\?\)/#

    /// The tables that queries make of the few records they ask about, or the beginnings of their names.
    private static let own = [
        "told", "people", "doubtful", "over", "ranked", "possible", "candidate", "best", "surest", "asked",
        "in_unit", "state", "ever", "own", "there", "held", "stood", "post_state", "enrollment_state",
    ]

    /// In a view the history's alias is h, or n in the search for a newer version, whatever its table is. The histories
    /// of regions and units are small; so are those of officials, posts and enrollments with an unusual standing.
    private static func readsAll(_ step: String) -> Bool {
        // The units that a part is inside of are a few rows, looked up one by one.
        if step.hasPrefix("MATERIALIZE") && !step.contains("placed_above") || step.contains("AUTOMATIC") {
            let table = step.split(separator: " ").dropFirst().first ?? ""
            return !own.contains { table == $0 || table.hasPrefix("\($0)_") }
        }
        return !step.contains(small) && QueryPlanTests.readsAll(step, QueryPlanTests.big.union(["h", "n"]))
    }

    @Test(arguments: ["regions", "units", "officials", "enrollments", "sources"], [nil, Day("2025-06-01")])
    func `no listing that is narrowed reads a whole history`(listing: String, day: Day?) throws {
        var found: Set<String> = []
        for (name, set) in Self.narrow(listing) {
            var filter = Filter()
            filter.day = day
            set(&filter)
            if listing == "sources" { filter.day = nil }
            let (statements, steps) = try wholes { try ask(listing, filter) }
            #expect(statements > 0)
            found.formUnion(steps.map { "\(name): \($0)" })
        }
        if let state = Self.states[listing] {
            var ever = Filter()
            (ever.period, ever.ever) = (day.map(Period.init), [state])
            found.formUnion(try wholes { try ask(listing, ever) }.steps.map { "ever: \($0)" })
            var filter = Filter()
            filter.day = day
            filter.state = state
            found.formUnion(try wholes { try ask(listing, filter) }.steps.map { "state: \($0)" })
        }
        #expect(found.sorted() == [])
    }

    @Test func `a read of a whole history is seen where there is one`() throws {
        #expect(try !wholes { _ = try past.enrollments() }.steps.isEmpty)
    }

    @Test(arguments: ["U1", "E1", "O1", "G1", "S1", "V3", "C3", "P1", "BARS-Kaliningrad", "RU-KGD"])
    func `no record is shown by reading a whole history`(record: RecordReference) throws {
        let (statements, steps) = try wholes { _ = try past.show(record) }
        #expect(statements > 0)
        #expect(steps.sorted() == [])
    }

    @Test(arguments: [nil, Day("2025-06-01")])
    func `no part of a region's report reads a whole history`(day: Day?) throws {
        let (statements, steps) = try wholes { _ = try past.report(region: "RU-KGD", on: day) }
        #expect(statements >= 15)
        #expect(steps.sorted() == [])
    }
}

/// The statements that a connection ran.
private final class Heard: @unchecked Sendable {
    var texts: Set<String> = []
}
