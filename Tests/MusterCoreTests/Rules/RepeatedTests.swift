import MusterValues
import Testing

@testable import MusterCore

/// What is sent twice is written once, and what would go nowhere is refused.
final class RepeatedTests {
    let fresh: Fresh
    private let evidence = Evidence(source: "S1", locator: "paragraph 9")

    init() throws { fresh = try Fresh(.populated) }

    private func refused(_ words: String, _ write: (Registry) throws -> WriteResult) throws {
        let before = try fresh.registry.newestRevision()
        let error = #expect(throws: MusterError.self) { try write(fresh.registry) }
        #expect(error?.said.contains(words) == true, "\(error?.said ?? "")")
        #expect(try fresh.registry.newestRevision() == before)
    }

    @Test func `an event without a date is recorded once for the same place of a source`() throws {
        let event = NewEvent(record: "U1", state: "regiment", evidence: [evidence])
        _ = try fresh.registry.add(event, by: Fresh.clerk)
        try refused("the event 'regiment' is already on the register as V") { try $0.add(event, by: Fresh.clerk) }
        var elsewhere = event
        elsewhere.evidence[0].locator = "paragraph 10"
        #expect(try fresh.registry.add(elsewhere, by: Fresh.clerk).revision != nil)
        var other = event
        other.state = "company"
        #expect(try fresh.registry.add(other, by: Fresh.clerk).revision != nil)
    }

    @Test func `a citation that says the same in every part is recorded once`() throws {
        var said = evidence
        said.stated = "guards the coast"
        let citation = NewCitation(record: "U1", field: "role", evidence: said)
        _ = try fresh.registry.cite(citation, by: Fresh.clerk)
        try refused("is already on the register as C") { try $0.cite(citation, by: Fresh.clerk) }
        var quoted = citation
        quoted.evidence.quote = "the unit guards the coast"
        #expect(try fresh.registry.cite(quoted, by: Fresh.clerk).revision != nil)
    }

    @Test func `a look is recorded once`() throws {
        let look = NewLook(region: "RU-MUR", date: EDTF("2025-03-01"), place: "regional press")
        _ = try fresh.registry.add(look, by: Fresh.clerk)
        try refused("that look is on the register already: 2025-03-01, regional press: none found") {
            try $0.add(look, by: Fresh.clerk)
        }
        var found = look
        found.found = "an appeal for recruits"
        #expect(try fresh.registry.add(found, by: Fresh.clerk).revision != nil)
    }

    @Test func `an unnamed unit is added once for the same place of a source, unless it is said to be another`() throws
    {
        var unit = NewUnit(designation: nil, region: "RU-MUR", evidence: evidence)
        _ = try fresh.registry.add(unit, by: Fresh.clerk)
        try refused("or give --new if this is another unit") { try $0.add(unit, by: Fresh.clerk) }
        unit.isNew = true
        #expect(try fresh.registry.add(unit, by: Fresh.clerk).revision != nil)
    }

    @Test func `what would go nowhere is refused`() throws {
        var group = NewEnrollment(official: "O1", unit: "U1", evidence: evidence)
        group.official = nil
        group.group = NewGroup(who: "two mayors of towns")
        try refused("a group has no post") {
            var new = group
            new.post = NewPost(title: "Mayor")
            return try $0.enroll(new, by: Fresh.clerk)
        }
        try refused("the state that 'signed up' is the word for is missing") {
            var new = group
            new.stateWord = "signed up"
            return try $0.enroll(new, by: Fresh.clerk)
        }
        try refused("an enrollment without a contract has no term") {
            var new = group
            (new.contract, new.term) = (ContractKind.none, "6 months")
            return try $0.enroll(new, by: Fresh.clerk)
        }
        try refused("and not in Tula Oblast") {
            var new = group
            new.unitRegion = "RU-TUL"
            return try $0.enroll(new, by: Fresh.clerk)
        }
        try refused("the form that 'detachment' is the word for is missing") {
            var unit = NewUnit(designation: "Sea Unit", region: "RU-MUR", evidence: evidence)
            unit.formWord = "detachment"
            return try $0.add(unit, by: Fresh.clerk)
        }
    }
}
