import GRDB
public import MusterValues

/// A region as a listing shows it.
public struct ListedRegion: ListingRow, Decodable {
    /// Its code.
    public let code: String
    /// Its name.
    public let name: String
    /// Its name in the language of the country; nil if none is recorded.
    public let localName: String?
    /// Its kind, such as "oblast".
    public let kind: String
    /// A district's region; nil at the first level.
    public let parent: NamedRegion?
    /// Its federal district; nil if it has none.
    public let federalDistrict: String?
    /// Its number on vehicle plates; nil if it has none.
    public let number: String?
    /// The codes of the countries that it borders on land.
    public let landNeighbours: [String]
    /// The codes of the countries that it borders at sea.
    public let seaNeighbours: [String]
    /// The number of its units on record that are not judged wrong, also those that are over or only planned, of the filter's
    /// programme if it has one; nil if a day was asked about.
    public let unitsOnRecord: Int?
    /// The number of those that were there on the day asked about: the least by those that definitely or presumably were, the
    /// most by all that may have been; nil without a day.
    public let units: Strength?
    /// What the registry can say of its units: that some are on record or, with a day, may have been there; that none were found;
    /// or that nobody looked.
    public internal(set) var coverage = Coverage.notLooked
    /// The newest look at it, or at a district of it, made by the day asked about; nil if nobody looked.
    public internal(set) var look: Look?
    /// What sources say of who claims and administers it; empty if nobody speaks of that.
    public internal(set) var claims: [RegionClaim] = []
    /// The grade of the answer that the filter's programme, unit or official was in it on the day asked about; nil without a
    /// day.
    public let grade: Grade?

    /// The columns of the listing.
    public static let columns: [Column<ListedRegion>] = [
        Column("code") { .text($0.code) },
        Column(.name) { .text($0.name) },
        Column("local_name", isDetail: true) { $0.localName.map(Value.text) },
        Column(.kind) { .text($0.kind) },
        Column(.federalDistrict) { $0.federalDistrict.map(Value.text) },
        Column(.number) { $0.number.map(Value.text) },
        Column("land_neighbours") { codes($0.landNeighbours) },
        Column("sea_neighbours") { codes($0.seaNeighbours) },
        Column("units_on_record") { $0.unitsOnRecord.map { .number(Int64($0)) } },
        Column("units") { $0.units.map { .text($0.words) } },
        Column("coverage") { .list($0.coverage) },
        Column("look", isDetail: true) { ($0.look?.words).map(Value.text) },
        Column("claims", isDetail: true) { .each($0.claims.map { .text($0.words) }) },
        Column("grade") { $0.grade.map { .list($0) } },
    ]

    /// The claims on it as one line; nil if there are none.
    public var footnote: String? { RegionClaim.footnote(claims) }

    private static func codes(_ countries: [String]) -> Value? {
        countries.isEmpty ? nil : .several(countries.map(Value.text), separator: ", ")
    }
}

extension Registry {
    /// The regions and districts that match a filter, by code.
    ///
    /// With a programme, they are the regions that have a unit of it; with an official, those of the official's posts
    /// and units. A day moves all of it: the units and posts, and who was in a bloc. The surest come first then.
    ///
    /// - Throws: `MusterError.usage` for a state or a standing, which regions do not have, or an error for an unknown
    ///   name.
    public func regions(_ filter: Filter = Filter()) throws(MusterError) -> [ListedRegion] {
        try all(.regions, filter)
    }
}

extension Listing where Row == ListedRegion {
    /// The regions and districts, by code.
    public static let regions = Listing(of: .region) {
        try RegionQuery($0)
    }
}
