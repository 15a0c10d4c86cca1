import MusterValues

/// Adds up the people of enrollments under keys, such as their units.
///
/// - An official counts once under a key, by the surest of the grades.
/// - Those who are named of a group are counted by name, so they are taken from its numbers. One who is only possibly in the
///   unit may already be one of the group's least; so from the least only those are taken who presumably are in, or certainly
///   out.
/// - Groups that are perhaps the same count once in the least, with the greatest least of them, and each by itself in the most.
struct HeadcountTally<Key: Hashable> {
    /// The greatest rank of each official, by key.
    private var officials: [Key: [Int64: Int]] = [:]
    private var groups: [Key: [Group]] = [:]

    /// An enrollment under a key: of an official, or of a group.
    struct Person {
        let key: Key
        let id: Int64
        let official: Int64?
        let group: GroupSize?
        /// The rank of the grade that the key is its own, such as the region of its unit on the day: it counts by no greater one.
        var cap = 3

        /// The same enrollment under another key.
        func under(_ key: Key) -> Person { Person(key: key, id: id, official: official, group: group, cap: cap) }
    }

    /// A group under a key.
    private struct Group {
        let id: Int64
        let size: GroupSize
        /// The rank of the grade that it was in the unit, 0 to 3.
        let rank: Int
        /// The rank of the grade that it counts under the key.
        let counted: Int
    }

    /// Takes an enrollment, with the rank of the grade that it was in the unit.
    mutating func add(_ person: Person, rank: Int) {
        let counted = min(person.cap, rank)
        if let size = person.group {
            groups[person.key, default: []].append(Group(id: person.id, size: size, rank: rank, counted: counted))
        }
        if let official = person.official, counted > 0 {
            officials[person.key, default: [:]][official] = max(counted, officials[person.key]?[official] ?? 0)
        }
    }

    /// The counts by key.
    ///
    /// - Throws: `MusterError.unreadable` for numbers that cannot be added up.
    func counts(_ apart: GroupsApart) throws -> [Key: Headcount] {
        var counts: [Key: Headcount] = [:]
        for key in Set(officials.keys).union(groups.keys) {
            let count = try count(Array((officials[key] ?? [:]).values), groups[key] ?? [], apart)
            if let count { counts[key] = count }
        }
        return counts
    }

    /// One count; nil if nobody counts.
    private func count(_ officials: [Int], _ groups: [Group], _ apart: GroupsApart) throws -> Headcount? {
        let counted = groups.filter { $0.counted > 0 }
        if officials.isEmpty, counted.isEmpty { return nil }
        let (named, presumed) = (officials.count, officials.count { $0 > 1 })
        let mosts = counted.map { group in group.size.most.map { max($0 - apart.most(named: group.id), 0) } }
        let known = mosts.compactMap(\.self)
        let most = known.count < mosts.count ? nil : try Self.sum(known + [named])
        return Headcount(
            least: try Self.sum([presumed, least(groups, from: 2, apart)]), most: most, namedLeast: presumed,
            named: named,
            certain: try Self.sum([officials.count { $0 > 2 }, least(groups, from: 3, apart)]))
    }

    /// The fewest people of groups by those that count with a rank, or a greater one, besides those who are named.
    private func least(_ groups: [Group], from rank: Int, _ apart: GroupsApart) throws -> Int {
        let alone = groups.filter { apart.alike[$0.id] == nil }
        let alike = Dictionary(grouping: groups.filter { apart.alike[$0.id] != nil }) { apart.alike[$0.id] }
        return try Self.sum(
            alone.filter { $0.counted >= rank }.map { own($0, apart) }
                + alike.map { first, groups in pooled(groups, from: rank, joint: apart.joint[first ?? 0] ?? 0, apart) })
    }

    /// The fewest of groups that are perhaps the same. If all of them are one, they have at least the greatest least of them,
    /// and everybody who is named of one of them is one of it. If one of them may have left by the day, all may have.
    private func pooled(_ groups: [Group], from rank: Int, joint: Int, _ apart: GroupsApart) -> Int {
        let counted = groups.filter { $0.counted >= rank }
        let mayBeGone = groups.filter { $0.rank < 2 && apart.mayHaveLeft.contains($0.id) }
        let others = groups.filter { $0.counted > 0 || mayBeGone.map(\.id).contains($0.id) }
        if others.count < 2 { return counted.map { own($0, apart) }.first ?? 0 }
        if !mayBeGone.isEmpty { return 0 }
        return max((counted.map(\.size.least).max() ?? 0) - joint, 0)
    }

    private func own(_ group: Group, _ apart: GroupsApart) -> Int {
        max(group.size.least - apart.least(named: group.id), 0)
    }

    private static func sum(_ numbers: [Int]) throws(MusterError) -> Int {
        var sum = 0
        for number in numbers {
            let (next, isTooLarge) = sum.addingReportingOverflow(number)
            if isTooLarge { throw .unreadable(field: "number of people", value: "a sum too large to count") }
            sum = next
        }
        return sum
    }
}

extension HeadcountTally.Person {
    /// Reads the columns after the key: the id, the official, the least and the most of the group, and the greatest rank by
    /// which it counts.
    init(under key: Key, _ row: inout RowReader) throws {
        let (id, official): (Int64, Int64?) = (try row.next(), try row.next())
        let (least, most): (Int?, Int?) = (try row.next(), try row.next())
        self.init(
            key: key, id: id, official: official, group: least.map { GroupSize(least: $0, most: most) },
            cap: try row.next())
    }
}
