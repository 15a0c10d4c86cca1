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
///
/// About a period the answer is the surest of those about its days, or the least sure if it must hold on all of them. It
/// is definite, too, if a sighting of the state must lie inside of the period, whichever day that was.
struct StateQuery {
    /// What is asked of a record.
    enum Being {
        /// That it is there: that the unit exists, that the post is held, that somebody is in the unit.
        case lasting
        /// That it has one of the values, as they are stored.
        case any([String])
    }

    let sightings: Sightings
    private var kind: RecordKind { sightings.kind }
    var day: AskedDay { sightings.day }

    /// A question about one facet.
    init(_ kind: RecordKind, _ facet: String, on day: AskedDay) {
        sightings = Sightings(kind: kind, facets: [facet], day: day)
    }

    /// A question about everything that is known of a record. A record without any event counts as seen by its sources.
    init(_ kind: RecordKind, on day: AskedDay) {
        sightings = Sightings(
            kind: kind, facets: EventValue.seenFacets(of: kind), day: day, withRecord: kind != .enrollment)
    }

    /// The sightings with what is only planned of the record, such as a planned strength: it is shown, and proves nothing.
    private var shown: Sightings {
        var shown = sightings
        if shown.facets.count > 1 { shown.facets = EventValue.facets(of: kind) }
        return shown
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
        if !day.isPeriod { return dayGrades(match, being, named: name) }
        return """
            \(dayGrades(match, being, named: "\(name)_daily")), \(name) AS (\(overall("\(name)_daily")))
            """
    }

    /// The same for each day of a period on which the rank may change, with the columns `asked`, for the day, and `inside`,
    /// 1 if a sighting of the state must lie in the period; without a period as `grades` gives them.
    ///
    /// - Parameters:
    ///   - match: the condition, such as `= e.id`.
    ///   - being: what is asked.
    ///   - days: a query for further days, with the columns `subject` and `asked`; nil for none.
    ///   - hasEnds: true to have the columns `ended`, 1 if a unit may have been disbanded by the day, `gone`, the first day
    ///     that its last certain disbanding by then can have, and `became`, 1 if it may have become another unit by the day, too.
    ///   - name: the name of the last table.
    /// - Returns: the tables, without WITH.
    func dayGrades(
        _ match: SQL, _ being: Being, days: SQL? = nil, hasEnds: Bool = false, named name: SQL
    ) -> SQL {
        let (pro, steady, ends) = conditions(being)
        let announced = announced(being)
        let inside: SQL =
            "max(planned = 0 AND first >= \(day.first) AND last <= \(day.last) AND \(pro) AND NOT \(announced)) AS inside"
        let each: SQL = day.isPeriod ? "subject, asked" : "subject"
        var columns: SQL = day.isPeriod ? "\(each), \(inside)" : each
        if hasEnds {
            let end: SQL = "value = 'disbanded' AND first <= \(asked)"
            columns += """
                , coalesce(max(\(end)), 0) AS ended, \
                max(first) FILTER (WHERE \(end) AND last <= \(asked) AND planned = 0) AS gone, \
                coalesce(max(own AND value IN \(SQL.list(UnitStatus.becoming)) AND first <= \(asked)), 0) AS became
                """
        }
        // The last day that the evidence can show, and the one that it certainly reaches.
        let shown: SQL = """
            max(min(last, \(asked))) FILTER (WHERE before AND \(pro)) AS shown, \
            max(min(first, \(asked))) FILTER (WHERE before AND \(pro)) AS seen
            """
        let rank: SQL = """
            CASE WHEN NOT max(before AND \(pro)) THEN max(after AND (\(ends) OR \(steady) \
            AND coalesce(begun > max(first, date(\(asked), '+1 day')), 1))) \
            WHEN NOT max(planned = 0 AND last <= \(asked) AND NOT \(announced)) OR max(before AND NOT \(pro)) THEN 1 \
            WHEN max(planned = 0 AND NOT foretold AND first >= \(asked) AND NOT \(announced)) \
            AND NOT max(after AND NOT (foretold OR \(steady) OR \(ends))) THEN 3 ELSE 2 END
            """
        let places = placed(match, by: "subject", being, days: days, named: name)
        if !day.isAhead {
            return
                "\(places), \(name) AS (SELECT \(columns), \(shown), \(rank) AS rank FROM \(name)_placed GROUP BY \(each))"
        }
        let due: SQL = "planned AND first <= \(asked) AND \(asked) > \(day.today.description)"
        // A plan that may have come true by the day makes a state possible, and leaves every other no more than possible.
        return """
            \(places), \(name)_graded AS (SELECT \(columns), \(shown), \(rank) AS rank, \
            max(\(due) AND \(pro)) AS hoped, max(\(due) AND NOT \(pro)) AS against FROM \(name)_placed GROUP BY \(each)), \
            \(name) AS (SELECT \(each)\(sql: day.isPeriod ? ", inside" : "")\(sql: hasEnds ? ", ended, gone, became" : ""), shown, seen, CASE WHEN against THEN min(1, max(rank, hoped)) WHEN hoped THEN max(rank, 1) \
            ELSE rank END AS rank FROM \(name)_graded)
            """
    }

    /// The sightings that are shown of records, in the order in which they are shown: those that may be the newest on the
    /// day, and those after it that may have been so before. Of a record without an event, the day of its sources. `Seen` reads
    /// the rows.
    func seen(of records: some Sequence<Int64>) -> SQL { seen("IN \(SQL.list(records))") }

    /// The same for the records that meet a condition, such as `= e.id`.
    func seen(_ match: SQL) -> SQL {
        let steady = conditions(.any(allValues)).steady
        // Of a period a sighting has a row for each day; it is shown once.
        let (best, each): (SQL, SQL) = day.isPeriod ? ("max(before)", " GROUP BY subject, event") : ("before", "")
        let plans: SQL =
            day.given == nil ? " OR planned OR foretold" : day.isAhead ? " OR planned AND first <= \(day.last)" : ""
        return """
            WITH \(placed(match, by: "subject, facet", from: shown, named: "state")) \
            SELECT subject, shown.facet, shown.value, v.least, v.most, v.date, v.earliest, v.latest, v.id, \
            CASE WHEN last <= \(day.last) AND planned = 0 THEN last END AS heard, shown.first, planned OR foretold AS planned \
            FROM (SELECT subject, event, facet, value, planned, foretold, first, last, \(best) AS before FROM state_placed \
            WHERE facet <> 'people' AND (before OR after AND \(steady)\(plans))\(each)) shown \
            LEFT JOIN event v ON v.id = shown.event \
            ORDER BY subject, planned, before DESC, last DESC, first DESC, shown.value, v.least, v.most, v.id
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
    /// day. `newest` is the latest beginning among those that are certainly before, but for announcements, and `newest_word`
    /// that with them. `following` is the earliest end among those that are certainly after, `begun` the same among those
    /// that begin what is asked about.
    private func placed(
        _ match: SQL, by partition: SQL, _ being: Being = .any([]), from shown: Sightings? = nil, days: SQL? = nil,
        named name: SQL
    ) -> SQL {
        let announced = announced(being)
        let sightings = shown ?? sightings
        // Without a day only what is told counts, and a plan is shown as one.
        let told: SQL = day.given == nil ? " AND NOT foretold" : ""
        var (tables, sighted): (SQL, SQL) = (sightings.tables(match, named: name), "\(name)_sighted")
        if day.isPeriod {
            tables += ", \(name)_asked AS MATERIALIZED (\(turns(of: sighted, besides: days)))"
            sighted = "\(name)_asked CROSS JOIN \(name)_sighted USING (subject)"
        }
        return """
            \(tables), \
            \(name)_ordered AS (SELECT *, \
            max(first) FILTER (WHERE planned = 0 AND last <= \(asked) AND NOT \(announced)) OVER p AS newest, \
            max(first) FILTER (WHERE planned = 0 AND last <= \(asked)) OVER p AS newest_word, \
            min(last) FILTER (WHERE planned = 0 AND first >= \(asked) AND NOT (\(announced) AND last <= \(asked))) OVER p AS following, \
            min(last) FILTER (WHERE planned = 0 AND first > \(asked) AND \(begins(being))) OVER p AS begun \
            FROM \(sighted) WINDOW p AS (PARTITION BY \(partition)\(sql: day.isPeriod ? ", asked" : ""))), \
            \(name)_placed AS (SELECT *, planned = 0\(told) AND first <= \(asked) AND (last > \(asked) \
            OR last >= CASE WHEN \(announced) THEN newest_word ELSE newest END) \
            AND (until IS NULL OR until > \(asked)) \
            AND (death IS NULL OR death > \(asked) OR value = 'killed') AS before, \
            planned = 0\(told) AND last > \(asked) AND coalesce(following > \(asked) AND first <= following, 1) \
            AND (death IS NULL OR death > \(asked)) AS after FROM \(name)_ordered)
            """
    }

    /// The day that a row of the sightings is held against.
    private var asked: SQL { day.isPeriod ? "asked" : "\(day.last)" }

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

    /// The condition that a sighting says that something lasting begins without confirming it. It changes nothing for what is
    /// confirmed already, so it hides no sighting but another announcement.
    private func announced(_ being: Being) -> SQL {
        guard case .lasting = being else { return "0" }
        return
            "coalesce(value IN \(SQL.list(stored: sightings.states.filter { $0.isAnnouncement }.map { $0.rawValue })), 0)"
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
