import GRDB
import MusterValues

/// Finds what is missing on the whole register. It counts the records and names the first of them, so that a large register
/// takes no more memory than a small one.
final class RegisterGaps {
    private let db: Database
    private let day: AskedDay
    private var found: [Report.Gap.Kind: (count: Int, first: [RecordID])] = [:]

    /// All gaps, in the order of the closed list.
    ///
    /// - Parameters:
    ///   - units: the units.
    ///   - places: the regions, each with its newest look.
    ///   - old: the day before which a look is old.
    ///   - day: the day that is today.
    ///   - db: the registry.
    /// - Returns: the gaps that there are.
    /// - Throws: `MusterError.unreadable` for what no rule allows to be stored.
    static func all(
        units: [ListedUnit], places: [ListedRegion], old: Day, _ day: AskedDay, _ db: Database
    ) throws -> [Report.Gap] {
        let gaps = RegisterGaps(db: db, day: day)
        for (kind, records) in Gaps.ofUnits(units) { records.forEach { gaps.add(kind, $0) } }
        gaps.addLooks(places, old)
        try gaps.addSources()
        try gaps.addAnnounced()
        let origins = try SourceOrigins(of: SQL("SELECT id FROM source").all(db) { try $0.next() as Int64 }, db)
        try gaps.addEnrollments(origins)
        for kind in [RecordKind.programme, .unit, .post] { try gaps.addFacts(of: kind, origins) }
        // Two ways find them in turns.
        for kind in [Report.Gap.Kind.oneOrigin, .oneOriginOthers] { gaps.found[kind]?.first.sort() }
        return Report.Gap.Kind.allCases.compactMap { kind in
            gaps.found[kind].map { Report.Gap(what: kind, count: $0.count, records: $0.first) }
        }
    }

    private init(db: Database, day: AskedDay) { (self.db, self.day) = (db, day) }

    private func add(_ kind: Report.Gap.Kind, _ id: RecordID) {
        found[kind, default: (0, [])].count += 1
        if let first = found[kind]?.first, first.count < Report.Gap.most { found[kind]?.first.append(id) }
    }

    private func addLooks(_ places: [ListedRegion], _ old: Day) {
        for place in places where place.parent == nil {
            let id = RecordID(region: place.code)
            // Where a unit is on record nobody has to look for one.
            if place.coverage == .notLooked { add(.look, id) }
            if let look = place.look, let latest = look.date.latest, latest < old.description { add(.newLook, id) }
        }
    }

    private func addSources() throws {
        let sql: SQL = """
            SELECT id, published IS NULL, url IS NULL, captured IS NULL AND sha256 IS NULL FROM source ORDER BY id
            """
        try sql.each(db) { row in
            let id = try row.id(.source)
            for kind in [Report.Gap.Kind.sourceDate, .sourceAddress, .sourceCopy] where try row.next() as Int == 1 {
                add(kind, id)
            }
        }
    }

    /// The condition that enrollment `e` counts at all.
    private var counts: SQL { "\(HeadcountQuery(day: day).everRank) > 0" }

    private func addAnnounced() throws {
        let newest = StateQuery(.enrollment, "state", on: day).newest("IS NOT NULL")
        let sql: SQL = """
            SELECT e.id FROM (SELECT subject FROM (\(newest)) WHERE NOT isOpen AND value = 'announced') asked \
            JOIN enrollment e ON e.id = asked.subject WHERE \(counts) ORDER BY e.id
            """
        try sql.each(db) { row in add(.onlyAnnounced, try row.id(.enrollment)) }
    }

    /// The programmes, units or posts with one origin for each fact. Most facts have one citation, which is one origin; only the
    /// citations of records with more are read one by one.
    private func addFacts(of kind: RecordKind, _ origins: SourceOrigins) throws {
        let column = SQL(sql: kind.column)
        let events: SQL =
            kind.hasEvents
            ? "UNION ALL SELECT 'V' || v.id FROM event v JOIN citation c ON c.event_id = v.id AND c.field = 'value' WHERE v.\(column) = t.id AND c.standing <> 'rejected'"
            : ""
        let facts: SQL = """
            SELECT c.field AS fact FROM citation c WHERE c.\(column) = t.id AND c.field <> 'name' AND c.standing <> 'rejected' \(events)
            """
        let sql: SQL = """
            SELECT t.id, EXISTS (SELECT 1 FROM (\(facts)) GROUP BY fact HAVING count(*) > 1) FROM \(sql: kind.name) t \
            WHERE t.standing <> 'rejected' AND EXISTS (\(facts)) ORDER BY t.id
            """
        try sql.batched(db) { row -> Int64? in
            let id = try row.id(kind)
            if try row.next() as Int == 1 { return id.number }
            add(.oneOriginOthers, id)
            return nil
        } pass: { numbers in
            let citations = try ListedCitation.all(of: kind, numbers, db)
            for number in numbers where Gaps.isOfOneOrigin(citations[number] ?? [], origins) {
                add(.oneOriginOthers, RecordID(kind, number))
            }
        }
    }

    /// The citations of most enrollments support them as they stand; only those of the others are read one by one.
    private func addEnrollments(_ origins: SourceOrigins) throws {
        let stated: SQL = """
            FROM event v JOIN citation c ON c.event_id = v.id AND c.field = 'value' WHERE v.enrollment_id = e.id
            """
        // `plain`: every citation of a state is for it, word for word. `several`: a state has two of them.
        let sql: SQL = """
            SELECT id, undated, contract, unknown, plain, several FROM (SELECT e.id, \
            NOT EXISTS (SELECT 1 FROM event v WHERE v.enrollment_id = e.id AND v.date IS NOT NULL AND v.standing <> 'rejected') AS undated, \
            e.contract = 'not_stated' AS contract, e.official_id IS NULL AND e.group_most IS NULL AS unknown, \
            EXISTS (SELECT 1 \(stated)) AND NOT EXISTS (SELECT 1 \(stated) AND (c.stance <> 'supports' OR c.standing = 'rejected' \
            OR c.stated NOT IN (v.value, replace(v.value, '_', ' ')))) AS plain, \
            EXISTS (SELECT 1 \(stated) GROUP BY v.id HAVING count(*) > 1) AS several \
            FROM enrollment e WHERE \(counts)) ORDER BY id
            """
        try sql.batched(db) { row -> Int64? in
            let id = try row.id(.enrollment)
            for kind in [Report.Gap.Kind.enrollmentDate, .enrollmentContract, .groupNumber]
            where try row.next() as Int == 1 { add(kind, id) }
            let (isPlain, isSeveral) = (try row.next() as Int == 1, try row.next() as Int == 1)
            if isPlain, !isSeveral { add(.oneOrigin, id) }
            return isPlain && !isSeveral ? nil : id.number
        } pass: { numbers in
            let citations = try ListedCitation.all(of: .enrollment, numbers, db)
            for number in numbers {
                let (id, own) = (RecordID(.enrollment, number), citations[number] ?? [])
                if !own.contains(where: \.supports) { add(.enrollmentSource, id) }
                if Gaps.isOfOneOrigin(own, origins) { add(.oneOrigin, id) }
            }
        }
    }
}
