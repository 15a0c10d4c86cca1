import GRDB
public import MusterValues

/// A look as a listing shows it.
public struct ListedLook: ListingRow, Decodable, Hashable {
    /// The region or district in which was looked.
    public let region: NamedRegion
    /// When it was made.
    public let date: StatedDate
    /// Where was looked.
    public let place: String
    /// What was found; nil if nothing was.
    public let found: String?
    /// The revision that recorded it.
    public let revision: Int64
    /// The author of that revision: who looked, or who recorded it.
    public let author: String
    /// The time of that revision, in UTC.
    public let recordedAt: String

    /// The columns of the listing.
    public static let columns: [Column<ListedLook>] = [
        Column("region") { .text($0.region.code) },
        Column("region_name") { .text($0.region.name) },
        Column(.date) { .text($0.date.edtf) },
        Column("place") { .text($0.place) },
        Column("found") { .word($0.found ?? "", shown: $0.found ?? "none found") },
        Column("author") { .text($0.author) },
        Column("revision", isDetail: true) { .number($0.revision) },
        Column("recorded_at", isDetail: true) { .text($0.recordedAt) },
    ]
}

extension Registry {
    /// The looks that match a filter, in the order in which they were recorded; with a period, those that can have been made in it.
    ///
    /// - Throws: `MusterError` for an unknown region, or a condition that looks are not narrowed by.
    public func looks(_ filter: Filter = Filter()) throws(MusterError) -> [ListedLook] { try all(.looks, filter) }
}

extension Listing where Row == ListedLook {
    /// The looks, in the order in which they were recorded.
    public static let looks = Listing(of: .look) { LookQuery(conditions: $0) }
}

/// The SQL of the looks listing.
struct LookQuery: ListingQuery {
    let conditions: ResolvedFilter

    func sql(_ page: Page) -> SQL {
        var parts: [SQL] = ["l.id > \(page.number)"]
        if let regions = conditions.inRegions("l.region_code") { parts.append(regions) }
        if conditions.day.given != nil {
            parts.append(
                """
                coalesce(l.earliest, '') <= \(conditions.day.last) AND coalesce(l.latest, '9999') >= \(conditions.day.first)
                """)
        }
        // A redaction writes a look over, and its author did not look.
        return """
            SELECT l.id, l.region_code, l.date, l.earliest, l.latest, l.place, l.found, r.id, r.author, r.at FROM look l \
            CROSS JOIN revision r ON r.id = (SELECT min(h.revision) FROM look_history h WHERE h.id = l.id) \
            WHERE \(parts.joined(separator: " AND ")) ORDER BY l.id LIMIT \(page.rows)
            """
    }

    func row(_ row: inout RowReader, _ regions: RegionNames) throws -> ListedLook {
        try row.look()
        guard let region = try row.region(in: regions), let date = try row.date() else { throw row.unreadable() }
        return try ListedLook(
            region: region, date: date, place: row.next(), found: row.next(), revision: row.next(), author: row.next(),
            recordedAt: row.next())
    }
}
