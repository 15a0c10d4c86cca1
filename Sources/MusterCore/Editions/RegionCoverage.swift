import GRDB
public import MusterValues

/// How far the registry covers the regions of a report: where units are on record, where none were found, and where nobody looked.
public struct RegionCoverage: Encodable, Sendable {
    /// The number of regions with a unit on record or, with a day, one that may have been there.
    public let onRecord: Int
    /// The number of those where something was found and no unit is on record.
    public let found: Int
    /// The number of those where the newest look found none.
    public let noneFound: Int
    /// The number of those that nobody looked at.
    public let notLooked: Int
    /// The newest look at each region that was looked at, by its code.
    public let looks: [RegionLook]

    /// The newest look at a region.
    public struct RegionLook: Encodable, Sendable {
        /// The region.
        public let region: NamedRegion
        /// The look.
        public let look: Look
    }

    /// Counts regions, without the districts inside of them.
    init(_ regions: [ListedRegion]) {
        let whole = regions.filter { $0.parent == nil }
        func count(_ coverage: Coverage) -> Int { whole.count { $0.coverage == coverage } }
        (onRecord, found) = (count(.onRecord), count(.found))
        (noneFound, notLooked) = (count(.noneFound), count(.notLooked))
        looks = regions.compactMap { region in
            region.look.map { RegionLook(region: NamedRegion(code: region.code, name: region.name), look: $0) }
        }
    }

    /// The numbers in words, such as "on record 6, none found 1, not looked 76".
    public var words: String {
        [
            ("on record", onRecord), ("found, not on record", found), ("none found", noneFound),
            ("not looked", notLooked),
        ]
        .filter { $0.1 > 0 }.map { "\($0) \($1)" }.joined(separator: ", ")
    }
}

extension ReportReader {
    /// The regions that a filter means, each with how far it is covered.
    func places(_ conditions: ResolvedFilter) throws -> [ListedRegion] {
        let query = try RegionQuery(conditions)
        var regions = try query.sql(Page()).all(db) { row in try query.row(&row, regionNames) }
        try query.complete(&regions, regionNames, db)
        return regions
    }
}
