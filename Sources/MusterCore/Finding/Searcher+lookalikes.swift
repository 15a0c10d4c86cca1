import GRDB
import MusterValues

extension Searcher {
    /// The records of a kind that a new record of this name may be, the surest first; at most 100.
    func lookalikes(of name: String, among kind: RecordKind) throws -> [SearchHit] {
        // A match on the beginning of a name helps while somebody types; here the name is complete.
        let hits = try hits(name, among: [kind], suggests: true).filter {
            ![.beginning, .partOfName].contains($0.likeness.why) && (kind == .official || $0.likeness.tier <= .key)
        }
        return Array(hits.sorted { ($0.likeness.tier, $0.id) < ($1.likeness.tier, $1.id) }.prefix(100))
    }

    /// The record found, in words, with the reason unless the text is a recorded name.
    func words(_ hit: SearchHit) throws -> String {
        try RecordTitles(db: db).words(hit.id)
            + (hit.likeness.tier <= .variant ? "" : ": \(hit.likeness.why.label.english)")
    }
}

extension Transaction {
    /// Refuses a new record that looks like some on the register; `another` is the word for it if it is a new one, as
    /// "person".
    func refuse(_ alike: [Searcher.SearchHit], of name: String, as kind: RecordKind, another: String) throws {
        guard let first = alike.first else { return }
        let searcher = Searcher(db: db)
        let same = try alike.filter { $0.likeness.tier <= .variant }.map(searcher.words)
        let use = alike.count == 1 ? "\(first.id)" : "one of them"
        let fix = Remedy.useOrSayNew(use: use, another: another)
        if same.isEmpty {
            throw MusterError.alike(
                what: kind.name, value: name, candidates: try alike.prefix(10).map(searcher.words), fix: fix)
        }
        throw MusterError.taken(what: kind.name, value: name, id: same.joined(separator: "; "), fix: fix)
    }
}
