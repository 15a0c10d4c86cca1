import MusterValues
import Testing

@testable import MusterCore

/// A record is shown with how it stands, and with how those stand that belong to it.
final class StateOnRecordTests {
    let fresh: Fresh
    var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    private func words(_ state: StateOnRecord?) -> String {
        guard let state else { return "nothing" }
        let states = state.states.map(\.words).joined(separator: " or ")
        return [state.grade?.words, states, state.lastHeard?.words].compactMap(\.self).joined(separator: "; ")
    }

    @Test func `a unit comes with its states, the last day heard and its people, of now or of a day`() throws {
        try fresh.happen("U1", "battalion", "2025-05-01")
        try fresh.happen("U1", "operational", "2025-06-01")
        try fresh.happen("E1", "joined", "2025-06-02")
        let now = try registry.show("U1")
        #expect(words(now.state) == "announced or operational or battalion; 2025-06-02")
        #expect(now.people?.words == "at least 3" && now.day == nil)
        let day = try registry.show("U1", on: Period(Day("2025-06-01")!))
        #expect(words(day.state) == "definitely; announced or operational or battalion; 2025-06-01")
        #expect(day.people?.words == "0 or more" && day.day == "2025-06-01")
        let month = try registry.show("U1", on: Period(typed: "2025-05"), throughout: true)
        #expect(month.state?.grade == .presumably && month.day == "2025-05-01/2025-05-31")
        #expect(throws: MusterError.self) { try registry.show("U1", throughout: true) }
    }

    @Test func `what belongs to a record comes with its state`() throws {
        try fresh.happen("E1", "joined", "2025-06-02")
        try fresh.happen("P1", "left", "2025-06-01")
        let related = try registry.show("O1", on: Period(Day("2025-06-15")!)).related
        #expect(
            related.map { "\($0.id): \(words($0.state))" } == [
                "P1: possibly; in office or left; 2025-06-01", "E1: presumably; joined; 2025-06-02",
            ])
    }

    @Test func `a unit and a post without an event are heard of by their own sources`() throws {
        #expect(words(try registry.show("U2").state) == "; by 2025-06-15")
        var old = NewSource(kind: .ngo, title: "Old")
        old.published = "2025-02-01"
        _ = try registry.add(old, by: Fresh.clerk)
        try fresh.cite("U2", "region", "RU-KRS", in: "S2")
        let unit = try #require(registry.units().first { $0.id.description == "U2" })
        #expect(unit.lastHeard?.words == "by 2025-02-01")
        _ = try registry.add(
            NewPostOfOfficial(official: "O1", post: NewPost(title: "Senator"), evidence: Fresh.dispatch),
            by: Fresh.clerk)
        let posts = try registry.officials()[0].posts
        #expect(posts.map(\.lastHeard?.words) == ["by 2025-06-15", "by 2025-06-15"])
    }

    @Test func `what is judged wrong has no state, and a unit that was not there yet says so`() throws {
        try fresh.happen("U2", "established", "2025-04-01")
        #expect(words(try registry.show("U2", on: Period(Day("2025-03-01")!)).state) == "no; ")
        let wrong = ["standing": "rejected", "note": "wrong"]
        for record in ["P1", "U2"] as [RecordReference] {
            _ = try registry.edit(Edit(record: record, values: wrong), by: Fresh.clerk)
            #expect(try registry.show(record).state == nil)
        }
        #expect(try registry.show("O1").related.first { $0.id.kind == .post }?.state == nil)
    }

    @Test func `nothing happens to a source or an official, so they have no state`() throws {
        for record in ["S1", "O1", "BARS", "RU-KGD"] as [RecordReference] {
            #expect(try registry.show(record).state == nil)
        }
    }
}
