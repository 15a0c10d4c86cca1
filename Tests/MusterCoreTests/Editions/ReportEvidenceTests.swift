import Foundation
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// An edition has every dated value with its sources, and each source with what it is cited for.
final class ReportEvidenceTests {
    let fresh: Fresh

    init() throws {
        fresh = try Fresh(.populated)
        try fresh.addSource("Channel")
    }

    @Test func `a strength of which only the most is known says so`() throws {
        try fresh.happen("U1", "strength ..105", "2025-05-29")
        #expect(try fresh.markdown(nil).rows("Units").first?["Strength"] == "at most 105, 29 May 2025\nDispatch S1")
        #expect(
            try fresh.markdown().table("Units", of: "U1").first == "strength at most 105 | 29 May 2025 | Dispatch S1")
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
        #expect(
            try fresh.markdown().table("Units", of: "U1") == [
                "detachment | 2024 | Dispatch S1",
                "strength 600 | 14 November 2024 | “six hundred men” the governor, as quoted, Channel S2 line 3",
                "brigade\ncause: by order | since May 2025, no end stated | Dispatch S1",
                "strength 2100 | 29 May 2025 | Dispatch S1", "announced | no date stated | Dispatch S1",
                "name: BARS-Kaliningrad |  | Dispatch S1", "name: БАРС-39 (alias) |  | Channel S2",
                "kind: regional |  | no source", "region: Kaliningrad Oblast |  | Dispatch S1",
                "programme: BARS G1 |  | Dispatch S1",
            ])
        let row = try #require(fresh.markdown(nil).rows("Units").first)
        #expect(row["Strength"] == "2100, 29 May 2025\nDispatch S1")
        #expect(row["Form"] == "brigade, since May 2025, no end stated\nDispatch S1")
        let csv = try fresh.csv("RU-KGD", "units").first { $0["what"] == "strength 600" }
        #expect(
            csv == [
                "part": "units", "record": "U1", "name": "BARS-Kaliningrad", "event": "V6", "field": "strength",
                "what": "strength 600", "when": "2024-11-14", "earliest": "2024-11-14", "latest": "2024-11-14",
                "planned": "no",
                "by_whose_word": "“six hundred men” the governor, as quoted, Channel S2 line 3",
            ])
    }

    @Test func `an official's posts and enrollments are there from their beginning, and a group's too`() throws {
        try fresh.happen("P1", "acting", "2024-05-15")
        try fresh.happen(
            "E1", "joined", "../2025-06-10", cause: "an order", by: [Evidence(source: "S2", speech: .ownWord)])
        try fresh.edit("E2", ["role": "guards"], by: Evidence(source: "S2"))
        let markdown = try fresh.markdown()
        let (post, enrollment) = ("Dmitry Novikov, Governor", "Dmitry Novikov in BARS-Kaliningrad")
        let group = "members of the regional government in BARS-Kaliningrad"
        #expect(
            markdown.table("Posts and what became of them") == [
                "\(post)\nlast known: in office or acting, last heard 15 May 2024 | acting | 15 May 2024 | Dispatch S1",
                "\(post) | in office | no date stated | Dispatch S1",
                "\(enrollment) | announced | 31 May 2025 | Dispatch S1",
                "\(enrollment) | joined\ncause: an order | by 10 June 2025 | own word, Channel S2",
                "\(group) | joined | no date stated | Dispatch S1",
            ])
        #expect(
            markdown.table("Other facts") == [
                "BARS | name: BARS | Dispatch S1", "\(post) | title: Governor | Dispatch S1",
                "\(post) | region: Kaliningrad Oblast | Dispatch S1", "\(group) | role: guards | Channel S2",
                "Dmitry Novikov | name: Dmitry Novikov | Dispatch S1",
            ])
        // A national edition is a summary: it has no evidence for people.
        let national = try fresh.markdown(nil)
        #expect(national["Posts and what became of them"] == [] && !national.text.contains("Novikov"))
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
            markdown.table("Posts and what became of them").contains(
                "Dmitry Novikov in BARS-Kaliningrad | serving\nrejected, a mistranslation | 1 June 2025 | Dispatch S1"))
        #expect(
            markdown.table("Units", of: "U1").first
                == "announced | no date stated | Dispatch S1; against: stated: recruiting; Channel S2 line 9; "
                + "rejected: stated: forming; Channel S2"
        )
    }

    @Test func `who claims a territory is said before its units`() throws {
        #expect(try fresh.markdown()["Claims on the territory"] == [])
        try fresh.cite("RU-KGD", "claimed_by", "One", in: "S2")
        try fresh.cite("RU-KGD", "claimed_by", "Other", in: "S1", nil, "the other")
        let claims = [
            "Kaliningrad Oblast | claimed by | One | Channel S2",
            "Kaliningrad Oblast | claimed by | Other | the other, Dispatch S1",
        ]
        for region in ["RU-KGD", nil] as [RecordReference?] {
            let markdown = try fresh.markdown(region)
            #expect(markdown.table("Claims on the territory") == claims)
            let places = ["## Claims on the territory", "## Units"].map { markdown.lines.firstIndex(of: $0)! }
            #expect(places == places.sorted())
        }
        #expect(try fresh.markdown("RU-KRS")["Claims on the territory"] == [])
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
        source.archive = "https://archive.ph/Ab1"
        _ = try fresh.registry.add(source, by: Fresh.clerk)
        try fresh.cite("U1", "role", "guard", in: "S3")
        try fresh.happen("P1", "acting", "2024", by: [Evidence(source: "S4")])
        let rows = try fresh.markdown().table("Sources")
        #expect(
            rows == [
                "S1 | Dispatch\nregional media; no address | not stated | no date stated | speaks for itself | "
                    + "G1, U1, O1, P1, E1, E2",
                "S2 | Channel\nofficial channel; no address | not stated | no date stated | speaks for itself | ",
                "└ S3 | Copy\nrewrite; https://t.me/gov_kgd/12; captured 2 June 2025; note: deleted since | not stated | "
                    + "1 June 2025 | copies S2; one voice with S4: one address | U1",
                "S4 | Copy again\nrewrite; http://www.t.me/gov_kgd/12/; archived at https://archive.ph/Ab1 | A desk | "
                    + "no date stated | one voice with S3: one address | P1",
            ])
    }

    @Test func `a source that is set aside says so with the reason`() throws {
        try fresh.cite("U1", "role", "guard", in: "S2")
        _ = try fresh.registry.setAside("S2", because: "an invention", by: Fresh.clerk)
        #expect(try fresh.markdown().sources["S2"]?["Origin"] == "set aside: an invention")
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
        let own = region == nil ? ["RU-KGD", "U2"] : ["E1", "P1", "O1", "E3", "G1"]
        #expect(Set(links).isSuperset(of: ["U1", "S1", "S2"] + own))
        #expect(links.count > (region == nil ? 15 : 40) && places.contains("E4") == (region != nil))
        // Without the links no source is left.
        let unlinked = text.replacing(#/\[[^\[\]]+\]\(#[^)]+\)|<a id="[^"]+">/#, with: "")
        #expect(unlinked.firstMatch(of: #/\bS\d\b/#) == nil)
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
