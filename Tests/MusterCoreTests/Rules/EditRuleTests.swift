import MusterValues
import Testing

@testable import MusterCore

/// An edit reads each value by its field's type and by the record that has it.
struct EditRuleTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    private func refusal(_ record: RecordReference, _ values: [String: String]) -> MusterError? {
        #expect(throws: MusterError.self) {
            try fresh.registry.edit(Edit(record: record, values: values, inferred: "seen on site"), by: Fresh.clerk)
        }
    }

    @Test func `a required reference is not taken away`() throws {
        let before = try fresh.dump()
        let error = refusal("E1", ["unit": ""])
        #expect(error?.said == "the unit of E1 cannot be taken away; give another")
        #expect(error?.exitCode == 69)
        #expect(try fresh.dump() == before)
    }

    @Test func `a region is named anew by a source or as an inference alone`() throws {
        let before = try fresh.dump()
        let edit = Edit(record: "RU-TUL", values: ["name": "Tula Territory"])
        let error = #expect(throws: MusterError.self) { try fresh.registry.edit(edit, by: Fresh.clerk) }
        #expect(error?.said.hasPrefix("a source that states the new name of RU-TUL is missing; give --source") == true)
        #expect(try fresh.dump() == before)
        var inferred = edit
        inferred.inferred = "the law of 2026"
        _ = try fresh.registry.edit(inferred, by: Fresh.clerk)
        let name = try #require(try fresh.registry.show("RU-TUL").fields.first { $0.field == .name })
        #expect(name.isInference)
        var cited = Edit(record: "RU-BEL", values: ["name": "Belgorod Territory"])
        cited.evidence = Fresh.dispatch
        _ = try fresh.registry.edit(cited, by: Fresh.clerk)
    }

    @Test func `an event keeps its facet, and its value is one of its record's`() throws {
        let registry = fresh.registry
        let status = try #require(try registry.show("U1").events.first { $0.value.stored.facet == "status" })
        let event = RecordReference(status.id)
        let before = try fresh.dump()
        let other = refusal(event, ["value": "strength 500"])
        #expect(
            other?.said == "\(event) is about the status of U1, and 'strength 500' is a strength; "
                + "record it with 'muster event U1 strength 500'")
        #expect(other?.exitCode == 69)
        let wrong = refusal(event, ["value": "joined"])
        #expect(wrong?.said.hasPrefix("'joined' is not a state of a unit; use one of: announced, ") == true)
        #expect(try fresh.dump() == before)
        _ = try registry.edit(
            Edit(record: event, values: ["value": "disbanded"], inferred: "seen on site"), by: Fresh.clerk)
        #expect(try registry.show("U1").events.first { $0.id == status.id }?.value == .status(.disbanded))
    }

    @Test func `a field that is named in two ways is given twice`() throws {
        let error = refusal("U1", ["part_of": "U2", "Part Of": "U3"])
        #expect(error?.said == "'part of' is given twice; give one value for each field")
        #expect(error?.exitCode == 64)
    }

    @Test(arguments: [("700", "strength 700"), ("300..500", "strength 300..500")])
    func `the advice for a strength is a state that an event takes`(value: String, state: String) throws {
        let error = refusal("U1", ["strength": value])
        #expect(error?.said == "strength is read from what happened; record it with 'muster event U1 \(state)'")
        let event = NewEvent(record: "U1", state: state, evidence: [Fresh.dispatch])
        #expect(try fresh.registry.add(event, by: Fresh.clerk).revision != nil)
    }
}
