import GRDB
import MusterValues

/// What a merge of two units heeds besides.
extension Merge {
    /// Refuses two units of which one became the other, or whose parts or places have one designation.
    func refuseUnfitUnits() throws {
        try refuseSuccession()
        try refuseTakenDesignations()
    }

    /// Refuses a merge after which a unit would become what it came from.
    func checkSuccessions() throws {
        let links = try Int64.fetchAll(
            db,
            sql: "SELECT id FROM event WHERE other_unit IS NOT NULL AND :unit IN (unit_id, other_unit) ORDER BY id",
            arguments: ["unit": kept.number])
        for link in links { try transaction.refuseUnfitSuccession(RecordID(.event, link)) }
    }

    /// True if a unit has an event that is not judged wrong.
    func hasEvents(_ unit: RecordID) throws -> Bool {
        try db.one(
            Bool.self, "SELECT EXISTS (SELECT 1 FROM event WHERE unit_id = ? AND standing <> 'rejected')",
            arguments: [unit.number])
    }

    /// Refuses to make one of two units of which one became the other.
    private func refuseSuccession() throws {
        let event = try Int64.fetchOne(
            db,
            sql: """
                SELECT id FROM event WHERE standing <> 'rejected' \
                AND (unit_id = :one AND other_unit = :other OR unit_id = :other AND other_unit = :one) ORDER BY id
                """, arguments: ["one": kept.number, "other": gone.number])
        guard let event else { return }
        let id = RecordID(.event, event)
        throw MusterError.refused(
            rule: "\(id) says that one became the other, so they are two", fix: .reject(id))
    }

    /// Refuses a merge after which two units of one place would have the same designation: a part of each, or the kept unit and
    /// another one of the region that it takes.
    private func refuseTakenDesignations() throws {
        let alike = try Row.fetchOne(
            db,
            sql: """
                SELECT a.id AS one, b.id AS other FROM unit a JOIN name n ON n.unit_id = a.id AND n.nature = 'primary' \
                JOIN name m ON m.folded = n.folded AND m.nature = 'primary' JOIN unit b ON b.id = m.unit_id \
                WHERE a.part_of = ? AND b.part_of = ? ORDER BY a.id, b.id
                """, arguments: [kept.number, gone.number])
        if let alike {
            let (one, other) = (RecordID(.unit, try alike.get("one")), RecordID(.unit, try alike.get("other")))
            throw MusterError.refused(
                rule: """
                    each has a part with the designation \(quoted(try RecordTitles(db: db).name(one) ?? "")), and no two parts of \
                    one unit have the same
                    """, fix: .merge(kept: one, gone: other))
        }
        guard let own = try kept.row(db), let other = try gone.row(db), let name = try RecordTitles(db: db).name(kept)
        else { return }
        let (held, offered) = (try DesignationPlace(of: own), try DesignationPlace(of: other))
        if held.whole != nil || held.region != nil || offered.region == nil { return }
        try transaction.refuseTaken(
            name, in: DesignationPlace(whole: nil, region: offered.region), except: [kept, gone])
    }
}
