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
            let conditions = try ResolvedFilter(filter, db: db, today: today)
            let reader = ReportReader(db: db, conditions: conditions, regionNames: try RegionNames(db))
            let units = try Listing.units.all(conditions, db)
            let enrollments = try Listing.enrollments(withCitations: true).all(conditions, db)
            let revision = try Self.newestRevision(db)
            let disputes = try reader.disputes()
            let notRejected = disputes.flatMap { $0.field?.notRejected ?? [] }.map(\.source.id)
            let sources = try Listing.sources.all(conditions, db).with(Set(notRejected), db)
            let uncounted = try reader.uncounted()
            let hidden = Set(uncounted.map(\.id))
            let counted = enrollments.filter { !hidden.contains($0.id) }
            return Report(
                region: try reader.regionNames.region(conditions.region), day: day?.description, revision: revision,
                head: try Self.head(db), people: try reader.people(),
                peopleByState: try reader.peopleByState(),
                regions: try reader.regions(), units: units, enrollments: counted, uncounted: uncounted,
                posts: try reader.posts(), disputes: disputes, ordinals: try reader.ordinals(),
                gaps: try Gaps.of(units: units, enrollments: counted, sources: sources, db), sources: sources)
        }
    }
}

/// Reads the parts of a report that do not come from a listing.
struct ReportReader {
    let db: Database
    let conditions: ResolvedFilter
    let regionNames: RegionNames

    private var day: Day? { conditions.filter.day }
    /// The condition that the report covers unit `u`.
    private var unitsHere: SQL { conditions.inRegions("u.region_code", else: "u.id > 0") }

    private func headcounts(by key: SQL) throws -> [Row] {
        try HeadcountQuery(day: day).counts(
            by: key, from: "unit u JOIN enrollment e ON e.unit_id = u.id", where: unitsHere
        ).rows(db)
    }

    func people() throws -> Headcount { try headcounts(by: "0").first.map(Headcount.init(row:)) ?? .none }

    func peopleByState() throws -> [Report.ByState] {
        if day != nil { return [] }
        let rows = try headcounts(by: HeadcountQuery.state(on: nil).newestValue)
        return try EnrollmentState.allCases.compactMap { state in
            try rows.first { try $0.get("key") == state.rawValue }.map {
                Report.ByState(state: state, people: try Headcount(row: $0))
            }
        }
    }

    /// The regions that have a unit, a post or a group on the register.
    func regions() throws -> [Report.InRegion] {
        let people = Dictionary(
            uniqueKeysWithValues: try headcounts(by: "u.region_code").compactMap { row in
                try (try row.get("key") as String?).map { ($0, try Headcount(row: row)) }
            })
        let here = conditions.inRegions("r.code", else: "r.code > ''")
        let sql: SQL = """
            SELECT r.code, n.text AS name, \
            (SELECT count(*) FROM unit WHERE region_code = r.code AND standing <> 'rejected') AS units FROM region r \
            LEFT JOIN name n ON n.region_code = r.code AND n.nature = 'primary' WHERE \(here) \
            AND (EXISTS (SELECT 1 FROM unit WHERE region_code = r.code) OR EXISTS (SELECT 1 FROM post WHERE region_code = r.code) \
            OR EXISTS (SELECT 1 FROM enrollment WHERE group_region = r.code)) ORDER BY r.code
            """
        return try sql.rows(db).map { row in
            Report.InRegion(
                code: try row.get("code"), name: try row.get("name"), units: try row.get("units"),
                people: people[try row.get("code")] ?? .none)
        }
    }

    /// The enrollments that never count: those judged wrong, those with a unit or official judged wrong, and those
    /// whose newest state is denied or unclear.
    func uncounted() throws -> [Report.Uncounted] {
        let sql: SQL = """
            SELECT e.id, \(EnrollmentQuery.who), e.unit_id, n.text AS designation, e.standing, e.standing_note, \
            \(HeadcountQuery.state(on: nil).newestValue) AS state FROM unit u \
            JOIN enrollment e ON e.unit_id = u.id LEFT JOIN name n ON n.unit_id = u.id AND n.nature = 'primary' \
            LEFT JOIN name o ON o.official_id = e.official_id AND o.nature = 'primary' \
            WHERE \(unitsHere) AND NOT (\(HeadcountQuery.everCounts)) ORDER BY e.id
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
        let query = StateQuery(kind: .post, facet: "tenure", subject: "p.id", day: day)
        let shown: SQL =
            day == nil
            ? "t.value AS tenure, t.date, t.earliest, t.latest, t.cause"
            : "\(query.value) AS tenure, NULL AS date, NULL AS earliest, NULL AS latest, NULL AS cause"
        let own = conditions.inRegions("region_code", else: "id > 0")
        let sql: SQL = """
            SELECT p.id, p.official_id, n.text AS name, p.title, p.kind, p.level, p.region_code, \(shown), \
            (SELECT c.speech FROM citation c WHERE c.event_id = t.id AND c.field = 'value' AND c.stance = 'supports' \
            AND c.standing <> 'rejected' ORDER BY c.id) AS speech, p.standing, p.standing_note, \
            t.standing AS tenure_standing, t.standing_note AS tenure_note FROM post p \
            JOIN official o ON o.id = p.official_id \
            LEFT JOIN name n ON n.official_id = p.official_id AND n.nature = 'primary' \
            LEFT JOIN event t ON t.id = \(query.event) \
            WHERE p.id IN (SELECT id FROM post WHERE \(own) UNION SELECT q.id FROM unit u JOIN enrollment e ON e.unit_id = u.id \
            JOIN post q ON q.official_id = e.official_id WHERE \(unitsHere)) AND p.standing <> 'rejected' \
            AND o.standing <> 'rejected' ORDER BY p.id
            """
        return try sql.all(db) { try ReportedPost(row: &$0, onDay: day != nil, regionNames) }
    }

    /// The claims of a place in the order of founding, except for units judged wrong.
    func ordinals() throws -> [OrdinalClaim] {
        let sql: SQL = """
            SELECT u.id, u.ordinal, u.region_code, (\(others("o.programme_id = u.programme_id"))) AS others, \
            (\(others("o.programme_id IS NULL")) AND NOT EXISTS (SELECT 1 FROM unit k WHERE k.region_code = o.region_code \
            AND k.programme_id = u.programme_id)) AS undetermined FROM unit u WHERE \(unitsHere) AND u.ordinal IS NOT NULL AND u.standing <> 'rejected' ORDER BY u.id
            """
        return try sql.rows(db).map { row in
            let id = RecordID(.unit, try row.get("id"))
            let ordinal: Int = try row.get("ordinal")
            // `OrdinalClaim` subtracts counts from the ordinal, and a wild number that a shell wrote would overflow.
            guard (1...1000).contains(ordinal) else {
                throw MusterError.unreadable(field: "ordinal", value: String(ordinal))
            }
            // If the registry worked out the number itself, it must not be attributed to a source.
            let voice = try CitedStatement.all(of: id, db)[FieldName.ordinal.rawValue]?.first { voice in
                voice.stance == .supports && voice.standing != .rejected && OrdinalClaim.states(voice.stated, ordinal)
            }
            return OrdinalClaim(
                unit: NamedRecord(id: id, name: try RecordTitles(db: db).name(id)),
                region: try regionNames.region(row.get("region_code")), ordinal: ordinal, citation: voice,
                others: try row.get("others"), undetermined: try row.get("undetermined"))
        }
    }

    /// The SQL for the number of other regions, not unit `u`'s own, that have a unit `o` which meets the condition.
    private func others(_ condition: SQL) -> SQL {
        """
        SELECT count(DISTINCT coalesce(r.parent, r.code)) FROM unit o JOIN region r ON r.code = o.region_code \
        WHERE \(condition) AND o.standing <> 'rejected' \
        AND coalesce(r.parent, r.code) IS NOT (SELECT coalesce(parent, code) FROM region WHERE code = u.region_code)
        """
    }
}
