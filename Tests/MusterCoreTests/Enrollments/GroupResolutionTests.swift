import MusterValues
import Testing

@testable import MusterCore

/// A group resolved into named officials counts nobody twice.
final class GroupResolutionTests {
    let fresh: Fresh
    var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    func resolve(
        _ names: RecordReference..., of group: RecordReference = "E2", post: NewPost? = NewPost(title: "Minister")
    )
        throws
    {
        _ = try registry.resolve(
            GroupResolution(group: group, officials: names, post: post, evidence: Fresh.dispatch), by: Fresh.clerk)
    }

    private func people(_ filter: Filter = Filter()) throws -> String {
        try registry.units(filter).first { $0.id.description == "U1" }!.headcount.words
    }

    @Test func `the group stands for the others only`() throws {
        _ = try registry.edit(Edit(record: "E2", values: ["most": "4"], inferred: "seen on site"), by: Fresh.clerk)
        #expect(try people() == "3 to 5")
        try resolve("Anna Petrova")
        #expect(try people() == "3 to 5")
        try resolve("Boris Sidorov", "Vera Ivanova")
        #expect(try people() == "4 to 5")
        #expect(try registry.enrollments().map(\.people.words) == ["1", "0 to 1", "1", "1", "1"])
        #expect(try registry.report(region: "RU-KGD").headcount.words == "4 to 5")
        #expect(
            try registry.show("E2").related.map { "\($0.id) \($0.said)" }[0]
                == "E3 one of the group by S1: Anna Petrova in BARS-Kaliningrad")
        #expect(
            try registry.show("E3").related.map(\.said) == [
                "of the group by S1: members of the regional government in BARS-Kaliningrad"
            ])
        #expect(try registry.show("E3").fields.contains { $0.field == .group && $0.supporting.count == 1 })
    }

    @Test func `an official who is enrolled already is not enrolled again`() throws {
        try resolve("Дмитрий Новиков", post: nil)
        #expect(try registry.enrollments().count == 2)
        #expect(try people() == "at least 2")
        #expect(try registry.show("E2").related.map(\.id.description) == ["E1"])
    }

    @Test func `who is denied or judged wrong is none of the group, and who left is still one`() throws {
        try resolve("Anna Petrova", "Boris Sidorov")
        #expect(try people() == "at least 3")
        _ = try registry.add(NewEvent(record: "E3", state: "denied", evidence: [Fresh.dispatch]), by: Fresh.clerk)
        #expect(try people() == "at least 3")
        _ = try registry.add(
            NewEvent(record: "E4", state: "left", date: "2025-06-01", evidence: [Fresh.dispatch]), by: Fresh.clerk)
        var filter = Filter()
        filter.day = Day("2025-07-01")
        // Of a group of two the one who did not leave; the other official of the unit is only announced.
        let words = try people(filter)
        #expect(words == "at least 1")
    }

    @Test func `on a day the group is as many as stated, whoever of it is named`() throws {
        let group = NewGroup(who: "three heads", least: 3, most: 3)
        _ = try registry.enroll(
            NewEnrollment(group: group, unit: "U2", date: "2025-05-10", evidence: Fresh.dispatch), by: Fresh.clerk)
        var filter = Filter()
        filter.day = Day("2025-06-01")
        let people = { try self.registry.units(filter).first { $0.id.description == "U2" }!.headcount.words }
        #expect(try people() == "3")
        // She is named without a date, so she is possibly in the unit on the day, as one of the three.
        try resolve("Anna Petrova", of: "E3")
        #expect(try people() == "3")
        var resolution = GroupResolution(
            group: "E3", officials: ["Boris Sidorov"], post: NewPost(title: "Head"), evidence: Fresh.dispatch)
        resolution.date = "2025-08-01"
        _ = try registry.resolve(resolution, by: Fresh.clerk)
        // He is only to join, after today: the three were there without him.
        #expect(try people() == "3")
        #expect(try registry.units().first { $0.id.description == "U2" }?.headcount.words == "3")
    }

    @Test func `what is said of a member besides is recorded`() throws {
        var resolution = GroupResolution(
            group: "E2", officials: ["O1"], post: NewPost(title: "Senator"), evidence: Fresh.dispatch)
        (resolution.state, resolution.date) = (.training, "2025-07")
        _ = try registry.resolve(resolution, by: Fresh.clerk)
        #expect(
            try registry.show("E1").events.map { "\($0.value.words) \($0.date?.edtf ?? "")" } == [
                "announced 2025-05-31", "training 2025-07", "joined ",
            ])
        #expect(try registry.show("O1").related.contains { $0.said.hasPrefix("Dmitry Novikov as Senator") })
        _ = try registry.edit(
            Edit(record: "E2", values: ["least": "1", "most": "1"], inferred: "seen on site"), by: Fresh.clerk)
        let error = #expect(throws: MusterError.self) { try self.resolve("Anna Petrova") }
        #expect(error?.said.hasPrefix("E2 is at most 1 person and would have 2 named") == true)
    }

    @Test func `a merge of two members leaves one`() throws {
        try resolve("Anna Petrova", "Anna Smirnova")
        let before = try TableState(registry)
        #expect(try people() == "at least 3")
        _ = try registry.merge("O2", with: "O3", by: Fresh.clerk)
        #expect(try people() == "at least 3")
        #expect(try registry.show("E2").related.map(\.id.description) == ["E3"])
        _ = try registry.unmerge("O3", by: Fresh.clerk)
        #expect(try TableState(registry).differences(before) == [])
    }

    @Test(arguments: [
        ("E1", ["Anna Petrova"], "E1 is an official's enrollment; only a group's is resolved into officials"),
        ("E2", [], "who is of the group is missing; give --to \"Name\", once for each"),
        (
            "E2", ["Anna Petrova", "Boris Sidorov", "Vera Ivanova"],
            "E2 is at most 2 people and would have 3 named; if it is larger, change that first with 'muster edit E2 most=3'"
        ),
        (
            "E2", ["Anna Petrova", "Анна Петрова"],
            "the member 'Анна Петрова' is already on the register as E3; see 'muster show E2'"
        ),
        (
            "E2", ["D. Novikov"],
            "official 'D. Novikov' looks like O1 Dmitry Novikov (Governor, RU-KGD): the initial fits; use O1, or give --new if this is another person"
        ),
    ])
    func `what cannot be is refused and changes nothing`(
        group: RecordReference, names: [RecordReference], message: String
    ) throws {
        _ = try registry.edit(Edit(record: "E2", values: ["most": "2"], inferred: "seen on site"), by: Fresh.clerk)
        let before = try fresh.dump()
        let error = #expect(throws: MusterError.self) {
            try self.registry.resolve(
                GroupResolution(
                    group: group, officials: names, post: NewPost(title: "Minister"), evidence: Fresh.dispatch),
                by: Fresh.clerk)
        }
        #expect(error?.said == message)
        #expect(try fresh.dump() == before)
    }
}
