import GRDB
import MusterValues

/// The SQL of the sightings of units, posts or enrollments: their events, except those judged wrong, each with the days on
/// which it may have happened.
///
/// The columns are `subject`, `event`, `facet`, `value`, and:
///
/// - `own`: 1, or 0 for the end of something else that ends the subject too: the death of the official, or the disbanding
///   of the unit that a subunit is inside of.
/// - `planned`: 1 for an event that is dated after today.
/// - `foretold`: 1 for an event up to today that is dated after every source that reports it. It may come true on its date,
///   later or never: it has no last day, and is left out once something later is seen.
/// - `first` and `last`: the first and the last day; `first` is empty if any earlier day is possible. What has no first day and
///   is no beginning was not before the earliest beginning. Marks of doubt widen them. An event that may have been on several
///   days happened by the day on which a source of it was published or captured, or on which it was recorded, whichever is
///   first; unless its date begins after that.
/// - `until`: for a beginning without a first day, the day by which what it began had ended, if nothing else can have begun it;
///   it was before that. NULL for any other sighting.
/// - `death`: the day by which the official was killed; NULL if he or she was not. What begins after it is left out.
struct Sightings {
    /// The kind of record that the events happen to.
    let kind: RecordKind
    /// The facets whose events are read.
    var facets: [String]
    /// The day asked about.
    let day: AskedDay
    /// True if a record without such events counts as seen by its own sources, and a unit by its people, too.
    var withRecord = false

    /// The sightings of the subjects that meet a condition, as common table expressions, of which the last is `NAME_sighted`.
    ///
    /// Danger: no alias in here may be one that a caller uses in its condition, which would mean another record then. The tables
    /// are joined in the order in which they stand, and the dates are worked out once, because SQLite would
    /// else look through every death on the register, and work out each bound eight times.
    ///
    /// They stand one after another and not one inside another, because SQLite's parser takes only so many nested brackets.
    ///
    /// - Parameters:
    ///   - match: the condition without its left side, such as `= e.id`.
    ///   - name: what the names of the tables begin with.
    /// - Returns: the tables, without WITH.
    func tables(_ match: SQL, named name: SQL) -> SQL {
        let plans: SQL = day.hasPlans ? "true" : "planned = 0"
        let today = day.today.description
        // A unit has no death.
        let (lasted, each, besidesGone): (SQL, SQL, SQL) =
            kind == .unit ? ("", "", "") : (self.lasted, " WINDOW p AS (PARTITION BY subject)", Self.besidesGone)
        let dated: SQL = """
            \(name)_mentioned AS (\(raw(match))), \
            \(name)_reported AS MATERIALIZED (SELECT *, coalesce(earliest > \(today), 0) AS planned, CASE WHEN ended <= \(today) AND began = ended THEN ended \
            ELSE \(Self.word("ended", Self.reported, by: day.today)) END AS word FROM \(name)_mentioned), \
            \(name)_told AS MATERIALIZED (SELECT *, coalesce(planned = 0 AND (word < began OR began = ended) \
            AND \(Self.isForetold(began: "began", event: "event")), 0) AS foretold FROM \(name)_reported), \
            \(name)_dated AS (SELECT *, coalesce(began, '') AS first, CASE WHEN foretold THEN '9999-12-31' ELSE \
            \(Self.last("word", began: "began", ended: "ended", if: "planned = 0 AND ")) END AS last \
            FROM \(name)_told)
            """
        return """
            \(dated), \(name)_known AS (SELECT subject, event, facet, value, own, planned, foretold, first, last\(lasted) FROM \(name)_dated told \
            WHERE \(plans) AND NOT (\(isOvertaken(foretold: name))) AND NOT (\(isRepeated(foretold: name)))\(each)), \
            \(name)_ended AS (SELECT *, \(kind == .unit ? "NULL" : Self.death) AS death, \
            min(last) FILTER (WHERE own AND planned = 0 AND value IN \(list(.ends))) OVER p AS ended_by, \
            min(first) FILTER (WHERE own AND planned = 0 AND NOT foretold AND value IN \(list(.begins))) OVER p AS start \
            FROM \(name)_known\(besidesGone) WINDOW p AS (PARTITION BY subject)), \
            \(name)_begun AS (SELECT *, value IN \(list(.begins)) AND first = '' AND 1 = count(*) FILTER (WHERE own \
            AND planned = 0 AND first <= ended_by AND value IN \(list(.begins, .holds))) OVER (PARTITION BY subject) \
            AS is_only FROM \(name)_ended WHERE death IS NULL OR first <= death), \
            \(name)_sighted AS (SELECT subject, event, facet, value, own, planned, foretold, \
            CASE WHEN first = '' AND own AND planned = 0 AND value IN \(list(.begins)) IS NOT 1 AND last >= start THEN start ELSE first END AS first, death, \
            CASE WHEN is_only THEN min(last, date(ended_by, '-1 day')) ELSE last END AS last, CASE WHEN is_only THEN ended_by END AS until \
            FROM \(name)_begun)
            """
    }

    /// The last day on which it can have lasted by its own word, and those of its end: the first that the latest can have had, and the
    /// last of all. A beginning without a first day was before its end, if it is the only one.
    private var lasted: SQL {
        let ended: SQL = "FILTER (WHERE own AND planned = 0 AND value IN \(list(.ends))) OVER p"
        let there: SQL = "FILTER (WHERE own AND planned = 0 AND value IN \(list(.begins, .holds))) OVER p"
        let begun: SQL = "FILTER (WHERE own AND planned = 0 AND value IN \(list(.begins))) OVER p"
        return """
            , CASE WHEN count(*) \(there) = 1 AND min(first) \(begun) = '' THEN '' ELSE max(last) \(there) END AS lasted, \
            max(first) \(ended) AS gone, max(last) \(ended) AS gone_by
            """
    }

    /// The condition that a row is no death of somebody who had certainly left for good before: the one has nothing to do with
    /// the other.
    private static let besidesGone: SQL =
        " WHERE NOT (own = 0 AND coalesce(coalesce(lasted, '') <= gone AND gone_by <= first, 0))"

    private static let death: SQL = "min(last) FILTER (WHERE value = 'killed' AND planned = 0) OVER p"

    /// The values that have one of the roles for what lasts.
    func list(_ roles: StateRole...) -> SQL {
        SQL.list(stored: states.filter { state in state.role.map(roles.contains) ?? false }.map { $0.rawValue })
    }

    /// The values of the kind's list of states; a unit's forms are not among them.
    var states: [any StateList] {
        switch kind {
        case .enrollment: EnrollmentState.allCases
        case .post: Tenure.allCases
        default: UnitStatus.allCases
        }
    }

    private func raw(_ match: SQL) -> SQL {
        let own = SQL(sql: "v.\(kind.column)")
        let list = SQL.list(stored: facets)
        var parts: [SQL] = [
            "\(Self.columns(subject: own, isOwn: true)) FROM event v WHERE \(own) \(match) AND v.facet IN \(list) AND v.standing <> 'rejected'"
        ]
        switch kind {
        case .enrollment:
            parts.append(deaths(match, besides: " AND y.id <> kept.id"))
        case .post:
            parts.append(deaths(match, besides: ""))
        default:
            parts.append(
                """
                \(Self.columns(subject: "kept.id", isOwn: false)) FROM unit kept CROSS JOIN event v ON v.unit_id IN (\(Self.wholes(of: "kept"))) \
                WHERE kept.id \(match) AND kept.part_of IS NOT NULL AND v.facet = 'status' AND v.value = 'disbanded' \
                AND v.standing <> 'rejected'
                """)
        }
        if withRecord {
            let none = hasNoEvents
            parts.append(record(match, none))
            if kind == .unit { parts.append(people(match, none)) }
        }
        return parts.joined(separator: " UNION ALL ")
    }

    /// The ids of the units that subunit `alias` is inside of, over any number of steps.
    static func wholes(of alias: SQL) -> SQL {
        """
        WITH RECURSIVE above(id) AS (VALUES (\(alias).part_of) UNION SELECT t.part_of FROM above \
        JOIN unit t ON t.id = above.id) SELECT id FROM above WHERE id IS NOT NULL
        """
    }

    /// The deaths of the officials of posts or enrollments `kept`, which end these too.
    private func deaths(_ match: SQL, besides: SQL) -> SQL {
        """
        \(Self.columns(subject: "kept.id", facet: SQL(sql: "'\(facets[0])'"), isOwn: false)) FROM \(sql: kind.name) kept CROSS JOIN enrollment y ON y.official_id = kept.official_id \
        AND y.standing <> 'rejected'\(besides) CROSS JOIN event v ON v.enrollment_id = y.id AND v.facet = 'state' \
        AND v.value = 'killed' AND v.standing <> 'rejected' WHERE kept.id \(match)
        """
    }

    /// The records without an event, as seen by their own sources on a day that is not known.
    private func record(_ match: SQL, _ hasNoEvents: SQL) -> SQL {
        let own = SQL(sql: kind.column)
        return """
            SELECT kept.id, NULL, 'record', NULL, NULL, 1, NULL, \
            \(Self.reported(history: SQL(sql: "\(kind.name)_history"), record: "kept.id", citations: own)) \
            FROM \(sql: kind.name) kept WHERE kept.id \(match) AND \(hasNoEvents)
            """
    }

    /// The units without an event, as seen by those who were in them, or left them: a unit is there as surely as its people are
    /// in it. Whoever does not count shows none, and nobody shows one that may have ended with the unit that it is inside of.
    private func people(_ match: SQL, _ hasNoEvents: SQL) -> SQL {
        let states = EnrollmentState.allCases.filter { $0.role != nil && !$0.isAnnouncement }
        return """
            SELECT kept.id, v.id, 'people', NULL, v.earliest, 1, \(Self.began("v")), \(Self.ended("v")) FROM unit kept \
            CROSS JOIN enrollment e ON e.unit_id = kept.id AND e.standing <> 'rejected' CROSS JOIN event v ON v.enrollment_id = e.id \
            AND v.facet = 'state' AND v.value IN \(SQL.list(states)) AND v.standing <> 'rejected' \
            WHERE kept.id \(match) AND \(hasNoEvents) AND (kept.part_of IS NULL OR NOT EXISTS (SELECT 1 FROM event z \
            WHERE z.unit_id IN (\(Self.wholes(of: "kept"))) AND z.facet = 'status' AND z.value = 'disbanded' \
            AND z.standing <> 'rejected')) AND (e.official_id IS NULL OR e.official_id NOT IN (SELECT id FROM official \
            WHERE standing = 'rejected')) AND NOT EXISTS (SELECT 1 FROM event z WHERE z.enrollment_id = e.id \
            AND z.value IN \(SQL.list(EnrollmentState.uncounted)) AND z.standing <> 'rejected')
            """
    }

    /// The condition that record `kept` has no event that shows it.
    private var hasNoEvents: SQL {
        """
        NOT EXISTS (SELECT 1 FROM event v WHERE v.\(sql: kind.column) = kept.id \
        AND v.facet IN \(SQL.list(stored: EventValue.seenFacets(of: kind))) AND v.standing <> 'rejected')
        """
    }

    private static func columns(subject: SQL, facet: SQL = "v.facet", isOwn: Bool) -> SQL {
        """
        SELECT \(subject) AS subject, v.id AS event, \(facet) AS facet, v.value AS value, v.earliest AS earliest, \
        \(sql: isOwn ? "1" : "0") AS own, \
        \(began("v")) AS began, \
        \(ended("v")) AS ended
        """
    }
}
