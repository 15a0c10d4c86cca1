import GRDB
import MusterValues

extension Searcher {
    /// The records of a kind that a new record of this name may be, the surest first; at most 100.
    ///
    /// Of units, a name that only suggests does not count, unless it differs by one letter from that of a unit of the same region.
    func lookalikes(of name: String, among kind: RecordKind, inRegion code: String? = nil) throws -> [SearchHit] {
        // A match on the beginning of a name helps while somebody types; here the name is complete.
        let hits = try hits(name, among: [kind], suggests: true).filter {
            guard ![.beginning, .partOfName].contains($0.match.why) else { return false }
            return try kind == .official || $0.match.tier <= .key || isSlip($0, of: name, inRegion: code)
        }
        return Array(hits.sorted { ($0.match.tier, $0.id) < ($1.match.tier, $1.id) }.prefix(100))
    }

    /// True if a unit of the region has the name but for one letter. Another number is another unit.
    private func isSlip(_ hit: SearchHit, of name: String, inRegion code: String?) throws -> Bool {
        guard let code, hit.match.why == .oneLetter, hit.text.filter(\.isNumber) == name.filter(\.isNumber) else {
            return false
        }
        return try db.hasRow("SELECT 1 FROM unit WHERE id = ? AND region_code = ?", arguments: [hit.id.number, code])
    }

    /// The record found, with the reason unless the text is a recorded name.
    func candidate(_ hit: SearchHit) throws -> Candidate {
        try Resolver(db: db).candidate(hit.id, why: hit.match.tier <= .variant ? nil : hit.match.why)
    }
}

extension Transaction {
    /// The officials that a new one of this name may be, the surest first; at most 100.
    ///
    /// In a write of many officials most names are told from all others without a search.
    func lookalikes(ofOfficial name: String) throws -> [Searcher.SearchHit] {
        guard try mayBeOnRegister(name) else { return [] }
        return try Searcher(db: db).lookalikes(of: name, among: .official)
    }

    /// The names that are read in the time of one search.
    private static let readPerSearch = 50

    private func mayBeOnRegister(_ name: String) throws -> Bool {
        namesLookedFor += 1
        if let officialNames { return officialNames.mayMeet(name) }
        // It is asked only after 32, 64, 128 searches and so on how many names there are.
        guard namesLookedFor >= 32, namesLookedFor & (namesLookedFor - 1) == 0 else { return true }
        let count = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM name")) ?? 0
        guard count / Int64(Self.readPerSearch) < namesLookedFor else { return true }
        let names = KnownNames()
        let texts = try String.fetchCursor(db, sql: "SELECT text FROM name WHERE official_id IS NOT NULL")
        while let text = try texts.next() { names.insert(text) }
        officialNames = names
        return names.mayMeet(name)
    }

    /// Refuses a new record that looks like some on the register; `another` is the word for it if it is a new one, as
    /// "person".
    func refuse(_ alike: [Searcher.SearchHit], of name: String, as kind: RecordKind, another: String) throws {
        guard let first = alike.first else { return }
        let searcher = Searcher(db: db)
        let same = try alike.filter { $0.match.tier <= .variant }.map(searcher.candidate)
        let fix = Remedy.useOrSayNew(use: alike.count == 1 ? first.id : nil, another: another)
        if same.isEmpty {
            throw MusterError.alike(
                kind, name: name, candidates: try alike.prefix(10).map(searcher.candidate), fix: fix)
        }
        throw MusterError.sameName(kind, name: name, candidates: same, fix: fix)
    }
}
