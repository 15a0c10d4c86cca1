import GRDB
import MusterValues

/// What keeps a group from simply being added to the others: members who are named, and groups that may be the same people.
struct GroupsApart {
    /// The officials who are named of each group and count, with the ranks of their grades: that they count on any day, and on
    /// the day asked about.
    private let members: [Int64: [Int64: (ever: Int, now: Int)]]
    /// The lowest id of the groups that a group is linked to by such doubts, over any number of steps.
    let alike: [Int64: Int64]
    /// The fewest officials named of such groups together, by that id.
    let joint: [Int64: Int]
    /// Those of the alike groups that may have left the unit by the day asked about.
    let mayHaveLeft: Set<Int64>

    /// Reads the members of some groups, and which of these groups may be the same.
    init(_ groups: Set<Int64>, _ query: HeadcountQuery, _ db: Database) throws {
        if groups.isEmpty {
            (members, alike, joint, mayHaveLeft) = ([:], [:], [:], [])
            return
        }
        members = try Self.members(of: groups, query, db)
        alike = try Self.alike(groups, db)
        var named: [Int64: Set<Int64>] = [:]
        for (group, first) in alike { named[first, default: []].formUnion(Self.sure(members[group] ?? [:])) }
        joint = named.mapValues(\.count)
        mayHaveLeft = try alike.isEmpty ? [] : Set(Self.left(alike.keys, by: query.day).all(db) { try $0.next() })
    }

    /// The number of officials named of a group who presumably are in the unit, or certainly out of it.
    func least(named group: Int64) -> Int { members[group].map { Self.sure($0).count } ?? 0 }

    /// The number of officials named of a group who may be in the unit, or surely were: a group of three of whom one has left is
    /// two others.
    func most(named group: Int64) -> Int { members[group]?.values.count { $0.now > 0 || $0.ever > 1 } ?? 0 }

    /// The officials who presumably are in the unit, or certainly out of it. Whoever only may be in it may be one of the least.
    private static func sure(_ members: [Int64: (ever: Int, now: Int)]) -> [Int64] {
        members.filter { $0.value.now != 1 }.map(\.key)
    }

    private static func members(of groups: Set<Int64>, _ query: HeadcountQuery, _ db: Database) throws -> [Int64:
        [Int64: (ever: Int, now: Int)]]
    {
        let pairs: SQL = """
            SELECT g.group_id, g.member_id, m.official_id FROM group_member g CROSS JOIN enrollment m ON m.id = g.member_id \
            WHERE g.group_id IN \(SQL.list(groups.sorted())) AND m.official_id IS NOT NULL
            """
        let all = try pairs.all(db) { (try $0.next(), try $0.next(), try $0.next()) as (Int64, Int64, Int64) }
        if all.isEmpty { return [:] }
        let counted = try query.ranks(ofEach: Set(all.map(\.1)), db)
        var members: [Int64: [Int64: (ever: Int, now: Int)]] = [:]
        for (group, member, official) in all {
            if let ranks = counted[member] { members[group, default: [:]][official] = ranks }
        }
        return members
    }

    /// The groups that are perhaps the same as others of them, each with the lowest id. Two whose numbers exclude each other
    /// cannot be the same.
    private static func alike(_ groups: Set<Int64>, _ db: Database) throws -> [Int64: Int64] {
        let links: SQL = """
            SELECT p.id, o.id FROM enrollment p CROSS JOIN enrollment o ON o.id = p.perhaps_same_as \
            WHERE p.perhaps_same_as IN \(SQL.list(groups.sorted())) AND coalesce(p.group_most >= o.group_least, 1) \
            AND coalesce(o.group_most >= p.group_least, 1) ORDER BY 1, 2
            """
        var ties: [Int64: [Int64]] = [:]
        for (one, other) in try links.all(db, { (try $0.next(), try $0.next()) as (Int64, Int64) })
        where groups.contains(one) {
            ties[one, default: []].append(other)
            ties[other, default: []].append(one)
        }
        var firsts: [Int64: Int64] = [:]
        for start in ties.keys.sorted() where firsts[start] == nil {
            var waiting = [start]
            while let id = waiting.popLast() {
                if firsts.updateValue(start, forKey: id) == nil { waiting += ties[id] ?? [] }
            }
        }
        return firsts
    }

    /// The query for those of some groups that may have left the unit by a day.
    private static func left(_ groups: some Sequence<Int64>, by day: AskedDay) -> SQL {
        if day.given == nil { return "SELECT 0 WHERE 0" }
        return """
            SELECT DISTINCT z.enrollment_id FROM event z WHERE z.enrollment_id IN \(SQL.list(groups)) AND z.facet = 'state' \
            AND z.value IN \(SQL.list(EnrollmentState.all(.ends))) AND z.standing <> 'rejected' \
            AND coalesce(\(Sightings.began("z")), '') <= \(day.last)
            """
    }
}
