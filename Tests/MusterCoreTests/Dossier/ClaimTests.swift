import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// When it was so, as a source states: who claims a territory, and how a unit was called.
final class ClaimTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        _ = try registry.add(NewRegion(code: "UA-43", name: "Crimea", evidence: Fresh.dispatch), by: Fresh.clerk)
    }

    private func cite(_ record: RecordReference, _ field: String, _ stated: String, held: EDTF) throws -> WriteResult {
        var new = NewCitation(record: record, field: field, evidence: Evidence(source: "S1", stated: stated))
        new.held = held
        return try registry.cite(new, by: Fresh.clerk)
    }

    @Test func `a claim says from when it is, in the dossier and in the report`() throws {
        _ = try cite("UA-43", "administered_by", "Russia", held: "2014-03/..")
        _ = try registry.add(
            NewUnit(designation: "BARS-Crimea", region: "UA-43", evidence: Fresh.dispatch), by: Fresh.clerk)
        let field = try #require(try registry.show("UA-43").fields.first { $0.field == .administeredBy })
        #expect(field.notRejected.map(\.attribution) == ["S1, for 2014-03/.."])
        let claims = try fresh.markdown("UA-43").table("Claims on the territory")
        #expect(
            claims == ["Crimea | administered by | Russia | Dispatch, for the time: since March 2014, no end stated S1"]
        )
    }

    @Test func `a former name says until when it was used`() throws {
        _ = try cite("U1", "name", "Amber Detachment", held: "../2024-05")
        let line = try registry.timeline(of: "U1").first { $0.value.words == "Amber Detachment" }
        #expect(line?.places == ["S1 Dispatch, for ../2024-05"])
        #expect(try registry.search("Amber Detachment").first?.id == RecordID(.unit, 1))
    }

    @Test func `what is said of an event has the event's own date, and an edit can change a citation's`() throws {
        try fresh.expectRefusal(
            nil, "what is said of an event has the event's own date; leave out --on", exit: 69
        ) { _ in try self.cite("V1", "value", "announced", held: "2025") }
        let made = try #require(try cite("UA-43", "claimed_by", "Ukraine", held: "1991/..").records.first).id
        _ = try registry.edit(Edit(record: RecordReference(made), values: ["held": "1991-08/.."]), by: Fresh.clerk)
        let field = try #require(try registry.show("UA-43").fields.first { $0.field == .claimedBy })
        #expect(field.notRejected.map(\.attribution) == ["S1, for 1991-08/.."])
        _ = try registry.verify()
    }
}
