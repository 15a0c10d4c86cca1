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
        let trace = try RedactionLeftovers(db: db).trace(of: target, rows)
        if trace.isIn(reason) {
            throw MusterError.badValue(
                field: "reason", value: reason, rule: "it holds a name that is redacted; give one that does not")
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
        let leftovers = RedactionLeftovers(db: db)
        let traced = try leftovers.remaining(trace)
        let left = try leftovers.remaining(names).reduce(into: traced.records) {
            $0[$1.id, default: []].formUnion($1.columns)
        }
        for (id, places) in left.sorted(by: {
            ($0.key.kind.rawValue, $0.key.number) < ($1.key.kind.rawValue, $1.key.number)
        }) {
            transaction.note(id, .stillHolds(places.sorted()))
        }
        for revision in traced.revisions.sorted() { transaction.note(heldInReasonOf: revision) }
    }
}
