import GRDB
import MusterValues

/// The regions by code, read once for a whole listing. There are few of them; a join would look one up for every row.
struct RegionNames {
    private let regions: [String: NamedRegion]

    init(_ db: Database) throws {
        var regions: [String: NamedRegion] = [:]
        try db.cachedStatement(
            sql: """
                SELECT r.code, n.text AS name FROM region r LEFT JOIN name n ON n.region_code = r.code \
                AND n.nature = 'primary' WHERE r.code > ''
                """
        ).eachRow([]) { row in
            if let region = try row.region() { regions[region.code] = region }
        }
        self.regions = regions
    }

    /// The region with a code; nil if the code is nil.
    ///
    /// - Throws: `MusterError.unreadable` for a code that no region has.
    func region(_ code: String?) throws -> NamedRegion? {
        guard let code else { return nil }
        guard let region = regions[code] else { throw MusterError.unreadable(field: "region", value: code) }
        return region
    }

    fileprivate func known(_ code: String) -> NamedRegion? { regions[code] }
}

extension RowReader {
    /// The next column as a region's code, together with the region's name; nil if there is no code.
    ///
    /// - Throws: `MusterError.unreadable` for a code that no region has.
    mutating func region(in regions: RegionNames) throws -> NamedRegion? {
        guard let code: String = try next() else { return nil }
        guard let region = regions.known(code) else { throw unreadable() }
        return region
    }
}
