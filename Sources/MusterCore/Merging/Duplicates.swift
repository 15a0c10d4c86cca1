import GRDB
public import MusterValues

/// Two records that may be the same.
public struct DuplicatePair: ListingRow {
    /// The likelihood, from 1 to 99: it puts pairs in order and is not a probability.
    public let score: Int
    /// Their kind.
    public let kind: RecordKind
    /// The record with the lower id.
    public let one: Record
    /// The record with the higher id.
    public let other: Record
    /// The reasons for and against; the first is the one that found the pair.
    public let reasons: [Reason]

    /// One record of the pair.
    public struct Record: Encodable, Hashable, Sendable {
        /// Its short id.
        public let id: RecordID
        /// Its name or title.
        public let name: String
        /// The post, region or publisher that tells it apart.
        public let about: RecordContext
    }

    /// A reason for or against the pair.
    public struct Reason: Encodable, Hashable, Sendable {
        /// The kind of reason.
        public let reason: MatchReason
        /// The points that it adds to the score; negative if it speaks against the pair.
        public let points: Int
        /// The region that both have; nil if the reason names no region.
        public let region: NamedRegion?
        /// The unit that both are enrolled in; nil if the reason names no unit.
        public let unit: NamedRecord?
    }

    /// The columns.
    public static let columns: [Column<DuplicatePair>] = [
        Column("score") { .number(Int64($0.score)) },
        Column("kind", isDetail: true) { .text($0.kind.name) },
        Column("id") { .record($0.one.id) },
        Column("name") { .text($0.one.name) },
        Column("about") { $0.one.about.words.map(Value.text) },
        Column("other") { .record($0.other.id) },
        Column("other_name") { .text($0.other.name) },
        Column("other_about") { $0.other.about.words.map(Value.text) },
        Column("why") { $0.why },
    ]

    /// The reasons, each with its region or unit; nil if there are none.
    var why: Value? {
        .each(
            reasons.map { reason in
                let subject = reason.region?.code ?? reason.unit?.id.description
                let word = Value.labelled(reason.reason)
                return subject.map { .several([word, .text($0)], separator: ", ") } ?? word
            })
    }
}

extension Registry {
    /// The pairs of officials, units and sources that may be the same, the likeliest first, then by id.
    ///
    /// Pairs that somebody told apart and records that are judged wrong are left out.
    ///
    /// - Parameters:
    ///   - kind: only pairs of officials, units or sources; nil for all.
    ///   - least: the lowest score to list, from 1 to 99.
    ///   - limit: the most pairs; nil for all.
    /// - Returns: the pairs; empty if no two records look alike.
    /// - Throws: `MusterError.badValue` for a score or a limit out of range, `.refused` for another kind.
    public func duplicates(of kind: RecordKind? = nil, least: Int = 50, limit: Int? = nil) throws(MusterError)
        -> [DuplicatePair]
    {
        guard (1...99).contains(least) else {
            throw .badValue(field: "score", value: "\(least)", rule: "give a whole number from 1 to 99")
        }
        try Filter.check(limit: limit)
        if let kind, !MergeLookup.kinds.contains(kind) {
            throw .refused(
                rule: "duplicates are looked for among officials, units and sources, not among \(kind.name)s")
        }
        return try read { db in
            var pairs: [ScoredPair] = []
            for kind in kind.map({ [$0] }) ?? MergeLookup.kinds {
                let apart = try DistinctionLookup(db: db).pairs(of: kind)
                let found =
                    switch kind {
                    case .official: try OfficialDuplicates(db: db).pairs()
                    case .unit: try UnitDuplicates(db: db).pairs()
                    default: try SourceDuplicates(db: db).pairs()
                    }
                pairs += found.filter { $0.score >= least && apart[[$0.one.number, $0.other.number]] == nil }
            }
            pairs.sort { ($1.score, $0.one, $0.other) < ($0.score, $1.one, $1.other) }
            let (titles, regions) = (RecordTitles(db: db), try RegionNames(db))
            return try pairs.prefix(limit ?? .max).map { try DuplicatePair($0, titles, regions) }
        }
    }
}

extension DuplicatePair {
    fileprivate init(_ pair: ScoredPair, _ titles: RecordTitles, _ regions: RegionNames) throws {
        let record = { (id: RecordID) in
            Record(id: id, name: try titles.title(id), about: try titles.context(id))
        }
        score = pair.score
        kind = pair.one.kind
        (one, other) = (try record(pair.one), try record(pair.other))
        reasons = try pair.reasons.map { ground in
            Reason(
                reason: ground.reason, points: ground.points, region: try regions.region(ground.region),
                unit: try ground.unit.map { NamedRecord(id: $0, name: try titles.name($0)) })
        }
    }
}

/// A pair under consideration. Each reason for or against it moves the score.
struct ScoredPair {
    /// A reason that moves the score, with the code of its region or its unit.
    struct Ground {
        let reason: MatchReason
        let points: Int
        let region: String?
        let unit: RecordID?
    }

    let one: RecordID
    let other: RecordID
    private(set) var reasons: [Ground] = []
    private var sum = 0

    /// The score, from 1 to 99.
    var score: Int { min(99, max(1, sum)) }

    init(_ one: RecordID, _ other: RecordID, score: Int, because reason: MatchReason) {
        self.one = min(one, other)
        self.other = max(one, other)
        add(score, because: reason)
    }

    mutating func add(_ points: Int, because reason: MatchReason, region: String? = nil, unit: RecordID? = nil) {
        sum += points
        reasons.append(Ground(reason: reason, points: points, region: region, unit: unit))
    }
}

/// Buckets of records that share a text, which two records of one thing would. Only records in one bucket are compared.
struct Buckets {
    private var records: [String: [Int]] = [:]

    /// The most records in a bucket; if more share it, it says nothing about any two of them.
    private static let most = 400

    mutating func add(_ record: Int, _ shared: String) {
        if records[shared]?.last != record { records[shared, default: []].append(record) }
    }

    /// Every pair of records in one bucket, each once, the lower number first.
    func pairs() -> Set<[Int]> {
        var pairs: Set<[Int]> = []
        for block in records.values where block.count <= Self.most {
            for (place, one) in block.enumerated() {
                for other in block[(place + 1)...] { pairs.insert([one, other]) }
            }
        }
        return pairs
    }
}
