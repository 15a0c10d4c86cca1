import GRDB

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

    /// One denies what the other reports.
    static let isDenied: SQL = "a.facet = 'state' AND (a.value = 'denied') <> (b.value = 'denied')"
}
