import GRDB
import MusterValues

extension EnrollmentQuery {
    func row(_ row: inout RowReader, _ regions: RegionNames) throws -> ListedEnrollment {
        try ListedEnrollment(row: &row, regions)
    }

    func complete(_ rows: inout [ListedEnrollment], _: RegionNames, _ db: Database) throws {
        let officials = Set(rows.compactMap { $0.official?.id.number }).sorted()
        let posts = try Self.posts(of: officials).byOwner(db) { row, _ in
            NamedRecord(id: RecordID(.post, try row.next()), name: try row.next() as String)
        }
        let seen = try StateQuery(.enrollment, "state", on: day).seen(of: rows.map(\.id.number))
            .byOwner(db) { row, _ in try Seen(row: &row) }
        let groups = rows.filter { $0.group != nil }.map(\.id.number)
        let members =
            try groups.isEmpty
            ? [:]
            : Self.members(of: groups).byOwner(db) { row, _ in
                NamedRecord(id: RecordID(.enrollment, try row.next()), name: try row.next())
            }
        let people = try self.people(of: rows, groups: groups, db)
        let inferred = try InferredFields.all(of: .enrollment, rows.map(\.id.number), db)
        for index in rows.indices {
            rows[index].inferred = inferred[rows[index].id.number] ?? []
            rows[index].people = people[rows[index].id.number] ?? .none
            rows[index].show(try ShownStates(seen[rows[index].id.number] ?? []))
            rows[index].named = members[rows[index].id.number] ?? []
            if let official = rows[index].official { rows[index].posts = posts[official.id.number] ?? [] }
        }
        if withCitations { try cite(&rows, shownIn: seen, db) }
    }

    /// The number of people in each enrollment: an official's is one, so only that of a group is counted. On a day without a
    /// state the grade of the row is that of the count: who possibly came into a state then is none or one of those who did.
    private func people(of rows: [ListedEnrollment], groups: [Int64], _ db: Database) throws -> [Int64: Headcount] {
        let counts = HeadcountQuery(day: day)
        var ranks: [Int64: Int] = [:]
        if day.given != nil, states.isEmpty {
            for row in rows { ranks[row.id.number] = row.grade?.rank ?? 0 }
        } else {
            ranks = try counts.ranks(ofEach: Set(rows.map(\.id.number)), db).mapValues(\.now)
        }
        var tally = HeadcountTally<Int64>()
        for row in rows {
            let group = row.group.map { GroupSize(least: $0.least, most: $0.most) }
            let person = HeadcountTally<Int64>.Person(
                key: row.id.number, id: row.id.number, official: row.official?.id.number, group: group)
            tally.add(person, rank: ranks[row.id.number] ?? 0)
        }
        return try tally.counts(GroupsApart(Set(groups), counts, db))
    }

    /// Adds the citations of each enrollment and of its events; and where the official was killed elsewhere, of that, because the
    /// sources here say nothing of it.
    private func cite(_ rows: inout [ListedEnrollment], shownIn seen: [Int64: [Seen]], _ db: Database) throws {
        var citations = try ListedCitation.all(of: .enrollment, rows.map(\.id.number), db)
        let killed = EnrollmentState.killed.rawValue
        let deaths = seen.mapValues { $0.filter { $0.value == killed && !$0.isPlan }.compactMap(\.event) }
        let told = try ListedCitation.all(of: .event, Set(deaths.values.joined()).sorted(), db)
        for index in rows.indices {
            let number = rows[index].id.number
            var own = citations.removeValue(forKey: number) ?? []
            let known = Set(own.map(\.id))
            own += (deaths[number] ?? []).flatMap { told[$0] ?? [] }.filter { !known.contains($0.id) }
            rows[index].citations = own
        }
    }
}

extension ListedEnrollment {
    /// Takes what is seen of the enrollment.
    fileprivate mutating func show(_ shown: ShownStates<EnrollmentState>) {
        (states, date, lastHeard, plans) = (shown.states, shown.date, shown.lastHeard, shown.plans)
    }

    fileprivate init(row: inout RowReader, _ regions: RegionNames) throws {
        id = try row.id(.enrollment)
        (official, group) = try row.who(regions)
        unit = NamedRecord(id: RecordID(.unit, try row.next()), name: try row.next())
        region = try row.region(in: regions)
        grade = try row.grade()
        contract = try row.list()
        standing = try row.list()
    }
}

extension RowReader {
    /// The next columns, those of `EnrollmentQuery.who`, as an official or a group.
    mutating func who(_ regions: RegionNames) throws -> (official: NamedRecord?, group: ListedGroup?) {
        let official = try record(.official)
        let words: String? = try next()
        let (kind, level) = (try optionalList(PostKind.self), try optionalList(PostLevel.self))
        let region = try self.region(in: regions)
        let (least, most): (Int?, Int?) = (try next(), try next())
        let other: Int64? = try next()
        if official != nil { return (official, nil) }
        guard let words, let least else { throw unreadable() }
        let group = ListedGroup(
            words: words, kind: kind, level: level, region: region, least: least, most: most,
            perhapsSameAs: other.map { RecordID(.enrollment, $0) })
        return (nil, group)
    }
}
