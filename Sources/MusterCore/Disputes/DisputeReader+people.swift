import GRDB
import MusterValues

extension DisputeReader {
    /// The officials who definitely were in two units on a day, neither of them inside of the other.
    func twoUnits() throws -> [Dispute] {
        let there = SQL.list(EnrollmentState.inUnit)
        let sql: SQL = """
            WITH spans AS MATERIALIZED (SELECT e.id, e.official_id, e.unit_id, u.part_of, \
            min(v.latest) FILTER (WHERE v.value IN \(there)) AS begins, max(v.earliest) AS ends FROM enrollment e \
            JOIN unit u ON u.id = e.unit_id JOIN event v ON v.enrollment_id = e.id AND v.standing <> 'rejected' WHERE e.standing <> 'rejected' \
            AND e.official_id IN (\(scope.records(of: .official))) AND EXISTS (SELECT 1 FROM enrollment y \
            WHERE y.official_id = e.official_id AND y.unit_id <> e.unit_id) GROUP BY e.id) \
            SELECT DISTINCT a.official_id AS official, a.id AS one, b.id AS other, v.latest AS day FROM spans a \
            JOIN spans b ON b.official_id = a.official_id AND b.id > a.id AND b.unit_id <> a.unit_id \
            CROSS JOIN event v ON v.enrollment_id IN (a.id, b.id) AND v.value IN \(there) AND v.standing <> 'rejected' \
            WHERE v.latest BETWEEN max(a.begins, b.begins) AND min(a.ends, b.ends) \
            AND a.unit_id NOT IN (\(Sightings.wholes(of: "b"))) AND b.unit_id NOT IN (\(Sightings.wholes(of: "a"))) ORDER BY 1, 2, 3, 4
            """
        // A pair is told once, by the first of the days on which one of them was seen.
        var told: Set<[Int64]> = []
        return try sql.rows(db).compactMap { row in
            let ids: [Int64] = [try row.get("one"), try row.get("other")]
            if told.contains(ids) { return nil }
            let day = try Day(typed: row.get("day"))
            let asked = AskedDay(Period(day), today: today)
            let ranks = try InUnit(day: asked).ranks(of: "SELECT value AS id FROM \(SQL.list(ids))").rows(db)
            guard try ranks.allSatisfy({ try $0.get("rank") as Int == Grade.definitely.rank }), ranks.count == 2 else {
                return nil
            }
            told.insert(ids)
            let enrollments = ids.map { RecordID(.enrollment, $0) }
            let judged = try settlement(judging: enrollments)
            return Dispute(
                kind: .twoUnits, record: try named(RecordID(.official, try row.get("official"))), field: nil,
                value: nil, isSettled: judged != nil, settlement: judged, reason: judged.map(Self.reason),
                sides: try enrollments.map { try side($0, on: day) })
        }
    }

    private static func reason(_ settlement: Settlement) -> String { settlement.note ?? Standing.disputed.words }

    private func side(_ id: RecordID, on day: Day) throws -> Dispute.Side {
        Dispute.Side(
            words: "\(try RecordTitles(db: db).title(id)), on \(day)", record: id, day: day,
            citations: try (CitedStatement.all(of: id, db)["unit"] ?? []) + sightings(of: id))
    }

    /// What sources state of the events that show somebody in a unit.
    private func sightings(of id: RecordID) throws -> [CitedStatement] {
        let there = SQL.list(EnrollmentState.inUnit)
        let events: SQL = """
            SELECT v.id FROM event v WHERE v.enrollment_id = \(id.number) AND v.value IN \(there) \
            AND v.standing <> 'rejected' ORDER BY \(SQL.byDay("v"))
            """
        return try events.all(db) { RecordID(.event, try $0.next()) }.flatMap { event in
            try (CitedStatement.all(of: event, db)["value"] ?? []).filter { $0.standing != .rejected }
        }
    }

    /// The units of one programme that claim one place in the order of founding.
    func sameOrdinal() throws -> [Dispute] {
        let sql: SQL = """
            SELECT a.id AS one, b.id AS other FROM unit a JOIN unit b ON b.programme_id = a.programme_id \
            AND b.ordinal = a.ordinal AND b.id > a.id WHERE a.standing <> 'rejected' AND b.standing <> 'rejected' \
            AND (a.id IN (\(scope.records(of: .unit))) OR b.id IN (\(scope.records(of: .unit)))) ORDER BY 1, 2
            """
        return try sql.rows(db).map { row in
            let units = [RecordID(.unit, try row.get("one")), RecordID(.unit, try row.get("other"))]
            let held = try FieldReader(db: db, id: units[0]).field(.ordinal)
            let judged = try settlement(judging: units)
            return Dispute(
                kind: .sameOrdinal, record: try named(units[0]), field: .ordinal, value: held?.value,
                isSettled: judged != nil, settlement: judged, reason: judged.map(Self.reason),
                sides: try units.map { unit in
                    Dispute.Side(
                        words: try RecordTitles(db: db).title(unit), record: unit,
                        citations: try FieldReader(db: db, id: unit).field(.ordinal)?.supporting ?? [])
                })
        }
    }
}
