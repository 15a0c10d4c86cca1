import GRDB
import MusterValues

extension Transaction {
    /// Records what an edit decided, and refuses a value that nothing supports.
    ///
    /// A decision is kept where it says something that the record and its citations do not: the value of a field without a
    /// column, the reason of an inference, and the choice between sources that disagree.
    ///
    /// - Parameters:
    ///   - id: the record, with its new values.
    ///   - fields: the fields that were typed.
    ///   - changed: those of them whose value the edit changed.
    ///   - inferred: the reason for values that no source states; nil if none was given.
    ///   - isCited: true if a source was given and is cited on them.
    /// - Throws: `MusterError.missing` for a new value that no accepted citation states, if no reason is given.
    func conclude(
        _ id: RecordID, _ fields: [TypedField], changed: Set<FieldName>, inferred: String?, cited isCited: Bool
    )
        throws
    {
        if id.kind.citedFields.isEmpty { return }
        let before = try Conclusion.all(of: id, db)
        for (field, text) in decided(fields, id) {
            if field.isClaim {
                throw MusterError.refused(
                    rule:
                        "the registry settles no border; it keeps what sources say of who holds \(id) by right or in fact",
                    fix: .cite(id, field: field.name.rawValue))
            }
            let known = before[field.name]
            var value = known?.value
            var isNew = changed.contains { id.kind.field($0).flatMap(id.kind.citedField)?.name == field.name }
            if field.isOnlySaid {
                value = text.isEmpty ? nil : try id.kind.clean(text, field.name) as String
                isNew = value != known?.value
                // Written first, because the citations are read against it.
                if isNew { try conclude(id, field.name, value: value, inferred: nil) }
            }
            let held = try FieldReader(db: db, id: id).field(field.name)
            let isStated = held?.isStated ?? false
            let isMissing = held?.value == nil
            if isNew, !isStated, !isMissing, inferred == nil {
                if isCited {
                    throw MusterError.refused(
                        rule: "the source does not state the new \(field.name.words) of \(id)",
                        fix: .leaveOut([.stated]))
                }
                throw MusterError.missing(
                    what: "a source that states the new \(field.name.words) of \(id)",
                    fix: .giveEither(.source, .inferred))
            }
            let reason = isStated || isMissing ? nil : inferred ?? (isNew ? nil : known?.inferred)
            let isChoice = held?.isInDispute ?? false
            if isChoice || reason != known?.inferred {
                try conclude(id, field.name, value: value, inferred: reason)
            }
            if isChoice || reason != known?.inferred || field.isOnlySaid && isNew { note(id, .concluded(field.name)) }
        }
    }

    /// The fields that citations use for what was typed, each once, with its text.
    private func decided(_ fields: [TypedField], _ id: RecordID) -> [TypedField] {
        var seen: Set<FieldName> = []
        return fields.compactMap { typed, text in
            guard let field = id.kind.citedField(of: typed), seen.insert(field.name).inserted else { return nil }
            return (field, text)
        }
    }
}

extension Field {
    /// True if it says who claims or who administers a territory, which the registry never decides.
    fileprivate var isClaim: Bool { [.claimedBy, .administeredBy].contains(name) }
}

extension RecordKind {
    /// The field by which citations speak of a field, as of the group's size for its least; nil if none does.
    func citedField(of field: Field) -> Field? {
        self.field(field.citedAs ?? field.name).flatMap { $0.rules.contains(.cited) ? $0 : nil }
    }
}
