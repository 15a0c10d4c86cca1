import MusterValues
import Testing

@testable import MusterCore

/// Refused merges, unmerges and distinctions: one sentence each, and nothing changes.
final class MergeRefusalTests {
    let fresh: Fresh

    /// U3 is inside U1, U4 has no designation, S2 is derived from S1, O2 was merged into O1, O3 is not O1.
    init() throws {
        fresh = try Fresh(.populated)
        let registry = fresh.registry
        var part = NewUnit(designation: "3rd company", evidence: Fresh.dispatch)
        part.partOf = "U1"
        _ = try registry.add(part, by: Fresh.clerk)
        _ = try registry.add(NewUnit(designation: nil, region: "RU-TUL", evidence: Fresh.dispatch), by: Fresh.clerk)
        var copy = NewSource(kind: .rewrite, title: "Copy")
        copy.derivedFrom = ["S1"]
        copy.relation = .copies
        _ = try registry.add(copy, by: Fresh.clerk)
        for name in ["Anna Petrova", "Boris Sidorov"] {
            _ = try registry.add(
                NewOfficial(name: name, post: NewPost(title: "Mayor", region: "RU-TUL"), evidence: Fresh.dispatch),
                by: Fresh.clerk)
        }
        _ = try registry.merge("O1", with: "O2", by: Fresh.clerk)
        _ = try registry.distinguish("O1", from: "O3", by: Fresh.clerk)
    }

    @Test(arguments: [
        ("O1", "O1", "'O1' is given twice; name two different records"),
        ("O1", "Dmitry Novikov", "'O1' and 'Dmitry Novikov' are both O1; name two different records"),
        ("O1", "U1", "O1 is an official and U1 is a unit; only records of one kind are merged"),
        ("P1", "P2", "P1 and P2 are posts; only two officials, units, sources or groups are merged"),
        ("RU-KGD", "RU-TUL", "RU-KGD and RU-TUL are regions; only two officials, units, sources or groups are merged"),
        ("O3", "O2", "O2 was merged into O1 already; name O1, or undo that with 'muster unmerge O2'"),
        ("O2", "O3", "O2 was merged into O1 already; name O1, or undo that with 'muster unmerge O2'"),
        ("O1", "O3", "O1 and O3 are not the same, by revision 15; if they are after all, give --overrule"),
        (
            "U1", "U3",
            "U3 is inside U1, so they are two; if not, take that away first with 'muster edit U3 kind=other part_of= --inferred \"…\"'"
        ),
        ("U4", "U2", "U4 has no designation and U2 has one; merge them the other way, with 'muster merge U2 U4'"),
        (
            "S2", "S1",
            "S2 is derived from S1, so they are two; if not, take that away first with 'muster edit S2 derived_from='"
        ),
    ])
    func `a merge that cannot be is refused`(kept: RecordReference, gone: RecordReference, message: String) throws {
        try fresh.expectRefusal(nil, message, exit: 69) {
            try $0.merge(kept, with: gone, by: Fresh.clerk)
        }
    }

    @Test(arguments: [
        ("O1", "O1 was not merged into another record; what was merged into it: O2"),
        ("O3", "O3 was not merged into another record; there is nothing to undo"),
        ("BARS-Kursk", "U2 was not merged into another record; there is nothing to undo"),
        ("E1", "E1 was not merged into another record; there is nothing to undo"),
    ])
    func `an unmerge of what never was is refused`(record: RecordReference, message: String) throws {
        try fresh.expectRefusal(nil, message, exit: 69) { try $0.unmerge(record, by: Fresh.clerk) }
    }

    @Test func `records that are unknown are refused as everywhere`() throws {
        for change in [
            { try $0.merge("O1", with: "O99", by: Fresh.clerk) }, { try $0.unmerge("O99", by: Fresh.clerk) },
            { try $0.distinguish("nobody at all", from: "O1", by: Fresh.clerk) },
        ] as [(Registry) throws -> WriteResult] {
            let before = try fresh.dump()
            #expect(#expect(throws: MusterError.self) { try change(self.fresh.registry) }?.exitCode == 66)
            #expect(try fresh.dump() == before)
        }
    }

    @Test func `what is told apart needs a reason, and is told apart once`() throws {
        let again = "O3 and O1 were told apart already, in revision 15"
        try fresh.expectRefusal(.refused(rule: again), again, exit: 69) {
            try $0.distinguish("O3", from: "O1", by: Fresh.clerk)
        }
        let error = #expect(throws: MusterError.self) {
            try self.fresh.registry.distinguish("U1", from: "U2", by: Authorship(author: "clerk"))
        }
        #expect(error?.said == "the reason why they are not the same is missing; give --reason \"…\"")
    }

    @Test func `what is told apart of a record holds of what it is merged into`() throws {
        let registry = fresh.registry
        _ = try registry.unmerge("O2", by: Fresh.clerk)
        _ = try registry.merge("O2", with: "O1", by: Fresh.clerk)
        let message = "O2 and O3 are not the same, by revision 15; if they are after all, give --overrule"
        try fresh.expectRefusal(nil, message, exit: 69) {
            try $0.merge("O2", with: "O3", by: Fresh.clerk)
        }
    }
}
