import GRDB
import MusterValues

/// The SQL for two events `a` and `b` of one record and facet that cannot both be.
///
/// Only facts contradict each other: what was planned may have slipped. Every caller leaves out what is not `isFact`.
enum Exclusion {
    /// The condition that event `event` is neither dated after today nor after every source that supports it.
    static func isFact(_ event: SQL, by today: Day) -> SQL {
        "coalesce(\(event).earliest, '') <= \(today.description) AND \(Sightings.isAfterSources(event)) = 0"
    }

    /// Both are of one and the same day, without a mark of doubt.
    static let isOneDay: SQL = """
        a.earliest = a.latest AND b.earliest = a.earliest AND b.latest = a.latest \
        AND a.date NOT GLOB '*[?~%]*' AND b.date NOT GLOB '*[?~%]*'
        """

    /// Both are numbers of people, of which no number can be both.
    static let areOtherNumbers: SQL = """
        a.facet IN ('strength', 'planned_strength') AND (a.least > coalesce(b.most, 9e9) OR b.least > coalesce(a.most, 9e9))
        """

    /// Both are beginnings in the same words, on two days, and nothing that ends may lie between: one of the days is wrong, or a leaving
    /// is missing. Posts and contracts are left out: whoever is elected or signs again has not left before.
    ///
    /// - Parameter column: the column of the record that both happened to.
    /// - Returns: the condition.
    static func isBegunTwice(_ column: SQL) -> SQL {
        let begins =
            (EnrollmentState.allCases.filter { $0 != .contractSigned } as [any StateList] + UnitStatus.allCases)
            .filter { $0.role == .begins && $0.isChange && !$0.isAnnouncement }
        return "a.facet IN ('state', 'status') AND \(isToldTwice(column, begins, unless: all(.ends)))"
    }

    /// Both are one end in the same words, on two days, and nothing that begins or holds may lie between.
    ///
    /// - Parameter column: the column of the record that both happened to.
    /// - Returns: the condition.
    static func isEndedTwice(_ column: SQL) -> SQL { isToldTwice(column, all(.ends), unless: all(.begins, .holds)) }

    /// Both have one of some values, on two days, and no event with one of some others may lie between.
    private static func isToldTwice(_ column: SQL, _ values: [any StateList], unless others: [any StateList]) -> SQL {
        // Danger: SQLite's min and max are NULL if one side is, which an open date has.
        """
        a.value = b.value AND a.value IN \(SQL.list(stored: values.map { $0.rawValue })) AND \(isApart) \
        AND NOT EXISTS (SELECT 1 FROM event n WHERE n.\(column) = a.\(column) AND n.facet = a.facet \
        AND n.value IN \(SQL.list(stored: others.map { $0.rawValue })) AND n.standing <> 'rejected' \
        AND coalesce(n.latest, '9999') >= min(coalesce(a.latest, '9999'), coalesce(b.latest, '9999')) \
        AND coalesce(n.earliest, '') <= max(coalesce(a.earliest, ''), coalesce(b.earliest, '')))
        """
    }

    /// The values of every list of states that have one of some roles.
    static func all(_ roles: StateRole...) -> [any StateList] {
        let states: [any StateList] = EnrollmentState.allCases + Tenure.allCases + UnitStatus.allCases
        return states.filter { state in state.role.map(roles.contains) ?? false }
    }

    /// Both cannot have been on one day.
    private static let isApart: SQL = """
        (\(Sightings.ended("a")) < \(Sightings.began("b")) OR \(Sightings.ended("b")) < \(Sightings.began("a")))
        """

    /// One denies what the other reports.
    static let isDenied: SQL = "a.facet = 'state' AND (a.value = 'denied') <> (b.value = 'denied')"
}
