import GRDB

extension Transaction {
    /// Records one spelling of a record's name; the record itself may follow within the transaction.
    func insertName(_ text: String, of id: RecordID, as nature: NameNature, from sourceID: Int64?) throws {
        try insert(
            "name",
            [
                id.kind.column: id.databaseKey, "source_id": sourceID, "text": text, "folded": Text.folded(text),
                "script": Text.script(of: text), "nature": nature.rawValue,
            ])
    }

    /// Refuses a primary name that another unit or programme has, in any case or script width.
    func refuseTaken(_ name: String, of kind: RecordKind, except own: RecordID? = nil) throws {
        if RecordID(shortID: name) != nil {
            throw MusterError.badValue(
                field: "name", value: name, rule: "it reads as a record's short id; write it out")
        }
        let taken = try Resolver(db: db).candidates(name, among: [kind]).filter { $0 != own }
        for id in taken where try Describer(db: db).name(id).map(Text.folded) == Text.folded(name) {
            throw MusterError.taken(
                what: kind.name, value: name, id: id.description, fix: "use 'muster show \(id)' to see it")
        }
    }

    /// Makes a spelling the record's primary name and keeps the one before as an alias.
    func rename(_ id: RecordID, to name: String, from sourceID: Int64?) throws {
        if id.kind == .unit || id.kind == .programme { try refuseTaken(name, of: id.kind, except: id) }
        let column = id.kind.column
        let old = try Row.fetchOne(
            db, sql: "SELECT id, source_id FROM name WHERE \(column) = ? AND nature = 'primary'",
            arguments: [id.databaseKey])
        if let old {
            try update("name", [("nature", NameNature.alias.rawValue)], where: "id", is: old["id"] as Int64)
        }
        let variant = try Int64.fetchOne(
            db, sql: "SELECT id FROM name WHERE \(column) = ? AND text = ?", arguments: [id.databaseKey, name])
        if let variant {
            try update("name", [("nature", NameNature.primary.rawValue)], where: "id", is: variant)
        } else {
            try insertName(name, of: id, as: .primary, from: sourceID ?? old?["source_id"])
        }
    }
}
