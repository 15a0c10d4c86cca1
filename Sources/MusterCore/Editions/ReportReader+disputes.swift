import GRDB
import MusterValues

extension ReportReader {
    /// The records that the report covers.
    var scope: DisputeScope { DisputeScope(record: subject, isSummary: isSummary) }

    /// The events that exclude each other or whose dates cannot be, and what else contradicts itself but values.
    func contradictions() throws -> [Dispute] {
        try DisputeReader(db: db, scope: scope, today: day.today).contradictions()
    }

    /// The fields that a citation contradicts, settled or not, and the records whose standing is disputed, by kind and number.
    func disputes() throws -> [Report.FieldDispute] {
        var fields: [Report.FieldDispute] = []
        let reader = DisputeReader(db: db, scope: scope, today: day.today)
        for kind in [RecordKind.region, .programme, .unit, .official, .post, .enrollment, .event] {
            let found = try reader.contradicted(kind)
            let ids = Array(Set(found.map(\.0)))
            let (readers, titles) = (try FieldReader.together(kind, ids, db), try RecordTitles(db: db).titles(of: ids))
            for (id, name) in found {
                guard let field = try readers[id]?.field(name), field.isInDispute || field.isSettled else { continue }
                let judged = kind == .region ? nil : try id.row(there: db)
                fields.append(
                    Report.FieldDispute(
                        record: id, kind: kind, title: titles[id] ?? id.description, field: field,
                        standing: try judged?.optionalList("standing"), note: try judged?.get("standing_note"),
                        settlement: field.isInDispute ? nil : try reader.settlement(of: id, field)))
            }
        }
        return try fields
            + reader.judged().map { judged in
                Report.FieldDispute(
                    record: judged.record.id, kind: judged.record.id.kind, title: judged.record.name ?? "", field: nil,
                    standing: .disputed, note: judged.reason, settlement: nil)
            }
    }
}
