import GRDB
import MusterValues

/// SQL that reads from the sightings of a record how sure it is that it was in a state on a day, and which states are shown.
///
/// The grades are those of ``Grade``. The sightings may be put on their days in many ways; an answer is sure only if it is
/// the same in all of them. In each, the day lies after some sighting and before another:
///
/// - After a sighting of the state it presumably lasts. It definitely does if the next sighting confirms it: it is of the
///   same state, or ends it.
/// - After a sighting of something else, or before all, the state is not there, but possibly if the next sighting shows it
///   without beginning it.
struct StateQuery {
    /// What is asked of a record.
    enum Being {
        /// That it is there: that the unit exists, that the post is held, that somebody is in the unit.
        case lasting
        /// That it has one of the values, as they are stored.
        case any([String])
    }

    private let sightings: Sightings
    private var kind: RecordKind { sightings.kind }
    private var day: AskedDay { sightings.day }

    /// A question about one facet.
    init(_ kind: RecordKind, _ facet: String, on day: AskedDay) {
        sightings = Sightings(kind: kind, facets: [facet], day: day)
    }

    /// A question about everything that is known of a record. A record without any event counts as seen by its sources.
    init(_ kind: RecordKind, on day: AskedDay) {
        sightings = Sightings(
            kind: kind, facets: EventValue.facets(of: kind), day: day, withRecord: kind != .enrollment)
    }

    /// The rank of the grade that a record has the state on the day, 0 to 3; without a day, today.
    ///
    /// - Parameters:
    ///   - subject: the record's id in the surrounding query, such as `e.id`.
    ///   - being: what is asked.
    /// - Returns: an expression that is never NULL.
    func grade(of subject: SQL, _ being: Being) -> SQL {
        "coalesce((WITH \(grades("= \(subject)", being, named: "state")) SELECT rank FROM state), 0)"
    }

    /// The same for the records that meet a condition, such as `= e.id`, as common table expressions.
    ///
    /// The last of them has the name that is given, and the columns `subject` and `rank`. A record without a sighting is left
    /// out.
    func grades(_ match: SQL, _ being: Being, named name: SQL) -> SQL {
        let (pro, steady, ends) = conditions(being)
        let rank: SQL = """
            CASE WHEN NOT max(before AND \(pro)) THEN max(after AND (\(ends) OR \(steady) \
            AND coalesce(begun > max(first, date(\(day.last), '+1 day')), 1))) \
            WHEN NOT max(planned = 0 AND last <= \(day.last)) OR max(before AND NOT \(pro)) THEN 1 \
            WHEN max(planned = 0 AND first >= \(day.last)) \
            AND NOT max(after AND NOT (\(steady) OR \(ends))) THEN 3 ELSE 2 END
            """
        let places = placed(match, by: "subject", begins: begins(being), named: name)
        if !day.isAhead {
            return "\(places), \(name) AS (SELECT subject, \(rank) AS rank FROM \(name)_placed GROUP BY subject)"
        }
        // A plan that may have come true by the day makes a state possible, and leaves every other no more than possible.
        return """
            \(places), \(name)_graded AS (SELECT subject, \(rank) AS rank, \
            max(planned AND first <= \(day.last) AND \(pro)) AS hoped, \
            max(planned AND first <= \(day.last) AND NOT \(pro)) AS against FROM \(name)_placed GROUP BY subject), \
            \(name) AS (SELECT subject, CASE WHEN against THEN min(1, max(rank, hoped)) WHEN hoped THEN max(rank, 1) \
            ELSE rank END AS rank FROM \(name)_graded)
            """
    }

    /// The sightings that are shown of records, in the order in which they are shown: those that may be the newest on the
    /// day, and those after it that may have been so before. `Seen` reads the rows.
    func seen(of records: some Sequence<Int64>) -> SQL { seen("IN \(SQL.list(records))") }

    /// The same for the records that meet a condition, such as `= e.id`.
    func seen(_ match: SQL) -> SQL {
        let steady = conditions(.any(allValues)).steady
        let plans: SQL = day.given == nil ? " OR planned" : day.isAhead ? " OR planned AND first <= \(day.last)" : ""
        return """
            WITH \(placed(match, by: "subject, facet", named: "state")) \
            SELECT subject, facet, value, least, most, date, earliest, latest, event, \
            CASE WHEN last <= \(day.last) AND planned = 0 THEN last END AS heard, planned \
            FROM state_placed WHERE facet <> 'record' \
            AND (before OR after AND \(steady)\(plans)) \
            ORDER BY subject, planned, before DESC, last DESC, first DESC, value, least, most, event
            """
    }

    /// The newest values of records: the columns `subject`, `value` and `isOpen`, 1 if the record has several.
    func newest(_ match: SQL) -> SQL {
        """
        WITH \(placed(match, by: "subject", named: "state")) \
        SELECT DISTINCT subject, value, min(value) OVER p <> max(value) OVER p AS isOpen \
        FROM state_placed WHERE before WINDOW p AS (PARTITION BY subject)
        """
    }

    /// The common table expressions up to `NAME_placed`, the sightings with their place.
    ///
    /// `before` is 1 if one may be the last on the day or before it, `after` if it may be the first after it with none on the
    /// day. `newest` is the latest beginning among those that are certainly before, `following` the earliest end among those
    /// that are certainly after, `begun` the same among those that begin what is asked about.
    private func placed(_ match: SQL, by partition: SQL, begins: SQL = "0", named name: SQL) -> SQL {
        """
        \(sightings.tables(match, named: name)), \
        \(name)_ordered AS (SELECT *, max(first) FILTER (WHERE planned = 0 AND last <= \(day.last)) OVER p AS newest, \
        min(last) FILTER (WHERE planned = 0 AND first >= \(day.last)) OVER p AS following, \
        min(last) FILTER (WHERE planned = 0 AND first > \(day.last) AND \(begins)) OVER p AS begun \
        FROM \(name)_sighted WINDOW p AS (PARTITION BY \(partition))), \
        \(name)_placed AS (SELECT *, planned = 0 AND first <= \(day.last) AND (last > \(day.last) OR last >= newest) \
        AND (until IS NULL OR until > \(day.last)) \
        AND (death IS NULL OR death > \(day.last) OR value = 'killed') AS before, \
        planned = 0 AND last > \(day.last) AND coalesce(following > \(day.last) AND first <= following, 1) \
        AND (death IS NULL OR death > \(day.last)) AS after FROM \(name)_ordered)
        """
    }

    /// The conditions on a sighting: that it is of the state, that it may also have been so before its day, and that it
    /// ends the state.
    private func conditions(_ being: Being) -> (pro: SQL, steady: SQL, ends: SQL) {
        switch being {
        case .any(let values):
            // A form is seen, never brought about; so only the changes among the states are left out.
            let changes = Set(sightings.states.filter { $0.isChange }.map { $0.rawValue })
            return (
                "coalesce(value IN \(SQL.list(stored: values)), 0)",
                "coalesce(value IN \(SQL.list(stored: values.filter { !changes.contains($0) })), 0)", "0"
            )
        case .lasting:
            // A form, a strength and a record's own sources show that it is there.
            let other: SQL = "facet NOT IN ('status', 'tenure', 'state')"
            return (
                "(\(other) OR coalesce(value IN \(sightings.list(.begins, .holds)), 0))",
                "(\(other) OR coalesce(value IN \(sightings.list(.holds)), 0))",
                "(own AND coalesce(value IN \(sightings.list(.ends)), 0))"
            )
        }
    }

    /// The condition that a sighting begins what is asked about: before that day it was not so, whatever else is seen then.
    private func begins(_ being: Being) -> SQL {
        guard case .lasting = being else { return "0" }
        return "coalesce(value IN \(sightings.list(.begins)), 0)"
    }

    private var allValues: [String] {
        sightings.states.map { $0.rawValue } + (kind == .unit ? UnitForm.allCases.map(\.rawValue) : [])
    }
}
