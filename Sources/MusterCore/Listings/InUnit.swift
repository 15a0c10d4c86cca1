import GRDB
import MusterValues

/// The SQL for the grades that people are in their units on a day.
///
/// Nobody is in a unit before it began or after it ended, whatever a source says of the person. Whoever was in a unit when it
/// was disbanded, and was not heard of in it since, is only possibly in it when it is raised again. Whoever was in a unit that
/// became another is possibly still with it, and so is whoever was not heard of since his or her contract ran out. Who was seen before
/// and after a day, on which the unit itself was only possibly there, was possibly in it.
struct InUnit {
    let day: AskedDay

    /// The ranks of enrollments, 0 to 3, in the columns `id` and `rank`.
    ///
    /// - Parameter enrollments: a query for their ids.
    /// - Returns: the query.
    func ranks(of enrollments: SQL) -> SQL { "WITH \(tables(of: enrollments)) SELECT id, rank FROM in_unit" }

    /// The same as common table expressions, of which the last is `in_unit`.
    func tables(of enrollments: SQL) -> SQL {
        // A unit's own grade is worked out only if it may have ended by the day, or begun after it.
        """
        people AS MATERIALIZED (\(enrollments)), \
        doubtful AS (SELECT x.id FROM unit x WHERE x.id IN (SELECT f.unit_id FROM people CROSS JOIN enrollment f ON f.id = people.id) \
        AND (\(mayHaveEnded(by: "\(day.last)")) OR \(mayHaveBegun(after: "\(day.first)")))), \
        \(day.isPeriod ? inPeriod : onDay)
        """
    }

    private var own: StateQuery { StateQuery(.enrollment, "state", on: day) }
    private var there: StateQuery { StateQuery(.unit, on: day) }

    private var onDay: SQL {
        """
        \(own.grades("IN (SELECT id FROM people)", .lasting, named: "own")), \
        \(there.dayGrades("IN (SELECT id FROM doubtful)", .lasting, hasEnds: true, named: "there")), \
        over AS MATERIALIZED (SELECT doubtful.id, coalesce(there.rank, 0) AS rank, coalesce(there.ended, 0) AS ended, \
        coalesce(there.became, 0) AS became, there.gone FROM doubtful LEFT JOIN there ON there.subject = doubtful.id), \
        in_unit AS (SELECT people.id, \(rank) AS rank \
        FROM people CROSS JOIN enrollment f ON f.id = people.id LEFT JOIN own ON own.subject = people.id \
        LEFT JOIN over ON over.id = f.unit_id)
        """
    }

    /// The days of a unit are days of its people too, and its rank on a day holds until the next. A sighting that must lie in
    /// the period makes the answer definite only if the unit may have been there all that time.
    private var inPeriod: SQL {
        let begun: SQL = """
            SELECT z.unit_id, z.earliest FROM event z WHERE z.unit_id IN (SELECT id FROM doubtful) \
            AND z.earliest BETWEEN \(day.first) AND \(day.last)
            """
        let ofUnit: SQL = """
            SELECT people.id, there_asked.asked FROM people CROSS JOIN enrollment f ON f.id = people.id \
            CROSS JOIN there_asked ON there_asked.subject = f.unit_id UNION ALL \
            SELECT id, over FROM (SELECT people.id, date(\(Term.end(of: "f")), '+1 day') AS over FROM people \
            CROSS JOIN enrollment f ON f.id = people.id WHERE f.term IS NOT NULL OR f.ends IS NOT NULL) \
            WHERE over BETWEEN \(day.first) AND \(day.last)
            """
        let isDoubtful: SQL = "\(mayHaveEnded(by: "there.asked")) OR \(mayHaveBegun(after: "there.asked"))"
        return """
            \(there.dayGrades("IN (SELECT id FROM doubtful)", .lasting, days: begun, hasEnds: true, named: "there")), \
            \(own.dayGrades("IN (SELECT id FROM people)", .lasting, days: ofUnit, named: "own")), \
            over AS MATERIALIZED (SELECT doubtful.id, coalesce(there.asked, \(day.first)) AS asked, \
            CASE WHEN there.asked IS NULL THEN 0 WHEN \(isDoubtful) THEN there.rank ELSE 3 END AS rank, \
            coalesce(there.ended, 0) AS ended, coalesce(there.became, 0) AS became, there.gone FROM doubtful CROSS JOIN unit x ON x.id = doubtful.id \
            LEFT JOIN there ON there.subject = doubtful.id), \
            daily AS (SELECT own.subject, own.asked, \(rank) AS rank, \
            own.inside AND NOT EXISTS (SELECT 1 FROM over o WHERE o.id = f.unit_id AND o.rank = 0) AS inside \
            FROM own CROSS JOIN enrollment f ON f.id = own.subject LEFT JOIN over ON over.id = f.unit_id \
            AND over.asked = (SELECT max(o.asked) FROM over o WHERE o.id = f.unit_id AND o.asked <= own.asked)), \
            overall AS (\(own.overall("daily"))), \
            in_unit AS (SELECT people.id, coalesce(overall.rank, 0) AS rank FROM people \
            LEFT JOIN overall ON overall.subject = people.id)
            """
    }

    /// The rank that somebody is in a unit, from the own one and that of the unit.
    private var rank: SQL {
        """
        CASE WHEN own.rank IS NULL OR over.rank = 0 AND (over.ended OR NOT over.became) THEN 0 \
        WHEN over.rank = 0 THEN min(own.rank, 1) \
        WHEN own.rank = 2 AND (f.term IS NOT NULL OR f.ends IS NOT NULL) AND \(Term.end(of: "f")) < \(asked) \
        AND own.seen <= \(Term.end(of: "f")) THEN 1 \
        WHEN own.rank = 3 AND over.rank = 1 AND (over.ended OR over.became) AND own.shown < \(asked) THEN 1 \
        WHEN own.rank = 2 AND (over.rank = 1 AND (over.ended OR over.became) OR own.shown < over.gone) THEN 1 ELSE own.rank END
        """
    }

    /// The day that a rank is of.
    private var asked: SQL { day.isPeriod ? "own.asked" : "\(day.last)" }

    /// The condition that unit `x`, or one that it is inside of, may have been disbanded by a day, or `x` have become another.
    private func mayHaveEnded(by day: SQL) -> SQL {
        let ended: SQL = """
            z.facet = 'status' AND z.value = 'disbanded' AND z.standing <> 'rejected' \
            AND coalesce(\(Sightings.began("z")), '') <= \(day)
            """
        return """
            (EXISTS (SELECT 1 FROM event z WHERE z.unit_id = x.id AND \(ended)) \
            OR EXISTS (SELECT 1 FROM event z WHERE z.unit_id = x.id AND z.other_unit IS NOT NULL AND z.value <> 'split_from' \
            AND z.standing <> 'rejected' AND coalesce(\(Sightings.began("z")), '') <= \(day)) OR x.part_of IS NOT NULL \
            AND EXISTS (SELECT 1 FROM event z WHERE z.unit_id IN (\(Sightings.wholes(of: "x"))) AND \(ended)))
            """
    }

    /// The condition that unit `x` may have begun after a day. A beginning that is only planned or foretold rules out nothing before it.
    private func mayHaveBegun(after day: SQL) -> SQL {
        """
        EXISTS (SELECT 1 FROM event z WHERE z.unit_id = x.id AND z.facet = 'status' \
        AND z.value IN \(SQL.list(UnitStatus.all(.begins))) AND z.earliest > \(day) AND z.standing <> 'rejected' \
        AND \(Exclusion.isFact("z", by: self.day.today)))
        """
    }
}
