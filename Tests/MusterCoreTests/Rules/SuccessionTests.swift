import MusterValues
import Testing

@testable import MusterCore

/// What became of what: units that were merged, split, reformed or renamed on a day.
final class SuccessionTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        _ = try registry.add(
            NewUnit(designation: "Baltic Brigade", region: "RU-KGD", evidence: Fresh.dispatch), by: Fresh.clerk)
    }

    @discardableResult
    private func happen(
        _ state: String, to record: RecordReference, other: RecordReference? = nil, on date: EDTF? = nil
    ) throws -> WriteResult {
        var new = NewEvent(record: record, state: state, date: date, evidence: [Fresh.dispatch])
        new.other = other
        return try registry.add(new, by: Fresh.clerk)
    }

    private func units(on day: String) throws -> [ListedUnit] {
        var filter = Filter()
        filter.day = Day(day)
        return try registry.units(filter)
    }

    private func people(_ unit: RecordReference, on day: String? = nil, withOrigins: Bool = false) throws -> [String] {
        var filter = Filter()
        (filter.unit, filter.day, filter.isWithOrigins) = (unit, day.flatMap { Day($0) }, withOrigins)
        return try registry.enrollments(filter).map { "\($0.id) \($0.grade?.words ?? "")" }
    }

    @Test func `a unit that became another is shown from both, in the timeline too`() throws {
        try happen("merged into", to: "U2", other: "Baltic Brigade", on: "2025-03")
        for unit: RecordReference in ["U2", "U3"] {
            let line = try #require(try registry.timeline(of: unit).first { $0.otherUnit != nil })
            #expect(line.words == "merged into U3 Baltic Brigade")
            #expect(line.record.words == "U2 BARS-Kursk")
        }
        let related = try registry.show("U3").related.map { "\($0.id) \($0.name ?? "")" }
        #expect(related == ["V5 merged into Baltic Brigade: BARS-Kursk"])
        let field = try #require(try registry.show("U2").events.first?.fields.first { $0.field == .otherUnit })
        #expect(field.value?.words == "U3 Baltic Brigade")
        #expect(field.supporting.map(\.stated) == ["Baltic Brigade"])
    }

    @Test(arguments: ["renamed as", "reformed as"])
    func `a new name that is no unit on the register is told how to be put on record`(state: String) throws {
        for (name, shown) in [("Omega", "Omega"), ("Omega Two", #""Omega Two""#)] {
            var new = NewEvent(record: "U2", state: state, date: "2025-03", evidence: [Fresh.dispatch])
            new.other = RecordReference(name)
            try fresh.expectRefusal(
                nil,
                "no unit '\(name)' on the register; if U2 has a new name, put that on record with "
                    + "'muster edit U2 name=\(shown) --on DATE/.. --source SOURCE'", exit: 66
            ) { try $0.add(new, by: Fresh.clerk) }
        }
        // A unit that becomes part of another one has no new name.
        let error = #expect(throws: MusterError.self) {
            try self.happen("merged into", to: "U2", other: "Omega", on: "2025-03")
        }
        #expect(error?.said == "no unit 'Omega' on the register")
    }

    @Test func `a unit ends by becoming another, and whoever was in it is possibly still with it`() throws {
        _ = try happen("joined", to: "E1", on: "2025-01")
        try happen("reformed as", to: "U1", other: "U3", on: "2025-03-01")
        #expect(try units(on: "2025-02-28").map(\.id.description).contains("U1"))
        #expect(try !units(on: "2025-03-02").map(\.id.description).contains("U1"))
        #expect(try people("U1", on: "2025-02-28") == ["E1 presumably", "E2 possibly"])
        #expect(try people("U1", on: "2025-05-01") == ["E1 possibly", "E2 possibly"])
        #expect(try people("U3", on: "2025-05-01") == [])
        #expect(try people("U3", on: "2025-05-01", withOrigins: true) == ["E1 possibly", "E2 possibly"])
        #expect(try people("U3", withOrigins: true) == ["E1 ", "E2 "])
        var filter = Filter()
        (filter.unit, filter.isWithOrigins) = ("U3", true)
        let counts = try registry.units(filter).map { "\($0.id) \($0.headcount.words)" }
        #expect(counts == ["U1 at least 3", "U3 at least 3"])
        // Disbanded on the same day, nobody is in it.
        try happen("disbanded", to: "U1", on: "2025-03-01")
        #expect(try people("U1", on: "2025-05-01") == [])
    }

    @Test func `a part that was split off names where it came from, and that goes on`() throws {
        try happen("split from", to: "U3", other: "U1", on: "2025-03-01")
        #expect(try units(on: "2025-04-01").map(\.id.description).contains("U1"))
        #expect(try !units(on: "2025-02-01").map(\.id.description).contains("U3"))
        #expect(try people("U3", withOrigins: true) == ["E1 ", "E2 "])
        #expect(try people("U1", withOrigins: true) == ["E1 ", "E2 "])
        #expect(try people("U3") == [])
    }

    @Test func `a unit may be split into several on one day, and the same is not said twice`() throws {
        try happen("split into", to: "U1", other: "U2", on: "2025-03-01")
        try happen("split into", to: "U1", other: "U3", on: "2025-03-02")
        #expect(throws: MusterError.self) { try self.happen("split into", to: "U1", other: "U3", on: "2025-03-02") }
    }

    @Test func `what cannot have been is refused in a sentence`() throws {
        func refuse(_ message: String, _ exit: Int32 = 69, _ act: () throws -> WriteResult) throws {
            try fresh.expectRefusal(nil, message, exit: exit) { _ in try act() }
        }
        try refuse("U1 is the same unit; a unit becomes another unit, not itself") {
            try self.happen("renamed as", to: "U1", other: "BARS-Kaliningrad")
        }
        try refuse("the other unit of 'merged into' is missing; give --other", 65) {
            try self.happen("merged into", to: "U1")
        }
        try refuse("'disbanded' names no other unit; leave out --other") {
            try self.happen("disbanded", to: "U1", other: "U2")
        }
        try happen("merged into", to: "U1", other: "U2", on: "2025-03")
        try happen("reformed as", to: "U2", other: "U3", on: "2025-05")
        try refuse(
            "by V6 reformed as Baltic Brigade: BARS-Kursk, 2025-05, a unit would become what it came from; see 'muster show V6'"
        ) { try self.happen("merged into", to: "U3", other: "U1", on: "2025-06") }
        try refuse(
            "by V5 merged into BARS-Kursk: BARS-Kaliningrad, 2025-03, and what became another unit was not there afterwards; see 'muster show V5'"
        ) { try self.happen("split from", to: "U3", other: "U1", on: "2025-04") }
        try refuse(
            "V5 says that one became the other, so they are two; if that is wrong, say so first with 'muster edit V5 standing=rejected --note \"…\"'"
        ) { try self.registry.merge("U2", with: "U1", by: Fresh.clerk) }
    }

    @Test func `an undone or rejected succession is none, and closes no circle`() throws {
        let made = try #require(try happen("merged into", to: "U1", other: "U2", on: "2025-03").revision)
        _ = try registry.revert(made, by: Fresh.clerk)
        try happen("merged into", to: "U2", other: "U1", on: "2025-03")
        let error = #expect(throws: MusterError.self) {
            try self.registry.revert(try self.registry.newestRevision() - 1, by: Fresh.clerk)
        }
        #expect(error?.exitCode == 69)
        _ = try registry.edit(
            Edit(record: "V6", values: ["standing": "rejected", "note": "another brigade"]), by: Fresh.clerk)
        try happen("merged into", to: "U1", other: "U2", on: "2025-04")
        _ = try registry.verify()
    }

    @Test func `a post changes for an enrollment of its holder`() throws {
        func change(_ record: RecordReference, for enrollment: RecordReference) throws -> WriteResult {
            var new = NewEvent(record: record, state: "suspended", evidence: [Fresh.dispatch])
            new.enrollment = enrollment
            return try registry.add(new, by: Fresh.clerk)
        }
        try fresh.expectRefusal(
            nil, "E2 is not of O1, who holds P1; see 'muster show O1'", exit: 69
        ) { _ in try change("P1", for: "E2") }
        try fresh.expectRefusal(
            nil,
            "only what happens to a post happens for an enrollment, and U1 is a unit; leave out --for",
            exit: 69
        ) { _ in
            var new = NewEvent(record: "U1", state: "disbanded", evidence: [Fresh.dispatch])
            new.enrollment = "E1"
            return try self.registry.add(new, by: Fresh.clerk)
        }
        _ = try change("P1", for: "E1")
        let line = try #require(try registry.timeline(of: "P1").last)
        #expect(line.words == "suspended for E1 Dmitry Novikov in BARS-Kaliningrad")
        #expect(try registry.show("E1").related.map(\.id.description).contains("V5"))
    }

    @Test func `an edit cannot leave an event without the unit that its value names, nor with one too many`() throws {
        try happen("merged into", to: "U1", other: "U2", on: "2025-03")
        func edit(_ record: RecordReference, _ values: [String: String]) -> Edit {
            Edit(record: record, values: values, inferred: "by the map")
        }
        try fresh.expectRefusal(
            nil, "'disbanded' names no other unit; take other_unit away in the same edit", exit: 69
        ) { try $0.edit(edit("V5", ["value": "disbanded"]), by: Fresh.clerk) }
        try fresh.expectRefusal(
            nil, "'merged into' names another unit; change value and other_unit in one edit", exit: 69
        ) { try $0.edit(edit("V1", ["value": "merged into"]), by: Fresh.clerk) }
        try fresh.expectRefusal(
            nil, "E2 is not of O1, who holds P1; see 'muster show O1'", exit: 69
        ) { try $0.edit(edit("V2", ["for_enrollment": "E2"]), by: Fresh.clerk) }
        _ = try registry.edit(edit("V5", ["value": "disbanded", "other_unit": ""]), by: Fresh.clerk)
        var unit = NewUnit(designation: "BARS-Tula", region: "RU-TUL", evidence: Fresh.dispatch)
        unit.status = .mergedInto
        #expect(throws: MusterError.self) { try self.registry.add(unit, by: Fresh.clerk) }
    }

    @Test func `an enrollment for which a post changed can be redacted`() throws {
        var new = NewEvent(record: "P1", state: "suspended", evidence: [Fresh.dispatch])
        new.enrollment = "E1"
        _ = try registry.add(new, by: Fresh.clerk)
        _ = try registry.redact("E1", by: Authorship(author: "A clerk", reason: "by order"))
        _ = try registry.verify()
    }

    @Test func `a planned strength is shown apart and shows nothing of the unit`() throws {
        try happen("planned strength 105", to: "U2", on: "2025-03-01")
        try happen("authorised strength 2,162", to: "U3", on: "2025-03-01")
        let listed = try registry.units().filter { $0.id != RecordID(.unit, 1) }
        #expect(listed.map { $0.plannedStrength?.words } == ["2162", "105"])
        #expect(listed.map { $0.strength?.words } == [nil, nil])
        let grades = try units(on: "2025-03-02").filter { $0.id != RecordID(.unit, 1) }.map(\.grade)
        #expect(grades == [.possibly, .possibly])
    }

    @Test func `who is appointed did not hold the post before, and a term that ended ends it`() throws {
        func held(on day: String) throws -> Grade? {
            var filter = Filter()
            filter.day = Day(day)
            return try registry.officials(filter).first { $0.id == RecordID(.official, 1) }?.grade
        }
        _ = try registry.edit(Edit(record: "V2", values: ["standing": "rejected", "note": "no date"]), by: Fresh.clerk)
        try happen("appointed", to: "P1", on: "2024-05-15")
        try happen("term ended", to: "P1", on: "2024-09-01")
        #expect(try held(on: "2024-05-01") != .presumably)
        #expect(try held(on: "2024-06-01") == .definitely)
        #expect(try held(on: "2024-10-01") != .definitely)
    }
}
