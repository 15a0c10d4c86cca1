import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// No listing reads a whole table without an index, and no narrowed one reads all of a big table, even by an index.
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
        ("status", { $0.statuses = [.forming] }), ("form", { $0.forms = [.battalion] }),
        ("ever", { $0.ever = ["left"] }),
        ("post change", { $0.postChange = "left" }), ("post", { $0.post = "Governor" }),
        ("post kind", { $0.postKinds = [.headOfRegion] }), ("contract", { $0.contracts = [.notStated] }),
        ("source", { $0.sources = ["S1"] }), ("speaker", { $0.speaker = "governor" }),
        ("needs", { $0.needs = [.date] }),
    ]

    /// The filters that narrow a listing, by its name.
    static func filters(of listing: String) -> [(name: String, set: @Sendable (inout Filter) -> Void)] {
        filters.filter { filter in
            guard let condition = Condition(rawValue: filter.name.replacing(" ", with: "_")) else { return true }
            return condition.kinds.contains { $0.rawValue + "s" == listing }
        }
    }
    static let states: [String: [String]] = [
        "units": ["established", "brigade"], "officials": ["in office", "left", "serving"],
        "enrollments": ["serving", "denied"],
    ]

    /// The tables that grow with the register.
    static let big: Set = ["enrollment", "official", "event", "citation", "name"]
    /// The filters that may keep nearly the whole register.
    static let wide: Set = ["standing", "limit", "contract", "needs"]

    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    /// The SQL of a listing under a filter, of its first page and of the one after.
    private func queries(_ filter: Filter, state: String?, listing: String, db: Database) throws -> [SQL] {
        var filter = filter
        filter.state = state
        if !filter.ever.isEmpty, listing == "units" { filter.ever = ["established"] }
        let conditions = try ResolvedFilter(filter, db: db, today: Day("2025-06-15")!)
        let (first, limit) = (Page(after: nil, limit: nil), filter.limit)
        func pages(_ query: any ListingQuery, after id: RecordID) -> [SQL] { pages(query, after: .record(id)) }
        func pages(_ query: any ListingQuery, after place: RowPlace) -> [SQL] {
            [query.sql(first), query.sql(Page(after: place, limit: 10))]
                + (limit == nil ? [] : [query.sql(Page(after: nil, limit: limit))])
        }
        switch listing {
        case "regions": return try pages(RegionQuery(conditions), after: RecordID(region: "RU-KGD"))
        case "units":
            let query = try UnitQuery(conditions)
            let (key, tables, condition) = query.people(of: [1, 2])
            let people: SQL = "SELECT \(key), e.official_id FROM \(tables) WHERE \(condition)"
            let ranks = HeadcountQuery(day: conditions.day).ranks(ofEach: [1, 2])
            let heard = PeopleHeard(query: query)
            return pages(query, after: RecordID(.unit, 1))
                + [people, ranks, heard.latest(of: [1, 2]), heard.inexact(of: [1, 2])]
        case "officials":
            let query = try OfficialQuery(conditions)
            return pages(query, after: RecordID(.official, 1)) + [query.posts(of: [1, 2]), query.units(of: [1, 2])]
        case "enrollments":
            let parts = [EnrollmentQuery.posts(of: [1, 2]), ListedCitation.sql(of: .enrollment, [1, 2])]
            return try pages(EnrollmentQuery(conditions), after: RecordID(.enrollment, 1)) + parts
        case "programmes": return try pages(ProgrammeQuery(conditions), after: RecordID(.programme, 1))
        case "events": return try pages(EventQuery(conditions), after: RecordID(.event, 1))
        case "looks": return pages(LookQuery(conditions: conditions), after: .look(1))
        default: return try pages(SourceQuery(conditions), after: RecordID(.source, 1))
        }
    }

    @Test(
        arguments: ["regions", "units", "officials", "enrollments", "sources", "programmes", "events", "looks"],
        [nil, Day("2025-06-01")])
    func `no filter, nor any two, makes a listing scan a table, nor read all of a big one`(listing: String, day: Day?)
        throws
    {
        var scans: Set<String> = []
        var wholes: Set<String> = []
        var plans = 0
        // Many filters are answered by the same query, whose plan is the same.
        var known: [String: (scans: [String], wholes: [String])] = [:]
        try fresh.plain().read { db in
            let tables = Set(try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'"))
            let filters = Self.filters(of: listing)
            for (place, first) in filters.enumerated() {
                for second in filters[place...] {
                    var filter = Filter()
                    filter.day = day
                    first.set(&filter)
                    second.set(&filter)
                    let hasState = [first.name, second.name].contains("state")
                    let states: [String?] = hasState ? Self.states[listing] ?? [] : [nil]
                    for state in states {
                        let narrows = state != nil || Self.narrows(first.name) || Self.narrows(second.name)
                        for query in try queries(filter, state: state, listing: listing, db: db) {
                            plans += 1
                            let (sql, arguments) = try query.build(db)
                            if known[sql] == nil {
                                let steps = try Self.steps(of: sql, arguments, db)
                                let names = Self.names(in: sql)
                                let (all, big) = (names.of(tables), names.of(Self.big))
                                known[sql] = (
                                    steps.filter { Self.isScan($0, all) }, steps.filter { Self.readsAll($0, big) }
                                )
                            }
                            let asked = "\(first.name), \(second.name), \(state ?? "no state")"
                            scans.formUnion(known[sql]!.scans.map { "\(asked): \($0)" })
                            if narrows { wholes.formUnion(known[sql]!.wholes.map { "\(asked): \($0)" }) }
                        }
                    }
                }
            }
        }
        #expect(plans >= 45)
        #expect(scans.sorted() == [])
        #expect(wholes.sorted() == [])
    }

    @Test func `every condition has its place in these tests, or needs none`() {
        let names = Set(Self.filters.map { $0.name.replacing(" ", with: "_") })
        // A day is asked about besides; what the others add to a filter is a word in the query, or no query at all.
        let without: Set = ["borders", "sea", "own", "with_origins", "on", "throughout", "grade", "sort"]
        #expect(
            Set(Condition.allCases.map(\.rawValue)).subtracting(without)
                == names.intersection(Condition.allCases.map(\.rawValue)))
    }

    @Test(arguments: [nil, Day("2025-06-01")])
    func `no part of a region's report reads all of a big table`(day: Day?) throws {
        var wholes: Set<String> = []
        let heard = Heard()
        try fresh.plain().read { db in
            var filter = Filter()
            filter.region = "RU-KGD"
            filter.day = day
            let conditions = try ResolvedFilter(filter, db: db, today: Day("2025-06-15")!)
            let reader = ReportReader(
                db: db, conditions: conditions, regionNames: try RegionNames(db), subject: RecordID(region: "RU-KGD"))
            db.trace { event in
                if case .statement(let statement) = event { heard.texts.insert(statement.expandedSQL) }
            }
            _ = try (reader.people(), reader.peopleByState(), reader.peopleByRegion(), reader.uncounted())
            _ = try (reader.posts(), reader.disputes(), reader.ordinals())
            db.trace(options: [])
            for sql in heard.texts where sql.hasPrefix("SELECT") {
                let big = Self.names(in: sql).of(Self.big)
                let steps = try Self.steps(of: sql, [], db).filter { Self.readsAll($0, big) }
                wholes.formUnion(steps.map { "\($0): \(sql)" })
            }
        }
        #expect(heard.texts.count >= 15)
        #expect(wholes.sorted() == [])
    }

    @Test(arguments: [
        ("SELECT * FROM enrollment e WHERE e.id > 0", true), ("SELECT count(*) FROM enrollment e", true),
        ("SELECT e.official_id FROM enrollment e WHERE e.standing = 'accepted'", true),
        ("SELECT e.role FROM enrollment e WHERE e.standing = 'accepted' AND e.id > 0", true),
        ("SELECT id FROM event e INDEXED BY event_value WHERE e.facet = 'state'", true),
        ("SELECT * FROM enrollment e WHERE e.id = 1", false), ("SELECT * FROM enrollment e WHERE e.unit_id = 1", false),
        ("SELECT * FROM unit e WHERE e.id > 0", false),
    ])
    func `a read of all of a big table is seen, whichever index it takes`(sql: String, isWhole: Bool) throws {
        try fresh.plain().read { db in
            let big = Self.names(in: sql).of(Self.big)
            let steps = try Self.steps(of: sql, [], db)
            #expect(steps.contains { Self.readsAll($0, big) } == isWhole)
        }
    }

    @Test func `a scan is seen where there is one`() throws {
        let steps = try fresh.plain().read {
            try Row.fetchAll($0, sql: "EXPLAIN QUERY PLAN SELECT * FROM unit u WHERE ordinal = 5").map {
                $0["detail"] as String
            }
        }
        #expect(steps.contains { Self.isScan($0, ["u"]) })
    }

    private static func narrows(_ filter: String) -> Bool { !wide.contains(filter) && filter != "state" }

    private static func steps(of sql: String, _ arguments: StatementArguments, _ db: Database) throws -> [String] {
        try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: arguments).map { $0["detail"] as String }
    }

    // A regex is parsed wherever it stands each time that it is reached, and there are thousands of steps.
    private nonisolated(unsafe) static let aliased = #/(?:FROM|JOIN) (\w+) (\w+)/#
    private nonisolated(unsafe) static let wholeTerm = #/\((\w+[<>]\?.*|(facet|standing)=\?( AND rowid>\?)?)\)/#

    /// The tables in a query's text and the names that it gives them.
    private static func names(in sql: String) -> TableNames {
        TableNames(given: sql.matches(of: aliased).map { (String($0.1), String($0.2)) })
    }

    private static func isScan(_ step: String, _ tables: Set<String>) -> Bool {
        let words = step.split(separator: " ")
        return words.first == "SCAN" && words.count > 1 && tables.contains(String(words[1]))
            && !step.contains(" USING ")
    }

    /// Whether a step reads all of a table, or nearly all: a scan, a range, or the rows of one facet or one standing.
    /// The exception is the search for officials judged wrong: they are few, every count looks them up, and only there
    /// does `official` have no alias.
    static func readsAll(_ step: String, _ tables: Set<String>) -> Bool {
        let words = step.split(separator: " ")
        guard words.count > 1, tables.contains(String(words[1])) else { return false }
        if words[0] == "SCAN" { return true }
        if step == "SEARCH official USING COVERING INDEX official_standing (standing=?)" { return false }
        return words[0] == "SEARCH" && step.contains(wholeTerm)
    }
}

/// The names that a query gives to tables.
private struct TableNames {
    let given: [(table: String, name: String)]

    /// The names of these tables in the query's plan.
    func of(_ tables: Set<String>) -> Set<String> {
        tables.union(given.filter { tables.contains($0.table) }.map(\.name))
    }
}

/// The statements that a connection ran.
private final class Heard: @unchecked Sendable {
    var texts: Set<String> = []
}
