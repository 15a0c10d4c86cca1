import MusterValues
import Testing

@testable import MusterCore

/// A designation is the only one of its kind inside of a unit or, for a unit that is part of none, in a region.
final class DesignationTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    @discardableResult
    private func add(_ name: String, in region: RecordReference?, partOf whole: RecordReference? = nil) throws
        -> RecordID
    {
        try #require(try adding(name, in: region, partOf: whole).records.first).id
    }

    private func adding(_ name: String, in region: RecordReference?, partOf whole: RecordReference?) throws
        -> WriteResult
    {
        var unit = NewUnit(designation: name, region: region, evidence: Fresh.dispatch)
        unit.partOf = whole
        unit.isNew = true
        return try registry.add(unit, by: Fresh.clerk)
    }

    private func edit(_ record: RecordReference, _ values: [String: String]) throws -> WriteResult {
        try registry.edit(Edit(record: record, values: values, inferred: "as the map shows"), by: Fresh.clerk)
    }

    private func units(in region: RecordReference) throws -> [String] {
        var filter = Filter()
        filter.region = region
        return try registry.units(filter).map(\.id.description)
    }

    private func expectTaken(_ id: RecordID, _ name: String, _ act: (Registry) throws -> WriteResult) throws {
        try fresh.expectRefusal(
            .taken(what: "unit", value: name, id: id, fix: .show(id)),
            "unit '\(name)' is already on the register as \(id); use 'muster show \(id)' to see it", exit: 69, act)
    }

    @Test func `two units may each have a part of one designation, and titles tell them apart`() throws {
        try add("1-й батальон", in: "RU-KGD", partOf: "U1")
        try add("1-й батальон", in: "RU-KRS", partOf: "U2")
        try add("1st company", in: "RU-KRS", partOf: "U4")
        let titles = try registry.read { db in
            try ["U3", "U4", "U5"].map { try RecordTitles(db: db).words(RecordID(shortID: $0)!) }
        }
        #expect(
            titles == [
                "U3 1-й батальон, BARS-Kaliningrad", "U4 1-й батальон, BARS-Kursk",
                "U5 1st company, 1-й батальон, BARS-Kursk",
            ])
        let listed = try registry.units().filter { $0.partOf != nil }
        #expect(
            listed.compactMap { $0.partOf?.name } == ["BARS-Kaliningrad", "BARS-Kursk", "1-й батальон, BARS-Kursk"])
        let group = NewGroup(who: "deputies of the district")
        _ = try registry.enroll(NewEnrollment(group: group, unit: "U5", evidence: Fresh.dispatch), by: Fresh.clerk)
        let unit = try registry.enrollments().last?.unit
        #expect(unit?.name == "1st company, 1-й батальон, BARS-Kursk")
        #expect(try registry.show("1st Company, 1-й батальон, BARS-Kursk").id == unit?.id)
    }

    @Test func `one unit has no two parts of one designation, and one region no two such units`() throws {
        let first = try add("1-й батальон", in: "RU-KGD", partOf: "U1")
        try expectTaken(first, "1-Й БАТАЛЬОН") { _ in
            try self.adding("1-Й БАТАЛЬОН", in: "RU-KRS", partOf: "U1")
        }
        let second = try add("BARS-Kursk", in: "RU-KGD")
        try expectTaken(second, "bars-kursk") {
            try $0.edit(Edit(record: "U1", values: ["name": "bars-kursk"], evidence: Fresh.dispatch), by: Fresh.clerk)
        }
        try expectTaken(RecordID(.unit, 2), "BARS-Kursk") { _ in try self.edit("U4", ["region": "RU-KRS"]) }
        let other = try add("1-й батальон", in: "RU-KRS", partOf: "U2")
        try expectTaken(first, "1-й батальон") { _ in try self.edit("\(other)", ["part-of": "U1"]) }
    }

    @Test func `a merge takes no designation twice`() throws {
        let parts = try [
            add("1-й батальон", in: "RU-KGD", partOf: "U1"), add("1-й батальон", in: "RU-KRS", partOf: "U2"),
        ]
        let rule = "each has a part with the designation '1-й батальон', and no two parts of one unit have the same"
        let error = #expect(throws: MusterError.self) {
            try self.registry.merge("U1", with: "U2", by: Fresh.clerk, overruling: true)
        }
        #expect(error == .refused(rule: rule, fix: .merge(kept: parts[0], gone: parts[1])))
        _ = try registry.merge("U3", with: "U4", by: Fresh.clerk, overruling: true)
        _ = try registry.merge("U1", with: "U2", by: Fresh.clerk, overruling: true)
        _ = try registry.unmerge("U2", by: Fresh.clerk)

        // One that takes the region of its twin is not held against the twin itself.
        try add("Сокол", in: nil)
        try add("Сокол", in: "RU-BEL")
        _ = try registry.merge("U5", with: "U6", by: Fresh.clerk, overruling: true)
        #expect(try units(in: "RU-BEL") == ["U5"])
        _ = try registry.unmerge("U6", by: Fresh.clerk)
        #expect(try units(in: "RU-BEL") == ["U6"])
    }

    @Test func `what was undone gives no second unit of one designation`() throws {
        let moved = try #require(try edit("U2", ["region": "RU-BEL"]).revision)
        try add("BARS-Kursk", in: "RU-KRS")
        let later = try registry.newestRevision()
        let error = #expect(throws: MusterError.self) { try self.registry.revert(moved, by: Fresh.clerk) }
        #expect(
            error
                == .cannotUndo(
                    revision: moved,
                    because: [
                        "revision \(later) gave the name 'BARS-Kursk' to U3",
                        "undo these first, the latest before the others",
                    ]))
        _ = try registry.revert(later, by: Fresh.clerk)
        _ = try registry.revert(moved, by: Fresh.clerk)
        #expect(try units(in: "RU-KRS") == ["U2"])
    }
}
