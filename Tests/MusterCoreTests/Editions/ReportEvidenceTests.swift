import Foundation
import MusterValues
import Testing

@testable import MusterCore

/// A report has every dated value with its sources, and each source with what it is cited for.
final class ReportEvidenceTests {
    let fresh: Fresh

    init() throws {
        fresh = try Fresh(.populated)
        try fresh.addSource("Channel")
    }

    @Test func `a strength has the same words in the table as in the listing`() throws {
        try fresh.happen("U1", "strength ..105", "2025-05-29")
        let cell = try #require(fresh.markdown().rows("Units").first?["Strength"])
        #expect(cell.hasPrefix("up to 105 (2025-05-29"))
    }

    @Test func `a unit's earlier forms and strengths are there, each with place, speaker and quote`() throws {
        try fresh.happen("U1", "strength 2100", "2025-05-29")
        let evidence = Evidence(
            source: "S2", locator: "line 3", stated: "six hundred", quote: "six hundred men", speaker: "the governor",
            speech: .attributed)
        try fresh.happen("U1", "strength 600", "2024-11-14", by: [evidence])
        try fresh.happen("U1", "detachment", "2024")
        try fresh.happen("U1", "brigade", "2025-05/..", cause: "by order")
        try fresh.cite("U1", "name", "БАРС-39", in: "S2")
        let told = [
            "- 2024: detachment — S1 Dispatch",
            "- 2024-11-14: strength 600 — S2 Channel, line 3, the governor (attributed), has it as six hundred: “six hundred men”",
            "- 2025-05/.. (from 2025-05-01): brigade, cause: by order — S1 Dispatch",
            "- 2025-05-29: strength 2100 — S1 Dispatch", "- no date: announced — S1 Dispatch",
            "- name: BARS-Kaliningrad — S1 Dispatch", "- name: БАРС-39 (alias) — S2 Channel",
            "- region: RU-KGD Kaliningrad Oblast — S1 Dispatch", "- programme: G1 BARS — S1 Dispatch",
        ]
        #expect(try fresh.markdown().evidence("U1") == told)
        #expect(try fresh.markdown(nil).evidence("U1") == told)
        let row = try #require(fresh.markdown().rows("Units").first)
        #expect(row["Strength"] == "2100 (2025-05-29, S1)" && row["Form"] == "brigade (2025-05/.., S1)")
        let csv = try fresh.registry.report(region: "RU-KGD").text(as: .csv)
        #expect(csv.contains("evidence,U1,BARS-Kaliningrad,,,,strength,strength 600,2024-11-14,"))
        #expect(csv.contains(",S2,line 3,the governor,attributed,supports,six hundred,,six hundred men"))
    }

    @Test func `an official's posts and enrollments are there from their beginning, and a group's too`() throws {
        try fresh.happen("P1", "acting", "2024-05-15")
        try fresh.happen(
            "E1", "joined", "../2025-06-10", cause: "an order", by: [Evidence(source: "S2", speech: .ownWord)])
        try fresh.edit("E2", ["role": "guards"], by: Evidence(source: "S2"))
        let markdown = try fresh.markdown()
        #expect(
            markdown.evidence("O1") == [
                "- name: Dmitry Novikov — S1 Dispatch", "- P1 Governor, RU-KGD — S1 Dispatch",
                "  - 2024-05-15: acting — S1 Dispatch", "  - no date: in office — S1 Dispatch",
                "- E1 in BARS-Kaliningrad — S1 Dispatch", "  - 2025-05-31: announced — S1 Dispatch",
                "  - ../2025-06-10 (by 2025-06-10): joined, cause: an order — S2 Channel (own word)",
            ])
        #expect(
            markdown.evidence("E2") == [
                "- no date: joined — S1 Dispatch", "- group: members of the regional government — S1 Dispatch",
                "- unit: U1 BARS-Kaliningrad — S1 Dispatch", "- role: guards — S2 Channel",
            ])
        // A national report is a summary: it has no evidence for people.
        #expect(try fresh.markdown(nil).evidence("O1") == [])
        #expect(try fresh.registry.report(region: nil).timeline.allSatisfy { $0.record.id.kind != .enrollment })
    }

    @Test func `what is rejected says so with the reason, and what is against stands beside what is for`() throws {
        try fresh.happen("E1", "serving", "2025-06-01")
        try fresh.judge("V5", "rejected", "a mistranslation")
        let citation = try fresh.cite("V1", "value", "forming", in: "S2")
        try fresh.judge(citation)
        try fresh.cite("V1", "value", "recruiting", .disputes, in: "S2", "line 9")
        let markdown = try fresh.markdown()
        #expect(
            markdown.evidence("O1").contains(
                "  - 2025-06-01: serving (rejected: a mistranslation) — S1 Dispatch"))
        #expect(
            markdown.evidence("U1").first
                == "- no date: announced — S1 Dispatch; against: S2 Channel, line 9, has it as recruiting; rejected: S2 Channel, has it as forming"
        )
    }

    @Test func `who claims a territory is said before its units`() throws {
        #expect(try fresh.markdown()["Claims on the territory"] == [])
        try fresh.cite("RU-KGD", "claimed_by", "One", in: "S2")
        try fresh.cite("RU-KGD", "claimed_by", "Other", in: "S1", nil, "the other")
        let claims = [
            "RU-KGD Kaliningrad Oblast, claimed by One — S2 Channel",
            "RU-KGD Kaliningrad Oblast, claimed by Other — S1 Dispatch, the other",
        ]
        let markdown = try fresh.markdown()
        #expect(markdown.bullets("Claims on the territory") == claims)
        let places = ["## Claims on the territory", "## Units"].map { markdown.lines.firstIndex(of: $0)! }
        #expect(places == places.sorted())
        #expect(try fresh.markdown("RU-KRS")["Claims on the territory"] == [])
        #expect(try fresh.markdown(nil).bullets("Claims on the territory") == claims)
        let fields = try fresh.registry.report(region: "RU-KGD").fields.filter { $0.field.field == .claimedBy }
        #expect(fields.flatMap(\.field.supporting).map(\.stated) == ["One", "Other"])
    }

    @Test(arguments: ["U1", "P1", "E1", "E2", "O1"] as [RecordReference])
    func `a record's lines are those of its timeline`(record: RecordReference) throws {
        try fresh.addScene()
        try fresh.cite("O1", "name", "Dm. Novikov", in: "S2")
        let all = try fresh.registry.report(region: "RU-KGD").timeline
        let own = try fresh.registry.timeline(of: record).filter { $0.record.id == record.id }
        #expect(!own.isEmpty)
        #expect(try JSON.text(all.filter { $0.record.id == record.id }) == JSON.text(own))
    }

    @Test func `a source names where it is, what it repeats and what it is cited for`() throws {
        var source = NewSource(kind: .rewrite, title: "Copy")
        (source.url, source.published, source.captured) = ("https://t.me/gov_kgd/12", "2025-06-01", Day("2025-06-02"))
        (source.derivedFrom, source.relation, source.note) = (["S2"], .copies, "deleted since")
        _ = try fresh.registry.add(source, by: Fresh.clerk)
        source = NewSource(kind: .rewrite, title: "Copy again")
        (source.publisher, source.url) = ("A desk", "http://www.t.me/gov_kgd/12/")
        _ = try fresh.registry.add(source, by: Fresh.clerk)
        try fresh.cite("U1", "role", "guard", in: "S3")
        try fresh.happen("P1", "acting", "2024", by: [Evidence(source: "S4")])
        let markdown = try fresh.markdown()
        #expect(
            markdown.sources == [
                "S1": "Dispatch (regional media, no date). Cited for G1, U1, O1, P1, E1, E2",
                "S2": "Channel (official channel, no date)",
                "S3": "Copy (rewrite, 2025-06-01, captured 2025-06-02, copies S2, one voice with S4, one address). "
                    + "https://t.me/gov_kgd/12. Note: deleted since. Cited for U1",
                "S4": "Copy again (rewrite, A desk, no date, one voice with S3, one address). "
                    + "http://www.t.me/gov_kgd/12/. Cited for P1",
            ])
        let copy = try #require(markdown["Sources"].firstIndex { $0.contains("**S3**") })
        #expect(markdown["Sources"][copy - 1].contains("**S2**") && markdown["Sources"][copy].hasPrefix("  - "))
    }

    @Test(arguments: ["RU-KGD", nil] as [RecordReference?], [nil, "2025-06-10"])
    func `every link leads to one place, and every source that is named has one`(
        region: RecordReference?, day: String?
    ) throws {
        try fresh.addScene()
        try fresh.cite("RU-KGD", "claimed_by", "One", in: "S2")
        let text = try fresh.markdown(region, on: day).text
        let links = text.matches(of: #/\]\(#([^)]+)\)/#).map { String($0.1) }
        let places = text.matches(of: #/<a id="([^"]+)"><\/a>/#).map { String($0.1) }
        #expect(Set(places).count == places.count)
        #expect(Set(links).subtracting(places) == [])
        let people = region == nil ? [] : ["P1", "O1", "E4"]
        #expect(Set(links).isSuperset(of: ["U1", "E1", "S1", "S2", "RU-KGD"] + people))
        #expect(links.count > 20 && places.contains("E4"))
        #expect(text.matches(of: #/(?:— |; |against: )S\d/#).isEmpty)
    }

    @Test(arguments: [
        ("https://t.me/gov_kursk_region/12", "<https://t.me/gov_kursk_region/12>"),
        ("HTTP://example.org/a|b<c>d e", "<HTTP://example.org/a%7Cb%3Cc%3Ed%20e>"),
        ("https://example.org/\\a`b\"^{c}", "<https://example.org/%5Ca%60b%22%5E%7Bc%7D>"),
        ("https://example.org/?a=1&copy;=2", "<https://example.org/?a=1&copy%3B=2>"),
        ("https://молва.рф/статья_1", "<https://молва.рф/статья_1>"),
        ("javascript:alert(1)", "javascript:alert(1)"), ("ftp://example.org/a_b", "ftp\\://example.org/a\\_b"),
        ("see https://www.example.org/a_b", "see https\\://www\\.example.org/a\\_b"),
    ])
    func `an address of the web is a link as it is, and anything else is text`(address: String, written: String) {
        #expect(Markdown.address(address).written == written)
    }
}
