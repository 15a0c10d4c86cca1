import GRDB
import MusterValues

/// Reads the parts of a report that do not come from a listing.
struct ReportReader {
    let db: Database
    let conditions: ResolvedFilter
    let regionNames: RegionNames
    /// The record that the report is of; nil for the national report.
    let subject: RecordID?
    /// True to leave out who joined, the posts, and what is in dispute or missing of them.
    var isSummary = false

    var day: AskedDay { conditions.day }
    /// The condition that the report covers unit `u`.
    var unitsHere: SQL { conditions.isUnitHere("u") ?? conditions.inUnits("u.id") ?? "u.id > 0" }
    /// The condition that the report covers enrollment `e` in unit `u`.
    var enrolledHere: SQL {
        guard let official = conditions.official else { return unitsHere }
        return "e.official_id = \(official)"
    }

    private func headcounts<Key: Hashable>(
        by key: SQL, total: Key? = nil, _ read: (inout RowReader) throws -> Key?,
        ranked use: (Int64, Int) -> Void = { _, _ in }
    ) throws -> [Key: Headcount] {
        try HeadcountQuery(day: day).counts(
            by: key, from: "unit u JOIN enrollment e ON e.unit_id = u.id", where: enrolledHere,
            cap: conditions.rankHere("u") ?? "3", total: total, db, read, ranked: use)
    }

    func people() throws -> Headcount { try graded().people }

    /// The people, and the grades by which enrollments count. One that certainly does not has none.
    func graded() throws -> (people: Headcount, grades: [RecordID: Grade]) {
        var grades: [RecordID: Grade] = [:]
        let people = try headcounts(by: "0") {
            try $0.next() as Int64?
        } ranked: { number, rank in
            if rank > 0 { grades[RecordID(.enrollment, number)] = Grade(rank: rank) }
        }
        return (people[0] ?? .none, grades)
    }

    func peopleByState() throws -> [Report.ByState] {
        if day.given != nil { return [] }
        let enrollments: SQL = "unit u JOIN enrollment e ON e.unit_id = u.id"
        let newest = StateQuery(.enrollment, "state", on: day)
            .newest("IN (SELECT e.id FROM \(enrollments) WHERE \(enrolledHere))")
        let people = try HeadcountQuery(day: day).counts(
            by: "asked.value", from: "(\(newest)) asked JOIN enrollment e ON e.id = asked.subject",
            where: "asked.value NOT IN \(SQL.list(EnrollmentState.uncounted))",
            cap: "CASE WHEN asked.isOpen THEN 1 ELSE 3 END", db
        ) { try $0.optionalList(EnrollmentState.self) }
        return EnrollmentState.allCases.compactMap { state in
            people[state].map { Report.ByState(state: state, people: $0) }
        }
    }

    /// The units that the unit of the report came from.
    func origins() throws -> [NamedRecord] {
        guard let unit = subject, unit.kind == .unit else { return [] }
        let sql: SQL = """
            WITH RECURSIVE inside(id) AS (VALUES (\(unit.number)) \(Succession.origins(by: day.today))) SELECT id FROM inside \
            WHERE id <> \(unit.number) ORDER BY id
            """
        let titles = RecordTitles(db: db)
        return try sql.all(db) { RecordID(.unit, try $0.next()) }.map { NamedRecord(id: $0, name: try titles.name($0)) }
    }

    /// The units that were in the region of the report at another time, and are not on record there.
    func formerUnits() throws -> [NamedRecord] {
        guard day.given == nil, let region = subject?.code else { return [] }
        let here = try Set(ResolvedFilter.withDistricts(region).all(db) { try $0.next() as String })
        let titles = RecordTitles(db: db)
        return try DatedReader(db).formerUnits(of: here).map { RecordID(.unit, $0) }
            .map { NamedRecord(id: $0, name: try titles.name($0)) }
    }

    /// The people, and the regions that have a unit, a post or a group on the register with theirs.
    func peopleByRegion() throws -> (people: Headcount, regions: [Report.InRegion]) {
        if conditions.hasPlaces { return try (people(), regions(with: peopleByPlace())) }
        // No region has an empty code.
        let people = try headcounts(by: "u.region_code", total: "") { try $0.next() as String? }
        return (people[""] ?? .none, try regions(with: people))
    }

    private func regions(with people: [String: Headcount]) throws -> [Report.InRegion] {
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

    /// The people by region, where units may have been in several: there each counts by no surer a grade than its unit.
    private func peopleByPlace() throws -> [String: Headcount] {
        let units: SQL = """
            unit u LEFT JOIN temp.place_then placed ON placed.unit_id = u.id JOIN enrollment e ON e.unit_id = u.id
            """
        return try HeadcountQuery(day: day).counts(
            by: "CASE WHEN placed.unit_id IS NULL THEN u.region_code ELSE placed.region_code END", from: units,
            where: "\(unitsHere) AND coalesce(placed.rank, 3) > 0", cap: "coalesce(placed.rank, 3)", db
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
            (SELECT min(value) FROM (\(newest))) AS state, EXISTS (SELECT 1 FROM event v \
            WHERE v.enrollment_id = e.id AND v.facet = 'state' AND v.standing <> 'rejected') AS is_planned FROM unit u \
            JOIN enrollment e ON e.unit_id = u.id LEFT JOIN name n ON n.unit_id = u.id AND n.nature = 'primary' \
            LEFT JOIN name o ON o.official_id = e.official_id AND o.nature = 'primary' \
            WHERE \(enrolledHere) AND \(HeadcountQuery(day: day).everRank) = 0 ORDER BY e.id
            """
        return try sql.all(db) { row in
            let id = try row.id(.enrollment)
            let (official, group) = try row.who(regionNames)
            let unit = NamedRecord(id: RecordID(.unit, try row.next()), name: try row.next())
            let standing: Standing = try row.list()
            let note: String? = try row.next()
            let state: EnrollmentState? = try row.optionalList()
            let isPlanned: Bool = try row.next() as Int != 0
            return Report.Uncounted(
                id: id, official: official, group: group, unit: unit,
                reason: Self.reason(standing, state, isPlanned: isPlanned), note: note)
        }
    }

    /// The reason why an enrollment never counts.
    private static func reason(
        _ standing: Standing, _ state: EnrollmentState?, isPlanned: Bool
    ) -> Report.Uncounted.Reason {
        if standing == .rejected { return .rejected }
        return switch state {
        case nil: isPlanned ? .planned : .onlyStateRejected
        case .denied: .denied
        case .unclear: .unclear
        default: .ownerRejected
        }
    }

    /// The condition on posts that the report covers beside those of the officials who enrolled.
    private var postsHere: SQL {
        if let official = conditions.official { return "official_id = \(official)" }
        if conditions.inUnits("id") != nil { return "0" }
        return conditions.inRegions("region_code", else: "id > 0")
    }

    /// The posts of the regions and of the officials enrolled in their units, without those judged wrong.
    func posts() throws -> [ReportedPost] {
        let own = postsHere
        let rank: SQL = day.given == nil ? "NULL" : StateQuery(.post, on: day).grade(of: "p.id", .lasting)
        let sql: SQL = """
            SELECT p.id, p.official_id, n.text AS name, p.title, p.kind, p.level, p.region_code, \(rank) AS grade, p.standing, \
            p.standing_note FROM post p JOIN official o ON o.id = p.official_id \
            LEFT JOIN name n ON n.official_id = p.official_id AND n.nature = 'primary' \
            WHERE p.id IN (SELECT id FROM post WHERE \(own) UNION SELECT q.id FROM unit u JOIN enrollment e ON e.unit_id = u.id \
            JOIN post q ON q.official_id = e.official_id WHERE \(enrolledHere)) AND p.standing <> 'rejected' \
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
