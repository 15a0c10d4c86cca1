import GRDB
public import MusterValues

/// How a unit, a post or an enrollment stands by its newest word, or stood on the day asked about.
public struct StateOnRecord: Codable, Hashable, Sendable {
    /// The grade of the answer that the unit was there, the post was held, or the official or the group was in the unit on the
    /// day; nil without a day.
    public let grade: Grade?
    /// The states: the newest, or every one that is possible on the day, by facet and the likeliest first; empty if none is on
    /// record.
    public let states: [EventValue]
    /// What the states name: the unit that a unit became or came from, or the enrollment for which a post changed.
    public internal(set) var objects: [StateObject] = []
    /// The last day, up to the day asked about, on which the evidence shows one of them; nil if none does.
    public internal(set) var lastHeard: LastHeard?
    /// The states that are only planned.
    public let plans: [Plan]
}

/// Reads how records stand.
enum StatesOnRecord {
    /// The states of records of a kind that events happen to, by number; one of which nothing is seen is left out without a
    /// day.
    static func all(of kind: RecordKind, _ numbers: [Int64], on day: AskedDay, _ db: Database) throws -> [Int64:
        StateOnRecord]
    {
        let grades = try grades(of: kind, numbers, on: day, db)
        let seen = try StateQuery(kind, on: day).seen(of: numbers).byOwner(db) { row, _ in try Seen(row: &row) }
            .namingObjects(db)
        let facets = EventValue.facets(of: kind)
        return try Dictionary(
            uniqueKeysWithValues: numbers.compactMap { number in
                guard let seen = seen[number] ?? (grades == nil ? nil : []) else { return nil }
                let now = seen.filter { !$0.isPlan }
                let ordered = facets.flatMap { facet in now.filter { $0.facet == facet } }
                var states: [EventValue] = []
                for state in try ordered.compactMap({ try $0.state() }) where !states.contains(state) {
                    states.append(state)
                }
                return (
                    number,
                    StateOnRecord(
                        grade: grades?[number], states: states, objects: try ordered.objects(),
                        lastHeard: LastHeard.latest(now.filter { $0.facet != "planned_strength" }.map(\.heard)),
                        plans: try seen.compactMap { try Plan($0) })
                )
            })
    }

    /// The grades that units were there, posts were held, or enrollments put somebody in a unit on a day, by number; nil
    /// without a day.
    static func grades(of kind: RecordKind, _ numbers: [Int64], on day: AskedDay, _ db: Database) throws -> [Int64:
        Grade]?
    {
        if day.given == nil { return nil }
        let none = Dictionary(uniqueKeysWithValues: numbers.map { ($0, Grade.no) })
        if kind == .enrollment {
            let ranks = try HeadcountQuery(day: day).ranks(ofEach: Set(numbers), db)
            return none.merging(ranks.compactMapValues { Grade(rank: $0.now) }) { $1 }
        }
        let ranks: SQL = """
            WITH \(StateQuery(kind, on: day).grades("IN \(SQL.list(numbers))", .lasting, named: "held")) \
            SELECT subject, rank FROM held
            """
        return try none.merging(ranks.all(db) { (try $0.next(), try $0.grade() ?? .no) }) { $1 }
    }
}
