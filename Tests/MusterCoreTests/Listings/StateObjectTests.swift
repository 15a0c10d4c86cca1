import MusterValues
import Testing

@testable import MusterCore
@testable import muster

/// A state that names another record says which: in the listing of units, in a dossier, in a plan, and for programs.
final class StateObjectTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        for name in ["Baltic Brigade", "Second Brigade"] {
            _ = try registry.add(
                NewUnit(designation: name, region: "RU-KGD", evidence: Fresh.dispatch), by: Fresh.clerk)
        }
    }

    private func happen(_ state: String, to unit: RecordReference, other: RecordReference, on date: EDTF) throws {
        var new = NewEvent(record: unit, state: state, date: date, evidence: [Fresh.dispatch])
        new.other = other
        _ = try registry.add(new, by: Fresh.clerk)
    }

    private func unit(_ number: Int64) throws -> ListedUnit {
        try #require(try registry.units().first { $0.id == RecordID(.unit, number) })
    }

    private func cell(_ name: String, of unit: ListedUnit) -> Value? {
        ListedUnit.columns.first { $0.name == name }?.value(unit)
    }

    @Test(arguments: ["merged into", "reformed as", "renamed as", "split from", "split into"])
    func `every status that names another unit shows it`(state: String) throws {
        try happen(state, to: "U2", other: "U3", on: "2025-03")
        let unit = try unit(2)
        #expect(cell("status", of: unit)?.words == "\(state) U3 Baltic Brigade")
        #expect(cell("status", of: unit)?.raw == state.replacing(" ", with: "_"))
        #expect(cell("other_unit", of: unit)?.raw == "U3")
        let shown = try registry.show("U2").text(for: Terminal(width: nil, isColoured: false))
        #expect(shown.contains("newest: \(state) U3 Baltic Brigade; last heard"))
    }

    @Test func `a unit is split into all, and became only one of any others`() throws {
        try happen("split into", to: "U2", other: "U3", on: "2025-03-01")
        try happen("split into", to: "U2", other: "U4", on: "2025-03-01")
        try happen("merged into", to: "U1", other: "U3", on: "2025-03-01")
        try happen("merged into", to: "U1", other: "U4", on: "2025-03-01")
        #expect(try cell("status", of: unit(2))?.words == "split into U3 Baltic Brigade and U4 Second Brigade")
        #expect(try cell("status", of: unit(1))?.words.contains("merged into U3 Baltic Brigade or U4") == true)
        #expect(try cell("other_unit", of: unit(2))?.raw == "U3; U4")
    }

    @Test func `a plan names it too, and a state without an object has none`() throws {
        try happen("merged into", to: "U2", other: "U3", on: "2030-01")
        #expect(try unit(2).plans.map(\.words) == ["merged into U3 Baltic Brigade 2030-01"])
        #expect(try unit(2).objects == [])
        #expect(try cell("status", of: unit(1)) == .word("announced"))
        #expect(try unit(1).objects == [])
    }

    @Test func `what became of a post for an enrollment says for which`() throws {
        var new = NewEvent(record: "P1", state: "suspended", date: "2025-06-01", evidence: [Fresh.dispatch])
        new.enrollment = "E1"
        _ = try registry.add(new, by: Fresh.clerk)
        let objects = try #require(try registry.show("P1").state).objects
        #expect(objects.words(of: .tenure(.suspended)) == "suspended for E1 Dmitry Novikov in BARS-Kaliningrad")
    }
}

/// The people of a unit that became another stay with the record in which they were enrolled; a dossier says where the others are.
final class PeopleWithOriginsTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        var new = NewEvent(record: "U1", state: "renamed as", date: "2025-06-10", evidence: [Fresh.dispatch])
        new.other = "U2"
        _ = try registry.add(new, by: Fresh.clerk)
    }

    private func shown(_ unit: RecordReference) throws -> String {
        try registry.show(unit).text(for: Terminal(width: nil, isColoured: false))
    }

    @Test func `the new name says how many are on record under the old one`() throws {
        #expect(try registry.units().map { "\($0.id) \($0.headcount.words)" } == ["U1 at least 3", "U2 0"])
        let dossier = try registry.show("U2")
        #expect(dossier.people == Headcount.none && dossier.peopleWithOrigins?.words == "at least 3")
        #expect(try shown("U2").contains("on record 0, at least 3 with those that it came from"))
        #expect(try registry.show("U1").peopleWithOrigins == nil)
        #expect(try !shown("U1").contains("came from"))
    }

    @Test(arguments: [("2052-01-01", "S1"), ("2025-06-12", "S2")] as [(EDTF, RecordReference)])
    func `a unit that is to become another, or was foretold to, is none that the other came from`(
        date: EDTF, source: RecordReference
    ) throws {
        _ = try registry.add(
            NewUnit(designation: "Third", region: "RU-KGD", evidence: Fresh.dispatch), by: Fresh.clerk)
        for (title, published) in [("Early", "2025-02-01"), ("Late", "2025-06-14")] {
            var source = NewSource(kind: .regionalMedia, title: title)
            source.published = try EDTF(published)
            _ = try registry.add(source, by: Fresh.clerk)
        }
        var new = NewEvent(record: "U2", state: "renamed as", date: date, evidence: [Evidence(source: source)])
        new.other = "U3"
        _ = try registry.add(new, by: Fresh.clerk)
        #expect(try registry.show("U3").peopleWithOrigins == nil)
        var filter = Filter()
        (filter.unit, filter.isWithOrigins) = ("U3", true)
        #expect(try registry.enrollments(filter).isEmpty)
        if source == "S1" { return }
        // A later source tells that it came about.
        _ = try registry.corroborate("V6", evidence: Evidence(source: "S3"), by: Fresh.clerk)
        #expect(try registry.show("U3").peopleWithOrigins?.words == "at least 3")
        #expect(try registry.enrollments(filter).count == 2)
    }
}
