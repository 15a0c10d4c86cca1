import GRDB
public import MusterValues

/// What a report is of.
public enum ReportScope: Hashable, Sendable {
    /// All regions, with everybody in them.
    case everything
    /// All regions without the people: a summary stays small, however many people are on record.
    case summary
    /// A region or district, with everything about its units, the people in them and its posts.
    case region(RecordReference)
    /// A unit with those inside of it and those that it came from.
    case unit(RecordReference)
    /// An official with the posts and the enrollments.
    case official(RecordReference)
}

extension ReportScope {
    /// The filter for what is reported.
    func filter(on day: Day?) -> Filter {
        var filter = Filter()
        filter.day = day
        switch self {
        case .everything, .summary: break
        case .region(let region): filter.region = region
        case .unit(let unit): (filter.unit, filter.isWithOrigins) = (unit, true)
        case .official(let official): filter.official = official
        }
        return filter
    }

    /// The record that is reported; nil for all regions.
    ///
    /// - Throws: `MusterError` for an unknown record.
    func record(_ db: Database) throws -> RecordID? {
        let resolver = Resolver(db: db)
        return switch self {
        case .everything, .summary: nil
        case .region(let region): try resolver.resolve(region, among: [.region])
        case .unit(let unit): try resolver.resolve(unit, among: [.unit])
        case .official(let official): try resolver.resolve(official, among: [.official])
        }
    }
}
