import GRDB
import MusterValues

/// Describes a record in a few words, for messages and lists of candidates.
struct RecordTitles {
    let db: Database

    /// The record with the values by which a person recognises it.
    func described(_ id: RecordID) throws -> DescribedRecord {
        DescribedRecord(id: id, name: try shownName(id), about: try context(id))
    }

    /// The same, but with the context only if the words show it: that of an official or of an unnamed unit. It saves a
    /// query for each of the many records in a comparison.
    func brieflyDescribed(_ id: RecordID) throws -> DescribedRecord {
        let name = try shownName(id)
        let needsContext = id.kind == .official || name == nil
        return DescribedRecord(id: id, name: name, about: try needsContext ? context(id) : RecordContext())
    }

    /// The short id and the title, such as "E3 Dmitry Novikov in BARS-Kursk".
    func words(_ id: RecordID) throws -> String { try brieflyDescribed(id).words }

    /// The words without the short id.
    func title(_ id: RecordID) throws -> String { try titles(of: [id])[id] ?? id.description }

    /// The primary name of a region, programme, unit or official, or the title of a source; nil for an unnamed unit, and for a
    /// record of a kind without names.
    func name(_ id: RecordID) throws -> String? {
        // Danger: the table of names tells of each name by which source it came.
        if id.kind == .source { return try title(id) }
        if !id.kind.isNamed { return nil }
        return try String.fetchOne(
            db.cachedStatement(sql: "SELECT text FROM name WHERE \(id.kind.column) = ? AND nature = 'primary'"),
            arguments: [id.databaseKey])
    }

    /// The title, or nil for an unnamed unit.
    private func shownName(_ id: RecordID) throws -> String? {
        if id.kind == .unit, try name(id) == nil { return nil }
        return try id.kind.isNamed && id.kind != .unit ? name(id) : title(id)
    }
}
