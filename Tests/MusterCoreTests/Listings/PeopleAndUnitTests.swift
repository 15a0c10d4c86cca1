import MusterValues
import Testing

@testable import MusterCore

/// What is known of somebody in one unit, of a unit by its people, and of a group by those who are named of it.
final class PeopleAndUnitTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }
    /// Sources of 2025-05-21, 05-22 and 05-23: S2, S3 and S4.
    private static let papers: [Evidence] = ["S3", "S4"].map { Evidence(source: $0) }

    init() throws {
        fresh = try Fresh()
        for number in 1...3 {
            var paper = NewSource(kind: .regionalMedia, title: "Story \(number)")
            paper.published = EDTF("2025-05-2\(number)")
            _ = try registry.add(paper, by: Fresh.clerk)
        }
        for (name, region) in [("First", "RU-KGD"), ("Second", "RU-KRS")] {
            let unit = NewUnit(
                designation: name, region: RecordReference(region), evidence: Evidence(source: "S2"))
            _ = try registry.add(unit, by: Fresh.clerk)
        }
    }

    private func enroll(
        _ name: RecordReference, in unit: RecordReference, _ state: EnrollmentState = .joined, on date: EDTF
    ) throws {
        let new = NewEnrollment(
            official: name, post: NewPost(title: "Mayor"), unit: unit, state: state, date: date,
            evidence: Evidence(source: "S2"))
        _ = try registry.enroll(new, by: Fresh.clerk)
    }

    private func told(_ change: (inout Filter) -> Void = { _ in }) throws -> [String] {
        var filter = Filter()
        change(&filter)
        return try registry.enrollments(filter, withCitations: true).map { row in
            let states = row.states.map(\.rawValue).joined(separator: " or ")
            return "\(row.id) \(states) \(row.cited ?? "")"
        }
    }

    @Test func `who left a unit and was killed in another had left the first`() throws {
        try enroll("Ivan Petrov", in: "U1", on: "2025-04-01")
        try fresh.happen("E1", "left", "2025-04-20", by: [Evidence(source: "S2")])
        try enroll("Ivan Petrov", in: "U2", on: "2025-05-01")
        try fresh.happen("E2", "killed", "2025-05-10", by: Self.papers)
        #expect(try told() == ["E1 left S2", "E2 killed S2; S3; S4"])
        #expect(try told { $0.state = "killed" } == ["E2 killed S2; S3; S4"])
        #expect(try told { $0.state = "left" } == ["E1 left S2"])
    }

    @Test func `so had who joined the first on a day that is not stated`() throws {
        let new = NewEnrollment(
            official: "Ivan Petrov", post: NewPost(title: "Mayor", tenure: .inOffice), unit: "U1", state: .joined,
            evidence: Evidence(source: "S4"))
        _ = try registry.enroll(new, by: Fresh.clerk)
        try fresh.happen("E1", "left", "2025-04-20", by: [Evidence(source: "S2")])
        try enroll("Ivan Petrov", in: "U2", on: "2025-05-01")
        try fresh.happen("E2", "killed", "2025-05-10", by: Self.papers)
        #expect(try told() == ["E1 left S2; S4", "E2 killed S2; S3; S4"])
    }

    @Test func `a death ends what somebody had not left, by the word of those who tell of the death`() throws {
        try enroll("Ivan Petrov", in: "U1", on: "2025-04-01")
        try enroll("Ivan Petrov", in: "U2", on: "2025-05-01")
        try fresh.happen("E2", "killed", "2025-05-10", by: Self.papers)
        #expect(try told() == ["E1 killed S2; S3; S4", "E2 killed S2; S3; S4"])
        // Who left and came again had not left for good.
        try fresh.happen("E1", "left", "2025-04-20", by: [Evidence(source: "S2")])
        try fresh.happen("E1", "joined", "2025-04-25", by: [Evidence(source: "S2")])
        #expect(try told { $0.state = "killed" } == ["E1 killed S2; S3; S4", "E2 killed S2; S3; S4"])
    }

    @Test func `a unit of which nothing else is known is there as surely as its people are in it`() throws {
        func grades(of unit: String) throws -> [Grade?] {
            try ["2025-04-01", "2025-05-02", "2025-05-10", "2025-05-20", "2025-06-01"].map { day in
                var filter = Filter()
                filter.day = Day(day)
                filter.unit = RecordReference(unit)
                return try registry.units(filter).first?.grade
            }
        }
        #expect(try grades(of: "U1") == [.possibly, .possibly, .possibly, .possibly, .presumably])
        try enroll("Ivan Petrov", in: "U1", on: "2025-05-02")
        try enroll("Anna Lee", in: "U1", .serving, on: "2025-05-20")
        #expect(try grades(of: "U1") == [.possibly, .definitely, .definitely, .definitely, .presumably])
        #expect(try grades(of: "U2") == [.possibly, .possibly, .possibly, .possibly, .presumably])
        // Whoever is only announced, and whoever is judged wrong, shows no unit.
        try enroll("Pavel Orlov", in: "U2", .announced, on: "2025-05-02")
        try enroll("Olga Orlova", in: "U2", on: "2025-05-02")
        _ = try registry.edit(
            Edit(record: "E4", values: ["standing": "rejected", "note": "a rumour"]), by: Fresh.clerk)
        #expect(try grades(of: "U2") == [.possibly, .possibly, .possibly, .possibly, .presumably])
    }

    @Test func `who is in a unit whose whole was disbanded shows nothing of it`() throws {
        var part = NewUnit(designation: "Part", region: "RU-KGD", evidence: Evidence(source: "S2"))
        part.partOf = "U1"
        _ = try registry.add(part, by: Fresh.clerk)
        try fresh.happen("U1", "disbanded", "2025-03-01", by: [Evidence(source: "S2")])
        try enroll("Ivan Petrov", in: "U3", on: "2025-04-01")
        try fresh.happen("E1", "serving", "2025-04-20", by: [Evidence(source: "S2")])
        var filter = Filter()
        filter.day = Day("2025-04-10")
        #expect(try registry.units(filter).allSatisfy { $0.id.number != 3 || $0.grade == .possibly })
        #expect(try registry.enrollments(filter).allSatisfy { $0.grade == .possibly })
    }

    @Test func `an official who is judged wrong, and an enrollment that is denied, show no unit`() throws {
        try enroll("Ivan Petrov", in: "U1", on: "2025-05-02")
        try enroll("Anna Lee", in: "U2", on: "2025-05-02")
        var filter = Filter()
        filter.day = Day("2025-05-02")
        #expect(try registry.units(filter).map(\.grade) == [.definitely, .definitely])
        _ = try registry.edit(
            Edit(record: "O1", values: ["standing": "rejected", "note": "no such man"]), by: Fresh.clerk)
        try fresh.happen("E2", "denied", "2025-05-10", by: Self.papers)
        #expect(try registry.units(filter).map(\.grade) == [.possibly, .possibly])
    }

    @Test func `a group of three of whom one is named and has left is two others`() throws {
        let group = NewGroup(who: "three deputies", least: 3, most: 3)
        _ = try registry.enroll(
            NewEnrollment(
                group: group, unit: "U1", state: .deployed, date: "2025-05-02", evidence: Evidence(source: "S2")),
            by: Fresh.clerk)
        _ = try registry.resolve(
            GroupResolution(
                group: "E1", officials: ["Olga Novikova"], post: NewPost(title: "Deputy"),
                evidence: Evidence(source: "S2")), by: Fresh.clerk)
        try fresh.happen("E2", "left", "2025-05-10", by: [Evidence(source: "S2")])
        var filter = Filter()
        filter.day = Day("2025-05-15")
        #expect(try registry.units(filter).map(\.headcount.words) == ["2", "0"])
        filter.day = Day("2025-05-05")
        #expect(try registry.units(filter).first?.headcount.words == "3")
    }

    @Test func `a report is no surer of a region's people than of the region of their unit`() throws {
        try enroll("Ivan Petrov", in: "U1", on: "2025-05-01")
        try fresh.happen("E1", "left", "2025-05-20", by: [Evidence(source: "S2")])
        var move = Edit(record: "U1", values: ["region": "RU-KRS"], evidence: Evidence(source: "S3"))
        move.held = "2025-06/.."
        _ = try registry.edit(move, by: Fresh.clerk)
        let report = try registry.report(of: .region("RU-KGD"), on: Day("2025-05-10"))
        #expect(report.enrollments.map(\.grade) == [.presumably])
        #expect(report.people == Headcount(least: 1, most: 1, namedLeast: 1, named: 1, certain: 0))
    }

    @Test func `what is only planned is not counted as that, and not as rejected`() throws {
        try enroll("Ivan Petrov", in: "U1", .announced, on: "2027-01-10")
        let report = try registry.report(of: .region("RU-KGD"))
        #expect(report.uncounted.map(\.reason) == [.planned])
    }

    @Test func `the last day heard of a unit never goes back`() throws {
        let unit = NewUnit(designation: "Third", region: "RU-KGD", evidence: Evidence(source: "S2"))
        _ = try registry.add(unit, by: Fresh.clerk)
        try fresh.happen("U3", "established", "2025-02", by: [Evidence(source: "S2")])
        try enroll("Ivan Petrov", in: "U3", on: "2025-03")
        try fresh.happen("U3", "disbanded", "2025-05", by: [Evidence(source: "S4")])
        let heard = try ["2025-04-15", "2025-05-15"].map { day in
            var filter = Filter()
            filter.day = Day(day)
            filter.unit = "U3"
            return try registry.units(filter).first?.lastHeard?.words
        }
        #expect(heard == ["by 2025-03-31", "by 2025-03-31"])
    }
}
