import GRDB
import MusterValues

extension Transaction {
    /// Refuses an unnamed unit if the same place of the same source speaks of one in the same region, programme and whole already:
    /// it was sent twice, unless the clerk says that it is another.
    func refuseUnnamedTwin(
        region: RecordID?, programme: RecordID?, whole: RecordID?, _ evidence: CheckedEvidence
    ) throws {
        let first = try Int64.fetchOne(
            db,
            sql: """
                SELECT u.id FROM unit u JOIN citation c ON c.unit_id = u.id AND c.field = 'kind' \
                WHERE u.kind = 'unnamed' AND u.region_code IS ? AND u.programme_id IS ? AND u.part_of IS ? \
                AND u.standing <> 'rejected' AND c.source_id = ? AND c.locator IS ? AND c.stated IS ? ORDER BY u.id LIMIT 1
                """,
            arguments: [
                region?.code, programme?.number, whole?.number, evidence.sourceID, evidence.locator,
                evidence.stated ?? UnitKind.unnamed.words,
            ])
        guard let first else { return }
        let id = RecordID(.unit, first)
        throw MusterError.taken(
            what: "an unnamed unit of that source in", value: try region.map { try title($0) } ?? "no region", id: id,
            fix: .useOrSayNew(use: id, another: "unit"))
    }
}
