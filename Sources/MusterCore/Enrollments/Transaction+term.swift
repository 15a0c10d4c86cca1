import GRDB
import MusterValues

extension Transaction {
    /// Refuses a contract that certainly ends before all that is known to have begun it.
    ///
    /// - Throws: `MusterError.refused` with the two dates.
    func refuseEndBeforeBeginning(of enrollment: RecordID) throws {
        let row = try enrollment.row(there: db)
        guard let end: String = try row.get("ends_latest") else { return }
        let begun = try Row.fetchOne(
            db,
            sql: """
                SELECT date FROM event WHERE enrollment_id = :id AND facet = 'state' AND standing <> 'rejected' \
                AND value IN ('joined', 'contract_signed') AND NOT EXISTS (SELECT 1 FROM event o WHERE o.enrollment_id = :id \
                AND o.value IN ('joined', 'contract_signed') AND o.standing <> 'rejected' \
                AND coalesce(o.earliest, '') <= :end) ORDER BY earliest, id
                """, arguments: ["id": enrollment.number, "end": end])
        guard let begun else { return }
        throw MusterError.refused(
            rule: """
                the contract would end by \(end), before it began on \(try begun.get("date") as String); \
                one of the two dates is wrong
                """)
    }
}
