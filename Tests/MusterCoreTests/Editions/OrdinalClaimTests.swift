import MusterValues
import Testing

@testable import MusterCore

/// A claimed place in the order of founding is shown beside the registry's count; no source is given words it did not
/// say.
final class OrdinalClaimTests {
    let fresh: Fresh

    init() throws {
        fresh = try Fresh()
        _ = try fresh.registry.add(NewProgramme(name: "BARS", evidence: Fresh.dispatch), by: Fresh.clerk)
        try add("BARS-Kaliningrad", in: "RU-KGD")
    }

    private func add(_ name: String, in region: RecordReference?, of programme: RecordReference? = "BARS") throws {
        _ = try fresh.registry.add(
            NewUnit(designation: name, region: region, programme: programme, evidence: Fresh.dispatch), by: Fresh.clerk)
    }

    private func claim(_ stated: String = "the fifth region to establish such a unit", _ ordinal: Int = 5) throws {
        let evidence = Evidence(source: "S1", locator: "paragraph 6", stated: stated)
        try fresh.edit("U1", ["ordinal": "\(ordinal)"], by: evidence)
    }

    private func words() throws -> String {
        let claims = try fresh.registry.report(region: "RU-KGD").ordinals.map(\.words)
        #expect(claims.count == 1)
        // How many regions nobody looked at is asked elsewhere.
        return (claims.first ?? "").replacing(#/, and \d+ regions? (is|are) not looked at/#, with: "")
    }

    @Test(arguments: [
        (0, "the registry has units in 0 other regions; at least 4 are unknown"),
        (1, "the registry has units in 1 other region (1 of no telling date); at least 3 are unknown"),
        (3, "the registry has units in 3 other regions (3 of no telling date); at least 1 is unknown"),
        (4, "the registry has units in 4 other regions (4 of no telling date); can agree"),
        (5, "the registry has units in 5 other regions (5 of no telling date); can agree"),
    ])
    func `a fifth place is set against the other regions on the register`(others: Int, rest: String) throws {
        let regions: [RecordReference] = ["RU-KRS", "RU-PSK", "RU-LEN", "RU-MUR", "RU-KR"]
        for (index, region) in regions.prefix(others).enumerated() {
            try add("BARS \(index)", in: region)
        }
        try claim()
        #expect(try words() == "BARS-Kaliningrad: the source says fifth (S1, paragraph 6); \(rest)")
    }

    @Test(arguments: [
        (
            ["2023", "2024-08-24", "2024-08-29", "2024-09-05"], ["2025-10", "2025-10-23"],
            "6 other regions (4 first heard of before it, 2 after it); agrees",
            "other regions with a unit: 6, first heard of before it: 4 (BARS 0; BARS 1; BARS 2; BARS 3), after it: 2; agrees"
        ),
        (
            ["2023", "2024-08-24", "2024-08-29", "2024-09-05", "2024-10"], [],
            "5 other regions (5 first heard of before it); does not agree: 1 more than the claim leaves room for",
            "other regions with a unit: 5, first heard of before it: 5 (BARS 0; BARS 1; BARS 2; BARS 3; BARS 4); "
                + "does not agree: 1 more than the claim leaves room for"
        ),
        (
            ["2023"], ["2025-10"], "2 other regions (1 first heard of before it, 1 after it); at least 3 are unknown",
            "other regions with a unit: 2, first heard of before it: 1 (BARS 0), after it: 1; at least 3 unknown to the register; "
                + "regions not looked at: 80"
        ),
        (
            ["2023", "2024-08-24", "2024-08-29"], ["2025-04"],
            "4 other regions (3 first heard of before it, 1 of no telling date); can agree",
            "other regions with a unit: 4, first heard of before it: 3 (BARS 0; BARS 1; BARS 2), of no telling date: 1; can agree"
        ),
    ])
    func `a fifth place is held against the days on which the others are first heard of`(
        before: [EDTF], after: [EDTF], rest: String, held: String
    ) throws {
        let recruiting = NewEvent(record: "U1", state: "recruiting", date: "2025-04-03", evidence: [Fresh.dispatch])
        _ = try fresh.registry.add(recruiting, by: Fresh.clerk)
        let regions: [RecordReference] = ["RU-KRS", "RU-PSK", "RU-LEN", "RU-MUR", "RU-KR", "RU-BEL"]
        for (index, date) in (before + after).enumerated() {
            var unit = NewUnit(
                designation: "BARS \(index)", region: regions[index], programme: "BARS", evidence: Fresh.dispatch)
            (unit.status, unit.date) = (.recruiting, date)
            _ = try fresh.registry.add(unit, by: Fresh.clerk)
        }
        try claim()
        #expect(
            try words()
                == "BARS-Kaliningrad: the source says fifth (S1, paragraph 6); the registry has units in \(rest)")
        let said = "stated: the fifth region to establish such a unit; Dispatch S1 ¶6"
        for region in ["RU-KGD", nil] as [RecordReference?] {
            let rows = try fresh.markdown(region).table("Claimed order")
            #expect(rows == ["BARS-Kaliningrad | number 5 | \(held) | \(said)"])
        }
    }

    @Test func `a second unit of a region, one of its own, or one judged wrong is no further region`() throws {
        try add("BARS-Kursk", in: "RU-KRS")
        try add("BARS-Kursk 2", in: "RU-KRS")
        try add("BARS-Kaliningrad 2", in: "RU-KGD")
        try add("BARS-Pskov", in: "RU-PSK")
        try fresh.judge("U5")
        try claim()
        #expect(
            try words().contains(
                "the registry has units in 1 other region (1 of no telling date); at least 3 are unknown"))
    }

    @Test func `a unit of another programme is none, and one of no stated programme may be one`() throws {
        _ = try fresh.registry.add(NewProgramme(name: "Other", evidence: Fresh.dispatch), by: Fresh.clerk)
        try add("Other-Kursk", in: "RU-KRS", of: "Other")
        try add("Pskov", in: "RU-PSK", of: nil)
        try claim()
        let held = "the registry has units in 0 other regions and 1 region with a unit of no stated programme"
        #expect(try words().hasSuffix("\(held); at least 3 are unknown"))
        try add("BARS-Pskov", in: "RU-PSK")
        #expect(
            try words().hasSuffix(
                "the registry has units in 1 other region (1 of no telling date); at least 3 are unknown"))
    }

    @Test func `a place that no source is cited for is put in no source's mouth`() throws {
        try fresh.edit("U1", ["ordinal": "5"])
        let own = "BARS-Kaliningrad: the register has it as the fifth, which no citation states"
        #expect(try words() == "\(own); the registry has units in 0 other regions; at least 4 are unknown")
        #expect(try fresh.markdown().rows("Claimed order").map { $0["By whose word"] } == ["no source"])
        #expect(try fresh.registry.report(region: nil).ordinals.map(\.citation) == [nil])
    }

    @Test(arguments: ["the fourth region", "the seventh", "15", "the 50th"])
    func `a source that states another place does not state this one`(stated: String) throws {
        try fresh.edit("U1", ["ordinal": "5"])
        try fresh.cite("U1", "ordinal", stated)
        #expect(try words().hasPrefix("BARS-Kaliningrad: the register has it as the fifth, which no citation states;"))
    }

    @Test(arguments: ["5", "5th", "Fifth", "it is the 5th region, after Kursk"])
    func `a place is read as a word or a number`(stated: String) throws {
        try claim(stated)
        #expect(try words().hasPrefix("BARS-Kaliningrad: the source says fifth (S1, paragraph 6);"))
    }

    @Test func `the twenty-fifth is not the fifth`() throws {
        try claim("the twenty-fifth region")
        let words = try words()
        #expect(!words.contains("the source says fifth"))
    }

    @Test func `a citation that is withdrawn, or speaks against it, does not state the place`() throws {
        try fresh.edit("U1", ["ordinal": "5"])
        try fresh.cite("U1", "ordinal", "not the fifth", .disputes)
        let citation = try fresh.cite("U1", "ordinal", "the fifth")
        #expect(try words().contains("the source says fifth (S1)"))
        try fresh.judge(citation)
        #expect(try words().contains("which no citation states"))
    }

    @Test func `a unit of no stated region is set against the regions too`() throws {
        try add("BARS-Nowhere", in: nil)
        try fresh.edit("U2", ["ordinal": "5"])
        let others = try fresh.registry.report(region: nil).ordinals.map(\.others)
        #expect(others == [1])
    }

    @Test func `a unit judged wrong claims nothing`() throws {
        try claim()
        try fresh.judge("U1")
        #expect(try fresh.markdown()["Claimed order"] == [])
    }

    @Test(arguments: [(1, "first"), (10, "tenth"), (11, "11th"), (21, "21st"), (112, "112th"), (123, "123rd")])
    func `a place is put in words`(ordinal: Int, word: String) { #expect(OrdinalWords.word(ordinal) == word) }
}
