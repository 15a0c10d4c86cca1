import GRDB
import MusterValues

extension Transaction {
    /// Tells what is odd about the date of a new event: that it is a plan, that it is later than every source of it, that the person
    /// was dead, or that the unit had ended. The event is recorded all the same, because the other date may be the wrong one. A plan, and what
    /// was foretold, contradicts nothing.
    func noteOdd(_ event: RecordID, of subject: RecordID) throws {
        for other in try excluded(by: event, of: subject) { note(event, .excludes(other)) }
        let sql: SQL = """
            SELECT v.earliest, \(Sightings.isAfterSources("v")), coalesce(v.unit_id, e.unit_id), \
            coalesce(p.official_id, e.official_id), v.facet FROM event v LEFT JOIN enrollment e ON e.id = v.enrollment_id \
            LEFT JOIN post p ON p.id = v.post_id WHERE v.id = \(event.number) AND v.earliest IS NOT NULL
            """
        let found = try sql.all(db) { row in
            (
                first: try row.next() as String, isLate: try row.next() as Int == 1, unit: try row.next() as Int64?,
                official: try row.next() as Int64?, facet: try row.next() as String
            )
        }
        guard let one = found.first else { return }
        if one.first > today.description { return note(event, .isAhead) }
        if one.isLate { return note(event, .isAfterSources) }
        if let official = one.official, let death = try death(of: official, before: one.first) {
            note(event, .isAfterEnd(death))
        }
        if let unit = one.unit, one.facet != "status", let end = try end(of: unit, before: one.first) {
            note(event, .isAfterEnd(end))
        }
    }

    /// The events of the same record that cannot be besides this one: another form or strength of the very day, the same beginning on
    /// another day, or a denial of what is reported. `DisputeReader` lists more of them.
    private func excluded(by event: RecordID, of subject: RecordID) throws -> [RecordID] {
        let column = SQL(sql: subject.kind.column)
        let sql: SQL = """
            SELECT b.id FROM event a JOIN event b ON b.\(column) = \(subject.number) AND b.facet = a.facet \
            AND b.id <> a.id AND b.standing <> 'rejected' WHERE a.id = \(event.number) AND (\(Exclusion.isOneDay) \
            AND (\(Exclusion.areOtherNumbers) OR a.facet = 'form' AND a.value <> b.value) OR \(Exclusion.isDenied) \
            OR \(Exclusion.isBegunTwice(column))) AND \(Exclusion.isFact("a", by: today)) \
            AND \(Exclusion.isFact("b", by: today)) ORDER BY b.id
            """
        return try sql.all(db) { RecordID(.event, try $0.next()) }
    }

    /// Says that a source is dated before the event on which it is cited, or before everybody else who reports it.
    func noteOlder(_ citation: RecordID, _ source: Int64, on event: RecordID) throws {
        if try isOlder(source, than: event) { note(citation, .isBeforeEvent) }
    }

    /// True if a source is dated before an event that it would report. Of an event without a first day, before the day of every
    /// other source that reports it.
    func isOlder(_ source: Int64, than event: RecordID) throws -> Bool {
        let sql: SQL = """
            SELECT coalesce(s.published_latest, s.captured) < coalesce(\(Sightings.began("v")), (SELECT min(coalesce(o.published_earliest, \
            o.captured)) FROM citation c JOIN source o ON o.id = c.source_id WHERE c.event_id = v.id AND c.source_id <> s.id \
            AND c.standing <> 'rejected')) FROM event v JOIN source s ON s.id = \(source) WHERE v.id = \(event.number)
            """
        return try sql.all(db) { try $0.next() as Int? }.first.flatMap { $0 } == 1
    }

    private func death(of official: Int64, before day: String) throws -> RecordID? {
        let sql: SQL = """
            SELECT v.id FROM enrollment y JOIN event v ON v.enrollment_id = y.id AND v.value = 'killed' \
            AND v.standing <> 'rejected' WHERE y.official_id = \(official) AND y.standing <> 'rejected' AND v.latest < \(day) \
            AND \(Exclusion.isFact("v", by: today)) ORDER BY v.latest LIMIT 1
            """
        return try sql.all(db) { try $0.next() as Int64 }.first.map { RecordID(.event, $0) }
    }

    /// The end of a unit before a day, after which nothing says that it was raised again by the day.
    private func end(of unit: Int64, before day: String) throws -> RecordID? {
        let sql: SQL = """
            SELECT z.id FROM event z WHERE z.unit_id = \(unit) AND z.facet = 'status' AND z.standing <> 'rejected' \
            AND z.value IN \(SQL.list(UnitStatus.all(.ends))) AND z.latest < \(day) \
            AND \(Exclusion.isFact("z", by: today)) AND NOT EXISTS (SELECT 1 FROM event n \
            WHERE n.unit_id = z.unit_id AND n.facet = 'status' AND n.standing <> 'rejected' \
            AND n.value IN \(SQL.list(UnitStatus.all(.begins, .holds))) AND coalesce(n.latest, '9999') > z.earliest \
            AND coalesce(n.earliest, '') <= \(day)) ORDER BY z.latest DESC LIMIT 1
            """
        return try sql.all(db) { try $0.next() as Int64 }.first.map { RecordID(.event, $0) }
    }
}
