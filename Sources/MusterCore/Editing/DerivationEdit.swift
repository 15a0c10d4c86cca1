import GRDB
import MusterValues

/// The changes of what a source repeats that an edit of it amounts to.
///
/// The sources that are typed take the place of those on record. The relation that is typed is that of the new ones and, if
/// none is new, of all. If none is typed, a new one gets the relation that all on record have.
struct DerivationEdit {
    /// The new values of the columns of the source's own row.
    private(set) var columns: [ColumnChange] = []
    /// The fields that change.
    let changed: Set<FieldName>
    private let removed: [SourceDerivations.Item]
    private let related: [SourceDerivations.Item]
    private let added: [Int64]
    private let relation: SourceRelation?

    /// True if this and not the field's own column decides what an edit of the field changes.
    static func isAbout(_ field: Field, of id: RecordID) -> Bool {
        id.kind == .source && [.derivedFrom, .relation].contains(field.name)
    }

    /// Reads the typed fields; nil if none of them is about what a source repeats.
    ///
    /// - Throws: `MusterError` for an unknown source or relation, for a source that would derive from itself, and for sources
    ///   without a relation or a relation without sources.
    init?(_ fields: [TypedField], of id: RecordID, _ db: Database) throws {
        let typed = fields.filter { Self.isAbout($0.field, of: id) }
        if typed.isEmpty { return nil }
        let texts = Dictionary(uniqueKeysWithValues: typed.map { ($0.field.name, $0.text) })
        let now = try SourceDerivations(of: id, db).items
        let wanted = try texts[.derivedFrom].map {
            try $0.isEmpty ? [] : SourceDerivations.resolved([RecordReference($0)], db)
        }
        let sources = wanted ?? now.map(\.source)
        let word = texts[.relation] ?? ""
        let given = word.isEmpty ? nil : try SourceRelation(typed: word)
        if sources.isEmpty ? given != nil : texts[.relation] == "" {
            throw MusterError.refused(rule: "a source says how it is derived exactly when it says from what")
        }
        try SourceDerivations.refuseCircle(of: id, from: sources, db)
        let staying = now.filter { sources.contains($0.source) }
        let new = sources.filter { source in !now.contains { $0.source == source } }
        let known = Set(now.map(\.relation))
        relation = given ?? (known.count == 1 ? known.first : nil)
        if !new.isEmpty, relation == nil {
            throw MusterError.missing(what: "how the source is derived", fix: .give(.relation))
        }
        let rowless = now.first { $0.row == nil }
        removed = now.filter { !sources.contains($0.source) && $0.row != nil }
        let forAll = new.isEmpty ? given : nil
        related = forAll.map { forAll in staying.filter { $0.relation != forAll && $0.row != nil } } ?? []
        if let rowless, sources.contains(rowless.source) {
            added = new
            if let forAll {
                columns = [ColumnChange(field: .relation, column: "relation", value: forAll.rawValue)]
            }
        } else {
            added = Array(new.dropFirst())
            columns = [
                ColumnChange(field: .derivedFrom, column: "derived_from", value: new.first),
                ColumnChange(field: .relation, column: "relation", value: new.isEmpty ? nil : relation?.rawValue),
            ]
        }
        var fields: Set<FieldName> = []
        if now.map(\.source) != sources.sorted() { fields.insert(.derivedFrom) }
        if !related.isEmpty { fields.insert(.relation) }
        changed = fields
    }

    /// Removes what the source does not repeat any more.
    func remove(in transaction: Transaction) throws {
        for item in removed {
            _ = try transaction.revision()
            try transaction.db.execute(sql: "DELETE FROM derivation WHERE id = ?", arguments: [item.row])
        }
        guard let relation else { return }
        for item in related {
            try transaction.update("derivation", [("relation", relation.rawValue)], where: "id", is: item.row ?? 0)
        }
    }

    /// Adds what the source repeats from now on.
    func add(to id: RecordID, in transaction: Transaction) throws {
        if let relation { try transaction.derive(id, from: added, relation) }
    }
}
