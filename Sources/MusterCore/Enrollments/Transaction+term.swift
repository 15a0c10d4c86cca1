import GRDB
import MusterValues

extension Transaction {
    /// Refuses a contract that certainly ends before all that is known to have begun it.
    ///
    /// - Throws: `MusterError.refused` with the event that came after the end.
    func refuseEndBeforeBeginning(of enrollment: RecordID) throws {
        let row = try enrollment.row(there: db)
        guard let end: String = try row.get("ends_latest") else { return }
        let begun = try Row.fetchOne(
            db,
            sql: """
                SELECT id, date FROM event WHERE enrollment_id = :id AND facet = 'state' AND standing <> 'rejected' \
                AND value IN ('joined', 'contract_signed') AND NOT EXISTS (SELECT 1 FROM event o WHERE o.enrollment_id = :id \
                AND o.value IN ('joined', 'contract_signed') AND o.standing <> 'rejected' \
                AND coalesce(o.earliest, '') <= :end) ORDER BY earliest, id
                """, arguments: ["id": enrollment.number, "end": end])
        guard let begun else { return }
        let event = RecordID(.event, try begun.get("id"))
        throw MusterError.refused(
            rule: """
                the contract would end on \(try row.get("ends") as String), before \(event) of \(try begun.get("date") as String), \
                by which it began
                """, fix: .see(enrollment))
    }
}
