import MusterValues
import Testing

@testable import MusterCore

/// What happened to a group, and who is named of it.
extension GroupResolutionTests {
    @Test func `a member gets what happened to the group, with its sources, and nothing twice`() throws {
        _ = try registry.add(NewSource(kind: .ngo, title: "Report"), by: Fresh.clerk)
        let group = NewGroup(who: "heads of municipalities")
        var told = Evidence(source: "S1", locator: "page 3", quote: "they are back")
        told.speech = .attributed
        _ = try registry.enroll(
            NewEnrollment(group: group, unit: "U2", state: .rotatedOut, date: "2024-11", evidence: told),
            by: Fresh.clerk)
        for (state, note) in [("serving", nil), ("deployed", "another unit")] {
            let new = NewEvent(record: "E3", state: state, date: "2024-05", evidence: [Evidence(source: "S1")])
            let event = try registry.add(new, by: Fresh.clerk).records[0].id
            let values = note.map { ["standing": "rejected", "note": $0] } ?? ["standing": "disputed", "note": "late"]
            _ = try registry.edit(Edit(record: RecordReference(event), values: values), by: Fresh.clerk)
        }
        var resolution = GroupResolution(
            group: "E3", officials: ["Anna Petrova"], post: NewPost(title: "Head"), evidence: Evidence(source: "S2"))
        let written = try registry.resolve(resolution, by: Fresh.clerk)
        #expect(
            written.records.suffix(2).map(\.said) == [
                "rotated out recorded of E4 Anna Petrova in BARS-Kursk",
                "serving recorded of E4 Anna Petrova in BARS-Kursk",
            ])
        let events = try registry.show("E4").events
        #expect(
            events.map { "\($0.value.words) \($0.date?.edtf ?? "") \($0.standing.words) \($0.standingNote ?? "")" } == [
                "serving 2024-05 disputed late", "rotated out 2024-11 accepted ",
            ])
        // The group's source does not name the member.
        #expect(
            try registry.timeline(of: "E4").map(\.places) == [
                ["S1 Dispatch", "of the group by S2 Report"],
                ["S1 Dispatch, page 3", "of the group by S2 Report"],
            ])
        let cited = events[1].fields.flatMap(\.supporting)
        #expect(
            cited.map { "\($0.source.id) \($0.stated) \($0.locator ?? "") \($0.speech.words)" } == [
                "S1 rotated out page 3 attributed", "S1 2024-11 page 3 attributed",
            ])
        #expect(cited.map(\.quote) == ["they are back", nil])
        var filter = Filter()
        (filter.day, filter.unit) = (Day("2025-06-01"), "U2")
        #expect(try registry.enrollments(filter).isEmpty)

        // Whoever is enrolled already gets what is new; an undated event says nothing new of a state that is there.
        _ = try registry.add(NewEvent(record: "E3", state: "joined", evidence: [Fresh.dispatch]), by: Fresh.clerk)
        _ = try registry.enroll(
            NewEnrollment(official: "O1", unit: "U2", date: "2024-02", evidence: Fresh.dispatch), by: Fresh.clerk)
        resolution.officials = ["O1"]
        resolution.post = nil
        _ = try registry.resolve(resolution, by: Fresh.clerk)
        #expect(try registry.show("E5").events.map(\.value.words) == ["joined", "serving", "rotated out"])
        #expect(try Checker.check(fresh.path).code == 0)
    }

    @Test func `the source that makes somebody a member is told, and not the one that named the enrollment`() throws {
        for title in ["Report", "Channel"] { try fresh.addSource(title) }
        let post = NewPost(title: "Head")
        _ = try registry.enroll(
            NewEnrollment(official: "Anna Petrova", post: post, unit: "U1", evidence: Evidence(source: "S2")),
            by: Fresh.clerk)
        let resolution = GroupResolution(group: "E2", officials: ["Anna Petrova"], evidence: Evidence(source: "S3"))
        _ = try registry.resolve(resolution, by: Fresh.clerk)
        let lines = try registry.timeline(of: "E3")
        #expect(lines.map(\.places) == [["S2 Report", "of the group by S3 Channel"]])
        #expect(lines.flatMap(\.sources).count { $0.field == .group } == 1)
    }

    @Test func `a later event of a group is of its unnamed people, and a death is told by name`() throws {
        _ = try registry.add(NewSource(kind: .ngo, title: "Report"), by: Fresh.clerk)
        let two = ["S1", "S2"].map { Evidence(source: $0) }
        _ = try registry.add(NewEvent(record: "E2", state: "killed", date: "2025-06", evidence: two), by: Fresh.clerk)
        let resolution = GroupResolution(
            group: "E2", officials: ["Anna Petrova"], post: NewPost(title: "Minister"), evidence: Fresh.dispatch)
        let written = try registry.resolve(resolution, by: Fresh.clerk)
        #expect(
            written.records.map(\.said).contains(
                "killed is not recorded of E3: a death is recorded by name, from two sources"))
        #expect(try registry.show("E3").events.map(\.value.words) == ["joined"])
        let later = NewEvent(record: "E2", state: "left", date: "2025-06-10", evidence: [Fresh.dispatch])
        #expect(
            try registry.add(later, by: Fresh.clerk).records.map(\.said).last
                == "recorded of its unnamed people; record it of E3 too where it happened to them")
        #expect(try registry.show("E3").events.map(\.value.words) == ["joined"])
    }

    @Test func `a group says who is named of it, and that all are only if its most says so`() throws {
        func words() throws -> [String] { try registry.enrollments().map(\.peopleCell.words) }
        #expect(try words() == ["1", "at least 2"])
        try resolve("Anna Petrova")
        #expect(try words() == ["1", "at least 1 besides E3", "1"])
        try resolve("Boris Sidorov")
        #expect(try words()[1] == "no more known than E3, E4")
        #expect(try registry.enrollments()[1].named.map(\.name) == ["Anna Petrova", "Boris Sidorov"])
        _ = try registry.edit(Edit(record: "E2", values: ["most": "2"], inferred: "as it was seen"), by: Fresh.clerk)
        #expect(try words()[1] == "all named: E3, E4")
        #expect(try registry.enrollments()[1].people.words == "0")
        _ = try registry.edit(Edit(record: "E4", values: ["standing": "rejected", "note": "no"]), by: Fresh.clerk)
        #expect(try words()[1] == "1 besides E3")
    }
}
