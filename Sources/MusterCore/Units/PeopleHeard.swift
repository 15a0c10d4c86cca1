import GRDB
import MusterValues

/// Reads how far the evidence reaches that somebody was in units: whoever is in a unit shows that it is there.
struct PeopleHeard {
    let query: UnitQuery
    private var day: AskedDay { query.conditions.day }

    /// The last day, up to the day asked about, on which somebody was in each unit or in a unit inside of it, by unit.
    /// Announcements and plans do not count, nor does an enrollment that is judged wrong.
    ///
    /// - Parameters:
    ///   - units: the units' numbers.
    ///   - db: the registry.
    /// - Returns: the days; a unit in which nobody was seen is left out.
    /// - Throws: an error of SQLite.
    func all(_ units: [Int64], _ db: Database) throws -> [Int64: LastHeard] {
        var heard: [Int64: LastHeard] = [:]
        // The sources of a date that is not known to the day have to be read, so that is left out where it cannot matter.
        var open: [Int64] = []
        try latest(of: units).each(db) { row in
            let (unit, day, first): (Int64, String?, String?) = (try row.next(), try row.next(), try row.next())
            heard[unit] = day.map { LastHeard(day: $0, first: $0) }
            if let first, day.map({ first > $0 }) ?? true { open.append(unit) }
        }
        if open.isEmpty { return heard }
        for (unit, days) in try inexact(of: open).byOwner(db, { row, _ in try row.lastHeard() }) {
            heard[unit] = LastHeard.latest(days + [heard[unit]])
        }
        return heard
    }

    /// The query for the units with the last day that is known to be one, and the latest beginning of a date that is not.
    func latest(of units: [Int64]) -> SQL {
        let (key, tables) = sightings(of: units)
        return """
            SELECT \(key), max(CASE WHEN \(Self.isExact) THEN v.latest END), \
            max(CASE WHEN NOT \(Self.isExact) THEN coalesce(\(Sightings.began("v")), '') END) \(tables) GROUP BY 1
            """
    }

    /// The query for the units with each date that is not known to the day: the last day that it can have been, and the first.
    func inexact(of units: [Int64]) -> SQL {
        let (key, tables) = sightings(of: units)
        return """
            SELECT unit, last, first FROM (SELECT \(key) AS unit, \(Sightings.happened("v", by: day.today)) AS last, \
            coalesce(\(Sightings.began("v")), '') AS first \(tables) AND NOT \(Self.isExact)) \
            WHERE last <= \(limit) ORDER BY 1
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
