import GRDB
import MusterValues
import Oracles
import Testing

@testable import MusterCore

/// Every answer about a day has the grade that trying all days gives, for posts, units and enrollments (design, section 4).
final class GradeTests {
    let fresh: Fresh

    init() throws {
        fresh = try Fresh(.populated)
        var old = NewSource(kind: .regionalMedia, title: "Old")
        old.published = "2025-02-01"
        _ = try fresh.registry.add(old, by: Fresh.clerk)
        // A death needs two origins.
        _ = try fresh.registry.add(NewSource(kind: .ngo, title: "Second origin"), by: Fresh.clerk)
    }

    /// What brute force answers of a record.
    struct Answer {
        /// The grade on a day.
        let grade: (Int) -> Grade
        /// Whether a sighting of it must lie in a period.
        let isSeen: (ClosedRange<Int>) -> Bool
        /// What was recorded of it, for the message.
        let told: String

        func grade(in period: ClosedRange<Int>, throughout: Bool) -> Grade {
            let grades = period.map(grade)
            if throughout { return grades.min()! }
            return period.count > 1 && isSeen(period) ? .definitely : grades.max()!
        }
    }

    /// The differences between the store's ranks and the answers, by record: on every day, by the days on which the store says
    /// that a rank can change; and, asked one by one, on a tenth of the days and for the periods of a turn.
    private func differences(
        of answers: [Int64: Answer], turn: Int, daily: (AskedDay) -> SQL, ranks: (AskedDay) -> SQL
    ) throws -> [String] {
        try fresh.registry.read { db in
            var differences: [String] = []
            func asked(_ period: ClosedRange<Int>, throughout: Bool) -> AskedDay {
                let days = Period(from: Life.day(period.lowerBound), to: Life.day(period.upperBound))
                return AskedDay(days, isThroughout: throughout, today: Life.day(Life.today))
            }
            func note(_ oracle: Answer, _ period: ClosedRange<Int>, _ throughout: Bool, _ answer: Grade) {
                let expected = oracle.grade(in: period, throughout: throughout)
                if answer == expected { return }
                let words =
                    "\(throughout ? "throughout" : "on") \(Life.day(period.lowerBound)) and \(period.count - 1) days more"
                differences.append("\(oracle.told) \(words): \(answer), not \(expected)")
            }
            func compare(_ period: ClosedRange<Int>, throughout: Bool) throws {
                let found = try Dictionary(
                    uniqueKeysWithValues: ranks(asked(period, throughout: throughout)).all(db) {
                        (try $0.next() as Int64, try $0.next() as Int)
                    })
                for (id, oracle) in answers { note(oracle, period, throughout, Grade(rank: found[id] ?? 0)!) }
            }
            for day in stride(from: turn * 2, to: Life.span, by: 10) { try compare(day...day, throughout: false) }
            for period in periods[turn] {
                for throughout in [false, true] { try compare(period, throughout: throughout) }
            }

            let days = Dictionary(uniqueKeysWithValues: (0..<Life.span).map { (Life.day($0).description, $0) })
            let turns = try daily(asked(0...Life.span - 1, throughout: false)).byOwner(db) { row, _ in
                (day: days[try row.next()]!, rank: try row.next() as Int)
            }
            for (id, oracle) in answers {
                var rank = 0
                let changes = Dictionary((turns[id] ?? []).map { ($0.day, $0.rank) }) { $1 }
                for day in 0..<Life.span {
                    rank = changes[day] ?? rank
                    note(oracle, day...day, false, Grade(rank: rank)!)
                }
            }
            return differences.sorted { ($0.count, $0) < ($1.count, $1) }
        }
    }

    /// The periods asked about: of a few days, of a month, of half a year; before today, after it and around it.
    private let periods = [
        [31...59, 500...510], [366...396, 100...102], [525...560, 0...180], [600...620, 397...398],
        [520...700, 200...230],
    ]

    private func add(_ events: [Life.Event], to id: RecordID, _ transaction: Transaction) throws {
        for event in events {
            let source: RecordReference = event.isOfOldSource ? "S2" : "S1"
            let value = try EventValue(typed: event.value.spaced, to: id.kind)
            var links = EventLinks()
            if case .status(let status) = value, status.namesOther {
                links = EventLinks(other: RecordID(.unit, id.number == 1 ? 2 : 1), stated: "another")
            }
            let number = try transaction.recordEvent(
                value, of: id, on: StoredDate.optional(event.date),
                evidence: (event.value == "killed" ? [source, "S3"] : [source]).map {
                    try transaction.checked(Evidence(source: $0))
                }, links: links
            ).number
            if event.isRejected {
                try transaction.update(
                    "event", [("standing", "rejected"), ("standing_note", "wrong")], where: "id", is: number)
            }
        }
    }

    private func answer<State: StateList>(_ events: [Life.Event], _ list: State.Type, _ told: String) -> Answer {
        let oracle = LifeOracle(events, list)
        return Answer(grade: oracle.grade(on:), isSeen: oracle.isSeen(during:), told: told)
    }

    /// Asks about the grades of one query about records of a kind.
    private func expectGrades(_ query: @escaping (AskedDay) -> StateQuery, of answers: [Int64: Answer], turn: Int)
        throws
    {
        let found = try differences(of: answers, turn: turn) { day in
            "WITH \(query(day).dayGrades("> 0", .lasting, named: "state")) SELECT subject, asked, rank FROM state ORDER BY 1"
        } ranks: { day in
            "WITH \(query(day).grades("> 0", .lasting, named: "state")) SELECT subject, rank FROM state"
        }
        #expect(found.count == 0, "\(found.prefix(3).joined(separator: "\n"))")
    }

    @Test(arguments: 0..<5)
    func `of a hundred posts and a hundred units every grade is as brute force finds it`(turn: Int) throws {
        var generator = Seeded(state: 20_240_101 + UInt64(turn))
        var (posts, units): ([Int64: Answer], [Int64: Answer]) = ([:], [:])
        _ = try fresh.registry.write(Fresh.clerk, doing: "record") { transaction in
            for number in 0..<100 {
                let held = Life.events(of: Tenure.allCases.map(\.rawValue), using: &generator)
                let post = try transaction.add(
                    NewPost(title: "Mayor \(number)"), of: RecordID(.official, 1),
                    evidence: transaction.checked(Fresh.dispatch))
                try add(held, to: post, transaction)
                posts[post.number] = answer(held, Tenure.self, "\(post): \(held)")
                let events = Life.events(of: UnitStatus.allCases.map(\.rawValue), using: &generator)
                let unit = try transaction.add(NewUnit(designation: nil, region: "RU-KGD", evidence: Fresh.dispatch))
                try add(events, to: unit, transaction)
                units[unit.number] = answer(events, UnitStatus.self, "\(unit): \(events)")
            }
        }
        try expectGrades({ StateQuery(.post, "tenure", on: $0) }, of: posts, turn: turn)
        try expectGrades({ StateQuery(.unit, "status", on: $0) }, of: units, turn: turn)
    }

    @Test(arguments: 0..<5)
    func `of a hundred units of which forms are known too every grade is as brute force finds it`(turn: Int) throws {
        var generator = Seeded(state: 20_261_130 + UInt64(turn))
        var units: [Int64: Answer] = [:]
        let values = UnitStatus.allCases.map(\.rawValue) + UnitForm.allCases.map(\.rawValue)
        _ = try fresh.registry.write(Fresh.clerk, doing: "record") { transaction in
            for _ in 0..<100 {
                let events = Life.events(of: values, using: &generator)
                let unit = try transaction.add(NewUnit(designation: nil, region: "RU-KGD", evidence: Fresh.dispatch))
                try add(events, to: unit, transaction)
                // A unit of which nothing is left is seen by its own sources, which the oracle knows nothing of.
                if events.allSatisfy(\.isRejected) { continue }
                units[unit.number] = answer(events, UnitStatus.self, "\(unit): \(events)")
            }
        }
        try expectGrades({ StateQuery(.unit, on: $0) }, of: units, turn: turn)
    }

    @Test(arguments: 0..<5)
    func `of a hundred enrollments every grade is as brute force finds it, with deaths and ends of units`(turn: Int)
        throws
    {
        var generator = Seeded(state: 20_251_231 + UInt64(turn))
        var answers: [Int64: Answer] = [:]
        _ = try fresh.registry.write(Fresh.clerk, doing: "record") { transaction in
            for number in 0..<50 {
                let status = Bool.random(using: &generator) ? UnitStatus.allCases : [.established, .disbanded]
                let ofUnit = Life.events(of: status.map(\.rawValue), using: &generator)
                let unit = try transaction.add(NewUnit(designation: nil, region: "RU-KGD", evidence: Fresh.dispatch))
                try add(ofUnit, to: unit, transaction)
                let states = EnrollmentState.allCases.filter { $0 != .killed || number % 3 == 0 }.map(\.rawValue)
                let lives = [0, 1].map { _ in Life.events(of: states, using: &generator) }
                let official = try transaction.add(
                    NewOfficial(name: "Person \(number)", post: NewPost(title: "Mayor"), evidence: Fresh.dispatch))
                for place in [0, 1] {
                    let id = try transaction.enroll(
                        NewEnrollment(
                            official: RecordReference(official),
                            unit: place == 0 ? RecordReference(unit) : "BARS-Kursk", evidence: Fresh.dispatch))
                    let first = try transaction.db.lastEvent
                    try transaction.update(
                        "event", [("standing", "rejected"), ("standing_note", "none")], where: "id", is: first)
                    try add(lives[place], to: id, transaction)
                    let oracle = PersonOracle(
                        lives[place], else: lives[1 - place],
                        in: place == 0 ? LifeOracle(ofUnit, UnitStatus.self) : nil)
                    answers[id.number] = Answer(
                        grade: oracle.grade(on:), isSeen: oracle.isSeen(during:),
                        told: "\(id): \(lives[place]), else \(lives[1 - place]), \(place == 0 ? "\(ofUnit)" : "")")
                }
            }
        }
        let differences = try differences(of: answers, turn: turn) { day in
            "WITH \(InUnit(day: day).tables(of: "SELECT id FROM enrollment")) SELECT subject, asked, rank FROM daily ORDER BY 1"
        } ranks: { day in
            InUnit(day: day).ranks(of: "SELECT id FROM enrollment")
        }
        #expect(differences.count == 0, "\(differences.prefix(3).joined(separator: "\n"))")
    }

    @Test func `a death elsewhere changes no other official's state`() throws {
        _ = try fresh.registry.add(NewSource(kind: .ngo, title: "Third"), by: Fresh.clerk)
        let dead = try fresh.enroll("Ivan Petrov", in: "U2", .joined, on: "2025-01-01")
        let death = NewEvent(
            record: RecordReference(dead), state: "killed", date: "2025-03-01",
            evidence: [Evidence(source: "S2"), Evidence(source: "S3")])
        _ = try fresh.registry.add(death, by: Fresh.clerk)
        try fresh.enroll("Anna Sokolova", in: "U2", .serving, on: "2025-04-01")
        var filter = Filter()
        for (state, names) in [("serving", ["Anna Sokolova"]), ("killed", ["Ivan Petrov"])] {
            filter.state = state
            #expect(try fresh.registry.officials(filter).map(\.name) == names)
        }
        filter.state = nil
        filter.day = Day("2025-05-01")
        #expect(try !fresh.registry.officials(filter).map(\.name).contains("Ivan Petrov"))
    }
}
