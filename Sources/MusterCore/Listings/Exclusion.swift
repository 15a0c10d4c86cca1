import GRDB
import MusterValues

/// The SQL for two events `a` and `b` of one record and facet that cannot both be.
enum Exclusion {
    /// Both are of one and the same day, without a mark of doubt.
    static let isOneDay: SQL = """
        a.earliest = a.latest AND b.earliest = a.earliest AND b.latest = a.latest \
        AND a.date NOT GLOB '*[?~%]*' AND b.date NOT GLOB '*[?~%]*'
        """

    /// Both are numbers of people, of which no number can be both.
    static let areOtherNumbers: SQL = """
        a.facet IN ('strength', 'planned_strength') AND (a.least > coalesce(b.most, 9e9) OR b.least > coalesce(a.most, 9e9))
        """

    /// Both are beginnings in the same words, on two days, and nothing that ends lies between: one of the days is wrong, or a leaving
    /// is missing. Posts are left out, because whoever is elected again has not left before.
    ///
    /// - Parameter column: the column of the record that both happened to.
    /// - Returns: the condition.
    static func isBegunTwice(_ column: SQL) -> SQL {
        let states: [any StateList] = EnrollmentState.allCases + UnitStatus.allCases
        let begins = states.filter { $0.role == .begins && $0.isChange && !$0.isAnnouncement }.map { $0.rawValue }
        let ends = states.filter { $0.role == .ends }.map { $0.rawValue }
        return """
            a.facet IN ('state', 'status') AND a.value = b.value AND a.value IN \(SQL.list(stored: begins)) AND \(isApart) \
            AND NOT EXISTS (SELECT 1 FROM event n WHERE n.\(column) = a.\(column) AND n.facet = a.facet \
            AND n.value IN \(SQL.list(stored: ends)) AND n.standing <> 'rejected' \
            AND coalesce(n.latest, '9999') >= min(a.latest, b.latest) AND coalesce(n.earliest, '') <= max(a.earliest, b.earliest))
            """
    }

    /// Both cannot have been on one day.
    static let isApart: SQL = """
        (\(Sightings.ended("a")) < \(Sightings.began("b")) OR \(Sightings.ended("b")) < \(Sightings.began("a")))
        """

    /// One denies what the other reports.
    static let isDenied: SQL = "a.facet = 'state' AND (a.value = 'denied') <> (b.value = 'denied')"
}
