import MusterValues
import Testing

@testable import MusterCore
@testable import muster

/// What a dossier says to people: no line of it tells less than the register holds.
final class ShownLinesTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    private func text(_ record: RecordReference) throws -> String {
        try registry.show(record).text(for: Terminal(width: nil, isColoured: false))
    }

    private func resolve(_ group: RecordReference) throws {
        _ = try registry.resolve(
            GroupResolution(
                group: group, officials: ["Anna Inova"], post: NewPost(title: "Deputy", region: "RU-KGD"),
                evidence: Fresh.dispatch), by: Fresh.clerk)
    }

    @Test func `a named member of a group is said to be one of it`() throws {
        try resolve("E2")
        let shown = try text("E3")
        #expect(shown.contains("\ngroup: one of E2 members of the regional government in BARS-Kaliningrad\n"))
        #expect(!shown.contains("nothing concluded"))
        let line = try #require(try registry.show("E3").lines.first { $0.field == .group })
        #expect(line.value?.words == "E2 members of the regional government in BARS-Kaliningrad")
        #expect(line.statement?.stated == "members of the regional government")
        // The group itself has its words.
        #expect(try text("E2").contains("\ngroup: members of the regional government\n"))
    }

    @Test func `a member of two groups is said to be one of both`() throws {
        try resolve("E2")
        let other = NewGroup(who: "deputies of the duma")
        _ = try registry.enroll(NewEnrollment(group: other, unit: "U1", evidence: Fresh.dispatch), by: Fresh.clerk)
        try resolve("E4")
        let shown = try text("E3")
        #expect(shown.contains("group: one of E2 members of the regional government in BARS-Kaliningrad; E4 deputies"))
    }

    @Test func `a field that only sources speak of is still not concluded`() throws {
        for word in ["voluntary", "mandatory"] {
            _ = try registry.cite(
                NewCitation(record: "G1", field: "participation", evidence: Evidence(source: "S1", stated: word)),
                by: Fresh.clerk)
        }
        #expect(try text("G1").contains("\nparticipation: nothing concluded (told in 2 ways)\n"))
    }

    @Test func `a unit that is judged wrong has no state and no people`() throws {
        _ = try registry.edit(
            Edit(record: "U2", values: ["standing": "rejected", "note": "there is none"]), by: Fresh.clerk)
        #expect(try !text("U2").contains("newest"))
    }
}
