import GRDB
public import MusterValues

/// Two records that may be the same.
public struct DuplicatePair: ListingRow {
    /// How likely it is, from 1 to 99: a measure to order pairs by, not a probability.
    public let score: Int
    /// Their kind.
    public let kind: String
    /// The record with the lower id.
    public let id: RecordID
    /// Its name or title.
    public let name: String
    /// What else tells which it is; nil if nothing does.
    public let about: String?
    /// The record with the higher id.
    public let other: RecordID
    /// Its name or title.
    public let otherName: String
    /// What else tells which it is; nil if nothing does.
    public let otherAbout: String?
    /// What speaks for it, and against.
    public let why: String

    /// The columns.
    public static let columns = ["score", "kind", "id", "name", "about", "other", "other_name", "other_about", "why"]

    /// The columns that a table for people leaves out.
    public static let detailColumns: Set<String> = ["kind"]

    /// The values in the order of the columns.
    public var cells: [String?] {
        [String(score), kind, id.description, name, about, other.description, otherName, otherAbout, why]
    }
}

extension Registry {
    /// The pairs of officials, units and sources that may be the same, the likeliest first, then by id.
    ///
    /// Pairs that were told apart are left out, and records that are judged wrong.
    ///
    /// - Parameters:
    ///   - kind: only pairs of officials, units or sources; nil for all.
    ///   - least: the least score, from 1 to 99.
    ///   - limit: the most pairs; nil for all.
    /// - Returns: the pairs; none where no two look alike.
    /// - Throws: `MusterError.badValue` for a score or a limit out of range, `.refused` for another kind.
    public func duplicates(of kind: RecordKind? = nil, least: Int = 50, limit: Int? = nil) throws(MusterError)
        -> [DuplicatePair]
    {
        guard (1...99).contains(least) else {
            throw .badValue(field: "score", value: "\(least)", rule: "give a whole number from 1 to 99")
        }
        if let limit, limit < 1 {
            throw .badValue(field: "limit", value: "\(limit)", rule: "give a whole number from 1")
        }
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
            let describer = RecordTitles(db: db)
            return try pairs.prefix(limit ?? .max).map { pair in
                DuplicatePair(
                    score: pair.score, kind: pair.one.kind.name, id: pair.one, name: try describer.title(pair.one),
                    about: try describer.about(pair.one), other: pair.other, otherName: try describer.title(pair.other),
                    otherAbout: try describer.about(pair.other), why: pair.reasons.joined(separator: "; "))
            }
        }
    }
}

/// A pair under consideration: each thing that speaks for it or against it moves the score.
struct ScoredPair {
    let one: RecordID
    let other: RecordID
    private(set) var reasons: [String]
    private var sum: Int

    /// From 1 to 99.
    var score: Int { min(99, max(1, sum)) }

    init(_ one: RecordID, _ other: RecordID, score: Int, because reason: String) {
        self.one = min(one, other)
        self.other = max(one, other)
        sum = score
        reasons = [reason]
    }

    mutating func add(_ points: Int, because reason: String) {
        sum += points
        reasons.append(reason)
    }
}

/// Records under what would be the same in two of one: only those that share it are held against each other.
struct Buckets {
    private var records: [String: [Int]] = [:]

    /// A block with more records than this says nothing of two of them.
    private static let most = 400

    mutating func add(_ record: Int, _ shared: String) {
        if records[shared]?.last != record { records[shared, default: []].append(record) }
    }

    /// Every two records that share a block, once, the lower first.
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
