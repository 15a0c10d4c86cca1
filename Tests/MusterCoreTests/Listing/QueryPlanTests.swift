import GRDB
import Testing

@testable import MusterCore

/// No listing reads a whole table without an index.
final class QueryPlanTests {
    static let filters: [(name: String, set: @Sendable (inout Filter) -> Void)] = [
        ("region", { $0.region = "RU-KGD" }), ("federal district", { $0.federalDistrict = "Northwestern" }),
        ("country", { $0.borders = "LT" }), ("bloc", { $0.borders = "NATO" }),
        (
            "bloc at sea",
            {
                $0.borders = "NATO"; $0.sea = true
            }
        ), ("programme", { $0.programme = "G1" }),
        ("state", { $0.state = nil }), ("standing", { $0.standing = .accepted }), ("unit", { $0.unit = "U1" }),
        ("official", { $0.official = "O1" }), ("limit", { $0.limit = 10 }),
    ]
    static let states: [String: [String]] = [
        "units": ["established", "brigade"], "officials": ["in office", "left", "serving"],
        "enrollments": ["serving", "denied"],
    ]

    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    /// Every listing's SQL under a filter; those that refuse the filter's kind are left out.
    private func queries(_ filter: Filter, state: String?, listing: String, db: Database) throws -> [(
        sql: String, Conditions
    )] {
        var filter = filter
        filter.state = state
        let conditions = try Conditions(filter, db: db, today: Day("2025-06-15")!)
        switch listing {
        case "regions": return [(RegionQuery(conditions: conditions).sql, conditions)]
        case "units":
            let query = try UnitQuery(conditions)
            return [(query.sql, conditions), (query.headcountSQL, conditions)]
        case "officials": return [(try OfficialQuery(conditions).sql, conditions)]
        case "enrollments": return [(try EnrollmentQuery(conditions).sql, conditions)]
        default: return [(SourceQuery(conditions: conditions).sql, conditions)]
        }
    }

    @Test(arguments: ["regions", "units", "officials", "enrollments", "sources"], [nil, Day("2025-06-01")])
    func `no filter, nor any two, makes a listing scan a table`(listing: String, day: Day?) throws {
        var scans: Set<String> = []
        var plans = 0
        try fresh.plain().read { db in
            let tables = Set(try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'"))
            for (place, first) in Self.filters.enumerated() {
                for second in Self.filters[place...] {
                    var filter = Filter()
                    filter.day = day
                    first.set(&filter)
                    second.set(&filter)
                    let hasState = [first.name, second.name].contains("state")
                    let states: [String?] = hasState ? Self.states[listing] ?? [] : [nil]
                    for state in states {
                        for (sql, conditions) in try queries(filter, state: state, listing: listing, db: db) {
                            plans += 1
                            let aliases = Self.aliases(in: sql, of: tables)
                            let steps = try Row.fetchAll(
                                db, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: conditions.arguments(of: sql))
                            for step in steps.map({ $0["detail"] as String }) where Self.isScan(step, aliases) {
                                scans.insert("\(first.name), \(second.name), \(state ?? "no state"): \(step)")
                            }
                        }
                    }
                }
            }
        }
        #expect(plans >= 55)
        #expect(scans.sorted() == [])
    }

    @Test func `a scan is seen where there is one`() throws {
        let steps = try fresh.plain().read {
            try Row.fetchAll($0, sql: "EXPLAIN QUERY PLAN SELECT * FROM unit u WHERE ordinal = 5").map {
                $0["detail"] as String
            }
        }
        #expect(steps.contains { Self.isScan($0, ["u"]) })
    }

    /// The names by which a text's tables go in its plan.
    private static func aliases(in sql: String, of tables: Set<String>) -> Set<String> {
        var names = tables
        for match in sql.matches(of: #/(?:FROM|JOIN) (\w+) (\w+)/#) where tables.contains(String(match.1)) {
            names.insert(String(match.2))
        }
        return names
    }

    private static func isScan(_ step: String, _ tables: Set<String>) -> Bool {
        let words = step.split(separator: " ")
        return words.first == "SCAN" && words.count > 1 && tables.contains(String(words[1]))
            && !step.contains(" USING ")
    }
}
