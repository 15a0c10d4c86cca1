import MusterValues
import Testing

@testable import MusterCore

/// Statements for and against are shown side by side; a report lists the sources that it names, and their origins.
final class ReportDisputeTests {
    let fresh: Fresh

    init() throws {
        fresh = try Fresh(.populated)
        try fresh.addSource("Channel")
    }

    private func sources(_ region: RecordReference?) throws -> [String] {
        try fresh.registry.report(region: region).sources.map(\.id.description)
    }

    @Test func `the words for and against a field stand side by side`() throws {
        #expect(try fresh.markdown()["In dispute"] == [])
        try fresh.cite("U1", "region", "Kaliningrad", in: "S2")
        try fresh.cite("U1", "region", "Pskov", .disputes, in: "S2", "line 3", "the governor")
        let lines = try fresh.markdown()["In dispute"]
        #expect(
            lines == [
                "### BARS-Kaliningrad ([U1](#U1)): region, on record: RU-KGD Kaliningrad Oblast", "| For | Against |",
                "| --- | --- |",
                "| Kaliningrad Oblast — [S1](#S1), not quoted | Pskov — [S2](#S2), line 3, the governor |",
                "| Kaliningrad — [S2](#S2) |  |",
            ])
        #expect(try fresh.markdown("RU-KRS")["In dispute"] == [])
        #expect(try fresh.markdown(nil)["In dispute"] == lines)
    }

    @Test func `a citation that is rejected is neither for nor against`() throws {
        let support = try fresh.cite("U1", "region", "Kaliningrad city", in: "S2")
        let first = try fresh.cite("U1", "region", "Pskov", .disputes, in: "S2")
        let second = try fresh.cite("U1", "region", "Tver", .disputes, in: "S2")
        try fresh.judge(first)
        try fresh.judge(support)
        let text = try fresh.markdown()["In dispute"].joined()
        #expect(!text.contains("Pskov") && !text.contains("Kaliningrad city") && text.contains("Tver"))
        let field = try #require(fresh.registry.report(region: nil).disputes.first?.field)
        #expect(field.disputing.map(\.stated) == ["Tver"])
        #expect(field.rejected.map(\.stated) == ["Kaliningrad city", "Pskov"])
        try fresh.judge(second)
        #expect(try fresh.markdown()["In dispute"] == [])
    }

    @Test func `a record held disputed is listed with the note`() throws {
        try fresh.judge("E1", "disputed", "two men of one name")
        #expect(
            try fresh.markdown().bullets("In dispute")
                == ["E1 Dmitry Novikov in BARS-Kaliningrad: two men of one name"])
    }

    @Test func `sources include those that they are derived from, by however many steps`() throws {
        try fresh.addSource("Interview")
        #expect(try sources("RU-KGD") == ["S1"])
        try fresh.edit("S1", ["derived_from": "S2", "relation": "rewrites"])
        try fresh.edit("S2", ["derived_from": "S3", "relation": "quotes"])
        #expect(try sources("RU-KGD") == ["S1", "S2", "S3"])
        let lines = try fresh.markdown().sources
        #expect(lines["S1"]?.contains("rewrites S2") == true)
        #expect(lines["S2"]?.contains("quotes S3") == true)
    }

    @Test(arguments: ["U1", "P1", "E1", "V1", "V2", "V3", "RU-KGD"])
    func `a source that speaks of anything reported is among the sources`(record: RecordReference) throws {
        let field = record.text.hasPrefix("V") ? "date" : record == "P1" ? "body" : record == "E1" ? "role" : "kind"
        try fresh.cite(record, field, field == "date" ? "1999" : "something", .disputes, in: "S2")
        #expect(try sources("RU-KGD") == ["S1", "S2"])
        #expect(try fresh.registry.report(region: "RU-KGD").disputes.map(\.record.description) == [record.text])
    }

    @Test(arguments: [("G1", "participation"), ("O1", "name")])
    func `a source in dispute over a programme or a name is among the sources`(record: RecordReference, field: String)
        throws
    {
        try fresh.cite(record, field, "something", .disputes, in: "S2")
        let found = try sources("RU-KGD")
        let disputes = try fresh.registry.report(region: "RU-KGD").disputes.map(\.record.description)
        #expect(disputes == [record.text])
        #expect(found == ["S1", "S2"])
    }

    @Test func `the words that an enrollment goes by name source, locator and speaker of what supports it`() throws {
        let evidence = Evidence(source: "S2", locator: "line 1", stated: "a", speaker: "Novikov")
        let new = NewCitation(record: "E1", field: "role", evidence: evidence)
        let written = try fresh.registry.cite(new, by: Fresh.clerk)
        try fresh.cite("E1", "role", "no", .disputes, in: "S2", "line 2")
        let cited = { try self.fresh.markdown().rows("Enrollments").first?["By whose word"] }
        #expect(try cited() == "S1; S2, line 1, Novikov")
        try fresh.judge(RecordReference(written.records.last { $0.id.kind == .citation }!.id))
        #expect(try cited() == "S1")
    }

    @Test func `what is missing is listed by record, and no longer once it is there`() throws {
        let gaps = { try self.fresh.markdown().bullets("Missing") }
        let (novikov, group) = ("E1 Dmitry Novikov", "E2 members of the regional government")
        #expect(
            try gaps() == [
                "units of no stated form: U1 BARS-Kaliningrad", "enrollments of no stated date: \(group)",
                "enrollments only announced: \(novikov)", "enrollments of no stated contract: \(novikov); \(group)",
                "groups of unknown number: \(group)",
                "enrollments with one origin for each state: \(novikov); \(group)",
                "sources of no printed date: S1 Dispatch", "sources of no known address: S1 Dispatch",
            ])
        try fresh.edit("E1", ["contract": "volunteer"])
        let announced = try fresh.registry.show("E1").events[0].id
        try fresh.cite(RecordReference(announced), "value", "announced", in: "S2")
        try fresh.edit("S1", ["published": "2025-06-01"])
        #expect(try gaps().contains("enrollments of no stated contract: \(group)"))
        #expect(try gaps().contains("enrollments with one origin for each state: \(group)"))
        #expect(try gaps().contains("sources of no printed date: S2 Channel"))
    }

    @Test func `an enrollment whose every citation is withdrawn is missing a source`() throws {
        let citations = Set(try fresh.registry.show("E1").lines.compactMap { $0.statement?.citation })
        for citation in citations { try fresh.judge(RecordReference(citation)) }
        let report = try fresh.registry.report(region: "RU-KGD")
        #expect(report.enrollments.map(\.sources) == [0, 1])
        let short = report.gaps.filter { $0.what.words.contains("source") }.flatMap(\.records).map(\.description)
        #expect(short.contains("E1"))
    }

    @Test func `a dossier has a line for every voice, with where it stands and how it is judged`() throws {
        let citation = try fresh.cite("U1", "region", "Pskov", .disputes, in: "S2", "line 3")
        try fresh.cite("U1", "region", "Tver", .disputes, in: "S2")
        try fresh.judge(citation)
        let dossier = try fresh.registry.show("U1")
        let lines = dossier.lines.filter { $0.field == .region }
        #expect(lines.map { $0.statement?.stance } == [.supports, .disputes, .disputes])
        #expect(lines.map { $0.statement?.standing } == [.accepted, .accepted, .rejected])
        #expect(lines.last?.cells.contains(.text("line 3")) == true)
        #expect(dossier.lines.contains { $0.record.description == "V1" && $0.value?.words == "announced" })
        #expect(Dossier.Line.columns.count == lines[0].cells.count)
        let named = dossier.lines.compactMap { $0.statement?.citation }
        #expect(named.count == Set(named).count && named.count == dossier.citations + 1)
    }
}
