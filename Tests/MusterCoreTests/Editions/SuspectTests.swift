import MusterValues
import Testing

@testable import MusterCore

/// A report lists the values that no source states and the dates that cannot be, and nothing else as suspect.
final class SuspectTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    private func happen(
        _ record: RecordReference, _ state: String, _ date: EDTF?, by sources: [RecordReference] = ["S1"]
    ) throws {
        _ = try fresh.registry.add(
            NewEvent(record: record, state: state, date: date, evidence: sources.map { Evidence(source: $0) }),
            by: Fresh.clerk)
    }

    private func addSource(_ title: String, published: EDTF? = nil, captured: Day? = nil) throws {
        var source = NewSource(kind: .ngo, title: title)
        (source.published, source.captured) = (published, captured)
        _ = try fresh.registry.add(source, by: Fresh.clerk)
    }

    /// The suspects in short, such as "E1 inference" and "E1 after_death V6, V7".
    private func suspects(_ region: RecordReference? = "RU-KGD") throws -> [String] {
        let report = try fresh.registry.report(region: region)
        let dates = report.contradictions.map { dispute in
            let sides = dispute.sides.compactMap(\.record).map(\.description).joined(separator: ", ")
            return "\(dispute.record.id) \(dispute.kind.rawValue) \(sides)"
        }
        return report.suspects.map { "\($0.record.id) inference" } + dates
    }

    @Test func `a registry whose values are all cited has nothing suspect`() throws {
        try fresh.addScene()
        #expect(try suspects() == [])
        #expect(try suspects(nil) == [])
        #expect(try fresh.markdown()["Suspect"] == [])
    }

    // MARK: Inferences

    @Test(
        arguments: [
            (
                "U1", ["region": "RU-BEL"], "RU-BEL", "BARS-Kaliningrad | region: Belgorod Oblast",
                "Kaliningrad Oblast"
            ),
            ("U1", ["ordinal": "5"], "RU-KGD", "BARS-Kaliningrad | ordinal: 5", nil),
            ("P1", ["title": "Head"], "RU-KGD", "Dmitry Novikov, Head | title: Head", "Governor"),
            ("E1", ["unit": "U2"], "RU-KRS", "Dmitry Novikov in BARS-Kursk | unit: BARS-Kursk U2", "BARS-Kaliningrad"),
            (
                "E1", ["contract": "volunteer"], "RU-KGD", "Dmitry Novikov in BARS-Kaliningrad | contract: volunteer",
                nil
            ),
            (
                "E2", ["least": "3", "most": "5"], "RU-KGD",
                "members of the regional government in BARS-Kaliningrad | group size: 3 to 5 people", nil
            ),
            ("V1", ["value": "forming"], "RU-KGD", "BARS-Kaliningrad | value: forming", "announced"),
            (
                "V3", ["date": "2025-06-02"], "RU-KGD", "Dmitry Novikov in BARS-Kaliningrad | date: 2 June 2025",
                "2025-05-31"
            ),
            (
                "V4", ["cause": "an order"], "RU-KGD",
                "members of the regional government in BARS-Kaliningrad | cause: an order", nil
            ),
            ("G1", ["launched": "2021"], "RU-KGD", "BARS | launched: 2021", nil),
        ] as [(RecordReference, [String: String], RecordReference, String, String?)])
    func `a value that is put in without a source is an inference, with what is cited instead`(
        record: RecordReference, values: [String: String], region: RecordReference, words: String, instead: String?
    ) throws {
        try fresh.edit(record, values)
        // A record that was named by its id is not quoted.
        let isNamed = values.keys.contains { ["region", "unit"].contains($0) }
        // The one date among them is said in words.
        let said = instead == "2025-05-31" ? "31 May 2025" : instead
        let cited = said.map { " | cited instead: \($0)\(isNamed ? ", not quoted" : ""), Dispatch S1" } ?? ""
        let rows = try fresh.markdown(region).table("Suspect")
        #expect(rows == ["\(words) (inferred: as it was seen)\(cited)"])
        let suspect = try #require(fresh.registry.report(region: region).suspects.first)
        #expect(suspect.field.disputing.map(\.stated) == (instead.map { [$0] } ?? []))
        // The same value from a source is none.
        let again = try Fresh(.populated)
        try again.edit(record, values, by: Evidence(source: "S1"))
        #expect(try again.registry.report(region: region).suspects.isEmpty)
    }

    @Test func `only an accepted citation states a value`() throws {
        try fresh.edit("U1", ["ordinal": "5"])
        let citation = try fresh.cite("U1", "ordinal", "the fifth region")
        #expect(try suspects() == [])
        for standing in ["rejected", "disputed", "needs work"] {
            try fresh.judge(citation, standing)
            #expect(try suspects() == ["U1 inference"], "\(standing)")
        }
        try fresh.cite("U1", "ordinal", "the fourth")
        #expect(try suspects() == ["U1 inference"])
    }

    @Test(arguments: ["Kursk Oblast", "RU-KRS", "Курская область", "the land of nightingales"])
    func `a citation in other words states the value, unless it names another record`(stated: String) throws {
        try fresh.edit("U1", ["region": "RU-KRS"])
        #expect(try suspects("RU-KRS") == ["U1 inference"])
        try fresh.cite("U1", "region", stated)
        #expect(try suspects("RU-KRS") == [])
    }

    // MARK: Dates

    @Test func `an event after all its sources is suspect`() throws {
        try addSource("Old", published: "2024-09-20")
        try happen("U1", "strength 5", "2025-01-01", by: ["S2"])
        #expect(try suspects() == ["U1 after_sources V5"])
        #expect(try suspects(nil) == ["U1 after_sources V5"])
        let rows = try fresh.markdown().table("Suspect")
        #expect(
            rows == [
                "BARS-Kaliningrad | later than its sources | strength 5, 1 January 2025, Old, 20 September 2024 S2"
            ])
        // The source is found to have been captured later, but on a day before the event all the same.
        try fresh.edit("S2", ["published": "", "captured": "2024-12-31"])
        #expect(try suspects() == ["U1 after_sources V5"])
        try fresh.edit("S2", ["captured": "2025-01-01"])
        #expect(try suspects() == [])
    }

    @Test(
        arguments: [
            ("2024-09", ["S2"]), ("2024-10~", ["S2"]), ("2025", ["S2", "S3"]), ("2025-01-01", ["S2", "S1"]),
            ("2031-01-01", ["S2"]), ("../2025-01-01", ["S2"]), ("XXXX-12", ["S2"]),
        ] as [(EDTF, [RecordReference])])
    func `an event that a source can have known, a plan, and one with an undated source are not`(
        date: EDTF, sources: [RecordReference]
    ) throws {
        try addSource("Old", published: "2024-09-20")
        try addSource("New", published: "2025-01")
        try happen("U1", "strength 5", date, by: sources)
        #expect(try suspects() == [])
    }

    @Test func `what an official did after the death is suspect, wherever the death is recorded`() throws {
        try addSource("Obituary")
        try fresh.enroll("O1", in: "U2", .joined, on: "2025-01")
        try happen("E3", "killed", "2025-02", by: ["S1", "S2"])
        try happen("P1", "suspended", "2025-02-10")
        try happen("P1", "returned", "2025-03-01")
        #expect(try suspects() == ["E1 after_death V6, V3", "P1 after_death V6, V8"])
        try fresh.judge("V6")
        #expect(try suspects() == [])
    }

    @Test func `who is in a unit after its end is suspect, unless it is raised again`() throws {
        try happen("U1", "disbanded", "2025-03")
        try happen("U1", "strength 40", "2025-04-01")
        try happen("E2", "left", "2025-05")
        #expect(try suspects() == ["E1 after_end V5, V3", "U1 after_end V5, V6"])
        try happen("U1", "recruiting", "2025-04")
        #expect(try suspects() == [])
    }

    @Test func `the end of the whole is that of its subunit, wherever the whole is`() throws {
        var part = NewUnit(designation: "1st company", region: "RU-KGD", evidence: Fresh.dispatch)
        (part.kind, part.partOf) = (.subunit, "U2")
        _ = try fresh.registry.add(part, by: Fresh.clerk)
        try fresh.enroll("Ivan Petrov", in: "U3", .serving, on: "2025-05-01")
        try happen("U2", "disbanded", "2025-03-31")
        #expect(try suspects() == ["E3 after_end V6, V5"])
    }

    @Test(
        arguments: [("2025-04-30", true), ("../2025-04", true), ("2025-05", false), ("2025-04?", false)]
            as [(EDTF, Bool)])
    func `who is in a unit before its beginning is suspect`(date: EDTF, isSuspect: Bool) throws {
        try happen("U2", "recruiting", "2025-05-01")
        try fresh.enroll("Ivan Petrov", in: "U2", .joined, on: date)
        let suspect = isSuspect ? ["E3 before_beginning V5, V6"] : []
        #expect(try suspects("RU-KRS") == suspect)
        // A unit that is seen before it was announced tells nothing of its beginning.
        try happen("U2", "battalion", "2024")
        #expect(try suspects("RU-KRS") == [])
    }
}
