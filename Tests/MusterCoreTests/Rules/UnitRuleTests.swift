import MusterValues
import Testing

@testable import MusterCore

/// The fields that a unit must have, and the designations it cannot have.
final class UnitRuleTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    private func add(_ designation: String?, region: RecordReference? = nil, kind: UnitKind? = nil) throws
        -> WriteResult
    {
        var unit = NewUnit(designation: designation, region: region, evidence: Fresh.dispatch)
        unit.kind = kind
        return try fresh.registry.add(unit, by: Fresh.clerk)
    }

    @Test(arguments: [
        "BARS-Kursk", "bars-kursk", "BARS-KURSK", "ＢＡＲＳ－Ｋｕｒｓｋ", " BARS-Kursk ", "\u{3000}ＢＡＲＳ-Kursk",
    ])
    func `a taken designation is refused, in another case or script width too`(name: String) throws {
        let shown = name.trimmingPrefix { $0.isWhitespace }.split(separator: " ").joined(separator: " ")
        try fresh.expectRefusal(
            .taken(what: "unit", value: shown, id: RecordID(shortID: "U2")!, fix: .show(RecordID(shortID: "U2")!)),
            "unit '\(shown)' is already on the register as U2; use 'muster show U2' to see it", exit: 69
        ) { _ in try self.add(name, region: "RU-KRS") }
    }

    @Test(arguments: ["BARS-Kursk", "ＢＡＲＳ－ｋｕｒｓｋ"])
    func `a unit cannot be renamed to a taken designation`(name: String) throws {
        let move = Edit(record: "U2", values: ["region": "RU-KGD"], inferred: "seen on site")
        _ = try fresh.registry.edit(move, by: Fresh.clerk)
        try fresh.expectRefusal(
            .taken(what: "unit", value: name, id: RecordID(shortID: "U2")!, fix: .show(RecordID(shortID: "U2")!)),
            "unit '\(name)' is already on the register as U2; use 'muster show U2' to see it", exit: 69
        ) { try $0.edit(Edit(record: "U1", values: ["name": name], inferred: "seen on site"), by: Fresh.clerk) }
    }

    @Test(arguments: ["E12", "C1", "U1", "U99", "o3"])
    func `a designation that reads as a short id is refused`(name: String) throws {
        let before = try fresh.dump()
        #expect(throws: MusterError.self) { try self.add(name) }
        #expect(try fresh.dump() == before)
    }

    @Test func `an unnamed unit stands in a region, and only it has no designation`() throws {
        let place = "an unnamed unit stands in a region"
        try fresh.expectRefusal(.refused(rule: place), place, exit: 69) { _ in try self.add(nil) }
        let rule = "a unit has a designation, unless it is of kind unnamed"
        let cases: [(String?, UnitKind, String)] = [
            ("X", .unnamed, "leave out the kind or the designation"),
            (nil, .other, "give a designation, or leave out the kind"),
        ]
        for (designation, kind, fix) in cases {
            try fresh.expectRefusal(.refused(rule: rule, fix: .words(fix)), "\(rule); \(fix)", exit: 69) { _ in
                try self.add(designation, region: "RU-KGD", kind: kind)
            }
        }
    }

    @Test(arguments: [("U1", ["kind": "unnamed"]), ("U3", ["kind": "regional"]), ("U3", ["name": "BARS-Tula"])])
    func `an edit leaves a unit with a designation, unless it is unnamed`(record: String, values: [String: String])
        throws
    {
        _ = try add(nil, region: "RU-TUL")
        let before = try fresh.dump()
        #expect(throws: MusterError.self) {
            try self.fresh.registry.edit(
                Edit(record: RecordReference(record), values: values, inferred: "seen on site"), by: Fresh.clerk)
        }
        #expect(try fresh.dump() == before)
    }

    @Test func `an unnamed unit whose name becomes known gets it from the source that says so`() throws {
        _ = try add(nil, region: "RU-TUL")
        _ = try fresh.registry.add(NewSource(kind: .ngo, title: "Later"), by: Fresh.clerk)
        let edit = Edit(
            record: "U3", values: ["name": "BARS-Tula", "kind": "regional"], evidence: Evidence(source: "S2"))
        _ = try fresh.registry.edit(edit, by: Fresh.clerk)
        #expect(try fresh.count("SELECT source_id FROM name WHERE text = 'BARS-Tula' AND unit_id = 3") == 2)
    }

    @Test func `a new name is not put into the mouth of the old name's source`() throws {
        _ = try fresh.registry.add(NewSource(kind: .ngo, title: "Later"), by: Fresh.clerk)
        let edit = Edit(record: "U2", values: ["name": "BARS-46"], evidence: Evidence(source: "S2"))
        _ = try fresh.registry.edit(edit, by: Fresh.clerk)
        #expect(try fresh.count("SELECT source_id FROM name WHERE text = 'BARS-46'") == 2)
        #expect(try fresh.count("SELECT source_id FROM name WHERE text = 'BARS-Kursk'") == 1)
    }

    @Test func `units are not inside of each other in a circle`() throws {
        _ = try fresh.registry.edit(
            Edit(record: "U1", values: ["kind": "subunit", "part_of": "U2"], inferred: "seen on site"), by: Fresh.clerk)
        let before = try fresh.dump()
        #expect(throws: MusterError.self) {
            try self.fresh.registry.edit(
                Edit(record: "U2", values: ["kind": "subunit", "part_of": "U1"], inferred: "seen on site"),
                by: Fresh.clerk)
        }
        #expect(try fresh.dump() == before)
    }
}
