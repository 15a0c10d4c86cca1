import MusterValues
import Testing

@testable import MusterCore

/// A revision is not undone alone if later ones build on it; the refusal names them, and nothing changes.
@Suite struct ReversalConflictTests {
    @Test(arguments: cases)
    func `the later revisions are named`(one: Case) throws {
        let fresh = try Fresh(.populated)
        for change in one.changes { _ = try change(fresh.registry) }
        let because = one.why + (one.isOnlyToUndo ? ["undo these first, the latest before the others"] : [])
        let sentence = because.joined(separator: "; ")
        try fresh.expectRefusal(
            .cannotUndo(revision: one.undone, because: because),
            "revision \(one.undone) cannot be undone alone: \(sentence); nothing was changed", exit: 69
        ) { try $0.revert(one.undone, by: Fresh.clerk) }
    }

    @Test func `a death keeps its two sources`() throws {
        let fresh = try Fresh(.populated)
        let registry = fresh.registry
        for title in ["Second", "Third"] {
            _ = try registry.add(NewSource(kind: .other, title: title), by: Fresh.clerk)
        }
        func cite(_ source: RecordReference) throws {
            let evidence = Evidence(source: source, stated: "killed")
            _ = try registry.cite(NewCitation(record: "V3", field: "value", evidence: evidence), by: Fresh.clerk)
        }
        try cite("S2")
        try cite("S3")
        _ = try registry.edit(
            Edit(record: "V3", values: ["value": "killed"], inferred: "seen on site"), by: Fresh.clerk)
        // V3's own citation of S1 says "announced" about the value, so it is no source of the death.
        let because = [
            "revision 13 recorded the death V3, which needs two sources, neither derived from the other",
            "undo these first, the latest before the others",
        ]
        try fresh.expectRefusal(
            .cannotUndo(revision: 11, because: because),
            "revision 11 cannot be undone alone: \(because.joined(separator: "; ")); nothing was changed", exit: 69
        ) { try $0.revert(11, by: Fresh.clerk) }
    }

    @Test func `what was put back and merged since is not put back again`() throws {
        let fresh = try Fresh(.populated)
        _ = try fresh.registry.add(NewSource(kind: .other, title: "Second"), by: Fresh.clerk)
        for revision in 9...10 { _ = try fresh.registry.revert(Int64(revision), by: Fresh.clerk) }
        _ = try fresh.registry.merge("S1", with: "S2", by: Fresh.clerk)
        let because = ["revision 11 undid it already"]
        try fresh.expectRefusal(
            .cannotUndo(revision: 10, because: because),
            "revision 10 cannot be undone alone: \(because[0]); nothing was changed", exit: 69
        ) { try $0.revert(10, by: Fresh.clerk) }
    }

    @Test func `of many later revisions the latest are named`() throws {
        let fresh = try Fresh(.populated)
        _ = try fresh.registry.edit(
            Edit(record: "U1", values: ["ordinal": "1"], inferred: "seen on site"), by: Fresh.clerk)
        for number in 2...14 {
            _ = try fresh.registry.edit(
                Edit(record: "U1", values: ["ordinal": "\(number)"], inferred: "seen on site"), by: Fresh.clerk)
        }
        let error = #expect(throws: MusterError.self) { try fresh.registry.revert(9, by: Fresh.clerk) }
        let named = (13...22).map { "revision \($0) changed ordinal of U1; " }.joined()
        #expect(
            error?.said
                == "revision 9 cannot be undone alone: \(named)and 3 more revisions before these; undo these first, the latest "
                + "before the others; nothing was changed")
    }

    @Test(arguments: [0, -1, 9, 99, Int64.max] as [Int64])
    func `a revision that is not there is refused`(revision: Int64) throws {
        let rule = "the register has revisions 1 to 8"
        try Fresh(.populated).expectRefusal(
            .badValue(field: "revision", value: "\(revision)", rule: rule, fix: .log),
            "revision '\(revision)' is refused: \(rule); 'muster log' lists them", exit: 65
        ) { try $0.revert(revision, by: Fresh.clerk) }
    }
}
