import GRDB
import MusterValues

extension Searcher {
    /// The records of a kind that a new one of this name may be, the surest first; at most a hundred.
    func lookalikes(of name: String, among kind: RecordKind) throws -> [SearchHit] {
        // What only begins so is found while a name is typed; a name that is entered is whole.
        let hits = try hits(name, among: [kind], suggests: true).filter {
            ![.beginning, .partOfName].contains($0.likeness.why) && (kind == .official || $0.likeness.tier <= .key)
        }
        return Array(hits.sorted { ($0.likeness.tier, $0.id) < ($1.likeness.tier, $1.id) }.prefix(100))
    }

    /// A record that was found, in words with why.
    func words(_ hit: SearchHit) throws -> String {
        try RecordTitles(db: db).words(hit.id)
            + (hit.likeness.tier <= .variant ? "" : ": \(hit.likeness.why.label.english)")
    }
}

extension Transaction {
    /// Refuses a new record that looks like some on the register; `another` is what it is if it is another, as "person".
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
