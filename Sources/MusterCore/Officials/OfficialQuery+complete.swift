import GRDB
import MusterValues

/// Reads the posts and units of a batch of officials.
extension OfficialQuery {
    func complete(_ officials: inout [ListedOfficial], _ regions: RegionNames, _ db: Database) throws {
        let ids = officials.map(\.id.number)
        var posts = try posts(of: ids).byOwner(db) { row, _ in
            try ListedOfficial.HeldPost(
                id: RecordID(.post, row.next()), title: row.next(), kind: row.list(), level: row.optionalList(),
                region: row.region(in: regions))
        }
        var units = try units(of: ids).byOwner(db) { row, _ in
            try ListedOfficial.JoinedUnit(
                id: RecordID(.unit, row.next()), name: row.next(), enrollment: RecordID(.enrollment, row.next()))
        }
        let tenures = try StateQuery(.post, on: day).seen(of: posts.values.joined().map(\.id.number))
            .byOwner(db) { row, _ in try Seen(row: &row) }
        let states = try StateQuery(.enrollment, "state", on: day)
            .seen(of: units.values.joined().map(\.enrollment.number)).byOwner(db) { row, _ in try Seen(row: &row) }
        let held = try StatesOnRecord.grades(of: .post, posts.values.joined().map(\.id.number), on: day, db)
        let joined = try StatesOnRecord.grades(
            of: .enrollment, units.values.joined().map(\.enrollment.number), on: day, db)
        let inferred = try InferredFields.all(of: .post, ids, by: "official_id", db)
        for index in officials.indices {
            officials[index].inferred = inferred[ids[index]] ?? []
            officials[index].posts = try (posts.removeValue(forKey: ids[index]) ?? [])
                .map { post in try post.showing(tenures[post.id.number] ?? [], held?[post.id.number]) }
                .filter { $0.grade != .no || isAsked(.post, $0.tenure.map(\.rawValue)) }
            officials[index].units = try (units.removeValue(forKey: ids[index]) ?? [])
                .map { unit in
                    let number = unit.enrollment.number
                    return try unit.showing(ShownStates(states[number] ?? []), joined?[number])
                }
                .filter { $0.grade != .no || isAsked(.enrollment, $0.states.map(\.rawValue)) }
        }
    }

    /// True if the question is about one of some states, such as `left`, which somebody has who is no longer there.
    private func isAsked(_ kind: RecordKind, _ states: [String]) -> Bool {
        asked.contains { $0.kind == kind && !$0.values.filter(states.contains).isEmpty }
    }

    /// The posts of officials that are not judged wrong, by official.
    func posts(of officials: [Int64]) -> SQL {
        """
        SELECT p.official_id, p.id, p.title, p.kind, p.level, p.region_code FROM post p \
        WHERE p.official_id IN \(SQL.list(officials)) AND p.standing <> 'rejected' ORDER BY p.official_id, p.id
        """
    }

    /// The enrollments of officials that are not judged wrong, nor their units, by official.
    func units(of officials: [Int64]) -> SQL {
        """
        SELECT e.official_id, e.unit_id, \(SQL.designation(of: "e.unit_id", named: "w.text")) AS designation, e.id \
        FROM enrollment e LEFT JOIN name w ON w.unit_id = e.unit_id AND w.nature = 'primary' \
        WHERE e.official_id IN \(SQL.list(officials)) AND e.standing <> 'rejected' \
        AND e.unit_id NOT IN (SELECT id FROM unit WHERE standing = 'rejected') ORDER BY e.official_id, e.id
        """
    }
}
