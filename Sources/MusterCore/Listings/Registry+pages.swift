import GRDB
package import MusterValues

/// How a list goes on where a page of it ended.
extension Registry {
    /// Asks what a page after a cursor is cut from: of the cursor's revision, while others write.
    ///
    /// - Parameters:
    ///   - cursor: the place where the page before ended.
    ///   - ask: asks the registry that it is given.
    /// - Returns: what it returns.
    /// - Throws: `MusterError` for a cursor of another registry or revision, or one whose pages were redacted since; and what
    ///   `ask` throws.
    package func asking<Value>(after cursor: PageCursor, _ ask: (Registry) throws -> Value) throws -> Value {
        try check(cursor)
        let isNewest = try read { db in
            let isNewest = try Self.newestRevision(db) == cursor.revision
            if isNewest { try check(cursor, db) }
            return isNewest
        }
        if isNewest {
            let value = try ask(self)
            if try newestRevision() == cursor.revision { return value }
        }
        return try ask(known(at: cursor))
    }

    /// The registry as known at a cursor's revision, from which the next page is read.
    func known(at cursor: PageCursor) throws(MusterError) -> Registry {
        let present = Registry(store: store, known: nil, now: now)
        let past = Registry(store: store, known: try present.known(at: .revision(cursor.revision)).known, now: now)
        try past.read { db in try past.check(cursor, db) }
        return past
    }

    /// The part of a list that is read at once and comes after a cursor.
    ///
    /// - Parameters:
    ///   - rows: all rows, or at least one more than the page shows.
    ///   - cursor: the place where the page before ended; nil for the first page.
    ///   - limit: the most rows.
    /// - Returns: the rows of the page, and how many rows came before its end; nil if nothing comes after it.
    /// - Throws: `MusterError.badValue` for a cursor that names a record.
    package static func page<Row>(of rows: [Row], after cursor: PageCursor?, limit: Int) throws(MusterError)
        -> (rows: ArraySlice<Row>, end: RowPlace?)
    {
        var start = 0
        if let cursor {
            guard case .row(let number) = cursor.place else {
                throw cursor.refused(
                    "\(cursor.place) is \(cursor.place.kindWords), and this list goes on after the number of a row")
            }
            start = min(number, rows.count)
        }
        let end = min(start + limit, rows.count)
        return (rows[start..<end], end < rows.count ? .row(end) : nil)
    }

    /// Reads a sorted listing, which is put in order whole, whatever part of it a page shows.
    func eachSorted<Row>(
        _ listing: Listing<Row>, by sort: String, _ filter: Filter, after cursor: PageCursor?,
        _ use: (Row) throws -> Void
    ) throws(MusterError) -> PageCursor? {
        var all = filter
        all.limit = nil
        guard let limit = filter.limit else {
            if let cursor { throw cursor.refused("give the limit of the pages, too") }
            let rows = try SortedListing(listing, by: sort).rows(all, self)
            do { try rows.forEach(use) } catch { throw MusterError(error, path: path) }
            return nil
        }
        try Filter.check(limit: limit)
        let listing = try SortedListing(listing, by: sort)
        let revision = if let cursor { cursor.revision } else { try newestRevision() }
        var rows: [Row]
        do {
            if let cursor {
                rows = try asking(after: cursor) { try listing.rows(all, $0) }
            } else {
                rows = try listing.rows(all, self)
                // Rows and cursor must be of one revision, while others write.
                if try newestRevision() != revision { rows = try listing.rows(all, known(at: .revision(revision))) }
            }
        } catch { throw MusterError(error, path: path) }
        let (page, end) = try Self.page(of: rows, after: cursor, limit: limit)
        do { try page.forEach(use) } catch { throw MusterError(error, path: path) }
        guard let end else { return nil }
        return PageCursor(place: end, revision: revision, head: try known(at: .revision(revision)).head())
    }

    /// Refuses a cursor of another kind of listing.
    func check(_ cursor: PageCursor, kind: ListingKind) throws(MusterError) {
        if cursor.place.kind != kind.rawValue {
            throw cursor.refused("\(cursor.place) is \(cursor.place.kindWords), and this lists \(kind.rawValue)s")
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
        let redaction = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(revision) FROM main.redaction"))
        if let redaction, redaction > cursor.revision {
            throw cursor.refused("revision \(redaction) redacted records since; begin with the first page")
        }
        if try !cursor.place.isThere(db) {
            throw cursor.refused("revision \(cursor.revision) has no \(cursor.place)")
        }
    }
}
