import MusterValues
import Testing

@testable import MusterCore

/// Which side a citation takes is computed from the values, and a value that no source states is an inference.
final class ConclusionTests {
    let fresh: Fresh
    var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        try fresh.addSource("Channel")
        try fresh.addSource("Paper")
    }

    func field(_ record: RecordReference, _ name: FieldName) throws -> FieldOnRecord {
        try #require(try registry.show(record).fields.first { $0.field == name })
    }

    func edit(
        _ record: RecordReference, _ values: [String: String], source: RecordReference? = nil, why: String? = nil
    )
        throws
    {
        let evidence = source.map { Evidence(source: $0) }
        _ = try registry.edit(Edit(record: record, values: values, evidence: evidence, inferred: why), by: Fresh.clerk)
    }

    private func stated(_ statements: [CitedStatement]) -> [String] { statements.map(\.stated) }

    @Test func `the winner's citations are for it when a dispute is settled, and the loser's against`() throws {
        try edit("BARS", ["launched": "2015-07-17"], source: "S1")
        try fresh.cite("BARS", "launched", "XXXX-07", in: "S2")
        try fresh.cite("BARS", "launched", "2021-08", .disputes, in: "S2")
        let open = try field("BARS", .launched)
        #expect(stated(open.supporting) == ["2015-07-17", "XXXX-07"])
        #expect(stated(open.disputing) == ["2021-08"])
        #expect(open.isInDispute && !open.isSettled && !open.isInference)

        try edit("BARS", ["launched": "2021-08"])
        let settled = try field("BARS", .launched)
        #expect(stated(settled.supporting) == ["2021-08"])
        #expect(stated(settled.disputing) == ["2015-07-17", "XXXX-07"])
        #expect(settled.isSettled && !settled.isInDispute && settled.origins == 1)

        // What was not known when it was decided opens it again.
        try fresh.cite("BARS", "launched", "2023-04", in: "S3")
        #expect(try field("BARS", .launched).isInDispute)
    }

    @Test func `a value that is on record already can be given to settle a dispute`() throws {
        try fresh.cite("U1", "region", "RU-KRS", in: "S2")
        #expect(try field("U1", .region).isInDispute)
        try edit("U1", ["region": "RU-KGD"])
        #expect(try field("U1", .region).isSettled)
        #expect(try registry.disputes().isEmpty)
        #expect(try registry.disputes(settled: true).map(\.record.id.description) == ["U1"])
    }

    @Test func `a new value that no source states needs one, or a reason that is shown`() throws {
        let missing = MusterError.missing(
            what: "a source that states the new region of U1", fix: .giveEither(.source, .inferred))
        try fresh.expectRefusal(
            missing, "a source that states the new region of U1 is missing; give --source, or give --inferred \"…\"",
            exit: 65
        ) {
            try $0.edit(Edit(record: "U1", values: ["region": "RU-MOW"]), by: Fresh.clerk)
        }
        try edit("U1", ["region": "RU-MOW"], why: "its post box is there")
        let region = try field("U1", .region)
        #expect(region.isInference && region.inferred == "its post box is there")
        #expect(stated(region.disputing) == ["Kaliningrad Oblast"])

        try fresh.cite("U1", "region", "Moscow", in: "S2")
        let found = try field("U1", .region)
        #expect(!found.isInference && found.inferred == nil && stated(found.supporting) == ["Moscow"])
    }

    @Test func `what only sources say of can be concluded, and taken back`() throws {
        try fresh.cite("BARS", "participation", "voluntary", in: "S1")
        try fresh.cite("BARS", "participation", "mandatory", .disputes, in: "S2")
        #expect(try field("BARS", .participation).value == nil)
        try edit("BARS", ["participation": "mandatory"])
        let concluded = try field("BARS", .participation)
        #expect(concluded.value == .text("mandatory"))
        #expect(stated(concluded.supporting) == ["mandatory"] && stated(concluded.disputing) == ["voluntary"])
        #expect(concluded.isSettled)
        try edit("BARS", ["participation": ""])
        #expect(try field("BARS", .participation).value == nil)

        try edit("BARS", ["aim": "a reserve"], why: "by its statute")
        #expect(try field("BARS", .aim).inferred == "by its statute")
    }

    @Test func `a concluded expansion is the headline, and the others are against it`() throws {
        try fresh.cite("BARS", "expansion", "Combat Army Reserve", in: "S1")
        try fresh.cite("BARS", "expansion", "Battle Reserve", in: "S2")
        try edit("BARS", ["expansion": "Combat Army Reserve"])
        let expansion = try field("BARS", .expansion)
        #expect(expansion.value == .text("Combat Army Reserve"))
        #expect(stated(expansion.disputing) == ["Battle Reserve"])
    }

    @Test func `other words for the value stay for it until the value changes`() throws {
        try fresh.cite("P1", "title", "губернатор", in: "S2")
        #expect(stated(try field("P1", .title).supporting) == ["Governor", "губернатор"])
        try edit("P1", ["title": "Minister"], source: "S3")
        let title = try field("P1", .title)
        #expect(stated(title.supporting) == ["Minister"])
        #expect(stated(title.disputing) == ["Governor", "губернатор"])
    }

    @Test func `a source that denies the very value is against it`() throws {
        try fresh.cite("V3", "value", "announced", .disputes, in: "S2")
        let value = try field("V3", .value)
        #expect(stated(value.supporting) == ["announced"] && stated(value.disputing) == ["announced"])
    }

    @Test func `a conclusion is merged, undone, redacted and compared like everything on the register`() throws {
        try edit("U1", ["ordinal": "5"], why: "counted on a map")
        try edit("U2", ["ordinal": "7"], why: "counted on a list")
        try edit("U2", ["role": "defence"], why: "by its name")
        let before = try registry.newestRevision()
        _ = try registry.merge("U1", with: "U2", by: Fresh.clerk)
        #expect(try field("U1", .ordinal).inferred == "counted on a map")
        #expect(try field("U1", .role).inferred == "by its name")
        _ = try registry.unmerge("U2", by: Fresh.clerk)
        #expect(try field("U2", .ordinal).inferred == "counted on a list")
        #expect(try registry.known(at: .revision(before)).show("U2").fields.contains { $0.inferred == "by its name" })
        _ = try registry.revert(before, by: Fresh.clerk)
        #expect(!(try registry.show("U2").fields.contains { $0.field == .role && $0.value != nil }))
        _ = try registry.redact("U1", by: Authorship(author: "clerk", reason: "an order of a court"))
        #expect(try !fresh.dump().contains { $0.contains("counted on a map") })
        _ = try registry.verify()
        #expect(try Checker.check(fresh.path).code == 0)
    }

    @Test func `a reason without a field that a source could speak of is refused, and one beside a source`() throws {
        let nothing = MusterError.refused(
            rule: "no source speaks of what is changed here", fix: .leaveOut([.inferred]))
        try fresh.expectRefusal(nothing, "no source speaks of what is changed here; leave out --inferred", exit: 69) {
            try $0.edit(Edit(record: "S1", values: ["title": "Another"], inferred: "why"), by: Fresh.clerk)
        }
        let another = MusterError.refused(
            rule: "the source does not state the new region of U1", fix: .leaveOut([.stated]))
        try fresh.expectRefusal(
            another, "the source does not state the new region of U1; leave out --stated", exit: 69
        ) {
            let evidence = Evidence(source: "S1", stated: "Kursk Oblast")
            return try $0.edit(
                Edit(record: "U1", values: ["region": "RU-MOW"], evidence: evidence), by: Fresh.clerk)
        }
        let both = MusterError.refused(
            rule: "a value that a source states is no inference", fix: .leaveOut([.inferred]))
        try fresh.expectRefusal(both, "a value that a source states is no inference; leave out --inferred", exit: 69) {
            try $0.edit(
                Edit(record: "U1", values: ["ordinal": "5"], evidence: Fresh.dispatch, inferred: "why"), by: Fresh.clerk
            )
        }
    }
}
