import GRDB
import MusterValues

/// Reads how far the evidence reaches that somebody was in units: whoever is in a unit shows that it is there.
struct PeopleHeard {
    let day: AskedDay

    /// The last day, up to the day asked about, on which somebody was in each unit, by unit. Announcements and plans do not
    /// count, nor does an enrollment that is judged wrong.
    ///
    /// A date that is not known to the day is worked out only if it is after every one that is, because its sources have to be
    /// read for it.
    ///
    /// - Parameters:
    ///   - people: the key, the tables and the condition of the enrollments, as `UnitQuery` counts them.
    ///   - db: the registry.
    /// - Returns: the days; a unit in which nobody was seen is left out.
    /// - Throws: an error of SQLite.
    func all(_ people: (key: SQL, tables: SQL, condition: SQL), _ db: Database) throws -> [Int64: LastHeard] {
        let latest = min(day.given?.last ?? day.today, day.today)
        let states = EnrollmentState.allCases.filter { state in
            !state.isAnnouncement && (state.role == .begins || state.role == .holds)
        }
        let (began, happened) = (Sightings.began("v"), Sightings.happened("sighted", by: day.today))
        let query: SQL = """
            WITH sighted AS MATERIALIZED (SELECT \(people.key) AS unit, v.id, v.date, v.earliest, v.latest, \
            coalesce(\(began), '') AS first, \(Sightings.ended("v")) AS last FROM \(people.tables) \
            CROSS JOIN event v ON v.enrollment_id = e.id AND v.facet = 'state' AND v.value IN \(SQL.list(states)) \
            AND v.standing <> 'rejected' WHERE \(people.condition) AND e.standing <> 'rejected' \
            AND coalesce(\(began), '') <= \(latest.description)), \
            firm AS MATERIALIZED (SELECT unit, max(last) AS last FROM sighted WHERE first = last GROUP BY unit), \
            open AS (SELECT sighted.unit, \(happened) AS last, sighted.first FROM sighted LEFT JOIN firm USING (unit) \
            WHERE sighted.first IS NOT sighted.last AND (firm.last IS NULL OR sighted.first > firm.last)) \
            SELECT unit, last, last FROM firm UNION ALL SELECT unit, last, first FROM open WHERE last <= \(latest.description) \
            ORDER BY 1
            """
        return try query.byOwner(db) { row, _ in try row.lastHeard() }.compactMapValues(LastHeard.latest)
    }
}
