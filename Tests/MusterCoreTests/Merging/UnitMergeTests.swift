import MusterValues
import Testing

@testable import MusterCore

/// Two units, or two sources, become one with all records that belong to them.
final class UnitMergeTests {
    let fresh: Fresh
    var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    @Test func `a unit takes the other's members once, and what it holds nothing of`() throws {
        let group = NewGroup(who: "MEMBERS of the regional government", least: 5)
        _ = try registry.enroll(NewEnrollment(group: group, unit: "U2", evidence: Fresh.dispatch), by: Fresh.clerk)
        _ = try registry.enroll(NewEnrollment(official: "O1", unit: "U2", evidence: Fresh.dispatch), by: Fresh.clerk)
        _ = try registry.edit(Edit(record: "U1", values: ["ordinal": "5"], inferred: "seen on site"), by: Fresh.clerk)
        let before = try TableState(registry)
        let written = try registry.merge("U2", with: "U1", by: Fresh.clerk)
        let said = written.records.map { "\($0.id) \($0.said)" }
        for line in [
            "U2 region of U2 stays RU-KRS Kursk Oblast; U1 had RU-KGD Kaliningrad Oblast",
            "U2 programme of U2 taken from U1: G1 BARS",
            "U2 ordinal of U2 taken from U1: 5", "E2 enrollment merged into E3",
            "E3 group size of E3 stays at least 5; E2 had at least 2",
        ] { #expect(said.contains(line), "\(said)") }
        let units = try registry.units()
        #expect(
            units.map { "\($0.id) \($0.region?.code ?? "") \($0.programme?.name ?? "") \($0.headcount.words)" } == [
                "U2 RU-KRS BARS at least 6"
            ])
        #expect(try registry.show("BARS-Kaliningrad").id.description == "U2")
        _ = try registry.unmerge("U1", by: Fresh.clerk)
        #expect(try TableState(registry).differences(before) == [])
        #expect(try registry.units().map(\.headcount.words) == ["at least 3", "at least 6"])
    }

    @Test func `a name that was taken since stands in the way of coming back`() throws {
        _ = try registry.merge("U1", with: "U2", by: Fresh.clerk)
        var unit = NewUnit(designation: "BARS-Kursk", region: "RU-KRS", evidence: Fresh.dispatch)
        unit.isNew = true
        _ = try registry.add(unit, by: Fresh.clerk)
        let undo = "undo these first, the latest before the others"
        let why = "revision 10 gave the name 'BARS-Kursk' to U3"
        try fresh.expectRefusal(
            .cannotUndo(revision: 9, because: [why, undo]),
            "revision 9 cannot be undone alone: \(why); \(undo); nothing was changed",
            exit: 69
        ) { try $0.unmerge("U2", by: Fresh.clerk) }
    }

    @Test func `sources that go back to one are one origin, by however many steps`() throws {
        for (title, from) in [("Second", []), ("Copy", ["S1"]), ("Copy of a copy", ["S3"])]
            as [(String, [RecordReference])]
        {
            var source = NewSource(kind: .rewrite, title: title)
            (source.derivedFrom, source.relation) = (from, from.isEmpty ? nil : .copies)
            _ = try registry.add(source, by: Fresh.clerk)
        }
        for source: RecordReference in ["S3", "S4"] {
            _ = try registry.cite(
                NewCitation(record: "U1", field: "role", evidence: Evidence(source: source, stated: "defence")),
                by: Fresh.clerk)
        }
        #expect(try registry.show("U1").sources == 3)
        #expect(try registry.show("U1").fields.first { $0.field == .role }?.origins == 1)
        let circle = "S1 would be derived from itself; no source is its own origin"
        try fresh.expectRefusal(.refused(rule: circle), circle, exit: 69) {
            try $0.edit(Edit(record: "S1", values: ["derived_from": "S4", "relation": "quotes"]), by: Fresh.clerk)
        }
        let merged = "S1 would be derived from itself; no source is its own origin"
        try fresh.expectRefusal(.refused(rule: merged), merged, exit: 69) {
            try $0.merge("S1", with: "S4", by: Fresh.clerk)
        }
        let death =
            "the death V5 goes back to one origin; a death is recorded from two sources at least, neither derived from the other"
        let rule = "a death is recorded from two sources at least, neither derived from the other"
        try fresh.expectRefusal(.refused(rule: rule), rule, exit: 69) {
            let two = ["S1", "S4"].map { Evidence(source: $0) }
            return try $0.add(NewEvent(record: "E1", state: "killed", evidence: two), by: Fresh.clerk)
        }
        let two = ["S2", "S4"].map { Evidence(source: $0) }
        _ = try registry.add(NewEvent(record: "E1", state: "killed", evidence: two), by: Fresh.clerk)
        try fresh.expectRefusal(.refused(rule: death), death, exit: 69) {
            try $0.merge("S1", with: "S2", by: Fresh.clerk)
        }
        try fresh.expectRefusal(.refused(rule: death), death, exit: 69) {
            try $0.edit(Edit(record: "S2", values: ["derived_from": "S3", "relation": "quotes"]), by: Fresh.clerk)
        }
        let citation = try #require(
            try registry.show("V5").events.first?.fields.first ?? registry.show("V5").fields.first
        )
        .supporting[0].citation
        try fresh.expectRefusal(.refused(rule: death), death, exit: 69) {
            try $0.edit(Edit(record: "\(citation)", values: ["standing": "rejected", "note": "bad"]), by: Fresh.clerk)
        }
    }
}
