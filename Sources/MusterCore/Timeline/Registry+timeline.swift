import GRDB
public import MusterValues

extension Registry {
    /// Reads the timeline of a record line by line: all that is known to have happened, by day, with the sources.
    ///
    /// - An official's holds the events of all posts and enrollments, and the official's names.
    /// - A unit's holds its own events, those of the enrollments in it, and its names.
    /// - A region's holds the events of the units, enrollments and posts in it and in its districts, those by which units of elsewhere
    ///   became one of them, and what sources date of the regions of its units and of those that were there at another time.
    /// - A programme's holds its launch, the events of its units and of the enrollments in them, and those by which other units became
    ///   one of them.
    /// - A post's or an enrollment's holds its own events.
    ///
    /// Events come by the first and then the last day they can have happened on; then dates without a year, then events
    /// without a date, then names. What is rejected is among them and says so. Only about 500 lines are in memory at a
    /// time, and all are read from one snapshot.
    ///
    /// - Parameters:
    ///   - record: the record.
    ///   - use: takes each line. It must not ask this registry anything: a question inside a question ends the program.
    /// - Throws: `MusterError` for a name that is unknown or that several records have, for a record of another kind,
    ///   and every error of `use`.
    public func timeline(
        of record: RecordReference, _ use: (TimelineLine) throws -> Void
    ) throws(MusterError) {
        try read { db in
            let id = try Resolver(db: db).resolve(record, among: TimelineQuery.kinds)
            let query = TimelineQuery(of: id, formerUnits: try Self.formerUnits(of: id, db))
            try TimelineReader(db: db, query: query, today: today).each(use)
        }
    }

    /// The units that were in a region at another time; none for any other record.
    private static func formerUnits(of id: RecordID, _ db: Database) throws -> [Int64] {
        guard let region = id.code else { return [] }
        let codes = try Set(ResolvedFilter.withDistricts(region).all(db) { try $0.next() as String })
        return try DatedReader(db).formerUnits(of: codes)
    }

    /// All lines of a record's timeline.
    ///
    /// - Throws: `MusterError` for a name that is unknown or that several records have, or for a record of another kind.
    public func timeline(of record: RecordReference) throws(MusterError) -> [TimelineLine] {
        var lines: [TimelineLine] = []
        try timeline(of: record) { lines.append($0) }
        return lines
    }
}
