import MusterValues
import Testing

@testable import MusterCore

/// What contradicts itself is found from what is on record, and only that.
final class DisputeTests {
    let fresh: Fresh
    var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        var paper = NewSource(kind: .ngo, title: "Paper")
        paper.published = "2025-05-31"
        _ = try registry.add(paper, by: Fresh.clerk)
    }

    private func event(_ record: RecordReference, _ value: String, _ date: String?, in source: RecordReference = "S1")
        throws
    {
        let new = NewEvent(
            record: record, state: value, date: try date.map { text in try EDTF(text) },
            evidence: [Evidence(source: source)])
        _ = try registry.add(new, by: Fresh.clerk)
    }

    /// The kinds of dispute, and the short ids of the sides.
    private func found(_ record: RecordReference? = nil, settled: Bool = false) throws -> [String] {
        try registry.disputes(of: record, settled: settled).map { dispute in
            "\(dispute.kind.rawValue) \(dispute.record.id): \(dispute.sides.map { $0.record?.description ?? $0.words }.joined(separator: ", "))"
        }
    }

    @Test func `nothing contradicts itself at first`() throws { #expect(try found() == []) }

    @Test func `two values that cannot be one are told with who says them, and two that can are not`() throws {
        try fresh.cite("U1", "region", "Kaliningrad Oblast", in: "S2")
        #expect(try found() == [])
        try fresh.cite("U1", "region", "RU-KRS", in: "S2", "line 3")
        #expect(try found() == ["values U1: Kaliningrad Oblast, RU-KRS"])
        let sides = try registry.disputes()[0].sides
        #expect(sides.map(\.text) == ["Kaliningrad Oblast (S1, not quoted; S2)", "RU-KRS (S2, line 3, not quoted)"])
        #expect(try found("RU-KGD").count == 1)
        #expect(try found("U2") == [] && found("RU-KRS") == [] && found("O1") == [])
    }

    @Test func `strengths and forms of one day exclude each other, and those of two days do not`() throws {
        try event("U1", "strength 600", "2025-05-01")
        try event("U1", "strength 2100", "2025-05-02")
        try event("U1", "detachment", "2025-05-01")
        #expect(try found() == [])
        try event("U1", "strength 700", "2025-05-01")
        try event("U1", "battalion", "2025-05-01")
        #expect(try found() == ["exclusive U1: V5, V8", "exclusive U1: V7, V9"])
        _ = try registry.edit(
            Edit(record: "V8", values: ["standing": "disputed", "note": "a slip"]), by: Fresh.clerk)
        #expect(try found(settled: true) == ["exclusive U1: V5, V8"])
    }

    @Test func `two beginnings on two days exclude each other, unless an end may lie between`() throws {
        try event("E1", "joined", "2025-04-10")
        try event("E1", "joined", "2025-05")
        #expect(try found() == ["exclusive E1: V5, V6"])
        try event("E1", "left", "2025-04")
        #expect(try found() == [])
        // A date may have no last day.
        try event("E2", "joined", "2025-01")
        try event("E2", "joined", "2025-05/..")
        #expect(try found() == ["exclusive E2: V8, V9"])
        try event("E2", "left", "2025-03")
        #expect(try found() == [])
        // Whoever is elected or signs again has not left before.
        try event("E1", "contract signed", "2025-01")
        try event("E1", "contract signed", "2025-03")
        try event("P1", "elected", "2020")
        try event("P1", "elected", "2024")
        #expect(try found() == [])
    }

    @Test func `a side that denies the value of another says so`() throws {
        let evidence = Evidence(source: "S2", stated: "BARS-Kaliningrad")
        _ = try registry.cite(
            NewCitation(record: "E1", field: "unit", evidence: evidence, stance: .disputes), by: Fresh.clerk)
        let sides = try registry.disputes()[0].sides
        #expect(sides.map(\.text) == ["BARS-Kaliningrad (S1, not quoted)", "not BARS-Kaliningrad (S2)"])
    }

    @Test func `a denial excludes what is reported`() throws {
        try event("E1", "denied", nil)
        #expect(try found("O1") == ["exclusive E1: V3, V5"])
    }

    @Test func `what follows a death, and who joins a unit that is over or not there yet`() throws {
        let two = [Evidence(source: "S1"), Evidence(source: "S2")]
        _ = try registry.add(
            NewEvent(record: "E1", state: "killed", date: "2025-05-31", evidence: two), by: Fresh.clerk)
        try event("P1", "left", "2025-05-30")
        #expect(try found("O1").filter { $0.hasPrefix("after_death") } == [])
        try event("P1", "dismissed", "2025-06-03")
        #expect(try found("O1").filter { $0.hasPrefix("after_death") } == ["after_death P1: V5, V7"])

        try event("U2", "established", "2025-02-01")
        try event("U2", "disbanded", "2025-04-01")
        for (day, group) in [("2025-03-01", "some"), ("2025-05-01", "others"), ("2025-01-01", "a few")] {
            _ = try registry.enroll(
                NewEnrollment(
                    group: NewGroup(who: group), unit: "U2", state: .joined, date: try EDTF(day),
                    evidence: Fresh.dispatch),
                by: Fresh.clerk)
        }
        let unit = try found("U2")
        #expect(unit == ["after_end E4: V9, V11", "before_beginning E5: V8, V12"])
    }

    @Test func `what follows a death or an end without a date is told by the date of its sources`() throws {
        let two = [Evidence(source: "S2"), Evidence(source: "S3")]
        var old = NewSource(kind: .regionalMedia, title: "Old")
        old.published = "2025-03-01"
        _ = try registry.add(old, by: Fresh.clerk)
        _ = try registry.add(NewEvent(record: "E1", state: "killed", evidence: two), by: Fresh.clerk)
        try event("P1", "returned", "2025-03-02")
        try event("P1", "dismissed", "2025-05-30")
        #expect(
            try found("O1").filter { $0.hasPrefix("after_death") }.sorted() == [
                "after_death E1: V5, V3", "after_death P1: V5, V6", "after_death P1: V5, V7",
            ])

        try event("U2", "disbanded", nil, in: "S3")
        try event("U2", "battalion", "2025-02-01")
        try event("U2", "detachment", "2025-04-01")
        #expect(try found("U2") == ["after_end U2: V8, V10"])
    }

    @Test
    func `a unit that may have been raised after its end is not over, and a death that is judged wrong ends nothing`()
        throws
    {
        try event("U2", "disbanded", nil, in: "S2")
        try event("U2", "established", "2025-05-01")
        try event("U2", "strength 500", "2025-06-02")
        #expect(try found("U2") == [])

        let two = [Evidence(source: "S1"), Evidence(source: "S2")]
        _ = try registry.add(NewEvent(record: "E1", state: "killed", evidence: two), by: Fresh.clerk)
        try event("P1", "dismissed", "2025-06-03")
        #expect(try found("O1") == ["after_death P1: V8, V9"])
        let wrong = Edit(record: "E1", values: ["standing": "rejected", "note": "another person"])
        _ = try registry.edit(wrong, by: Fresh.clerk)
        #expect(try found("O1") == [])
    }

    @Test func `two units and one place are settled by a judgement of one of the records`() throws {
        for unit: RecordReference in ["U1", "U2"] {
            _ = try registry.edit(
                Edit(record: unit, values: ["programme": "BARS", "ordinal": "5"], evidence: Fresh.dispatch),
                by: Fresh.clerk)
        }
        _ = try registry.enroll(
            NewEnrollment(official: "O1", unit: "U2", state: .serving, date: "2025-05-31", evidence: Fresh.dispatch),
            by: Fresh.clerk)
        try event("E1", "serving", "2025-05-31")
        #expect(try found() == ["two_units O1: E1, E3", "same_ordinal U1: U1, U2"])
        for record: RecordReference in ["E3", "U2"] {
            let values = ["standing": "disputed", "note": "a slip of the paper"]
            _ = try registry.edit(Edit(record: record, values: values), by: Fresh.clerk)
        }
        let settled = try registry.disputes(settled: true).filter { $0.kind != .standing }
        #expect(settled.map(\.kind) == [.twoUnits, .sameOrdinal])
        #expect(settled.allSatisfy { $0.reason == "a slip of the paper" })
    }

    @Test func `an event later than every source of it is told, and none where a source has no date`() throws {
        try event("U1", "forming", "2025-06-10", in: "S2")
        #expect(try found() == ["after_sources U1: V5"])
        _ = try registry.cite(
            NewCitation(record: "V5", field: "value", evidence: Evidence(source: "S1", stated: "forming")),
            by: Fresh.clerk)
        #expect(try found() == [])
    }

    @Test func `an official who definitely is in two units on a day is told`() throws {
        _ = try registry.enroll(
            NewEnrollment(official: "O1", unit: "U2", state: .joined, date: "2025-03-01", evidence: Fresh.dispatch),
            by: Fresh.clerk)
        try event("E1", "joined", "2025-02-01")
        #expect(try found() == [])
        try event("E3", "serving", "2025-06-01")
        try event("E1", "serving", "2025-04-01")
        #expect(try found("O1") == ["two_units O1: E1, E3"])
        // He is seen in the first unit on 2025-04-01, even if he left it before.
        try event("E1", "left", "2025-02-20")
        #expect(try found("O1") == ["two_units O1: E1, E3"])
        let seen = try #require(registry.show("E1").events.first { $0.date?.edtf == "2025-04-01" }).id
        _ = try registry.edit(
            Edit(record: RecordReference(seen), values: ["standing": "rejected", "note": "wrong"]), by: Fresh.clerk)
        #expect(try found("O1") == [])
    }

    @Test func `one place claimed by two units of a programme is told`() throws {
        _ = try registry.edit(
            Edit(record: "U2", values: ["programme": "BARS"], evidence: Fresh.dispatch), by: Fresh.clerk)
        for unit: RecordReference in ["U1", "U2"] {
            _ = try registry.edit(
                Edit(record: unit, values: ["ordinal": "5"], evidence: Fresh.dispatch), by: Fresh.clerk)
        }
        #expect(try found() == ["same_ordinal U1: U1, U2"])
    }

    @Test func `a source has no disputes of its own`() throws {
        #expect(throws: MusterError.self) { try registry.disputes(of: "S1") }
        #expect(throws: MusterError.self) { try registry.disputes(of: "nobody") }
    }
}
