import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// Two records of the same thing become one, and can become two again.
final class MergeTests {
    let fresh: Fresh
    var registry: Registry { fresh.registry }

    /// Adds S2; O2 Дмитрий Новиков with P2 Губернатор and P3 governor (V5 left); E3 of O2 in U1 (V6 serving) and E4 of
    /// O2 in U2 (V7 joined). O1 and O2 are one person, twice in one unit, and told apart by mistake. The last revision
    /// is 13.
    init() throws {
        fresh = try Fresh(.populated)
        _ = try registry.add(NewSource(kind: .ngo, title: "Report"), by: Fresh.clerk)
        let second = Evidence(source: "S2")
        let post = NewPost(title: "Губернатор", region: "RU-KGD")
        _ = try registry.add(
            NewOfficial(name: "Дмитрий Новиков", post: post, isNew: true, evidence: second), by: Fresh.clerk)
        let again = NewPost(title: "GOVERNOR", kind: .headOfRegion, region: "RU-KGD", tenure: .left)
        _ = try registry.add(NewPostOfOfficial(official: "O2", post: again, evidence: second), by: Fresh.clerk)
        _ = try registry.enroll(
            NewEnrollment(official: "O2", unit: "U1", state: .serving, date: "2025-06-10", evidence: second),
            by: Fresh.clerk)
        _ = try registry.enroll(NewEnrollment(official: "O2", unit: "U2", evidence: second), by: Fresh.clerk)
    }

    private func people(_ unit: String) throws -> String? {
        try registry.units().first { $0.id.description == unit }?.headcount.words
    }

    @Test func `an official enrolled twice by two spellings is one person, before and after`() throws {
        #expect(try people("U1") == "at least 4")
        let before = try TableState(registry)
        let written = try registry.merge("O1", with: "O2", by: Fresh.clerk, overruling: true)
        #expect(try people("U1") == "at least 3")
        #expect(try registry.officials().map(\.id.description) == ["O1"])
        #expect(try registry.enrollments().map(\.id.description) == ["E1", "E2", "E4"])
        #expect(try registry.report(region: nil).headcount.named == 1)
        #expect(
            written.records.map { "\($0.id) \($0.said)" } == [
                "O1 1 name of O2 moved to O1", "O1 1 citation of O2 moved to O1", "P2 moved from O2 to O1",
                "P3 moved from O2 to O1",
                "E3 moved from O2 to O1", "E4 moved from O2 to O1", "O2 official Дмитрий Новиков merged into O1",
                "P1 2 citations of P3 moved to P1", "V5 moved from P3 to P1", "P3 post merged into P1",
                "E1 2 citations of E3 moved to E1", "V6 moved from E3 to E1", "E3 enrollment merged into E1",
            ])
        #expect(try registry.verify().revisions == written.revision)
        #expect(try Checker.check(fresh.path).code == 0)

        _ = try registry.unmerge("O2", by: Fresh.clerk)
        #expect(try people("U1") == "at least 4")
        #expect(try TableState(registry).differences(before) == [])
        _ = try registry.verify()
        #expect(try Checker.check(fresh.path).code == 0)
    }

    @Test func `both short ids work, and both names`() throws {
        _ = try registry.merge("O1", with: "O2", by: Fresh.clerk, overruling: true)
        for name: RecordReference in ["O1", "O2", "Dmitry Novikov", "Дмитрий Новиков"] {
            #expect(try registry.show(name).id.description == "O1")
        }
        for (gone, kept) in [("P3", "P1"), ("E3", "E1")] as [(RecordReference, String)] {
            #expect(try registry.show(gone).id.description == kept)
        }
        #expect(
            try registry.show("O1").related.last.map { "\($0.id) \($0.said)" } == "O2 merged into it in revision 14")
        #expect(try registry.show("E1").events.map(\.value.words) == ["announced", "serving"])
        _ = try registry.add(NewEvent(record: "E3", state: "left", evidence: [Fresh.dispatch]), by: Fresh.clerk)
        #expect(try registry.show("E1").events.last?.value.words == "left")
        #expect(try registry.log(of: "O2").first?.revision == 14)
        #expect(try registry.known(at: .revision(13)).show("O2").title == "Дмитрий Новиков")
    }

    @Test func `a rehearsal tells the same and does nothing`() throws {
        let before = try fresh.dump()
        let rehearsed = try registry.rehearsing.merge("O1", with: "O2", by: Fresh.clerk, overruling: true)
        #expect(rehearsed.isRehearsal)
        #expect(rehearsed.revision == nil)
        #expect(try fresh.dump() == before)
        #expect(try registry.merge("O1", with: "O2", by: Fresh.clerk, overruling: true).records == rehearsed.records)
    }

    @Test func `what was recorded since stays, and is named`() throws {
        _ = try registry.merge("O1", with: "O2", by: Fresh.clerk, overruling: true)
        _ = try registry.add(
            NewPostOfOfficial(official: "O2", post: NewPost(title: "Senator"), evidence: Fresh.dispatch),
            by: Fresh.clerk)
        _ = try registry.add(
            NewEvent(record: "E1", state: "left", date: "2026", evidence: [Fresh.dispatch]), by: Fresh.clerk)
        _ = try registry.edit(Edit(record: "P2", values: ["title": "Head"], inferred: "seen on site"), by: Fresh.clerk)
        _ = try registry.edit(
            Edit(record: "V6", values: ["date": "2025-08"], inferred: "seen on site"), by: Fresh.clerk)
        let written = try registry.unmerge("O2", by: Fresh.clerk)
        let stays = written.records.filter { $0.said.contains("since") }.map { "\($0.id) \($0.said)" }
        #expect(
            stays == [
                "P4 recorded since, in revision 15: stays with O1; it may be O2's",
                "V8 recorded since, in revision 16: stays with E1; it may be E3's",
            ])
        #expect(try registry.show("O2").related.map(\.id.description) == ["P2", "P3", "E3", "E4"])
        #expect(try registry.show("P2").title == "Дмитрий Новиков as Head, RU-KGD")
        #expect(
            try registry.show("E3").events.map { "\($0.value.words) \($0.date?.edtf ?? "")" } == ["serving 2025-08"])
        #expect(try registry.show("O1").related.map(\.id.description) == ["P1", "P4", "E1"])
        _ = try registry.verify()
    }

    @Test func `a record that was merged on is found where it is, and comes back`() throws {
        let post = NewPost(title: "Senator", region: "RU-TUL")
        _ = try registry.add(
            NewOfficial(name: "Dimitri Novikov", post: post, isNew: true, evidence: Fresh.dispatch), by: Fresh.clerk)
        let before = try TableState(registry)
        _ = try registry.merge("O1", with: "O2", by: Fresh.clerk, overruling: true)
        _ = try registry.merge("O3", with: "O1", by: Fresh.clerk, overruling: true)
        #expect(try registry.show("O2").id.description == "O3")
        _ = try registry.unmerge("O2", by: Fresh.clerk)
        #expect(try registry.show("O2").title == "Дмитрий Новиков")
        #expect(try registry.show("O1").id.description == "O3")
        _ = try registry.unmerge("O1", by: Fresh.clerk)
        #expect(try TableState(registry).differences(before) == [])
    }

    @Test func `a merge is undone by revert too, and done again by undoing that`() throws {
        let before = try TableState(registry)
        _ = try registry.merge("O1", with: "O2", by: Fresh.clerk, overruling: true)
        let merged = try TableState(registry)
        _ = try registry.revert(14, by: Fresh.clerk)
        #expect(try TableState(registry).differences(before) == [])
        _ = try registry.revert(15, by: Fresh.clerk)
        #expect(try TableState(registry).differences(merged) == [])
        _ = try registry.unmerge("O2", by: Fresh.clerk)
        #expect(try TableState(registry).differences(before) == [])
        _ = try registry.revert(17, by: Fresh.clerk)
        #expect(try TableState(registry).differences(merged) == [])
        #expect(try Checker.check(fresh.path).code == 0)
    }

    @Test func `a redaction reaches what was merged into the record`() throws {
        _ = try registry.merge("O1", with: "O2", by: Fresh.clerk, overruling: true)
        _ = try registry.redact("O1", by: Authorship(author: "clerk", reason: "order 7"))
        #expect(try registry.search("Novikov").isEmpty)
        for table in ["name", "name_history", "citation", "citation_history", "post_history"] {
            #expect(try !fresh.dump().contains { $0.hasPrefix("\(table):") && $0.contains("Новиков") }, "\(table)")
        }
        _ = try registry.verify()
        #expect(try Checker.check(fresh.path).code == 0)
    }

    @Test func `a redaction leaves who was merged by mistake and is back alone`() throws {
        _ = try registry.merge("O1", with: "O2", by: Fresh.clerk, overruling: true)
        let why = Authorship(author: "clerk", reason: "order 7")
        let message =
            "O2 was merged into O1 and is a part of it; redact O1, or undo that first with 'muster unmerge O2'"
        try fresh.expectRefusal(nil, message, exit: 69) { try $0.redact("O2", by: why) }
        _ = try registry.unmerge("O2", by: Fresh.clerk)
        _ = try registry.redact("O1", by: why)
        #expect(try registry.show("O2").title == "Дмитрий Новиков")
        #expect(try registry.show("P2").title == "Дмитрий Новиков as Губернатор, RU-KGD")
        #expect(try registry.show("O1").title == "[redacted O1]")
        _ = try registry.verify()
        #expect(try Checker.check(fresh.path).code == 0)
    }

    @Test func `a merge that would change who counts is refused`() throws {
        _ = try registry.edit(Edit(record: "O2", values: ["standing": "rejected", "note": "nobody"]), by: Fresh.clerk)
        for (kept, gone): (RecordReference, RecordReference) in [("O1", "O2"), ("O2", "O1")] {
            let error = #expect(throws: MusterError.self) {
                try self.registry.merge(kept, with: gone, by: Fresh.clerk, overruling: true)
            }
            #expect(
                error?.said.hasPrefix("O2 is rejected and O1 is not, so the merge would change who counts")
                    == true)
        }
    }
}
