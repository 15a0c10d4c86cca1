import GRDB
import MusterValues

extension Transaction {
    /// Refuses an event by which a unit would become what it came from, or become another after it was over itself.
    ///
    /// - Parameter event: the event, which is on the register; one that names no other unit is passed over.
    /// - Throws: `MusterError.refused` with the event that is in the way.
    func refuseUnfitSuccession(_ event: RecordID) throws {
        let row = try event.row(there: db)
        guard let other: Int64 = try row.get("other_unit"), try Sameness.stands(row) else { return }
        let unit = RecordID(.unit, try row.get("unit_id"))
        if other == unit.number {
            throw MusterError.refused(rule: "\(unit) is the same unit; a unit becomes another unit, not itself")
        }
        let way: SQL = """
            WITH RECURSIVE way(id, event) AS (SELECT \(Succession.to("v")), NULL FROM event v WHERE v.id = \(event.number) \
            UNION SELECT \(Succession.to("w")), w.id FROM way JOIN event w ON w.other_unit IS NOT NULL AND w.standing <> 'rejected' \
            AND w.other_unit <> w.unit_id AND \(Succession.from("w")) = way.id AND w.id <> \(event.number)) \
            SELECT way.event FROM way JOIN event v ON v.id = \(event.number) WHERE way.id = \(Succession.from("v")) LIMIT 1
            """
        if let closing = try way.all(db, { try $0.id(.event) }).first {
            throw MusterError.refused(
                rule: "by \(try words(closing)), a unit would become what it came from", fix: .see(closing))
        }
        // A unit that ended by becoming another has part in nothing later; that it was split into several is told by several.
        let late: SQL = """
            SELECT CASE WHEN e.id = \(event.number) THEN i.id ELSE e.id END FROM event e JOIN event i ON i.id <> e.id \
            AND i.other_unit IS NOT NULL AND i.standing <> 'rejected' AND e.unit_id IN (i.unit_id, i.other_unit) \
            AND i.earliest > e.latest AND NOT (e.value = 'split_into' AND i.value = 'split_into' AND i.unit_id = e.unit_id) \
            WHERE e.other_unit IS NOT NULL AND e.value <> 'split_from' AND e.standing <> 'rejected' \
            AND (e.id = \(event.number) AND (i.unit_id IN (\(unit.number), \(other)) OR i.other_unit IN (\(unit.number), \(other))) \
            OR i.id = \(event.number) AND e.unit_id IN (\(unit.number), \(other))) LIMIT 1
            """
        if let against = try late.all(db, { try $0.id(.event) }).first {
            throw MusterError.refused(
                rule: "by \(try words(against)), and what became another unit was not there afterwards",
                fix: .see(against))
        }
    }

    private func words(_ event: RecordID) throws -> String {
        let date: String? = try event.row(there: db).get("date")
        return "\(event) \(try RecordTitles(db: db).title(event))" + (date.map { ", \($0)" } ?? "")
    }
}
