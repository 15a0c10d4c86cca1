import MusterValues
import Testing

@testable import MusterCore

/// How far the evidence reaches.
final class LastHeardTests {
    let fresh: Fresh
    var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    /// The last day that U2 was heard of: in the listing, and in its dossier.
    private func heard(on day: String? = nil) throws -> String {
        var filter = Filter()
        filter.day = day.flatMap { Day($0) }
        let listed = try #require(registry.units(filter).first { $0.id.description == "U2" }).lastHeard?.words
        #expect(try registry.show("U2", on: filter.period).state?.lastHeard?.words == listed)
        return listed ?? "never"
    }

    @Test func `an undated source hides no firm day, and a later month counts by its end`() throws {
        try fresh.happen("U2", "operational", "2025-03-01")
        try fresh.happen("U2", "battalion", nil)
        #expect(try heard() == "2025-03-01")
        try fresh.happen("U2", "strength 500", "2025-04")
        #expect(try heard() == "by 2025-04-30")
        try fresh.happen("U2", "strength 600", "2025-04-10")
        #expect(try heard() == "2025-04-10")
    }

    @Test func `an undated source only says by when, and its date says more once it is known`() throws {
        try fresh.happen("U2", "operational", nil)
        #expect(try heard() == "by 2025-06-15", "the day on which it was recorded")
        let unit = try #require(try registry.units().first { $0.id.description == "U2" })
        #expect(unit.lastHeard?.edtf == "../2025-06-15")
        // That is no news of that day: of the day before nothing is claimed.
        for (day, grade) in [("2025-06-14", Grade.possibly), ("2025-06-15", .presumably)] {
            var filter = Filter()
            filter.day = Day(day)
            #expect(try registry.units(filter).first { $0.id.description == "U2" }?.grade == grade)
        }
        _ = try fresh.edit("S1", ["captured": "2025-06-10"])
        #expect(try heard() == "by 2025-06-10")
        _ = try fresh.edit("S1", ["published": "2025-05"])
        #expect(try heard() == "by 2025-05-31")
    }

    @Test func `whoever is in a unit shows that it is there`() throws {
        try fresh.happen("U2", "operational", "2025-03-01")
        let new = NewEnrollment(
            official: "O1", unit: "U2", state: .announced, date: "2025-04-01", evidence: Fresh.dispatch)
        _ = try registry.enroll(new, by: Fresh.clerk)
        #expect(try heard() == "2025-03-01", "an announcement shows nobody in it")
        try fresh.happen("E3", "joined", "2025-05")
        #expect(try heard() == "by 2025-05-31")
        #expect(try heard(on: "2025-05-15") == "2025-03-01")
        try fresh.happen("E3", "serving", "2025-05-20")
        #expect(try heard() == "2025-05-20")
        #expect(try heard(on: "2025-05-25") == "2025-05-20")
        try fresh.happen("E3", "left", "2025-06-10")
        #expect(try heard() == "2025-05-20")
        try fresh.happen("E3", "serving", "2026-01-01")
        #expect(try heard() == "2025-05-20", "a plan shows nobody in it")
        try fresh.happen("U2", "disbanded", "2025-05-10")
        #expect(try heard() == "2025-05-10")
    }

    @Test func `an enrollment that is judged wrong shows nothing`() throws {
        try fresh.happen("U2", "operational", "2025-03-01")
        let new = NewEnrollment(
            official: "O1", unit: "U2", state: .joined, date: "2025-04-01", evidence: Fresh.dispatch)
        _ = try registry.enroll(new, by: Fresh.clerk)
        #expect(try heard() == "2025-04-01")
        _ = try registry.edit(Edit(record: "E3", values: ["standing": "rejected", "note": "no"]), by: Fresh.clerk)
        #expect(try heard() == "2025-03-01")
    }
}
