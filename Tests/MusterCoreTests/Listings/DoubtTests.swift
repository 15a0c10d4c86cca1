import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// A group that is perhaps the same as another makes every count a range: once at least, twice at most.
final class DoubtTests {
    let fresh: Fresh
    var registry: Registry { fresh.registry }

    /// Adds S2; in U2 the groups E3 and E4, each of 5 to 7 people since 2025-02.
    init() throws {
        fresh = try Fresh(.populated)
        _ = try registry.add(NewSource(kind: .ngo, title: "Report"), by: Fresh.clerk)
        try enroll("deputies", least: 5, most: 7, on: "2025-02")
        try enroll("депутаты", least: 5, most: 7, on: "2025-02", source: "S2")
    }

    func enroll(
        _ who: String, least: Int? = nil, most: Int? = nil, on date: EDTF? = nil, in unit: RecordReference = "U2",
        source: RecordReference = "S1", perhaps other: RecordReference? = nil
    ) throws {
        var group = NewGroup(who: who, least: least, most: most)
        group.perhapsSameAs = other
        _ = try registry.enroll(
            NewEnrollment(group: group, unit: unit, date: date, evidence: Evidence(source: source)), by: Fresh.clerk)
    }

    func edit(_ record: RecordReference, _ values: [String: String]) throws -> WriteResult {
        let isSaid = values["standing"] == nil && Set(values.keys) != ["perhaps_same_as"]
        return try registry.edit(
            Edit(record: record, values: values, inferred: isSaid ? "as it was seen" : nil), by: Fresh.clerk)
    }

    /// The people of U2, of its region's report and of the national one, which must agree but for U1's.
    func people(on day: String? = nil, _ registry: Registry? = nil) throws -> String {
        let registry = registry ?? self.registry
        var filter = Filter()
        filter.unit = "U2"
        filter.day = day.flatMap { Day($0) }
        let words = try registry.units(filter).first?.headcount.words ?? "none"
        let report = try registry.report(region: "RU-KRS", on: filter.day)
        #expect(report.headcount.words == words)
        #expect(report.units.first?.headcount.words == words)
        let national = try registry.report(region: nil, on: filter.day)
        #expect(national.regions.first { $0.code == "RU-KRS" }?.headcount.words == words)
        if day == nil { #expect(report.peopleByState.first { $0.state == .joined }?.people.words == words) }
        return words
    }

    @Test func `a group that is judged wrong still tells that two others may be the same`() throws {
        try enroll("deputies of the duma", least: 5, most: 7, on: "2025-02", perhaps: "E3")
        _ = try edit("E4", ["perhaps_same_as": "E3"])
        #expect(try people() == "5 to 21")
        _ = try edit("E3", ["standing": "rejected", "note": "a slip"])
        #expect(try people() == "5 to 14")
    }

    @Test func `a doubt counts the two once at least, with a day and without, until it is settled`() throws {
        #expect(try people() == "10 to 14")
        #expect(try people(on: "2025-06-01") == "10 to 14")
        #expect(
            try edit("E4", ["perhaps_same_as": "E3"]).records.map(\.said) == [
                "perhaps_same_as of E4 депутаты in BARS-Kursk changed"
            ])
        let doubted = try registry.newestRevision()
        #expect(try people() == "5 to 14")
        #expect(try people(on: "2025-06-01") == "5 to 14")
        #expect(try people(on: "2025-02-10") == "0 to 14")
        #expect(
            try registry.show("E3").related.map { "\($0.id) \($0.said)" } == [
                "E4 perhaps the same as it: депутаты in BARS-Kursk"
            ])
        #expect(try registry.show("E4").related.map(\.id.description) == ["E3"])
        #expect(try registry.enrollments().last?.group?.perhapsSameAs?.description == "E3")
        #expect(try registry.enrollments().last?.peopleCell.words == "5 to 7, perhaps the same as E3")
        #expect(
            try registry.differences(from: .revision(doubted - 1), to: .revision(doubted)).map {
                "\($0.title): \($0.field.rawValue)"
            }
                == ["депутаты in BARS-Kursk: perhaps_same_as"])

        let settled = try registry.distinguish("E3", from: "E4", by: Fresh.clerk)
        #expect(
            settled.records.map(\.said) == [
                "E3 is not the same as E4: remembered", "perhaps_same_as of E4 депутаты in BARS-Kursk changed",
            ])
        #expect(try people() == "10 to 14")
        #expect(try people(registry.known(at: .revision(doubted))) == "5 to 14")
        #expect(try people(on: "2025-06-01", registry.known(at: .revision(doubted))) == "5 to 14")
        _ = try registry.revert(doubted + 1, by: Fresh.clerk)
        #expect(try people() == "5 to 14")
        _ = try registry.merge("E3", with: "E4", by: Fresh.clerk)
        #expect(try people() == "5 to 7")
        _ = try registry.unmerge("E4", by: Fresh.clerk)
        #expect(try people() == "5 to 14")
        _ = try registry.merge("E4", with: "E3", by: Fresh.clerk)
        #expect(try people() == "5 to 7")
        _ = try registry.unmerge("E3", by: Fresh.clerk)
        #expect(try people() == "5 to 14")
        #expect(try Checker.check(fresh.path).code == 0)
    }

    @Test func `a doubt is told with the enrollment, and follows its group through a merge`() throws {
        try enroll("members of the duma", least: 6, on: "2025-02", perhaps: "E4")
        #expect(try people() == "at least 11")
        let before = try TableState(registry)
        let written = try registry.merge("E3", with: "E4", by: Fresh.clerk)
        #expect(written.records.contains { $0.said == "1 doubt of E4 moved to E3" })
        #expect(try registry.show("E5").related.map(\.id.description) == ["E3"])
        #expect(try people() == "at least 6")
        _ = try registry.unmerge("E4", by: Fresh.clerk)
        #expect(try TableState(registry).differences(before) == [])
        _ = try registry.merge("E3", with: "E5", by: Fresh.clerk)
        #expect(try registry.show("E3").related.map(\.id.description) == ["E4", "E5"])
        _ = try registry.unmerge("E5", by: Fresh.clerk)
        #expect(try TableState(registry).differences(before) == [])
    }

    @Test(arguments: [("E3", "E5"), ("E5", "E3")] as [(String, RecordReference)])
    func `a merge with a group that was told apart settles the doubt`(other: String, group: RecordReference) throws {
        try enroll("clerks", least: 2, on: "2025-02")
        _ = try edit(group, ["perhaps_same_as": other])
        _ = try registry.distinguish("E5", from: "E4", by: Fresh.clerk)
        #expect(try people() == "at least 10")
        let before = try TableState(registry)
        let written = try registry.merge("E3", with: "E4", by: Fresh.clerk)
        #expect(written.records.last?.said.hasPrefix("perhaps_same_as of \(group.text) ") == true)
        #expect(try people() == "at least 7")
        _ = try registry.unmerge("E4", by: Fresh.clerk)
        #expect(try TableState(registry).differences(before) == [])
    }

    @Test func `if one of two that are perhaps the same left, the other may have left with it`() throws {
        _ = try edit("E4", ["perhaps_same_as": "E3"])
        _ = try registry.add(
            NewEvent(record: "E3", state: "left", date: "2025-05", evidence: [Fresh.dispatch]), by: Fresh.clerk)
        var filter = Filter()
        filter.unit = "U2"
        for (day, words) in [("2025-04-01", "5 to 14"), ("2025-05-10", "0 to 14"), ("2025-06-01", "0 to 7")] {
            filter.day = Day(day)
            #expect(try registry.units(filter).first?.headcount.words == words, "\(day)")
        }
        _ = try edit("E4", ["perhaps_same_as": ""])
        #expect(try registry.units(filter).first?.headcount.words == "5 to 7")
    }

    @Test func `two doubts are not made one`() throws {
        try enroll("clerks", in: "U2", perhaps: "E3")
        try enroll("writers", in: "U2", perhaps: "E4")
        let message =
            "E5 is perhaps the same as E3 and E6 as E4, and a group is perhaps the same as one other; decide that first with 'muster merge E4 E6' or 'muster distinct E4 E6'"
        try fresh.expectRefusal(nil, message, exit: 69) { try $0.merge("E5", with: "E6", by: Fresh.clerk) }
    }

    @Test(
        arguments: [
            ("E3", "E1", "E1 is an official's enrollment; only a group is perhaps the same as another"),
            ("E1", "E2", "E1 is an official's enrollment; only a group is perhaps the same as another"),
            ("E3", "E3", "E3 is the group itself; name another group"),
            ("E3", "E2", "E3 is in U2 and E2 in U1; a group is perhaps the same only as another group of its unit"),
            (
                "E3", "E5",
                "E3 is 5 to 7 people and E5 at least 8, so they are not the same; if one of the numbers is wrong, change it first"
            ),
            (
                "E3", "E6",
                "E3 and E6 are not the same, by revision 14; if that is in doubt again, undo that revision first"
            ),
        ] as [(RecordReference, String, String)])
    func `what cannot be the same is not perhaps the same`(group: RecordReference, other: String, message: String)
        throws
    {
        try enroll("many", least: 8)
        try enroll("others")
        _ = try registry.distinguish("E3", from: "E6", by: Fresh.clerk)
        try fresh.expectRefusal(nil, message, exit: 69) {
            try $0.edit(Edit(record: group, values: ["perhaps_same_as": other]), by: Fresh.clerk)
        }
        if group == "E3", ["E1", "E2"].contains(other) {
            let error = #expect(throws: MusterError.self) {
                try self.enroll("new", perhaps: RecordReference(other))
            }
            #expect(error?.said == message.replacing("E3 is", with: "the group is"))
        }
    }

    @Test func `a group leaves its unit only without the doubt`() throws {
        _ = try edit("E4", ["perhaps_same_as": "E3"])
        for (group, other) in [("E3", "E4"), ("E4", "E3")] as [(RecordReference, String)] {
            let message =
                "\(group.text) is perhaps the same as \(other), a group of its unit; if not, take that away first with 'muster edit E4 perhaps_same_as='"
            try fresh.expectRefusal(nil, message, exit: 69) {
                try $0.edit(Edit(record: group, values: ["unit": "U1"], inferred: "as it was seen"), by: Fresh.clerk)
            }
        }
        _ = try edit("E4", ["perhaps_same_as": "", "unit": "U1"])
        #expect(try people() == "5 to 7")
        _ = try registry.merge("U2", with: "U1", by: Fresh.clerk)
        _ = try edit("E3", ["perhaps_same_as": "E4"])
        #expect(try registry.units().map(\.headcount.words) == ["at least 8"])
    }
}
