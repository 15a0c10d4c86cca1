import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// Counts of people are ranges (rule 7); denied, unclear and rejected records are in none (rule 4).
final class CountingTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh()
        _ = try registry.add(NewUnit(designation: "First", region: "RU-KGD", evidence: Fresh.dispatch), by: Fresh.clerk)
        _ = try registry.add(
            NewUnit(designation: "Second", region: "RU-KGD", evidence: Fresh.dispatch), by: Fresh.clerk)
    }

    @discardableResult
    private func enroll(
        _ name: RecordReference, in unit: RecordReference = "U1", _ state: EnrollmentState? = nil, on date: EDTF? = nil
    ) throws -> String {
        let new = NewEnrollment(
            official: name, post: NewPost(title: "Mayor"), unit: unit, state: state, date: date,
            evidence: Fresh.dispatch)
        return try registry.enroll(new, by: Fresh.clerk).records.last { $0.id.kind == .enrollment }!.id.description
    }

    private func enroll(least: Int?, most: Int?, _ state: EnrollmentState? = nil, on date: EDTF? = nil) throws {
        let number = try registry.newestRevision()
        let group = NewGroup(who: "deputies \(number)", least: least, most: most)
        let new = NewEnrollment(group: group, unit: "U1", state: state, date: date, evidence: Fresh.dispatch)
        _ = try registry.enroll(new, by: Fresh.clerk)
    }

    private func people(of unit: RecordReference = "U1", on day: String? = nil) throws -> String {
        var filter = Filter()
        filter.unit = unit
        filter.day = day.flatMap { Day($0) }
        return try registry.units(filter).first?.headcount.words ?? "0"
    }

    /// The number of people in the units of a region, each official once.
    private func people(ofRegion code: RecordReference, on day: String? = nil) throws -> Headcount? {
        let query = HeadcountQuery(day: AskedDay(day.flatMap { Day($0) }.map(Period.init), today: registry.today))
        return try registry.read { db in
            try query.counts(
                by: "u.region_code", from: "unit u JOIN enrollment e ON e.unit_id = u.id",
                where: "u.region_code = \(code.text)", db
            ) { try $0.next() as String? }[code.text]
        }
    }

    @Test(arguments: [EnrollmentState.denied, .unclear])
    func `an enrollment that is denied or unclear is listed and not counted`(state: EnrollmentState) throws {
        try enroll("Ivan Petrov", state)
        try enroll(least: 3, most: 5, state)
        #expect(try people() == "0")
        #expect(try people(on: "2025-06-01") == "0")
        #expect(try registry.enrollments().map(\.states) == [[state], [state]])
    }

    @Test(arguments: ["E1", "U1", "O1"])
    func `what is rejected is listed and not counted`(record: RecordReference) throws {
        try enroll("Ivan Petrov", .serving, on: "2025-05-01")
        #expect(try people() == "1")
        let edit = Edit(record: record, values: ["standing": "rejected", "note": "another person"])
        _ = try registry.edit(edit, by: Fresh.clerk)
        #expect(try people() == "0")
        #expect(try people(on: "2025-06-01") == "0")
        #expect(try registry.enrollments().count == 1)
    }

    @Test(arguments: [EnrollmentState.joined, .denied])
    func `an enrollment whose only state is rejected is not counted`(state: EnrollmentState) throws {
        try enroll("Ivan Petrov", state)
        _ = try registry.edit(Edit(record: "V1", values: ["standing": "rejected", "note": "misread"]), by: Fresh.clerk)
        #expect(try people() == "0")
        #expect(try people(on: "2025-06-01") == "0")
    }

    @Test func `a denial that is rejected does not take the person out`() throws {
        try enroll("Ivan Petrov", .serving, on: "2025-05-01")
        let denial = NewEvent(record: "E1", state: "denied", date: "2025-05-02", evidence: [Fresh.dispatch])
        _ = try registry.add(denial, by: Fresh.clerk)
        #expect(try people() == "0")
        #expect(try people(on: "2025-05-02") == "0")
        _ = try registry.edit(Edit(record: "V2", values: ["standing": "rejected", "note": "misread"]), by: Fresh.clerk)
        #expect(try people() == "1")
        #expect(try people(on: "2025-05-02") == "1")
    }

    @Test(
        arguments: [
            (nil, nil, "at least 2"), (nil, 1, "1"), (3, 7, "3 to 7"), (4, 4, "4"), (5, nil, "at least 5"),
            (nil, 9, "2 to 9"),
        ] as [(Int?, Int?, String)])
    func `a group is a range, and a plural at least two`(least: Int?, most: Int?, words: String) throws {
        try enroll(least: least, most: most)
        #expect(try people() == words)
    }

    @Test(
        arguments: [(5, 4), (0, 3), (-1, nil), (1_000_001, nil), (3, 1_000_001), (nil, 0)] as [(Int?, Int?)])
    func `a range that is none is refused`(least: Int?, most: Int?) throws {
        let group = NewGroup(who: "deputies", least: least, most: most)
        let before = try fresh.dump()
        let error = #expect(throws: MusterError.self) {
            try registry.enroll(NewEnrollment(group: group, unit: "U1", evidence: Fresh.dispatch), by: Fresh.clerk)
        }
        #expect(error?.exitCode == 65)
        let rule = "is refused: the least is a whole number from 1 to 1000000 and the most is not below it"
        #expect(error?.said.hasSuffix(rule) == true)
        #expect(try fresh.dump() == before)
    }

    @Test func `officials and groups add up`() throws {
        try enroll("Ivan Petrov")
        try enroll("Pyotr Ivanov")
        try enroll(least: 3, most: 7)
        #expect(try people() == "5 to 9")
        try enroll(least: 2, most: nil)
        #expect(try people() == "at least 7")
    }

    @Test func `one official in two units of a region is one person`() throws {
        try enroll("Ivan Petrov", in: "U1", .serving, on: "2025-05-01")
        try enroll("O1", in: "U2", .serving, on: "2025-05")
        #expect(try people(of: "U1") == "1")
        #expect(try people(of: "U2") == "1")
        #expect(try people(ofRegion: "RU-KGD") == Headcount(least: 1, most: 1, namedLeast: 1, named: 1, certain: 1))
        let presumed = Headcount(least: 1, most: 1, namedLeast: 1, named: 1, certain: 0)
        #expect(try people(ofRegion: "RU-KGD", on: "2025-05-10") == presumed)
        let possible = Headcount(least: 0, most: 1, namedLeast: 0, named: 1, certain: 0)
        #expect(try people(ofRegion: "RU-KGD", on: "2025-04-30") == possible)
    }

    @Test(arguments: [nil, "2025-06-01"])
    func `whoever is in a subunit counts in the whole unit too, once`(day: String?) throws {
        try enroll("Ivan Petrov", in: "U1", .serving, on: "2025-05-01")
        try enroll("O1", in: "U2", .serving, on: "2025-05-01")
        try enroll("Anna Petrova", in: "U2", .serving, on: "2025-05-01")
        let group = NewGroup(who: "deputies", least: 3, most: 4)
        _ = try registry.enroll(
            NewEnrollment(
                group: group, unit: "U2", state: .serving, date: "2025-05-01", evidence: Fresh.dispatch),
            by: Fresh.clerk)
        _ = try registry.resolve(
            GroupResolution(
                group: "E4", officials: ["Boris Sidorov"], post: NewPost(title: "Deputy"), evidence: Fresh.dispatch),
            by: Fresh.clerk)
        _ = try registry.edit(
            Edit(record: "U2", values: ["kind": "subunit", "part_of": "U1"], inferred: "seen on site"), by: Fresh.clerk)
        var filter = Filter()
        filter.day = day.flatMap { Day($0) }
        #expect(try registry.units(filter).map(\.headcount.words) == ["5 to 6", "5 to 6"])
        filter.isOwn = true
        #expect(try registry.units(filter).map(\.headcount.words) == ["1", "5 to 6"])
        #expect(try people(ofRegion: "RU-KGD", on: day)?.words == "5 to 6")
    }

    @Test(arguments: [
        ("2025-04-30", "0 to 1"), ("2025-05-01", "1 to 2"), ("2025-05-10", "1 to 2"), ("2025-05-31", "2"),
        ("2025-06-09", "2 to 6"),
        ("2025-06-10", "1 to 5"), ("2025-06-30", "4 to 5"),
    ])
    func `on a day those count who are in the unit then, definitely or possibly`(day: String, words: String) throws {
        try enroll("Ivan Petrov", .serving, on: "2025-05-01")
        try enroll("Pyotr Ivanov", .joined, on: "2025-05")
        try enroll(least: 3, most: 4, .joined, on: "2025-06")
        let left = NewEvent(record: "E1", state: "left", date: "2025-06-10", evidence: [Fresh.dispatch])
        _ = try registry.add(left, by: Fresh.clerk)
        #expect(try people(on: day) == words)
        #expect(try people() == "5 to 6")
    }
}
