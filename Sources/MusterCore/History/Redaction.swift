import GRDB
import MusterValues

/// Blanks one record, inside a transaction.
struct Redaction {
    let target: RecordID
    let transaction: Transaction
    let reason: String
    private var db: Database { transaction.db }

    func run() throws {
        if target.kind == .region {
            throw MusterError.refused(
                rule: "a region is public reference data and is not redacted; redact what is cited on it")
        }
        let tables = Dictionary(
            uniqueKeysWithValues: try HistoryTable.all(db).compactMap { table in table.base.map { ($0, table) } })
        let blanking = RowRedaction(transaction: transaction)
        let rows = try RedactionScope(db: db, target: target).rows()
        let names = try RedactionLeftovers(db: db).texts(of: rows)
        let texts = try names + RedactionLeftovers(db: db).texts(of: target)
        if let named = texts.first(where: { RedactionLeftovers.holds(reason, $0) }) {
            throw MusterError.badValue(
                field: "reason", value: reason,
                rule: "it holds \(quoted(named)), which is redacted; give one that does not")
        }
        var counts: [RecordChange.Parts] = []
        for (base, ids) in rows {
            guard let table = tables[base] else { continue }
            let count = try ids.filter {
                try blanking.blank(table, $0, isTarget: base == target.kind.name && $0 == target.number)
            }.count
            if count > 0 { counts.append(RecordChange.Parts(table: base, count: count)) }
        }
        let reasons = ReasonRedaction(transaction: transaction)
        if !counts.isEmpty { transaction.note(target, .redacted(counts)) }
        try reasons.run(reasons.revisions(holding: texts))
        for (id, places) in try RedactionLeftovers(db: db).remaining(names) {
            transaction.note(id, .stillHolds(places))
        }
    }
}
