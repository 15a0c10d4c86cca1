import GRDB
import MusterValues

extension Merge {
    /// Refuses a source that is set aside: the merge would change what counts.
    func refuseOneSetAside() throws {
        for id in [kept, gone] where try id.row(there: db).get("set_aside") as String? != nil {
            throw MusterError.refused(
                rule: "\(id) is set aside, so the merge would change what counts", fix: .bringBackFirst(id))
        }
    }

    /// Gives the kept source what the other repeats if it repeats nothing itself; if it does, that stays, and the merge says so.
    func fillDerivations() throws {
        try joinDerivations()
        let (own, other) = (try SourceDerivations(of: kept, db), try SourceDerivations(of: gone, db))
        if own.sources != other.sources, !other.items.isEmpty {
            let (held, offered) = (try repeated(by: kept), try repeated(by: gone))
            if own.items.isEmpty, let offered {
                try takeDerivations(other)
                transaction.note(kept, .filled(.derivedFrom, from: gone, value: offered))
            } else {
                transaction.note(kept, .kept(.derivedFrom, value: held, other: gone, otherValue: offered))
            }
        }
        try db.execute(sql: "DELETE FROM derivation WHERE source_id = ?", arguments: [gone.number])
    }

    /// Makes one of the two derivations of each source that repeats both records: it will repeat the kept one, and only once.
    private func joinDerivations() throws {
        try db.execute(
            sql: """
                DELETE FROM derivation WHERE derived_from IN (:gone, :kept) AND (EXISTS (\
                SELECT 1 FROM source s WHERE s.id = derivation.source_id AND s.derived_from IN (:gone, :kept)) \
                OR derived_from = :gone AND EXISTS (SELECT 1 FROM derivation k WHERE k.source_id = derivation.source_id \
                AND k.derived_from = :kept))
                """, arguments: ["gone": gone.number, "kept": kept.number])
    }

    /// Moves to the kept source what the other repeats.
    private func takeDerivations(_ other: SourceDerivations) throws {
        if let item = other.items.first(where: { $0.row == nil }) {
            try transaction.update(
                "source", [("derived_from", item.source), ("relation", item.relation.rawValue)], where: "id",
                is: kept.number)
        }
        try db.execute(
            sql: "UPDATE derivation SET source_id = ?, revision = ? WHERE source_id = ?",
            arguments: [kept.number, transaction.revision(), gone.number])
    }

    private func repeated(by id: RecordID) throws -> FieldValue? {
        guard let field = id.kind.field(.derivedFrom) else { return nil }
        return try FieldReader(db: db, id: id).value(of: field, in: id.row(there: db))
    }
}
