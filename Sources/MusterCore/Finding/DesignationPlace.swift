import GRDB
import MusterValues

/// Where the designation of a unit is the only one of its kind: inside of the unit that it is part of or, for a unit that is
/// part of none, among such units of its region. Two battalions can each have a "1st company".
struct DesignationPlace {
    /// The unit that it is part of; nil for none.
    let whole: Int64?
    /// The code of its region; nil for none.
    let region: String?

    init(whole: Int64?, region: String?) { (self.whole, self.region) = (whole, region) }

    /// The place of a unit on the register.
    init(of row: Row) throws { self.init(whole: try row.get("part_of"), region: try row.get("region_code")) }

    /// The units here that have a designation as their primary name, in any letter case or script width, by id.
    func units(named designation: String, _ db: Database) throws -> [RecordID] {
        try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT u.id FROM name n JOIN unit u ON u.id = n.unit_id WHERE n.folded = :name AND n.nature = 'primary' \
                    AND n.unit_id IS NOT NULL AND u.part_of IS :whole AND (u.part_of IS NOT NULL OR u.region_code IS :region) \
                    ORDER BY u.id
                    """), arguments: ["name": Text.folded(designation), "whole": whole, "region": region]
        ).map { RecordID(.unit, $0) }
    }
}

extension Transaction {
    /// Refuses a designation that another unit of the same place has.
    func refuseTaken(_ designation: String, in place: DesignationPlace, except own: Set<RecordID> = []) throws {
        try refuseID(designation)
        guard let id = try place.units(named: designation, db).first(where: { !own.contains($0) }) else { return }
        throw MusterError.taken(what: "unit", value: designation, id: id, fix: .show(id))
    }
}
