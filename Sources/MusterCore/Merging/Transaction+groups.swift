import GRDB
import MusterValues

extension Transaction {
    /// Tells at once of the groups on record that a new enrollment may be of, which `muster duplicates` would offer later or not at all:
    /// of the one that a new group is likeliest to be, and of those that a new official may be one of.
    ///
    /// The enrollment is recorded all the same, because only a source can say who is of a group.
    func noteGroups(like id: RecordID, _ new: NewEnrollment) throws {
        let row = try id.row(there: db)
        let unit = RecordID(.unit, try row.get("unit_id"))
        if let official = (try row.get("official_id") as Int64?).map({ RecordID(.official, $0) }) {
            try noteGroups(of: official, id, in: unit)
        } else if new.group?.perhapsSameAs == nil, let other = try GroupDuplicates(db: db).likely(id, in: unit).first {
            note(id, .mayBe(other))
        }
    }

    /// The most groups that are told of for one official.
    private static let mostGroups = 3

    /// A group fits if a post of the official can be one of its posts, if it has room, and if no source tells of both: who names
    /// somebody beside a group does not mean one of it.
    private func noteGroups(of official: RecordID, _ id: RecordID, in unit: RecordID) throws {
        let isPlaced: SQL = """
            e.group_region IS NULL OR p.region_code IS NULL OR p.region_code = e.group_region \
            OR e.group_region = (SELECT parent FROM region WHERE code = p.region_code) \
            OR p.region_code = (SELECT parent FROM region WHERE code = e.group_region)
            """
        let query: SQL = """
            SELECT e.id, (SELECT source_id FROM citation WHERE enrollment_id = \(id.number) ORDER BY id LIMIT 1) FROM enrollment e \
            WHERE e.unit_id = \(unit.number) AND e.group_who IS NOT NULL AND e.standing <> 'rejected' \
            AND EXISTS (SELECT 1 FROM post p WHERE p.official_id = \(official.number) AND p.standing <> 'rejected' \
            AND (e.group_kind IS NULL OR p.kind IN (e.group_kind, 'other')) \
            AND (e.group_level IS NULL OR p.level IS NULL OR p.level = e.group_level) AND (\(isPlaced))) \
            AND NOT EXISTS (SELECT 1 FROM citation c JOIN citation n ON n.source_id = c.source_id \
            WHERE c.enrollment_id = e.id AND n.enrollment_id = \(id.number)) \
            AND (e.group_most IS NULL OR e.group_most > (SELECT count(*) FROM group_member g WHERE g.group_id = e.id)) \
            ORDER BY e.id LIMIT \(Self.mostGroups)
            """
        for (group, source) in try query.all(db, { (try $0.next() as Int64, try $0.next() as Int64) }) {
            note(id, .mayBeOf(RecordID(.enrollment, group), official: official, source: RecordID(.source, source)))
        }
    }
}
