import GRDB
import MusterValues

extension DisputeReader {
    /// Two events of one record that cannot both be: strengths and forms, or sightings that only hold, of one and the same day;
    /// one beginning or one end on two days; and a denial of what another source reports.
    func exclusive() throws -> [Dispute] {
        let steady =
            EnrollmentState.all(.holds).filter { !$0.isChange }.map(\.rawValue)
            + Tenure.all(.holds).filter { !$0.isChange }.map(\.rawValue)
        let parts: [SQL] = RecordKind.withEvents.map { kind in
            let column = SQL(sql: kind.column)
            return """
                SELECT a.id AS one, b.id AS other FROM event a JOIN event b ON b.\(column) = a.\(column) AND b.facet = a.facet \
                AND b.id > a.id WHERE a.\(column) IN (\(scope.records(of: kind))) AND a.standing <> 'rejected' \
                AND b.standing <> 'rejected' AND (\(Exclusion.isOneDay) AND (\(Exclusion.areOtherNumbers) \
                OR a.value <> b.value AND (a.facet = 'form' OR a.value IN \(SQL.list(stored: steady)) \
                AND b.value IN \(SQL.list(stored: steady)))) \
                OR \(Exclusion.isDenied) OR \(Exclusion.isBegunTwice(column)) \
                OR \(Exclusion.isEndedTwice(column)))
                """
        }
        return try pairs(.exclusive, "\(parts.joined(separator: " UNION ALL ")) ORDER BY 1, 2")
    }

    /// What happened to an official after a death: in a post, or in another enrollment.
    func afterDeath() throws -> [Dispute] {
        // The few deaths go first: SQLite would read every event of the register instead.
        let own: [SQL] = [RecordKind.post, .enrollment].map { kind in
            """
            SELECT d.event AS one, v.id AS other FROM died d CROSS JOIN \(sql: kind.name) r ON r.official_id = d.official \
            CROSS JOIN event v ON v.\(sql: kind.column) = r.id WHERE r.standing <> 'rejected' AND v.standing <> 'rejected' AND v.id <> d.event \
            AND coalesce(v.value, '') <> 'killed' AND \(Sightings.began("v")) > d.day AND v.earliest <= \(today.description)
            """
        }
        return try pairs(
            .afterDeath,
            """
            WITH died AS MATERIALIZED (SELECT y.official_id AS official, v.id AS event, \
            min(\(Sightings.happened("v", by: today))) AS day FROM event v \
            JOIN enrollment y ON y.id = v.enrollment_id AND y.standing <> 'rejected' \
            WHERE v.value = 'killed' AND v.standing <> 'rejected' \
            AND y.official_id IN (\(scope.records(of: .official))) AND \(Exclusion.isFact("v", by: today)) GROUP BY y.official_id) \
            \(own.joined(separator: " UNION ALL ")) ORDER BY 1, 2
            """)
    }

    /// What is said of a unit, or of who is in it, on a day after it was disbanded or became another, or after what it is inside of
    /// was disbanded, unless it was raised again.
    func afterEnd() throws -> [Dispute] {
        let raising = SQL.list(UnitStatus.all(.begins, .holds))
        // It may have been raised again between the first day that its end can have and what is said of it.
        let isRaised: SQL = """
            EXISTS (SELECT 1 FROM event n WHERE n.unit_id = ended.id AND n.facet = 'status' AND n.value IN \(raising) \
            AND n.standing <> 'rejected' AND n.date IS NOT NULL AND coalesce(n.latest, '9999') > ended.first \
            AND coalesce(\(Sightings.began("n")), '') <= coalesce(\(Sightings.ended("v")), '9999'))
            """
        return try pairs(
            .afterEnd,
            """
            WITH RECURSIVE ended(id, event, first, day) AS (SELECT z.unit_id, z.id, coalesce(\(Sightings.began("z")), ''), \
            \(Sightings.happened("z", by: today)) FROM event z \
            WHERE z.unit_id IS NOT NULL AND z.facet = 'status' AND z.value IN \(SQL.list(UnitStatus.all(.ends))) AND z.standing <> 'rejected' \
            AND \(Exclusion.isFact("z", by: today)) UNION SELECT u.id, ended.event, ended.first, ended.day FROM ended \
            JOIN event w ON w.id = ended.event AND w.value = 'disbanded' JOIN unit u ON u.part_of = ended.id) \
            SELECT ended.event AS one, v.id AS other FROM ended CROSS JOIN enrollment y ON y.unit_id = ended.id \
            CROSS JOIN event v ON v.enrollment_id = y.id WHERE y.id IN (\(scope.records(of: .enrollment))) AND y.standing <> 'rejected' AND \(isThere) \
            AND \(Sightings.began("v")) > ended.day AND v.earliest <= \(today.description) AND NOT \(isRaised) \
            UNION ALL SELECT ended.event, v.id FROM ended CROSS JOIN event v ON v.unit_id = ended.id \
            WHERE ended.id IN (\(scope.records(of: .unit))) AND v.facet <> 'status' AND v.standing <> 'rejected' \
            AND \(Sightings.began("v")) > ended.day AND v.earliest <= \(today.description) AND NOT \(isRaised) ORDER BY 1, 2
            """)
    }

    /// Who joined a unit, or was in it, before its first sign of life.
    func beforeBeginning() throws -> [Dispute] {
        let begins = SQL.list(UnitStatus.all(.begins))
        return try pairs(
            .beforeBeginning,
            """
            SELECT z.id AS one, v.id AS other FROM event v JOIN enrollment y ON y.id = v.enrollment_id \
            JOIN event z ON z.unit_id = y.unit_id AND z.value IN \(begins) AND z.standing <> 'rejected' \
            WHERE y.id IN (\(scope.records(of: .enrollment))) AND \(isThere) AND \(Sightings.ended("v")) < \(Sightings.began("z")) \
            AND NOT EXISTS (SELECT 1 FROM event n WHERE n.unit_id = y.unit_id AND n.standing <> 'rejected' \
            AND n.id <> z.id AND coalesce(n.earliest, '') < z.earliest) ORDER BY 1, 2
            """)
    }

    /// Enrollment event `v` says that somebody is in the unit.
    private var isThere: SQL {
        "v.standing <> 'rejected' AND v.value IN \(SQL.list(EnrollmentState.inUnit))"
    }

    /// Events of the past that are dated later than every source that reports them; if one has no date, nothing is known of it.
    func afterSources() throws -> [Dispute] {
        let sql: SQL = """
            SELECT v.id FROM event v WHERE v.id IN (\(scope.records(of: .event))) \
            AND v.standing <> 'rejected' AND v.earliest <= \(today.description) AND \(Sightings.isAfterSources("v")) ORDER BY v.id
            """
        return try disputes(.afterSources, sql.all(db) { [try $0.next() as Int64] })
    }

    /// The disputes between two events, each told once. Plans contradict nothing, and neither does what was foretold: it stands under
    /// `afterSources`.
    private func pairs(_ kind: DisputeKind, _ sql: SQL) throws -> [Dispute] {
        var seen: Set<[Int64]> = []
        let found = try sql.rows(db).map { row -> [Int64] in [try row.get("one"), try row.get("other")] }
            .filter { seen.insert($0.sorted()).inserted }
        // Few events are found, and asking of each event on the register whether it is a fact takes long.
        let facts = try facts(among: Set(found.joined()))
        return try disputes(kind, found.filter { $0.allSatisfy(facts.contains) })
    }

    private func facts(among events: Set<Int64>) throws -> Set<Int64> {
        if events.isEmpty { return [] }
        let sql: SQL = """
            SELECT v.id FROM event v WHERE v.id IN \(SQL.list(events)) AND \(Exclusion.isFact("v", by: today))
            """
        return Set(try sql.all(db) { try $0.next() as Int64 })
    }

    /// The disputes about events, by their numbers. The events are read together: a region may have thousands.
    private func disputes(_ kind: DisputeKind, _ found: [[Int64]]) throws -> [Dispute] {
        let events = try events(Set(found.joined()))
        let titles = try RecordTitles(db: db).titles(of: Set(events.values.map(\.subject)))
        return try found.map { numbers in
            let told = try numbers.map { number in
                guard let event = events[number] else {
                    throw MusterError.unreadable(field: "event", value: "nothing", of: RecordID(.event, number))
                }
                return event
            }
            let subject = told[told.count - 1].subject
            let isSettled = told.contains { $0.standing == .disputed }
            return Dispute(
                kind: kind, record: NamedRecord(id: subject, name: titles[subject]), field: nil, value: nil,
                isSettled: isSettled,
                settlement: isSettled ? try settlement(judging: numbers.map { RecordID(.event, $0) }) : nil,
                reason: told.lazy.compactMap(\.note).first, sides: told.map(\.side))
        }
    }

    /// An event as a dispute tells it.
    private struct Told {
        let subject: RecordID
        let standing: Standing
        let note: String?
        let side: Dispute.Side
    }

    private func events(_ numbers: Set<Int64>) throws -> [Int64: Told] {
        if numbers.isEmpty { return [:] }
        let said = try CitedStatement.all(ofValuesOf: numbers, db)
        let rows = try SQL("SELECT * FROM event WHERE id IN \(SQL.list(numbers))").rows(db)
        return try rows.reduce(into: [:]) { told, row in
            let id = RecordID(.event, try row.get("id"))
            guard let subject = try RecordKind.event.field(.of)?.reference(in: row) else {
                throw MusterError.unreadable(field: "subject", value: "nothing", of: id)
            }
            let date = try row.date(["date", "earliest", "latest"])
            let words = try id.naming(row.eventValue).words + (date.map { " \($0.edtf)" } ?? ", no date stated")
            let citations = (said[id.number] ?? []).filter { $0.standing != .rejected }
            told[id.number] = Told(
                subject: subject, standing: try row.list("standing"), note: try row.get("standing_note"),
                side: Dispute.Side(words: words, record: id, citations: citations))
        }
    }
}
