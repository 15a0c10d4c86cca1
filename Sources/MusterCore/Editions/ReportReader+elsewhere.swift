import GRDB
public import MusterValues

extension Report {
    /// A unit of another region that a source places in the region of the report, in dispute.
    public struct ContestedUnit: Encodable, Sendable {
        /// The unit.
        public let unit: NamedRecord
        /// The citations that place it here, in dispute.
        public let citations: [CitedStatement]
    }

    /// A death that ends an enrollment, and happened in another one.
    package struct DeathElsewhere: Hashable, Sendable {
        /// The enrollment in which the official was killed.
        package let enrollment: RecordID
        /// Its unit.
        package let unit: NamedRecord
    }
}

extension ReportReader {
    /// The units that only sources in dispute place in the region of the report, without saying when. The tables of a day must be hidden.
    func contestedUnits() throws -> [Report.ContestedUnit] {
        guard let region = subject?.code else { return [] }
        let regions = ResolvedFilter.withDistricts(region)
        let here = try Set(regions.all(db) { try $0.next() as String })
        let sql: SQL = """
            SELECT DISTINCT u.id, c.stated FROM unit u CROSS JOIN citation c ON c.unit_id = u.id AND c.field = 'region' \
            AND c.held IS NULL AND c.standing <> 'rejected' WHERE u.standing <> 'rejected' \
            AND coalesce(u.region_code, '') NOT IN (\(regions)) ORDER BY u.id
            """
        let stated = try sql.all(db) { row in (try row.next() as Int64, try row.next() as String) }
        var names = DatedReader.Names(db: db)
        var placed: [Int64] = []
        for (unit, words) in stated where placed.last != unit {
            if let code = try names.record(words, of: .region)?.code, here.contains(code) { placed.append(unit) }
        }
        let titles = RecordTitles(db: db)
        var contested: [Report.ContestedUnit] = []
        for id in placed.map({ RecordID(.unit, $0) }) {
            guard let field = try FieldReader(db: db, id: id).field(.region), field.isInDispute else { continue }
            var own: [CitedStatement] = []
            for one in field.disputing + field.supporting where one.held == nil && one.standing != .rejected {
                if let code = try names.record(one.stated, of: .region)?.code, here.contains(code) { own.append(one) }
            }
            if own.isEmpty { continue }
            contested.append(
                Report.ContestedUnit(unit: NamedRecord(id: id, name: try titles.name(id)), citations: own))
        }
        return contested
    }

    /// The deaths in other enrollments that some enrollments show, by enrollment. Who was killed in the enrollment itself was killed here.
    func deathsElsewhere(of enrollments: [ListedEnrollment]) throws -> [RecordID: [Report.DeathElsewhere]] {
        let killed = enrollments.filter { $0.states.contains(.killed) }
        let events = killed.flatMap { $0.citations ?? [] }.map(\.record).filter { $0.kind == .event }.map(\.number)
        if events.isEmpty { return [:] }
        let sql: SQL = """
            SELECT v.id, e.id, e.unit_id, \(SQL.designation(of: "e.unit_id", named: "n.text")) AS designation FROM event v \
            JOIN enrollment e ON e.id = v.enrollment_id LEFT JOIN name n ON n.unit_id = e.unit_id AND n.nature = 'primary' \
            WHERE v.value = 'killed' AND v.id IN \(SQL.list(Set(events).sorted()))
            """
        var deaths: [Int64: Report.DeathElsewhere] = [:]
        try sql.each(db) { row in
            let event: Int64 = try row.next()
            let enrollment = RecordID(.enrollment, try row.next())
            let unit = NamedRecord(id: RecordID(.unit, try row.next()), name: try row.next())
            deaths[event] = Report.DeathElsewhere(enrollment: enrollment, unit: unit)
        }
        var elsewhere: [RecordID: [Report.DeathElsewhere]] = [:]
        for one in killed {
            var own: [Report.DeathElsewhere] = []
            for record in (one.citations ?? []).map(\.record) where record.kind == .event {
                if let death = deaths[record.number], !own.contains(death) { own.append(death) }
            }
            if !own.isEmpty, !own.contains(where: { $0.enrollment == one.id }) { elsewhere[one.id] = own }
        }
        return elsewhere
    }
}
