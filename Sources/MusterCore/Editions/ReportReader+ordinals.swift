import GRDB
import MusterValues

extension ReportReader {
    /// The claims of a place in the order of founding, except for units judged wrong.
    func ordinals() throws -> [OrdinalClaim] {
        let sql: SQL = """
            SELECT u.id, u.ordinal, u.region_code, u.programme_id, (\(others("o.programme_id IS NULL")) AND NOT EXISTS (SELECT 1 FROM unit k WHERE k.region_code = o.region_code \
            AND k.programme_id = u.programme_id)) AS undetermined FROM unit u WHERE \(unitsHere) AND u.ordinal IS NOT NULL AND u.standing <> 'rejected' ORDER BY u.id
            """
        return try sql.rows(db).map { row in
            let others = try regionsOfProgramme(row.get("programme_id"), besides: row.get("region_code"))
            let own = try foundings(of: "= \(row.get("id") as Int64)").first
            let id = RecordID(.unit, try row.get("id"))
            let ordinal: Int = try row.get("ordinal")
            // `OrdinalClaim` subtracts counts from the ordinal, and a wild number that a shell wrote would overflow.
            guard (1...1000).contains(ordinal) else {
                throw MusterError.unreadable(field: "ordinal", value: String(ordinal))
            }
            // If the registry worked out the number itself, it must not be attributed to a source.
            let voice = try CitedStatement.all(of: id, db)[FieldName.ordinal.rawValue]?.first { voice in
                voice.stance == .supports && voice.standing != .rejected && OrdinalWords.states(voice.stated, ordinal)
            }
            return OrdinalClaim(
                unit: NamedRecord(id: id, name: try RecordTitles(db: db).name(id)),
                region: try regionNames.region(row.get("region_code")), ordinal: ordinal, citation: voice,
                others: others.count, before: others.count { $0.isBefore(own) },
                after: others.count { $0.isAfter(own) },
                undetermined: try row.get("undetermined"))
        }
    }

    /// When a unit is first heard of, and from when on it can have been there; in a region, its first unit.
    private struct Founding {
        var region: String?
        /// The day by which it was there; nil if nothing tells.
        var by: String?
        /// The first day on which it can have begun; empty if it may always have been there.
        var from: String

        func isBefore(_ own: Founding?) -> Bool {
            guard let by, let ownBy = own?.by else { return false }
            return by < ownBy
        }

        func isAfter(_ own: Founding?) -> Bool {
            guard let ownBy = own?.by else { return false }
            return from > ownBy
        }
    }

    /// The first unit of each region, other than one region, that has a unit of the programme.
    private func regionsOfProgramme(_ programme: Int64?, besides own: String?) throws -> [Founding] {
        guard let programme else { return [] }
        let units: SQL = """
            IN (SELECT o.id FROM unit o JOIN region r ON r.code = o.region_code WHERE o.programme_id = \(programme) \
            AND o.standing <> 'rejected' AND coalesce(r.parent, r.code) IS NOT \
            (SELECT coalesce(parent, code) FROM region WHERE code = \(own)))
            """
        return try Dictionary(grouping: foundings(of: units), by: \.region).values.map { units in
            Founding(region: units[0].region, by: units.compactMap(\.by).min(), from: units.map(\.from).min() ?? "")
        }
    }

    /// When the units that meet a condition are first heard of. What only shows a unit says nothing of when it began; nor does a
    /// beginning, if the unit is seen before.
    private func foundings(of match: SQL) throws -> [Founding] {
        let begins = SQL.list(UnitStatus.all(.begins))
        let sql: SQL = """
            WITH \(Sightings(kind: .unit, facets: EventValue.facets(of: .unit), day: AskedDay(given: nil, today: day.today)).tables(match, named: "unit")) \
            SELECT coalesce(r.parent, r.code) AS region, min(s.last) FILTER (WHERE s.planned = 0) AS heard, \
            CASE WHEN min(s.last) FILTER (WHERE s.planned = 0) \
            < min(s.last) FILTER (WHERE s.value IN \(begins)) THEN '' ELSE min(s.first) FILTER (WHERE s.value IN \(begins)) END AS began \
            FROM unit u LEFT JOIN region r ON r.code = u.region_code LEFT JOIN unit_sighted s ON s.subject = u.id AND s.own \
            AND s.value IS NOT 'disbanded' WHERE u.id \(match) GROUP BY u.id
            """
        return try sql.rows(db).map { row in
            try Founding(region: row.get("region"), by: row.get("heard"), from: row.get("began") ?? "")
        }
    }

    /// The SQL for the number of other regions, not unit `u`'s own, that have a unit `o` which meets the condition.
    private func others(_ condition: SQL) -> SQL {
        """
        SELECT count(DISTINCT coalesce(r.parent, r.code)) FROM unit o JOIN region r ON r.code = o.region_code \
        WHERE \(condition) AND o.standing <> 'rejected' \
        AND coalesce(r.parent, r.code) IS NOT (SELECT coalesce(parent, code) FROM region WHERE code = u.region_code)
        """
    }
}
