import GRDB
import MusterValues

extension Resolver {
    /// The region that somebody names for a record. A name that only reads like the region's, in the same script but other letters, is
    /// offered and not taken: Kursck may be a slip for another name, and the record would stand in the wrong place unseen.
    ///
    /// - Throws: what `resolve` throws; `MusterError.unknownRegion` with the region for such a name.
    func entered(region reference: RecordReference) throws -> RecordID {
        let id = try resolve(reference, among: [.region])
        if try isWritten(reference, as: id) { return id }
        let title = try RecordTitles(db: db).title(id)
        throw MusterError.unknownRegion(
            reference.text, nearest: id.code.map { [NamedRegion(code: $0, name: title)] } ?? [])
    }

    /// True if a region has the words of a text in a name, or the text is in another script than the name that it reads like.
    private func isWritten(_ reference: RecordReference, as id: RecordID) throws -> Bool {
        if try reference.known != nil || !exact(reference, among: [.region]).isEmpty { return true }
        let words = NameWords(reference.text).words.filter { !PhraseName.isKind($0) }.map(\.written)
        let (script, phrase) = (Text.script(of: reference.text), PhraseName(reference.text))
        let names = try String.fetchAll(
            db.cachedStatement(sql: "SELECT text FROM name WHERE region_code = ?"), arguments: [id.databaseKey])
        return names.contains { name in
            Set(words).isSubset(of: NameWords(name).words.map(\.written))
                || Text.script(of: name) != script && phrase.match(with: PhraseName(name))?.tier == .key
        }
    }
}
