import GRDB
public import MusterValues

/// A listing that a registry can be asked for, such as that of the units.
public struct Listing<Row: ListingRow>: Sendable {
    /// What is listed.
    public let kind: ListingKind
    /// The SQL under a filter.
    let query: @Sendable (ResolvedFilter) throws -> any ListingQuery<Row>

    init(
        of kind: ListingKind,
        _ query: @escaping @Sendable (ResolvedFilter) throws -> any ListingQuery<Row>
    ) {
        self.kind = kind
        self.query = query
    }
}

/// The SQL of a listing under one filter, and how its rows are read.
protocol ListingQuery<Row> {
    associatedtype Row: ListingRow

    /// The rows of one page in the listing's order. The first column is the number of the record or the look, or a region's code.
    func sql(_ page: Page) -> SQL
    /// Reads a row without the parts that `complete` adds.
    func row(_ reader: inout RowReader, _ regions: RegionNames) throws -> Row
    /// Adds the parts that are read for many rows at a time.
    func complete(_ rows: inout [Row], _ regions: RegionNames, _ db: Database) throws
}

extension ListingQuery {
    func complete(_: inout [Row], _: RegionNames, _: Database) throws {}
}

/// The part of a listing that is read.
struct Page {
    /// The place that the page begins after; nil for the listing's beginning.
    var after: RowPlace?
    /// The most rows; nil for all.
    var limit: Int?

    /// The value after LIMIT.
    var rows: Int { limit ?? -1 }
    /// The number of the record or the look that the page begins after; 0 for the listing's beginning.
    var number: Int64 { after?.number ?? 0 }
    /// The code of the region that the page begins after; empty for the listing's beginning.
    var code: String { after?.code ?? "" }
}

extension Listing {
    /// All rows that match.
    func all(_ conditions: ResolvedFilter, _ db: Database) throws -> [Row] {
        var rows: [Row] = []
        _ = try each(conditions, after: nil, db) { rows.append($0) }
        return rows
    }

    /// Reads the rows in batches, so that a long listing takes no more memory than a short one.
    ///
    /// - Returns: the last row's place if the filter's limit cut the listing short; nil if it was read to its end.
    func each(
        _ conditions: ResolvedFilter, after: RowPlace?, _ db: Database, _ use: (Row) throws -> Void
    ) throws -> RowPlace? {
        let query = try query(conditions)
        let regions = try RegionNames(db)
        let limit = conditions.filter.limit
        var (count, last) = (0, after)
        var isCut = false
        // One row more than asked for tells whether there are more.
        let page = Page(after: after, limit: limit?.andOneMore)
        try query.sql(page).batched(db) { reader -> Row? in
            isCut = count == limit
            if isCut { return nil }
            let row = try query.row(&reader, regions)
            (count, last) = (count + 1, reader.place)
            return row
        } pass: { rows in
            try query.complete(&rows, regions, db)
            try rows.forEach(use)
        }
        return isCut ? last : nil
    }
}

extension Registry {
    /// Reads a listing row by row, in the listing's order; with the filter's limit, one page of it.
    ///
    /// Only about 500 rows are in memory at a time, unless the filter sorts them, which takes all rows. All rows are read from one
    /// snapshot, which is held until the last one is used. While it is held, others can write, but a redaction cannot clear the
    /// file of its old text.
    ///
    /// - Parameters:
    ///   - listing: the listing, such as `.units`.
    ///   - filter: the filter.
    ///   - cursor: the place where the page before ended; the listing is then read as known at that page's revision. Nil
    ///     for the first page.
    ///   - use: takes each row. It must not ask this registry anything: a question inside a question ends the program.
    /// - Returns: the place where the page ended; nil if nothing comes after it.
    /// - Throws: `MusterError` for a filter that the listing refuses or an unknown name in it, for a cursor of another
    ///   listing or registry, and every error of `use`.
    @discardableResult
    public func each<Row>(
        _ listing: Listing<Row>, _ filter: Filter = Filter(), after cursor: PageCursor? = nil,
        _ use: (Row) throws -> Void
    ) throws(MusterError) -> PageCursor? {
        try Condition.check(filter, for: listing.kind)
        if let sort = filter.sort { return try eachSorted(listing, by: sort, filter, after: cursor, use) }
        let narrowed = filter.digits
        if let cursor { try check(cursor, kind: listing.kind) }
        var next: PageCursor?
        let isPresent = try read { db in
            let revision = try Self.newestRevision(db)
            if let cursor {
                if cursor.revision != revision { return false }
                try check(cursor, db)
                try cursor.check(filter: narrowed)
            }
            let conditions = try ResolvedFilter(filter, db: db, today: today)
            let last = try listing.each(conditions, after: cursor?.place, db, use)
            next = try last.map { place in
                let redaction = try Self.newestRedaction(db)
                return PageCursor(
                    place: place, revision: revision, head: try Self.head(db), redaction: redaction, filter: narrowed)
            }
            return true
        }
        guard let cursor, !isPresent else { return next }
        return try past(cursor.revision).each(listing, filter, after: cursor, use)
    }

    /// All rows of a listing.
    func all<Row>(_ listing: Listing<Row>, _ filter: Filter) throws(MusterError) -> [Row] {
        var rows: [Row] = []
        try each(listing, filter) { rows.append($0) }
        return rows
    }
}
