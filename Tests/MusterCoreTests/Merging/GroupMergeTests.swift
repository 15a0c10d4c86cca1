import MusterValues
import Testing

@testable import MusterCore

/// Two groups that two sources word differently become one, and can become two again.
final class GroupMergeTests {
    let fresh: Fresh
    var registry: Registry { fresh.registry }

    /// Adds S2; in U2 the group E3 of at least 5, told by S1 (V5 joined), and E4 of at most 9, told by S2 (V6 rotated out).
    init() throws {
        fresh = try Fresh(.populated)
        _ = try registry.add(NewSource(kind: .ngo, title: "Report"), by: Fresh.clerk)
        try enroll("deputies of the city duma", least: 5)
        try enroll("депутаты гордумы", most: 9, .rotatedOut, on: "2024-11", source: "S2")
    }

    func enroll(
        _ who: String, least: Int? = nil, most: Int? = nil, _ state: EnrollmentState = .joined, on date: EDTF? = nil,
        in unit: RecordReference = "U2", source: RecordReference = "S1", perhaps other: RecordReference? = nil
    ) throws {
        var group = NewGroup(who: who, least: least, most: most)
        group.perhapsSameAs = other
        let new = NewEnrollment(
            group: group, unit: unit, state: state, date: date, evidence: Evidence(source: source))
        _ = try registry.enroll(new, by: Fresh.clerk)
    }

    private func people(_ unit: String = "U2") throws -> String? {
        try registry.units().first { $0.id.description == unit }?.headcount.words
    }

    func edit(_ record: RecordReference, _ values: [String: String]) throws {
        let isSaid = values["standing"] == nil && values["perhaps_same_as"] == nil
        _ = try registry.edit(
            Edit(record: record, values: values, inferred: isSaid ? "as it was seen" : nil), by: Fresh.clerk)
    }

    @Test func `two groups become one with both wordings, and two again`() throws {
        #expect(try people() == "at least 7")
        let before = try TableState(registry)
        let rehearsed = try registry.rehearsing.merge("E3", with: "E4", by: Fresh.clerk)
        #expect(try TableState(registry).differences(before) == [])
        let written = try registry.merge("E3", with: "E4", by: Fresh.clerk)
        #expect(written.records == rehearsed.records)
        #expect(
            written.records.map { "\($0.id) \($0.said)" } == [
                "E3 group of E3 stays deputies of the city duma; E4 had депутаты гордумы",
                "E3 group size of E3 becomes 5 to 9: it was at least 5, and E4 had 2 to 9",
                "E3 3 citations of E4 moved to E3", "V6 moved from E4 to E3",
                "E4 enrollment депутаты гордумы in BARS-Kursk merged into E3",
            ])
        #expect(try people() == "5 to 9")
        let dossier = try registry.show("E4")
        #expect(dossier.id.description == "E3")
        #expect(dossier.events.map(\.value.words) == ["rotated out", "joined"])
        let group = try #require(dossier.fields.first { $0.field == .group })
        #expect(group.supporting.map(\.stated) == ["deputies of the city duma", "депутаты гордумы"])
        #expect(try Checker.check(fresh.path).code == 0)
        // A third source that uses the merged group's words means the same group.
        let error = #expect(throws: MusterError.self) { try self.enroll("Депутаты  Гордумы", source: "S2") }
        #expect(error?.said.hasPrefix("the group 'Депутаты  Гордумы' is already on the register as E3") == true)

        _ = try registry.unmerge("E4", by: Fresh.clerk)
        #expect(try TableState(registry).differences(before) == [])
        #expect(try people() == "at least 7")
        #expect(try Checker.check(fresh.path).code == 0)
    }

    @Test func `members move, and whoever is of both is of the one`() throws {
        for (group, names) in [("E3", ["Anna Petrova", "Boris Sidorov"]), ("E4", ["Anna Petrova", "Vera Ivanova"])]
            as [(RecordReference, [RecordReference])]
        {
            _ = try registry.resolve(
                GroupResolution(
                    group: group, officials: names, post: NewPost(title: "Deputy"), evidence: Fresh.dispatch),
                by: Fresh.clerk)
        }
        #expect(try people() == "at least 6")
        let before = try TableState(registry)
        _ = try registry.merge("E4", with: "E3", by: Fresh.clerk)
        #expect(try people() == "5 to 9")
        #expect(try registry.show("E4").related.map(\.id.description) == ["E5", "E6", "E7", "E3"])
        _ = try registry.unmerge("E3", by: Fresh.clerk)
        #expect(try TableState(registry).differences(before) == [])
        try edit("E3", ["least": "1", "most": "2"])
        let message =
            "E3 is at most 2 people and would have 3 named; if it is larger, change that first with 'muster edit E3 most=3'"
        try fresh.expectRefusal(nil, message, exit: 69) { try $0.merge("E3", with: "E4", by: Fresh.clerk) }
    }

    @Test(
        arguments: [
            (
                "E3", "E1",
                "E1 is an official's enrollment and E3 a group's; only two groups are merged; if the official is one of the group, use 'muster resolve E3'"
            ),
            (
                "E1", "E3",
                "E1 is an official's enrollment and E3 a group's; only two groups are merged; if the official is one of the group, use 'muster resolve E3'"
            ),
            (
                "E1", "E5",
                "E1 and E5 are enrollments of officials; only two groups are merged; if the two are one, merge them with 'muster merge O1 O2'"
            ),
            ("E1", "E6", "E1 and E6 are enrollments of officials; only two groups are merged"),
            (
                "E3", "E2",
                "E3 is in U2 and E2 in U1; groups of two units are two; if that is wrong, change it first with 'muster edit E2 unit=U2'"
            ),
            (
                "E3", "E7",
                "E3 is at least 5 and E7 3, so they are two, or one of the numbers is wrong; if it is larger, change that first with 'muster edit E7 most=5'"
            ),
            (
                "E7", "E3",
                "E7 is 3 and E3 at least 5, so they are two, or one of the numbers is wrong; if it is larger, change that first with 'muster edit E7 most=5'"
            ),
            ("E3", "E3", "'E3' is given twice; name two different records"),
            ("E3", "U2", "E3 is an enrollment and U2 is a unit; only records of one kind are merged"),
        ] as [(RecordReference, RecordReference, String)])
    func `what is not two groups of one unit is not merged`(
        kept: RecordReference, gone: RecordReference, message: String
    ) throws {
        let post = NewPost(title: "Mayor", region: "RU-TUL")
        _ = try registry.enroll(
            NewEnrollment(official: "Anna Petrova", post: post, unit: "U2", evidence: Fresh.dispatch), by: Fresh.clerk)
        _ = try registry.enroll(NewEnrollment(official: "O1", unit: "U2", evidence: Fresh.dispatch), by: Fresh.clerk)
        try enroll("three heads", least: 3, most: 3)
        try fresh.expectRefusal(nil, message, exit: 69) { try $0.merge(kept, with: gone, by: Fresh.clerk) }
    }

    @Test func `groups that were told apart stay two until that is overruled`() throws {
        _ = try registry.distinguish("E4", from: "E3", by: Fresh.clerk)
        let message = "E3 and E4 are not the same, by revision 12; if they are after all, give --overrule"
        try fresh.expectRefusal(nil, message, exit: 69) { try $0.merge("E3", with: "E4", by: Fresh.clerk) }
        _ = try registry.merge("E3", with: "E4", by: Fresh.clerk, overruling: true)
        #expect(try people() == "5 to 9")
        let error = #expect(throws: MusterError.self) {
            try self.registry.distinguish("E3", from: "E1", by: Fresh.clerk)
        }
        #expect(
            error?.said == "E1 is an official's enrollment and E3 a group's; only two groups are told apart")
    }

    @Test func `an official's enrollment that went with the official comes back with the official alone`() throws {
        let post = NewPost(title: "Mayor", region: "RU-TUL")
        _ = try registry.enroll(
            NewEnrollment(official: "Anna Petrova", post: post, unit: "U1", evidence: Fresh.dispatch), by: Fresh.clerk)
        _ = try registry.merge("O1", with: "O2", by: Fresh.clerk)
        let message = "E5 went with the record it belongs to; undo the merge of that one"
        try fresh.expectRefusal(nil, message, exit: 69) { try $0.unmerge("E5", by: Fresh.clerk) }
    }

    @Test func `groups of one wording in two units are one after the units are, unless they were told apart`() throws {
        try enroll("DEPUTIES of the city duma", least: 6, in: "U1")
        let before = try TableState(registry)
        _ = try registry.merge("U2", with: "U1", by: Fresh.clerk)
        #expect(try registry.show("E5").id.description == "E3")
        #expect(try registry.enrollments().first { $0.id.description == "E3" }?.people.words == "at least 6")
        _ = try registry.unmerge("U1", by: Fresh.clerk)
        #expect(try TableState(registry).differences(before) == [])
        _ = try registry.distinguish("E3", from: "E5", by: Fresh.clerk)
        _ = try registry.merge("U2", with: "U1", by: Fresh.clerk)
        #expect(try registry.show("E5").id.description == "E5")
    }
}
