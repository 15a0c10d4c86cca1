import GRDB
import MusterValues

/// Reads how far the evidence reaches that somebody was in units: whoever is in a unit shows that it is there.
struct PeopleHeard {
    let query: UnitQuery
    private var day: AskedDay { query.conditions.day }

    /// The last day, up to the day asked about, on which somebody was in each unit or in a unit inside of it, by unit.
    /// Announcements, plans and what was only foretold do not count, nor does an enrollment that is judged wrong.
    ///
    /// - Parameters:
    ///   - units: the units' numbers.
    ///   - db: the registry.
    /// - Returns: the days; a unit in which nobody was seen is left out.
    /// - Throws: an error of SQLite.
    func all(_ units: [Int64], _ db: Database) throws -> [Int64: LastHeard] {
        var heard: [Int64: LastHeard] = [:]
        // The sources of a date have to be read only where it is the newest of its unit, or not known to the day.
        var (open, newest): ([Int64], [Int64: Int64]) = ([], [:])
        try latest(of: units).each(db) { row in
            let (unit, told, first): (Int64, String?, String?) = (try row.next(), try row.next(), try row.next())
            let day = told.map { String($0.prefix(10)) }
            heard[unit] = day.map { LastHeard(day: $0, first: $0) }
            newest[unit] = told.flatMap { Int64($0.dropFirst(10)) }
            if let first, day.map({ first > $0 }) ?? true { open.append(unit) }
        }
        let foretold = Set(try Sightings.foretold(newest.values).all(db) { row in try row.next() as Int64 })
        let again = newest.filter { foretold.contains($0.value) }.keys.sorted()
        if !again.isEmpty {
            again.forEach { heard[$0] = nil }
            try exact(of: again).each(db) { row in
                let (unit, day): (Int64, String) = (try row.next(), try row.next())
                heard[unit] = LastHeard(day: day, first: day)
            }
            open = Set(open + again).sorted()
        }
        if open.isEmpty { return heard }
        for (unit, days) in try inexact(of: open).byOwner(db, { row, _ in try row.lastHeard() }) {
            heard[unit] = LastHeard.latest(days + [heard[unit]])
        }
        return heard
    }

    /// The query for the units with the last day that is known to be one, followed by the number of its event, and the latest
    /// beginning of a date that is not.
    func latest(of units: [Int64]) -> SQL {
        let (key, tables) = sightings(of: units)
        return """
            SELECT \(key), max(CASE WHEN \(Self.isExact) THEN v.latest || v.id END), \
            max(CASE WHEN NOT \(Self.isExact) THEN coalesce(\(Sightings.began("v")), '') END) \(tables) GROUP BY 1
            """
    }

    /// The query for the units with the last day that is known to be one, without those that were foretold.
    func exact(of units: [Int64]) -> SQL {
        let (key, tables) = sightings(of: units)
        return """
            SELECT \(key), max(v.latest) \(tables) AND \(Self.isExact) AND NOT \(Sightings.isAfterSources("v")) GROUP BY 1
            """
    }

    /// The query for the units with each date that is not known to the day: the last day that it can have been, and the first.
    func inexact(of units: [Int64]) -> SQL {
        let (key, tables) = sightings(of: units)
        // What was reported on its first day or later was not foretold, so that its sources need not be read twice.
        return """
            WITH told AS MATERIALIZED (SELECT \(key) AS unit, v.id AS event, \(Sightings.began("v")) AS began, \
            \(Sightings.ended("v")) AS ended, \(Sightings.word(of: "v", by: day.today)) AS word \(tables) AND NOT \(Self.isExact)) \
            SELECT unit, \(Sightings.last("word", began: "began", ended: "ended")) AS last, coalesce(began, '') AS first FROM told \
            WHERE last <= \(limit) AND (word >= coalesce(began, '') \
            OR \(Sightings.isForetold(began: "began", event: "event")) IS NOT 1) ORDER BY 1
            """
    }

    private static let isExact: SQL = "coalesce(v.earliest = v.latest AND v.date NOT GLOB '*[?~%]*', 0)"

    /// The last day that counts.
    private var limit: String { min(day.given?.last ?? day.today, day.today).description }

    /// The unit's number, and the tables with the condition.
    private func sightings(of units: [Int64]) -> (key: SQL, tables: SQL) {
        let people = query.people(of: units)
        let states = EnrollmentState.allCases.filter { state in
            !state.isAnnouncement && (state.role == .begins || state.role == .holds)
        }
        return (
            people.key,
            """
            FROM \(people.tables) CROSS JOIN event v ON v.enrollment_id = e.id AND v.facet = 'state' \
            AND v.value IN \(SQL.list(states)) AND v.standing <> 'rejected' WHERE \(people.condition) \
            AND e.standing <> 'rejected' AND coalesce(\(Sightings.began("v")), '') <= \(limit)
            """
        )
    }
}

extension PeopleHeard {
    /// True if people show that a unit is there: by its newest status, or one of those that may be, it has not ended.
    static func isShown(beside statuses: some Collection<UnitStatus>) -> Bool {
        statuses.isEmpty || !statuses.allSatisfy { $0.role == .ends }
    }
}

extension StatesOnRecord {
    /// The states of records of a kind, as `all` reads them, where the people in a unit count for its last day heard.
    static func withPeople(
        of kind: RecordKind, _ numbers: [Int64], _ conditions: ResolvedFilter, _ db: Database
    ) throws -> [Int64: StateOnRecord] {
        var states = try all(of: kind, numbers, on: conditions.day, db)
        if kind != .unit { return states }
        for (unit, people) in try PeopleHeard(query: UnitQuery(conditions)).all(numbers, db) {
            guard let state = states[unit] else { continue }
            let statuses = state.states.compactMap { if case .status(let status) = $0 { status } else { nil } }
            if PeopleHeard.isShown(beside: statuses) {
                states[unit]?.lastHeard = LastHeard.latest([state.lastHeard, people])
            }
        }
        return states
    }
}
