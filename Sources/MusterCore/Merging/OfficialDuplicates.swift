import GRDB
import MusterValues

/// Finds officials who may be the same person.
struct OfficialDuplicates {
    let db: Database

    private struct Person {
        let id: Int64
        var names: [PersonName] = []
        var regions: Set<String> = []
        var titles: Set<String> = []
        var units: Set<Int64> = []
    }

    func pairs() throws -> [ScoredPair] {
        let people = try people()
        var files = CandidatePairs()
        for (index, person) in people.enumerated() { for name in person.names { files.add(name, of: index) } }
        return files.pairs().compactMap { pair in
            Self.lookalikes(people[Int(pair >> 32)], people[Int(pair & 0xFFFF_FFFF)])
        }
    }

    private func people() throws -> [Person] {
        var people: [Person] = []
        var indices: [Int64: Int] = [:]
        let reader = WordReader()
        let names = try Row.fetchCursor(
            db,
            sql: """
                SELECT o.id, n.text FROM official o JOIN name n ON n.official_id = o.id WHERE o.standing <> 'rejected' \
                ORDER BY o.id, n.id
                """)
        while let row = try names.next() {
            let id: Int64 = try row.get("id")
            if people.last?.id != id {
                indices[id] = people.count
                people.append(Person(id: id))
            }
            people[people.count - 1].names.append(PersonName(try row.get("text") as String, by: reader))
        }
        let posts = try Row.fetchCursor(
            db, sql: "SELECT official_id, title, region_code FROM post WHERE standing <> 'rejected'")
        while let row = try posts.next() {
            guard let index = indices[try row.get("official_id")] else { continue }
            // A title means little without its region: there are many mayors.
            guard let region: String = try row.get("region_code") else { continue }
            people[index].regions.insert(region)
            people[index].titles.insert("\(Text.folded(try row.get("title"))), \(region)")
        }
        let enrollments = try Row.fetchCursor(
            db,
            sql: "SELECT official_id, unit_id FROM enrollment WHERE official_id IS NOT NULL AND standing <> 'rejected'")
        while let row = try enrollments.next() {
            if let index = indices[try row.get("official_id")] { people[index].units.insert(try row.get("unit_id")) }
        }
        return people
    }

    private static func lookalikes(_ one: Person, _ other: Person) -> ScoredPair? {
        var best: NameMatch?
        for name in one.names {
            for second in other.names {
                if let found = name.match(with: second), found.tier < best?.tier ?? .possible || best == nil {
                    best = found
                }
                if best?.tier == .key { break }
            }
        }
        guard let best, best.why != .partOfName else { return nil }
        let base: [MatchTier: Int] = [.key: 60, .initial: 40, .surname: 25]
        var pair = ScoredPair(
            RecordID(.official, one.id), RecordID(.official, other.id), score: base[best.tier] ?? 35,
            because: best.why)
        if best.tier == .key, agreeInPatronymic(one, other) { pair.add(10, because: .samePatronymic) }
        if !one.titles.isDisjoint(with: other.titles) {
            pair.add(25, because: .samePost)
        } else if let region = one.regions.intersection(other.regions).min() {
            pair.add(15, because: .postsInOneRegion, region: region)
        } else if !one.regions.isEmpty, !other.regions.isEmpty {
            pair.add(-15, because: .postsInDifferentRegions)
        }
        if let unit = one.units.intersection(other.units).min() {
            pair.add(15, because: .enrolledInOneUnit, unit: RecordID(.unit, unit))
        }
        return pair
    }

    private static func agreeInPatronymic(_ one: Person, _ other: Person) -> Bool {
        let keys = [one, other].map { person in
            Set(
                person.names.filter { $0.words.count > 2 }.flatMap {
                    $0.words.filter(\.isPatronymic).flatMap(\.sureKeys)
                })
        }
        return !keys[0].isDisjoint(with: keys[1])
    }
}
