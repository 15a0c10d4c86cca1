import GRDB
package import MusterValues

extension Transaction {
    /// Records one spelling of a record's name; the record itself may be inserted later in the same transaction.
    package func insertName(_ text: String, of id: RecordID, as nature: NameNature, from sourceID: Int64?) throws {
        try refuseID(text)
        if id.kind == .official { officialNames?.insert(text) }
        try insert(
            "name",
            [
                "id": try nextNumber(in: "name"), id.kind.column: id.databaseKey, "source_id": sourceID, "text": text,
                "folded": Text.folded(text),
                "script": Text.script(of: text), "nature": nature.rawValue,
            ])
    }

    /// Refuses a primary name that another programme has, ignoring letter case and character width.
    func refuseTaken(programme name: String, except own: RecordID? = nil) throws {
        try refuseID(name)
        let taken = try Resolver(db: db).candidates(RecordReference(name), among: [.programme]).filter { $0 != own }
        for id in taken where try RecordTitles(db: db).name(id).map(Text.folded) == Text.folded(name) {
            throw MusterError.taken(what: "programme", value: name, id: id, fix: .show(id))
        }
    }

    /// Makes a spelling the record's primary name and keeps the previous primary name as another name of the record.
    ///
    /// - Parameters:
    ///   - id: the record.
    ///   - name: the spelling.
    ///   - sourceID: the source that spells it so; nil if none is given.
    ///   - nature: what the previous primary name is from now on.
    /// - Throws: `MusterError.missing` if the spelling is new to the record and no source is given; of a region the
    ///   edit asks for a source or an inference.
    func rename(_ id: RecordID, to name: String, from sourceID: Int64?, old nature: NameNature) throws {
        if id.kind == .programme { try refuseTaken(programme: name, except: id) }
        if id.kind == .unit {
            try refuseTaken(name, in: DesignationPlace(of: id.row(there: db)), except: [id])
        }
        let column = id.kind.column
        let names = try Row.fetchAll(
            db, sql: "SELECT id, text, nature, source_id FROM name WHERE \(column) = ?", arguments: [id.databaseKey])
        let primary = try names.first { try $0.get("nature") == NameNature.primary.rawValue }
        let variant = try names.first { try $0.get("text") == name }
        if variant == nil, sourceID == nil, id.kind != .region {
            throw MusterError.missing(what: "the source that spells it \(quoted(name))", fix: .give(.source))
        }
        guard let primary else { return try insertName(name, of: id, as: .primary, from: sourceID) }
        let old: String = try primary.get("text")
        try respell(primary.get("id"), name, from: variant?.get("source_id") ?? sourceID)
        if let variant {
            try respell(variant.get("id"), old, from: primary.get("source_id"))
            if nature == .former {
                try update("name", [("nature", nature.rawValue)], where: "id", is: variant.get("id") as Int64)
            }
        } else {
            try insertName(old, of: id, as: nature, from: primary.get("source_id"))
        }
    }

    private func respell(_ id: Int64, _ text: String, from sourceID: Int64?) throws {
        try refuseID(text)
        officialNames?.insert(text)
        try update(
            "name",
            [
                ("text", text), ("folded", Text.folded(text)), ("script", Text.script(of: text)),
                ("source_id", sourceID),
            ],
            where: "id", is: id)
    }

    /// Refuses a person's name with a footnote mark of the page that it was copied from: it would not be the name of anybody.
    ///
    /// It is asked of what is typed, and not of what is on the register already, so that such a name can be corrected and undone.
    func refuseFootnote(_ name: String) throws {
        guard let plain = FootnoteMark.removed(from: name) else { return }
        throw MusterError.badValue(
            field: "name", value: name,
            rule: "the footnote mark of a page is no part of a person's name; write \(quoted(plain))")
    }

    /// Refuses a name that reads as a short id or as the code of a region: a search tries these first, so the record could
    /// never be found by it.
    func refuseID(_ name: String) throws {
        if RecordID(typedShortID: name) != nil {
            throw MusterError.badValue(
                field: "name", value: name, rule: "it reads as a record's short id; write it out")
        }
        if let code = try Resolver(db: db).regionCode(name) {
            throw MusterError.badValue(
                field: "name", value: name, rule: "it reads as the code of the region \(code); write it out")
        }
    }
}
