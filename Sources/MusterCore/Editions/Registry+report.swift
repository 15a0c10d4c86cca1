import GRDB
public import MusterValues

extension Registry {
    /// The report on one region, or on all.
    ///
    /// - Parameters:
    ///   - region: the region or district, by code or name; nil for the national report.
    ///   - day: the day asked about; nil for the newest state.
    /// - Returns: the report, read from one snapshot of the register.
    /// - Throws: `MusterError` for an unknown region.
    public func report(region: RecordReference?, on day: Day? = nil) throws(MusterError) -> Report {
        try report(of: region.map(ReportScope.region) ?? .everything, on: day)
    }

    /// The report on a region, a unit or an official, or on everything.
    ///
    /// - Parameters:
    ///   - scope: what is reported.
    ///   - day: the day asked about; nil for the newest state.
    /// - Returns: the report, read from one snapshot of the register.
    /// - Throws: `MusterError` for an unknown record.
    public func report(of scope: ReportScope, on day: Day? = nil) throws(MusterError) -> Report {
        // One read is one snapshot: otherwise a write between two parts could make them disagree.
        try read { db in try Self.report(of: scope, on: day, today: today, db) }
    }

    /// The people on record.
    package func peopleOnRecord() throws(MusterError) -> Headcount {
        let today = today
        return try read { db in
            let conditions = try ResolvedFilter(Filter(), db: db, today: today)
            return try ReportReader(db: db, conditions: conditions, regionNames: RegionNames(db), subject: nil).people()
        }
    }

    /// Some sources as a report lists them, with those that they derive from.
    ///
    /// - Parameters:
    ///   - ids: the sources.
    ///   - withTies: false where nobody asks which of them are one voice, as under a list that only quotes them.
    /// - Returns: the sources, by number.
    /// - Throws: `MusterError` if the registry cannot be read.
    package func reportedSources(_ ids: Set<RecordID>, withTies: Bool = true) throws(MusterError)
        -> [ReportedSource]
    {
        let today = today
        return try read { db in
            let conditions = try ResolvedFilter(Filter(), db: db, today: today)
            return try ReportReader(db: db, conditions: conditions, regionNames: RegionNames(db), subject: nil)
                .sources(ids, withTies: withTies)
        }
    }

    /// The registry as of its newest revision, so that several queries tell of one moment while others write. A registry that
    /// is read as of a moment already, or that is empty, is itself.
    package func pinned() throws(MusterError) -> Registry {
        let newest = try newestRevision()
        if known != nil || newest == 0 { return self }
        var pinned = try known(at: .revision(newest))
        // The pages of a list can have begun at an earlier revision.
        pinned.known?.isOpen = true
        return pinned
    }

    private static func report(of scope: ReportScope, on day: Day?, today: Day, _ db: Database) throws -> Report {
        // A report must be the same whenever it is read, so its today is the day of the newest revision.
        let recorded = try String.fetchOne(db, sql: "SELECT at FROM revision ORDER BY id DESC LIMIT 1")
        let written = recorded.map { String($0.prefix(10)) }
        let today = written.flatMap { Day($0) } ?? today
        let filter = scope.filter(on: day)
        let conditions = try ResolvedFilter(filter, db: db, today: today)
        let reader = ReportReader(
            db: db, conditions: conditions, regionNames: try RegionNames(db), subject: try scope.record(db),
            isSummary: scope == .summary)
        let units = try Listing.units.all(conditions, db)
        let enrollments =
            reader.isSummary ? [] : try Listing.enrollments(withCitations: true).all(conditions, db)
        let uncounted = reader.isSummary ? [] : try reader.uncounted()
        let (people, regions) = try reader.peopleByRegion()
        let byState = try reader.peopleByState()
        let posts = reader.isSummary ? [] : try reader.posts()
        let contradictions = try reader.contradictions()
        let places = try reader.places(reader.conditions)
        let then = reader.isSummary ? [:] : try reader.valuesThen(of: units)
        let deathsElsewhere = try reader.deathsElsewhere(of: enrollments)
        // What follows tells of the records as the registry has them now, and not as they were on the day.
        try DayTables.hide(db)
        let hidden = Set(uncounted.map(\.id))
        let counted = enrollments.filter { !hidden.contains($0.id) }
        let (disputes, ordinals) = (try reader.disputes(), try reader.ordinals())
        let contestedUnits = try reader.contestedUnits()
        let evidence = try reader.evidence(
            of: ReportedRecords(
                units: units,
                enrollments: counted.map { ($0.id, $0.official, $0.unit) }
                    + uncounted.map { ($0.id, $0.official, $0.unit) },
                posts: posts))
        let cited = reader.isSummary ? [] : try SourceQuery(conditions).ids(db)
        let disputed = disputes.flatMap { $0.field?.notRejected ?? [] }.map(\.source.id)
        let contradicted = contradictions.flatMap(\.sides).flatMap(\.citations).map(\.source.id)
        // Those of a death in another unit are among the citations of an enrollment here.
        let held = (posts.flatMap(\.citations) + counted.flatMap { $0.citations ?? [] }).map(\.source.id)
        let placing = contestedUnits.flatMap(\.citations).map(\.source.id)
        let sources = try reader.sources(cited.union(evidence.sources).union(disputed + contradicted + held + placing))
        var report = Report(
            record: reader.subject, region: try reader.regionNames.region(conditions.region), day: day?.description,
            revision: try Self.newestRevision(db), asOf: written, recorded: recorded,
            head: try Self.head(db), onRecord: day == nil ? people : nil, people: day == nil ? nil : people,
            peopleByState: byState,
            regions: regions, units: units, origins: try reader.origins(), formerUnits: try reader.formerUnits(),
            enrollments: counted, uncounted: uncounted,
            posts: posts, timeline: evidence.timeline, fields: evidence.fields,
            valuesThen: try reader.changed(then, since: evidence.fields),
            disputes: disputes.filter { $0.settlement == nil },
            settledDisputes: disputes.filter { $0.settlement != nil },
            ordinals: ordinals, places: places, coverage: RegionCoverage(places),
            contradictions: contradictions.filter { !$0.isSettled },
            settledContradictions: contradictions.filter(\.isSettled),
            suspects: evidence.suspects,
            gaps: try Gaps.of(units: units, enrollments: counted, sources: sources, db),
            answers: try reader.answers(on: day, of: scope, people: people, enrollments), sources: sources)
        (report.contestedUnits, report.deathsElsewhere) = (contestedUnits, deathsElsewhere)
        report.linkSources()
        report.unreviewed =
            try reader.isSummary
            ? db.one(Int.self, "SELECT count(*) FROM enrollment WHERE standing = 'needs_work'")
            : counted.count { $0.standing == .needsWork }
        return report
    }
}
