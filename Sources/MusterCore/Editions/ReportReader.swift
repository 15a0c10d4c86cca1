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
        var filter = Filter()
        filter.region = region
        filter.day = day
        // One read is one snapshot: otherwise a write between two parts could make them disagree.
        return try read { db in
            // A report must be the same whenever it is read, so its today is the day of the newest revision.
            let written = try String.fetchOne(
                db, sql: "SELECT substr(at, 1, 10) FROM revision ORDER BY id DESC LIMIT 1")
            let conditions = try ResolvedFilter(filter, db: db, today: written.flatMap { Day($0) } ?? today)
            let reader = ReportReader(db: db, conditions: conditions, regionNames: try RegionNames(db))
            let units = try Listing.units.all(conditions, db)
            let enrollments = try Listing.enrollments(withCitations: true).all(conditions, db)
            let revision = try Self.newestRevision(db)
            let uncounted = try reader.uncounted()
            let (people, byState, regions) = (
                try reader.people(), try reader.peopleByState(), try reader.regions()
            )
            let posts = try reader.posts()
            let contradictions = try reader.contradictions()
            // What follows tells of the records as the registry has them now, and not as they were on the day.
            try DayTables.hide(db)
            let hidden = Set(uncounted.map(\.id))
            let counted = enrollments.filter { !hidden.contains($0.id) }
            let (disputes, ordinals) = (try reader.disputes(), try reader.ordinals())
            let evidence = try reader.evidence(
                of: ReportedRecords(
                    units: units,
                    enrollments: counted.map { ($0.id, $0.official, $0.unit) }
                        + uncounted.map { ($0.id, $0.official, $0.unit) },
                    posts: posts))
            let listed = try Listing.sources.all(conditions, db)
            let disputed = disputes.flatMap { $0.field?.notRejected ?? [] }.map(\.source.id)
            let contradicted = contradictions.flatMap(\.sides).flatMap(\.citations).map(\.source.id)
            let held = posts.flatMap(\.citations).map(\.source.id)
            let sources = try reader.sources(listed, and: evidence.sources.union(disputed + contradicted + held))
            var report = Report(
                region: try reader.regionNames.region(conditions.region), day: day?.description, revision: revision,
                asOf: written,
                head: try Self.head(db), onRecord: day == nil ? people : nil, people: day == nil ? nil : people,
                peopleByState: byState,
                regions: regions, units: units, enrollments: counted, uncounted: uncounted,
                posts: posts, timeline: evidence.timeline, fields: evidence.fields, disputes: disputes,
                ordinals: ordinals, coverage: try reader.coverage(reader.conditions), contradictions: contradictions,
                suspects: evidence.suspects,
                gaps: try Gaps.of(units: units, enrollments: counted, sources: sources, db), sources: sources)
            report.linkSources()
            return report
        }
    }
}

/// Reads the parts of a report that do not come from a listing.
struct ReportReader {
    let db: Database
    let conditions: ResolvedFilter
    let regionNames: RegionNames

    var day: AskedDay { conditions.day }
    /// The condition that the report covers unit `u`.
    var unitsHere: SQL { conditions.isUnitHere("u") ?? "u.id > 0" }

    private func headcounts<Key: Hashable>(
        by key: SQL, _ read: (inout RowReader) throws -> Key?
    ) throws -> [Key: Headcount] {
        try HeadcountQuery(day: day).counts(
            by: key, from: "unit u JOIN enrollment e ON e.unit_id = u.id", where: unitsHere,
            doubt: conditions.rankHere("u").map { "\($0) < 2" } ?? "0", db, read)
    }

    func people() throws -> Headcount { try headcounts(by: "0") { try $0.next() as Int64? }[0] ?? .none }

    func peopleByState() throws -> [Report.ByState] {
        if day.given != nil { return [] }
        let enrollments: SQL = "unit u JOIN enrollment e ON e.unit_id = u.id"
        let newest = StateQuery(.enrollment, "state", on: day)
            .newest("IN (SELECT e.id FROM \(enrollments) WHERE \(unitsHere))")
        let people = try HeadcountQuery(day: day).counts(
            by: "asked.value", from: "(\(newest)) asked JOIN enrollment e ON e.id = asked.subject",
            where: "asked.value NOT IN \(SQL.list(EnrollmentState.uncounted))", doubt: "asked.isOpen", db
        ) { try $0.optionalList(EnrollmentState.self) }
        return EnrollmentState.allCases.compactMap { state in
            people[state].map { Report.ByState(state: state, people: $0) }
        }
    }

    /// The regions that have a unit, a post or a group on the register.
    func regions() throws -> [Report.InRegion] {
        let people =
            try conditions.hasPlaces ? peopleByPlace() : headcounts(by: "u.region_code") { try $0.next() as String? }
        let here = conditions.inRegions("r.code", else: "r.code > ''")
        let units = RegionQuery.units(conditions, "u.standing <> 'rejected'")
        let moved: SQL =
            conditions.hasPlaces ? " OR r.code IN (SELECT region_code FROM temp.place_then WHERE rank > 0)" : ""
        let sql: SQL = """
            SELECT r.code, n.text AS name, \(units) AS units FROM region r \
            LEFT JOIN name n ON n.region_code = r.code AND n.nature = 'primary' WHERE \(here) \
            AND (EXISTS (SELECT 1 FROM unit WHERE region_code = r.code)\(moved) OR EXISTS (SELECT 1 FROM post WHERE region_code = r.code) \
            OR EXISTS (SELECT 1 FROM enrollment WHERE group_region = r.code)) ORDER BY r.code
            """
        return try sql.all(db) { row in
            let code = try row.code()
            let here = people[code] ?? .none
            return Report.InRegion(
                code: code, name: try row.next(), units: try row.units(),
                onRecord: day.given == nil ? here : nil, people: day.given == nil ? nil : here)
        }
    }

    /// The people by region, where units may have been in several: there each counts possibly.
    private func peopleByPlace() throws -> [String: Headcount] {
        let units: SQL = """
            unit u LEFT JOIN temp.place_then placed ON placed.unit_id = u.id JOIN enrollment e ON e.unit_id = u.id
            """
        return try HeadcountQuery(day: day).counts(
            by: "CASE WHEN placed.unit_id IS NULL THEN u.region_code ELSE placed.region_code END", from: units,
            where: "\(unitsHere) AND coalesce(placed.rank, 3) > 0", doubt: "coalesce(placed.rank, 3) < 2", db
        ) { try $0.next() as String? }
    }

    /// The enrollments that never count: those judged wrong, those with a unit or official judged wrong, and those
    /// whose newest state is denied or unclear.
    func uncounted() throws -> [Report.Uncounted] {
        let now = AskedDay(nil, today: day.today)
        let newest = StateQuery(.enrollment, "state", on: now).newest("= e.id")
        let sql: SQL = """
            SELECT e.id, \(EnrollmentQuery.who), e.unit_id, \(SQL.designation(of: "u.id", named: "n.text")) AS designation, \
            e.standing, e.standing_note, \
            (SELECT min(value) FROM (\(newest))) AS state FROM unit u \
            JOIN enrollment e ON e.unit_id = u.id LEFT JOIN name n ON n.unit_id = u.id AND n.nature = 'primary' \
            LEFT JOIN name o ON o.official_id = e.official_id AND o.nature = 'primary' \
            WHERE \(unitsHere) AND \(HeadcountQuery(day: day).everRank) = 0 ORDER BY e.id
            """
        return try sql.all(db) { row in
            let id = try row.id(.enrollment)
            let (official, group) = try row.who(regionNames)
            let unit = NamedRecord(id: RecordID(.unit, try row.next()), name: try row.next())
            let standing: Standing = try row.list()
            let note: String? = try row.next()
            let state: EnrollmentState? = try row.optionalList()
            return Report.Uncounted(
                id: id, official: official, group: group, unit: unit, reason: Self.reason(standing, state), note: note)
        }
    }

    /// The reason why an enrollment never counts.
    private static func reason(_ standing: Standing, _ state: EnrollmentState?) -> Report.Uncounted.Reason {
        if standing == .rejected { return .rejected }
        return switch state {
        case nil: .onlyStateRejected
        case .denied: .denied
        case .unclear: .unclear
        default: .ownerRejected
        }
    }

    /// The posts of the regions and of the officials enrolled in their units, without those judged wrong.
    func posts() throws -> [ReportedPost] {
        let own = conditions.inRegions("region_code", else: "id > 0")
        let rank: SQL = day.given == nil ? "NULL" : StateQuery(.post, on: day).grade(of: "p.id", .lasting)
        let sql: SQL = """
            SELECT p.id, p.official_id, n.text AS name, p.title, p.kind, p.level, p.region_code, \(rank) AS grade, p.standing, \
            p.standing_note FROM post p JOIN official o ON o.id = p.official_id \
            LEFT JOIN name n ON n.official_id = p.official_id AND n.nature = 'primary' \
            WHERE p.id IN (SELECT id FROM post WHERE \(own) UNION SELECT q.id FROM unit u JOIN enrollment e ON e.unit_id = u.id \
            JOIN post q ON q.official_id = e.official_id WHERE \(unitsHere)) AND p.standing <> 'rejected' \
            AND o.standing <> 'rejected' ORDER BY p.id
            """
        let posts = try sql.all(db) { try ReportedPost(row: &$0, regionNames) }.filter { $0.grade != .no }
        let seen = try StateQuery(.post, on: day).seen(of: posts.map(\.id.number))
            .byOwner(db) { row, _ in try Seen(row: &row) }
        let told = Dictionary(
            uniqueKeysWithValues: try ReportedPost.told(of: seen.values.joined().compactMap(\.event)).all(db) { row in
                (try row.next() as Int64, try ReportedPost.Told(row: &row))
            })
        var citations = try ListedCitation.all(of: .post, posts.map(\.id.number), db)
        return try posts.map { post in
            var post = try post.showing(seen[post.id.number] ?? [], told)
            post.citations = citations.removeValue(forKey: post.id.number) ?? []
            return post
        }.sorted { ($1.grade?.rank ?? 0, $0.id.number) < ($0.grade?.rank ?? 0, $1.id.number) }
    }
}
