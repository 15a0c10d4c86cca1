import GRDB
import MusterValues

/// Whether a citation fits the record that it is about.
extension Transaction {
    /// Refuses a field that records of the kind have, but not this one: an official's enrollment has no group, and most events no
    /// other unit.
    func refuseUnfit(_ field: FieldName, of record: RecordID) throws {
        let ofGroup: Set<FieldName> = [.group, .groupSize, .level]
        if record.kind == .enrollment, field == .official || ofGroup.contains(field) {
            let isGroup = try record.row(there: db).get("group_who") as String? != nil
            if isGroup, field == .official {
                throw MusterError.refused(rule: "\(record) is of a group", fix: .nameOfGroup(record))
            }
            if !isGroup, ofGroup.contains(field) {
                throw MusterError.refused(
                    rule: "\(record) is of an official; only a group has a \(field.words)",
                    fix: .words("cite another field"))
            }
        }
        if record.kind == .event, field == .otherUnit,
            try record.row(there: db).get("other_unit") as Int64? == nil
        {
            throw MusterError.refused(
                rule: "\(record) is of one unit alone, and names no other", fix: .words("cite another field"))
        }
    }

    /// Says of a citation of a free text who tells it in other words: only the clerk can see if they exclude each other.
    func noteOtherWords(_ citation: RecordID, _ field: FieldName, of record: RecordID) throws {
        guard record.kind.field(field)?.isWorded == true, let read = try FieldReader(db: db, id: record).field(field),
            let own = read.supporting.first(where: { $0.citation == citation })
        else { return }
        let others = read.supporting.filter { other in
            other.standing == .accepted && Text.folded(other.stated) != Text.folded(own.stated)
        }
        if others.isEmpty { return }
        note(citation, .toldDifferently(by: others.map { "\($0.source.words) (\($0.stated))" }))
    }

    /// Says of a citation that its words, which should name another record, suggest none on the register.
    func noteNone(_ citation: RecordID, _ stated: String, by field: FieldName, of record: RecordID) throws {
        guard case .reference(let kind)? = record.kind.field(field)?.type, kind.isNamed || kind == .source else {
            return
        }
        if kind == .region, RecordID(stated) != nil { return }
        if try !Resolver(db: db).candidates(RecordReference(stated), among: [kind]).isEmpty { return }
        if try Searcher(db: db).hits(stated, among: [kind], suggests: true).isEmpty { note(citation, .namesNone(kind)) }
    }
}
