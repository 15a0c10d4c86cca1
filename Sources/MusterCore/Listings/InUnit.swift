import GRDB
import MusterValues

/// The SQL for the grades that people are in their units on a day.
///
/// Nobody is in a unit before it began or after it ended, whatever a source says of the person.
struct InUnit {
    let day: AskedDay

    /// The ranks of enrollments, 0 to 3, in the columns `id` and `rank`.
    ///
    /// - Parameter enrollments: a query for their ids.
    /// - Returns: the query.
    func ranks(of enrollments: SQL) -> SQL { "WITH \(tables(of: enrollments)) SELECT id, rank FROM in_unit" }

    /// The same as common table expressions, of which the last is `in_unit`.
    func tables(of enrollments: SQL) -> SQL {
        let own = StateQuery(.enrollment, "state", on: day)
        let there = StateQuery(.unit, "status", on: day)
        // A unit's own grade is worked out only if it may have ended by the day, or begun after it.
        return """
            people AS MATERIALIZED (\(enrollments)), \
            doubtful AS (SELECT x.id FROM unit x WHERE x.id IN (SELECT f.unit_id FROM people CROSS JOIN enrollment f ON f.id = people.id) \
            AND (\(mayHaveEnded) OR EXISTS (SELECT 1 FROM event z WHERE z.unit_id = x.id AND z.facet = 'status' \
            AND z.value IN \(SQL.list(UnitStatus.all(.begins))) AND z.earliest > \(day.last) AND z.standing <> 'rejected'))), \
            \(own.grades("IN (SELECT id FROM people)", .lasting, named: "own")), \
            \(there.grades("IN (SELECT id FROM doubtful)", .lasting, named: "there")), \
            over AS MATERIALIZED (SELECT doubtful.id, coalesce(there.rank, 0) AS rank, EXISTS (SELECT 1 FROM there_placed \
            WHERE there_placed.subject = doubtful.id AND there_placed.value = 'disbanded' AND there_placed.first <= \(day.last)) AS ended \
            FROM doubtful LEFT JOIN there ON there.subject = doubtful.id), \
            in_unit AS (SELECT people.id, CASE WHEN over.rank = 0 OR own.rank IS NULL THEN 0 \
            WHEN over.rank = 1 AND over.ended AND own.rank = 2 THEN 1 ELSE own.rank END AS rank \
            FROM people CROSS JOIN enrollment f ON f.id = people.id LEFT JOIN own ON own.subject = people.id \
            LEFT JOIN over ON over.id = f.unit_id)
            """
    }

    /// The condition that unit `x`, or one that it is inside of, may have been disbanded by the day.
    private var mayHaveEnded: SQL {
        let ended: SQL = """
            z.facet = 'status' AND z.value = 'disbanded' AND z.standing <> 'rejected' \
            AND coalesce(\(Sightings.began("z")), '') <= \(day.last)
            """
        return """
            (EXISTS (SELECT 1 FROM event z WHERE z.unit_id = x.id AND \(ended)) OR x.part_of IS NOT NULL \
            AND EXISTS (SELECT 1 FROM event z WHERE z.unit_id IN (\(Sightings.wholes(of: "x"))) AND \(ended)))
            """
    }
}
