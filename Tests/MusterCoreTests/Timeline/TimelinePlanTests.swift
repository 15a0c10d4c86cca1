import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// No timeline reads all of a big table, neither of the present nor of the past.
@Suite final class TimelinePlanTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    /// The statements of a question, each with the steps of its plan that read all of a table.
    private func wholes(
        _ registry: Registry, _ readsAll: (String) -> Bool, _ question: () throws -> Void
    ) throws -> (statements: Int, steps: [String]) {
        let heard = Heard()
        try registry.read { db in
            db.trace { event in
                if case .statement(let statement) = event { heard.texts.insert(statement.expandedSQL) }
            }
        }
        try question()
        return try registry.read { db in
            db.trace(options: [])
            let steps = try heard.texts.filter { $0.hasPrefix("SELECT") }.flatMap { sql in
                try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] as String }.filter(readsAll)
                    .map { "\($0): \(sql)" }
            }
            return (heard.texts.count, steps.sorted())
        }
    }

    /// The aliases of big tables in the queries of a timeline; `s` is an enrollment or a post, and a source in others.
    private static let aliases = QueryPlanTests.big.union(["v", "c", "n", "w", "o", "s"])

    @Test(arguments: ["O1", "U1", "RU-KGD", "BARS", "P1", "E1"] as [RecordReference])
    func `no timeline reads all of a big table`(record: RecordReference) throws {
        let (statements, steps) = try wholes(fresh.registry) { step in
            step.contains("AUTOMATIC") || QueryPlanTests.readsAll(step, Self.aliases)
        } _: {
            _ = try fresh.registry.timeline(of: record)
        }
        #expect(statements > 3)
        #expect(steps == [])
    }

    @Test(arguments: ["O1", "U1", "RU-KGD", "BARS", "P1", "E1"] as [RecordReference])
    func `no timeline of the past reads a whole history`(record: RecordReference) throws {
        let past = try fresh.registry.known(at: .revision(7))
        let small = #/(\b|autoindex_)(region|unit)_history_/#
        let (statements, steps) = try wholes(past) { step in
            let isSmall = step.contains(small)
            // The units that a part is inside of are a few rows, looked up one by one.
            return step.hasPrefix("MATERIALIZE") && !step.contains("placed_above") || step.contains("AUTOMATIC")
                || !isSmall && QueryPlanTests.readsAll(step, QueryPlanTests.big.union(["h", "n"]))
        } _: {
            _ = try past.timeline(of: record)
        }
        #expect(statements > 3)
        #expect(steps == [])
    }

    @Test func `a read of all of a big table is seen where there is one`() throws {
        let (_, steps) = try wholes(fresh.registry) {
            QueryPlanTests.readsAll($0, Self.aliases)
        } _: {
            _ = try fresh.registry.read { try Row.fetchAll($0, sql: "SELECT * FROM event v WHERE v.cause IS NOT NULL") }
        }
        #expect(steps.count == 1)
    }
}

/// The statements that a connection ran.
private final class Heard: @unchecked Sendable {
    var texts: Set<String> = []
}
