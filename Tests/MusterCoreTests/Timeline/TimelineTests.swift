import MusterValues
import Testing

@testable import MusterCore

/// The timeline of a record: what happened to it and to what belongs to it, by day.
@Suite final class TimelineTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    private func reject(_ record: RecordReference) throws {
        _ = try fresh.registry.edit(
            Edit(record: record, values: ["standing": "rejected", "note": "another man"]), by: Fresh.clerk)
    }

    /// The lines in short, such as "2025-05-31 E1 announced".
    private func told(_ record: RecordReference) throws -> [String] {
        try fresh.registry.timeline(of: record).map {
            "\($0.date?.edtf ?? "-") \($0.record.id) \($0.words)"
        }
    }

    /// Gives O1 two posts and two units, with dates of every kind.
    private func fillOfficial() throws {
        var post = NewPost(title: "Senator", tenure: .left)
        post.tenureDate = "2024"
        _ = try fresh.registry.add(
            NewPostOfOfficial(official: "O1", post: post, evidence: Fresh.dispatch), by: Fresh.clerk)
        _ = try fresh.registry.enroll(
            NewEnrollment(official: "O1", unit: "U2", state: .joined, date: "2026-01-05", evidence: Fresh.dispatch),
            by: Fresh.clerk)
        try fresh.happen("E1", "left", "XXXX-04")
        try fresh.happen("E1", "joined", "../2025-05-31")
        try fresh.happen("E1", "serving", "2025-06/..")
        try fresh.happen("E1", "contract signed", "2025-05", cause: "by order")
        try fresh.happen("P1", "suspended", "2025-05-01")
    }

    @Test func `an official's posts, enrollments and names stand in one line, undated last`() throws {
        try fillOfficial()
        #expect(
            try told("O1") == [
                "2024 P2 left", "2025-05-01 P1 suspended", "2025-05 E1 contract signed", "2025-05-31 E1 announced",
                "../2025-05-31 E1 joined", "2025-06/.. E1 serving", "2026-01-05 E3 joined (planned)", "XXXX-04 E1 left",
                "- P1 in office", "- O1 name: Dmitry Novikov (primary)",
            ])
        let line = try #require(try fresh.registry.timeline(of: "Dmitry Novikov").first { $0.cause != nil })
        #expect(line.cause == "by order" && line.what == .state && line.event?.kind == .event)
        #expect(line.record.name == "Dmitry Novikov in BARS-Kaliningrad")
        #expect(line.date == StatedDate(edtf: "2025-05", earliest: "2025-05-01", latest: "2025-05-31"))
        #expect(line.value == .event(.state(.contractSigned)))
        #expect(try told("E3") == ["2026-01-05 E3 joined (planned)"])
        #expect(try told("P1") == ["2025-05-01 P1 suspended", "- P1 in office"])
    }

    @Test func `a unit's line has its strength, its enrollments and its names`() throws {
        try fresh.happen("U1", "strength 300..500", "2025-07-01")
        try fresh.happen("U1", "battalion", "2025-06")
        _ = try fresh.registry.cite(
            NewCitation(
                record: "U1", field: "name",
                evidence: Evidence(source: "S1", locator: "page 2", stated: "БАРС-39", speaker: "the governor"),
                nature: .alias), by: Fresh.clerk)
        #expect(
            try told("U1") == [
                "2025-05-31 E1 announced", "2025-06 U1 battalion", "2025-07-01 U1 strength 300 to 500 (planned)",
                "- U1 announced", "- E2 joined", "- U1 name: BARS-Kaliningrad (primary)",
                "- U1 name: БАРС-39 (alias)",
            ])
        let name = try #require(try fresh.registry.timeline(of: "U1").last)
        #expect(name.event == nil && name.nature == .alias && name.value == .text("БАРС-39"))
        #expect(name.places == ["S1 Dispatch, page 2, the governor"])
    }

    @Test func `a region's line has its districts, and a programme's its launch; neither has another's records`() throws
    {
        _ = try fresh.registry.add(
            NewRegion(code: nil, name: "Gusev district", parent: "RU-KGD", evidence: Fresh.dispatch), by: Fresh.clerk)
        var post = NewPost(title: "Mayor", region: "RU-KGD/gusev", tenure: .inOffice)
        post.tenureDate = "2024-01"
        _ = try fresh.registry.add(
            NewOfficial(name: "Anna Example", post: post, evidence: Fresh.dispatch), by: Fresh.clerk)
        try fresh.happen("U2", "operational", "2025-01-01")
        #expect(
            try told("RU-KGD") == [
                "2024-01 P2 in office", "2025-05-31 E1 announced", "- U1 announced", "- P1 in office", "- E2 joined",
            ])
        #expect(try told("RU-KGD/gusev") == ["2024-01 P2 in office"])
        _ = try fresh.registry.edit(
            Edit(record: "G1", values: ["launched": "2024-04~"], evidence: Fresh.dispatch), by: Fresh.clerk)
        let against = Evidence(source: "S1", locator: "page 3", stated: "XXXX-04")
        _ = try fresh.registry.cite(
            NewCitation(record: "G1", field: "launched", evidence: against, stance: .disputes), by: Fresh.clerk)
        #expect(
            try told("BARS") == ["2024-04~ G1 launched", "2025-05-31 E1 announced", "- U1 announced", "- E2 joined"])
        let launch = try #require(try fresh.registry.timeline(of: "BARS").first)
        #expect(launch.event == nil && launch.what == .launched && launch.record.name == "BARS")
        #expect(launch.places == ["S1 Dispatch", "against: S1 Dispatch, page 3 (XXXX-04)"])
        #expect(try told("RU-TUL") == [])
    }

    @Test func `what is rejected is shown, and says what is judged wrong`() throws {
        func rejected() throws -> [String: [String]] {
            try Dictionary(
                uniqueKeysWithValues: fresh.registry.timeline(of: "U1").compactMap { line in
                    line.event.map { ($0.description, line.rejected.map(\.description)) }
                })
        }
        let lines = try told("U1")
        #expect(try rejected() == ["V1": [], "V3": [], "V4": []])
        try reject("V3")
        #expect(try rejected() == ["V1": [], "V3": ["V3"], "V4": []])
        try reject("O1")
        #expect(try rejected() == ["V1": [], "V3": ["V3", "O1"], "V4": []])
        try reject("E2")
        #expect(try rejected() == ["V1": [], "V3": ["V3", "O1"], "V4": ["E2"]])
        try reject("U1")
        #expect(try rejected() == ["V1": ["U1"], "V3": ["V3", "O1", "U1"], "V4": ["E2", "U1"]])
        #expect(try told("U1") == lines)
        let line = try #require(try fresh.registry.timeline(of: "E1").first)
        #expect(line.standing == .rejected && line.standingNote == "another man")
        #expect(try fresh.registry.timeline(of: "O1").allSatisfy { $0.rejected.contains { $0.kind == .official } })
    }

    @Test func `a line has every citation of its event, and each place once in words`() throws {
        let governor = Evidence(source: "S1", locator: "page 1", stated: "2025-06", speaker: "the governor")
        for (stance, evidence) in [(Stance.supports, governor), (.disputes, governor), (.disputes, Fresh.dispatch)] {
            var evidence = evidence
            evidence.stated = stance == .supports ? "2025-05-31" : evidence.stated ?? "2024"
            _ = try fresh.registry.cite(
                NewCitation(record: "V3", field: "date", evidence: evidence, stance: stance), by: Fresh.clerk)
        }
        let last = try #require(try fresh.registry.timeline(of: "E1").first?.sources.last?.citation)
        try reject(RecordReference(last))
        let line = try #require(try fresh.registry.timeline(of: "E1").first)
        #expect(line.sources.map(\.field) == [.value, .date, .date, .date, .date])
        #expect(
            line.places == [
                "S1 Dispatch", "S1 Dispatch, page 1, the governor",
                "against: S1 Dispatch, page 1, the governor (2025-06)", "rejected: S1 Dispatch (2024)",
            ])
    }

    @Test(
        arguments: [
            ("S1", "it is a source; name a region or a programme or a unit or an official or a post or an enrollment"),
            ("V1", "it is an event; name a region or a programme or a unit or an official or a post or an enrollment"),
        ] as [(RecordReference, String)])
    func `what nothing happens to has no timeline`(record: RecordReference, rule: String) {
        #expect(throws: MusterError.badValue(field: "record", value: record.text, rule: rule)) {
            try fresh.registry.timeline(of: record)
        }
    }

    @Test func `a line never stands before one that certainly was earlier, and a dossier has the same order`() throws {
        let dates: [EDTF?] = [
            "2025", "2024-12-31", "../2025-03", "2025-02/..", nil, "XXXX-04", "2025-03-15?", "2024~",
            "2025-02-10/2025-04",
            "2025-03-15", "[2024-01-01,2025-01-01]", "2025-XX-15", "20XX", "2024-02-29", "2023/2026", nil, "2025-21",
        ]
        for (place, date) in dates.enumerated() { try fresh.happen("U2", "strength \(place + 1)", date) }
        let lines = try fresh.registry.timeline(of: "U2").filter { $0.event != nil }
        #expect(lines.count == dates.count)
        for (place, line) in lines.enumerated() {
            for later in lines[place...] {
                let isEarlier = (later.date?.latest ?? "9999") < (line.date?.earliest ?? "0000")
                #expect(!isEarlier, "\(line.words) stands before \(later.words)")
            }
        }
        let stated = lines.map { $0.date != nil }
        #expect(stated == stated.sorted { $0 && !$1 })
        #expect(lines.suffix(2).map(\.words) == ["strength 5", "strength 16"])
        #expect(try fresh.registry.show("U2").events.map(\.id) == lines.map(\.event))
    }
}
