import GRDB
import MusterValues

extension Transaction {
    /// The date on which the new values of an edit are or were so; nil if none is given.
    func held(_ edit: Edit, of id: RecordID, _ fields: [TypedField]) throws -> StoredDate? {
        guard let held = try StoredDate.optional(edit.held) else { return nil }
        if id.kind == .event { throw MusterError.heldEvent }
        let cited = citable(fields, id.kind)
        if cited.isEmpty {
            throw MusterError.refused(rule: "nothing that changes here is so for a time", fix: .leaveOut([.day]))
        }
        if edit.evidence == nil { throw MusterError.missing(what: "the source that says when", fix: .give(.source)) }
        for (_, field, value) in cited {
            try refuseUnfitDays(held, stating: value, of: field.name, id)
            try refuseOlder(value, of: field, on: held, id)
        }
        return held
    }

    /// Refuses to put a value on record that another one followed, by what a source says: the newest stands there.
    private func refuseOlder(_ value: String, of field: Field, on held: StoredDate, _ id: RecordID) throws {
        guard let now = try FieldReader(db: db, id: id).field(field.name) else { return }
        let own = try StatedValue.read(value, of: field, held: now.value, db)
        let later = try now.notRejected.first { statement in
            guard statement.standing == .accepted, let span = statement.span, span.begins, let begun = span.first,
                begun.description > held.earliest ?? ""
            else { return false }
            let other = try StatedValue.read(statement.stated, of: field, held: now.value, db)
            return own == nil || other == nil ? Text.folded(statement.stated) != Text.folded(value) : own != other
        }
        guard let later, let since = later.held else { return }
        throw MusterError.refused(
            rule:
                "\(id) has \(field.name.words) \(quoted(later.stated)) for \(since.edtf), and the newest value stands on record",
            fix: .citeEarlier(id, field: field.name.rawValue))
    }
}
