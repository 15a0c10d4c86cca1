public import MusterValues

extension Registry {
    /// The kinds of record of which two may be one; of enrollments, groups.
    package static let kindsOfDuplicates = MergeLookup.kinds

    /// The pairs of officials, units, sources and groups that may be the same, the likeliest first, then by id.
    ///
    /// Pairs that somebody told apart and records that are judged wrong are left out.
    ///
    /// - Parameters:
    ///   - kind: only pairs of officials, units, sources or, with `enrollment`, groups; nil for all.
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
                rule: "duplicates are looked for among officials, units, sources and groups, not among \(kind.name)s")
        }
        return try read { db in
            var pairs: [ScoredPair] = []
            for kind in kind.map({ [$0] }) ?? MergeLookup.kinds {
                let apart = try DistinctionLookup(db: db).pairs(of: kind)
                let found =
                    switch kind {
                    case .official: try OfficialDuplicates(db: db).pairs()
                    case .unit: try UnitDuplicates(db: db).pairs()
                    case .enrollment: try GroupDuplicates(db: db).pairs()
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
        reasons = try pair.reasons.map { reason in
            Reason(
                reason: reason.reason, points: reason.points, region: try regions.region(reason.region),
                unit: try reason.unit.map { NamedRecord(id: $0, name: try titles.name($0)) })
        }
    }
}
