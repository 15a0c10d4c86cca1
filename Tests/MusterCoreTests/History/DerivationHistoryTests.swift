import MusterValues
import Testing

@testable import MusterCore

/// A source that repeats several others, in the past, undone, merged, redacted and behind a death.
final class DerivationHistoryTests {
    let fresh: Fresh
    var registry: Registry { fresh.registry }

    /// S2 Agency, S3 Channel, S4 Paper of their own word in revisions 9 to 11, and S5 Portal that quotes S2 and S3 in 12.
    init() throws {
        fresh = try Fresh(.populated)
        for title in ["Agency", "Channel", "Paper"] { try fresh.addSource(title) }
        var source = NewSource(kind: .rewrite, title: "Portal")
        (source.derivedFrom, source.relation) = (["S2", "S3"], .quotes)
        _ = try registry.add(source, by: Fresh.clerk)
    }

    private func origins(_ id: String = "S5", in registry: Registry? = nil) throws -> [String] {
        let row = try (registry ?? self.registry).sources().first { $0.id.description == id }
        return row?.derivedFrom.map { "\($0.relation.words) \($0.id)" } ?? []
    }

    private func edit(_ id: RecordReference, _ from: String, _ relation: String? = nil) throws -> Int64 {
        var values = ["derived_from": from]
        values["relation"] = relation
        return try #require(try fresh.edit(id, values).revision)
    }

    private func expectUndone(_ revision: Int64, _ before: TableState) throws {
        _ = try registry.revert(revision, by: Fresh.clerk)
        try expectAsBefore(before)
    }

    private func expectUnmerged(_ id: RecordReference, _ before: TableState) throws {
        _ = try registry.unmerge(id, by: Fresh.clerk)
        try expectAsBefore(before)
    }

    private func expectAsBefore(_ before: TableState) throws {
        #expect(try TableState(registry).differences(before) == [])
        _ = try registry.verify()
    }

    @Test func `the past has what was repeated then`() throws {
        let later = try edit("S5", "S4", "copies")
        #expect(try origins(in: registry.known(at: .revision(later - 1))) == ["quotes S2", "quotes S3"])
        #expect(try origins(in: registry.known(at: .revision(later))) == ["copies S4"])
    }

    @Test(arguments: ["S2,S3,S4", "S2", "S3", "S4", "", "S3,S4"])
    func `a change of what is repeated is undone, and done again`(list: String) throws {
        let before = try TableState(registry)
        let revision = try edit("S5", list)
        let after = try TableState(registry)
        try expectUndone(revision, before)
        try expectUndone(revision + 1, after)
    }

    @Test func `the source is undone with all that it repeats`() throws {
        let result = try registry.revert(12, by: Fresh.clerk)
        #expect(result.records.map { "\($0.id) \($0.said)" } == ["S5 source removed"])
        _ = try registry.revert(13, by: Fresh.clerk)
        #expect(try origins() == ["quotes S2", "quotes S3"])
    }

    private func expectConflict(_ undone: Int64, _ why: String...) throws {
        let all = why + ["undo these first, the latest before the others"]
        let message =
            "revision \(undone) cannot be undone alone: \(all.joined(separator: "; ")); nothing was changed"
        try fresh.expectRefusal(.cannotUndo(revision: undone, because: all), message, exit: 69) {
            try $0.revert(undone, by: Fresh.clerk)
        }
    }

    @Test func `what is repeated since stands in the way`() throws {
        let revision = try edit("S5", "S2,S3,S4")
        try expectConflict(11, "revision 13 made a derivation of S5, which needs S4")
        _ = try edit("S5", "S2,S3,S4", "copies")
        try expectConflict(revision, "revision 14 changed a derivation of S5")
    }

    @Test func `a circle since stands in the way`() throws {
        _ = try edit("S5", "S2")
        _ = try edit("S4", "S1,S5", "copies")
        _ = try edit("S3", "S1,S4", "copies")
        try expectConflict(13, "revision 14 made S4 derived from S5", "revision 15 made S3 derived from S4")
    }

    @Test func `what is repeated again since stands in the way`() throws {
        _ = try edit("S5", "S2")
        _ = try edit("S5", "S2,S3")
        try expectConflict(13, "revision 14 made S5 derived from S3")
    }

    @Test func `two sources that one repeats are merged, and come back`() throws {
        let before = try TableState(registry)
        let result = try registry.merge("S3", with: "S2", by: Fresh.clerk)
        #expect(result.records.contains { "\($0.id) \($0.said)" == "S5 moved from S2 to S3" })
        #expect(try origins() == ["quotes S3"])
        try expectUnmerged("S2", before)
        _ = try registry.merge("S4", with: "S3", by: Fresh.clerk)
        #expect(try origins() == ["quotes S2", "quotes S4"])
        try expectUnmerged("S3", before)
    }

    @Test func `a source that repeats nothing takes what the other repeats`() throws {
        let before = try TableState(registry)
        let result = try registry.merge("S4", with: "S5", by: Fresh.clerk)
        let taken = "S4 derived from of S4 taken from S5: S2 Agency; S3 Channel"
        #expect(result.records.map { "\($0.id) \($0.said)" }.contains(taken))
        #expect(try origins("S4") == ["quotes S2", "quotes S3"])
        try expectUnmerged("S5", before)
    }

    @Test func `a source keeps what it repeats, and the merge says so`() throws {
        _ = try edit("S4", "S1,S3", "copies")
        let before = try TableState(registry)
        let result = try registry.merge("S4", with: "S5", by: Fresh.clerk)
        let kept = "S4 derived from of S4 stays S1 Dispatch; S3 Channel; S5 had S2 Agency; S3 Channel"
        #expect(result.records.map { "\($0.id) \($0.said)" }.contains(kept))
        #expect(try origins("S4") == ["copies S1", "copies S3"])
        try expectUnmerged("S5", before)
    }

    @Test func `a source is not merged with one that it repeats, nor into a circle`() throws {
        for (kept, gone) in [("S5", "S3"), ("S3", "S5")] as [(RecordReference, RecordReference)] {
            let message =
                "S5 is derived from S3, so they are two; if not, take that away first with 'muster edit S5 derived_from='"
            try fresh.expectRefusal(nil, message, exit: 69) { try $0.merge(kept, with: gone, by: Fresh.clerk) }
        }
        _ = try edit("S4", "S1,S5", "copies")
        let circle = "S3 would be derived from itself; no source is its own origin"
        try fresh.expectRefusal(.refused(rule: circle), circle, exit: 69) {
            try $0.merge("S3", with: "S4", by: Fresh.clerk)
        }
    }

    @Test func `a redaction leaves what is repeated`() throws {
        _ = try registry.redact("S5", by: Fresh.clerk)
        #expect(try origins() == ["quotes S2", "quotes S3"])
        #expect(try registry.show("S5").title == "[redacted S5]")
        _ = try registry.redact("S3", by: Fresh.clerk)
        #expect(try origins() == ["quotes S2", "quotes S3"])
        _ = try registry.verify()
    }

    private func killed(_ sources: RecordReference...) -> NewEvent {
        NewEvent(record: "E1", state: "killed", evidence: sources.map { Evidence(source: $0) })
    }

    private static let death =
        "the death V5 goes back to one origin; a death is recorded from two sources at least, neither derived from the other"

    @Test func `a death needs two sources that share nothing they go back to`() throws {
        let refuse = { (change: (Registry) throws -> WriteResult) in
            try self.fresh.expectRefusal(.refused(rule: Self.death), Self.death, exit: 69, change)
        }
        for pair in [("S5", "S2"), ("S5", "S3")] as [(RecordReference, RecordReference)] {
            #expect(throws: MusterError.self) { try self.registry.add(self.killed(pair.0, pair.1), by: Fresh.clerk) }
        }
        _ = try registry.add(killed("S5", "S4"), by: Fresh.clerk)
        try refuse { _ in try self.fresh.edit("S5", ["derived_from": "S2,S3,S4"]) }
        try refuse { _ in try self.fresh.edit("S4", ["derived_from": "S1,S3", "relation": "copies"]) }
        try refuse { _ in try self.fresh.edit("S3", ["derived_from": "S1,S4", "relation": "copies"]) }
        try refuse { try $0.merge("S3", with: "S4", by: Fresh.clerk) }
    }

    @Test func `two origins that one source repeats are enough for a death`() throws {
        #expect(try registry.add(killed("S2", "S3", "S5"), by: Fresh.clerk).revision != nil)
    }

    @Test func `an undoing that leaves a death with one origin is refused`() throws {
        _ = try edit("S5", "S2")
        _ = try registry.add(killed("S5", "S3"), by: Fresh.clerk)
        try expectConflict(
            13, "revision 14 recorded the death V5, which needs two sources, neither derived from the other")
    }
}
