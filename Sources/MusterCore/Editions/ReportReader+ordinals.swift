import GRDB
import MusterValues

extension ReportReader {
    /// The claims of a place in the order of founding, except for units judged wrong.
    func ordinals() throws -> [OrdinalClaim] {
        let sql: SQL = """
            SELECT u.id, u.ordinal, u.region_code, u.programme_id, coalesce(r.parent, r.code) AS region FROM unit u \
            LEFT JOIN region r ON r.code = u.region_code \
            WHERE \(unitsHere) AND u.ordinal IS NOT NULL AND u.standing <> 'rejected' ORDER BY u.id
            """
        let rows = try sql.rows(db)
        if rows.isEmpty { return [] }
        // Read once for each programme: most units of a large register may claim a place.
        var programmes: [Int64: Programme] = [:]
        for number in Set(try rows.compactMap { try $0.get("programme_id") as Int64? }) {
            programmes[number] = try programme(number)
        }
        let undetermined = try unitsOfNoProgramme()
        // A claimed order is held against all that is on record, whatever day is asked about.
        let notLooked = RegionCoverage(try places(ResolvedFilter(Filter(), db: db, today: day.today))).notLooked
        return try rows.map { row in
            let id = RecordID(.unit, try row.get("id"))
            let ordinal: Int = try row.get("ordinal")
            let programme = (try row.get("programme_id") as Int64?).flatMap { programmes[$0] }
            let (own, region): (Founding?, String?) = (programme?.units[id.number], try row.get("region"))
            let others = programme?.regions.filter { $0.key != region }.map(\.value) ?? []
            let open = Set(
                undetermined.filter { $0.region != region && programme?.codes.contains($0.code) != true }
                    .map(\.region))
            // `OrdinalClaim` subtracts counts from the ordinal, and a wild number that a shell wrote would overflow.
            guard (1...1000).contains(ordinal) else {
                throw MusterError.unreadable(field: "ordinal", value: String(ordinal))
            }
            // If the registry worked out the number itself, it must not be attributed to a source.
            let voice = try CitedStatement.all(of: id, db)[FieldName.ordinal.rawValue]?.first { voice in
                voice.stance == .supports && voice.standing != .rejected && OrdinalWords.states(voice.stated, ordinal)
            }
            return OrdinalClaim(
                unit: NamedRecord(id: id, name: try RecordTitles(db: db).name(id)),
                region: try regionNames.region(row.get("region_code")), ordinal: ordinal, citation: voice,
                others: others.count, earlier: try earlier(others.filter { $0.isBefore(own) }),
                after: others.count { $0.isAfter(own) },
                undetermined: open.count, notLooked: notLooked)
        }
    }

    /// The units by the day by which they were there.
    private func earlier(_ foundings: [Founding]) throws -> [NamedRecord] {
        try foundings.sorted { ($0.by ?? "", $0.unit) < ($1.by ?? "", $1.unit) }.map { founding in
            let id = RecordID(.unit, founding.unit)
            return NamedRecord(id: id, name: try RecordTitles(db: db).name(id))
        }
    }

    /// When a unit is first heard of, and from when on it can have been there; in a region, its first unit.
    private struct Founding {
        let unit: Int64
        var region: String?
        /// The day by which it was there; nil if nothing tells.
        var by: String?
        /// The first day on which it can have begun; empty if it may always have been there.
        var from: String

        func isBefore(_ own: Founding?) -> Bool {
            guard let by, let ownBy = own?.by else { return false }
            return by < ownBy
        }

        func isAfter(_ own: Founding?) -> Bool {
            guard let ownBy = own?.by else { return false }
            return from > ownBy
        }
    }

    /// The units of a programme.
    private struct Programme {
        /// The founding of each unit, by number.
        var units: [Int64: Founding] = [:]
        /// The first unit of each region, by the region's code.
        var regions: [String: Founding] = [:]
        /// The regions and districts that have a unit.
        var codes: Set<String> = []
    }

    private func programme(_ number: Int64) throws -> Programme {
        let match: SQL = "IN (SELECT id FROM unit WHERE programme_id = \(number) AND standing <> 'rejected')"
        var programme = Programme()
        for (id, code, founding) in try foundings(of: match) {
            programme.units[id] = founding
            guard let region = founding.region, let code else { continue }
            programme.codes.insert(code)
            let first = programme.regions[region] ?? founding
            let isEarlier = founding.by.map { by in first.by.map { by < $0 } ?? true } ?? false
            programme.regions[region] = Founding(
                unit: isEarlier ? id : first.unit, region: region, by: isEarlier ? founding.by : first.by,
                from: min(first.from, founding.from))
        }
        return programme
    }

    /// The regions and districts with a unit of no stated programme.
    private func unitsOfNoProgramme() throws -> [(code: String, region: String)] {
        let sql: SQL = """
            SELECT DISTINCT r.code, coalesce(r.parent, r.code) AS region FROM unit o JOIN region r ON r.code = o.region_code \
            WHERE o.programme_id IS NULL AND o.standing <> 'rejected'
            """
        return try sql.rows(db).map { (try $0.get("code"), try $0.get("region")) }
    }

    /// When the units that meet a condition are first heard of. What only shows a unit says nothing of when it began; nor does a
    /// beginning, if the unit is seen before.
    private func foundings(of match: SQL) throws -> [(id: Int64, code: String?, founding: Founding)] {
        let begins = SQL.list(UnitStatus.all(.begins))
        let sql: SQL = """
            WITH \(Sightings(kind: .unit, facets: EventValue.seenFacets(of: .unit), day: AskedDay(nil, today: day.today)).tables(match, named: "unit")) \
            SELECT u.id, r.code, coalesce(r.parent, r.code) AS region, min(s.last) FILTER (WHERE s.planned = 0) AS heard, \
            CASE WHEN min(s.last) FILTER (WHERE s.planned = 0) \
            < min(s.last) FILTER (WHERE s.value IN \(begins)) THEN '' ELSE min(s.first) FILTER (WHERE s.value IN \(begins)) END AS began \
            FROM unit u LEFT JOIN region r ON r.code = u.region_code LEFT JOIN unit_sighted s ON s.subject = u.id AND s.own \
            AND s.value IS NOT 'disbanded' WHERE u.id \(match) GROUP BY u.id
            """
        return try sql.rows(db).map { row in
            let founding = try Founding(
                unit: row.get("id"), region: row.get("region"), by: row.get("heard"), from: row.get("began") ?? "")
            return (try row.get("id"), try row.get("code"), founding)
        }
    }
}
