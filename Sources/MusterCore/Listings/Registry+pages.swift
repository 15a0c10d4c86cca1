import GRDB
import MusterValues

/// One page of a list that is read at once, with the state that it rests on.
package struct ListPage<Row> {
    package let rows: ArraySlice<Row>
    /// The place to go on after; nil if nothing comes after the page.
    package let next: PageCursor?
    /// The revision that was listed, and its hash.
    package let revision: Int64
    package let head: String?
}

/// How a list goes on where a page of it ended.
extension Registry {
    /// One page of a list that is read at once, such as what contradicts itself.
    ///
    /// - Parameters:
    ///   - list: the name of the list, which a cursor holds: one of another list is refused.
    ///   - cursor: the place where the page before ended; the list is then read as known at that page's revision. Nil for the first
    ///     page.
    ///   - limit: the most rows; nil for all.
    ///   - narrowed: what the list is narrowed by, as the digits of a `PageCursor`; nil for nothing.
    ///   - ask: reads all rows from the registry that it is given, or one more than the page ends with.
    /// - Returns: the page.
    /// - Throws: `MusterError` for a cursor of another list, registry or revision, or one whose pages were redacted since; and
    ///   what `ask` throws.
    package func page<Row>(
        of list: String, after cursor: PageCursor?, limit: Int?, narrowed: String? = nil,
        _ ask: (Registry) throws -> [Row]
    ) throws -> ListPage<Row> {
        if let cursor { try check(cursor, list: list) }
        let revision = try cursor?.revision ?? newestRevision()
        var (asked, rows) = (self, [Row]())
        if try newestRevision() == revision { rows = try ask(self) }
        // All of a page, and all pages, must be of one revision while others write.
        if try newestRevision() != revision {
            asked = try past(revision)
            rows = try ask(asked)
        }
        if let cursor {
            try asked.read { db in try asked.check(cursor, db) }
            try cursor.check(filter: narrowed)
        }
        let start = Int(cursor?.place.number ?? 0)
        if let cursor, start >= rows.count {
            throw cursor.refused("revision \(revision) has no row after the first \(start) of this list")
        }
        let end = start + min(limit ?? .max, rows.count - start)
        let head = try hash(of: revision)
        let redaction = try read(Self.newestRedaction)
        let next = PageCursor(
            place: .row(end, of: list), revision: revision, head: head, redaction: redaction, filter: narrowed)
        return ListPage(rows: rows[start..<end], next: end < rows.count ? next : nil, revision: revision, head: head)
    }

    /// The registry as known at a revision, with the clock of this one: "today" is the same on all pages.
    func past(_ revision: Int64) throws(MusterError) -> Registry {
        let present = Registry(store: store, known: nil, now: now)
        return Registry(store: store, known: try present.known(at: .revision(revision)).known, now: now)
    }

    /// Reads a sorted listing, which is put in order whole, whatever part of it a page shows.
    func eachSorted<Row>(
        _ listing: Listing<Row>, by sort: String, _ filter: Filter, after cursor: PageCursor?,
        _ use: (Row) throws -> Void
    ) throws(MusterError) -> PageCursor? {
        try Filter.check(limit: filter.limit)
        let sorted = try SortedListing(listing, by: sort)
        do {
            let page = try page(
                of: "\(listing.kind.rawValue)s.\(sorted.name)", after: cursor, limit: filter.limit,
                narrowed: filter.digits
            ) { try sorted.rows(filter, $0) }
            try page.rows.forEach(use)
            return page.next
        } catch { throw MusterError(error, path: path) }
    }

    /// Refuses a cursor of another kind of listing.
    func check(_ cursor: PageCursor, kind: ListingKind) throws(MusterError) {
        if case .row = cursor.place {
            throw cursor.refused("\(cursor.place.kindWords) goes on as that was asked for, with the same sort")
        }
        if cursor.place.kind != kind.rawValue {
            throw cursor.refused("\(cursor.place) is \(cursor.place.kindWords), and this lists \(kind.rawValue)s")
        }
        try check(cursor)
    }

    private func check(_ cursor: PageCursor, list: String) throws(MusterError) {
        guard case .row(_, list) = cursor.place else {
            throw cursor.refused("\(cursor.place) is \(cursor.place.kindWords), and this is the list \(list)")
        }
        try check(cursor)
    }

    private func check(_ cursor: PageCursor) throws(MusterError) {
        if let known, known.revision != cursor.revision, !(known.isOpen && cursor.revision < known.revision) {
            throw cursor.refused(
                "it goes on with revision \(cursor.revision), and revision \(known.revision) is asked about")
        }
    }

    /// Refuses a cursor that does not fit the registry, as the connection sees it.
    func check(_ cursor: PageCursor, _ db: Database) throws {
        if try PageCursor.digits(of: Self.head(db)) != cursor.hash {
            throw cursor.refused(
                "revision \(cursor.revision) of this registry has another hash; begin with the first page")
        }
        // A redaction takes names out of older revisions too, and the pages before were in the order of those names.
        if let redaction = try Self.newestRedaction(db), redaction > cursor.redaction ?? cursor.revision {
            throw cursor.refused("revision \(redaction) redacted records since; begin with the first page")
        }
        if try !cursor.place.isThere(db) {
            throw cursor.refused("revision \(cursor.revision) has no \(cursor.place)")
        }
    }

    /// The newest redaction, whatever revision is asked about; nil if there is none.
    static func newestRedaction(_ db: Database) throws -> Int64? {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(revision) FROM main.redaction"))
    }
}
