import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

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
        for region in ["RU-KGD", nil] as [RecordReference?] {
            let markdown = try fresh.markdown(region)
            #expect(
                markdown.heads("In dispute") == ["BARS-Kaliningrad: region (U1), on record: Kaliningrad Oblast"])
            #expect(
                markdown.rows("In dispute") == [
                    [
                        "for": "Kaliningrad Oblast, not quoted\nDispatch S1",
                        "against": "Pskov\nthe governor, Channel S2 line 3",
                    ], ["for": "Kaliningrad\nChannel S2"],
                ])
        }
        #expect(try fresh.markdown("RU-KRS")["In dispute"] == [])
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
        let markdown = try fresh.markdown()
        #expect(
            markdown.heads("In dispute") == [
                "Dmitry Novikov in BARS-Kaliningrad: the record is disputed (E1), standing: disputed, two men of one name"
            ])
        // The note is the register's reason. It is no source's word, for or against.
        #expect(markdown.table("In dispute") == [])
        let csv = try fresh.csv("RU-KGD", "in_dispute")
        #expect(csv.map { $0["record"] } == ["E1"] && csv[0]["side"] == nil && csv[0]["evidence"] == nil)
        #expect(csv[0]["concluded"] == "standing: disputed, two men of one name")
    }

    @Test func `an event that is judged disputed and of which a value is in dispute is one dispute`() throws {
        try fresh.cite("V1", "value", "forming", .disputes, in: "S2")
        try fresh.judge("V1", "disputed", "two words for it")
        for region in ["RU-KGD", nil] as [RecordReference?] {
            #expect(try fresh.markdown(region).heads("In dispute").count == 1)
            #expect(try fresh.registry.text(of: region, as: .md).contains("**1** open"))
        }
    }

    @Test func `sources include those that they are derived from, by however many steps`() throws {
        try fresh.addSource("Interview")
        #expect(try sources("RU-KGD") == ["S1"])
        try fresh.edit("S1", ["derived_from": "S2", "relation": "rewrites"])
        try fresh.edit("S2", ["derived_from": "S3", "relation": "quotes"])
        #expect(try sources("RU-KGD") == ["S1", "S2", "S3"])
        let lines = try fresh.markdown().sources
        #expect(lines["S1"]?["Origin"] == "rewrites S2")
        #expect(lines["S2"]?["Origin"] == "quotes S3")
        #expect(lines["S3"]?["Origin"] == "speaks for itself")
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
        let cited = {
            try self.fresh.markdown().rows("Who is on record").first { $0["Who"] == "Dmitry Novikov\nGovernor" }?[
                "By whose word"]
        }
        let before = try cited()
        #expect(before == "Dispatch S1\nstated: a; Novikov, Channel S2 line 1\nagainst: stated: no; Channel S2 line 2")
        try fresh.judge(RecordReference(written.records.last { $0.id.kind == .citation }!.id))
        let after = try cited()
        #expect(
            after
                == "Dispatch S1\nagainst: stated: no; Channel S2 line 2\nrejected: stated: a; Novikov, Channel S2 line 1"
        )
    }

    @Test func `what is missing is listed by record, and no longer once it is there`() throws {
        let gaps = { try self.fresh.markdown().table("What is missing") }
        let (novikov, group) = ("Dmitry Novikov", "members of the regional government")
        #expect(
            try gaps() == [
                "units of no stated form | 1 | BARS-Kaliningrad", "enrollments of no stated date | 1 | \(group)",
                "enrollments only announced | 1 | \(novikov)",
                "enrollments of no stated contract | 2 | \(novikov); \(group)",
                "groups whose upper limit is not known | 1 | \(group)",
                "enrollments with one origin for each state | 2 | \(novikov); \(group)",
                "sources of no printed date | 1 | Dispatch", "sources of no known address | 1 | Dispatch",
            ])
        try fresh.edit("E1", ["contract": "volunteer"])
        let announced = try fresh.registry.show("E1").events[0].id
        try fresh.cite(RecordReference(announced), "value", "announced", in: "S2")
        try fresh.edit("S1", ["published": "2025-06-01"])
        #expect(try gaps().contains("enrollments of no stated contract | 1 | \(group)"))
        #expect(try gaps().contains("enrollments with one origin for each state | 1 | \(group)"))
        #expect(try gaps().contains("sources of no printed date | 1 | Channel"))
    }

    @Test func `of many that lack something the first ten are named, and the others are counted`() throws {
        for number in 1...12 { try fresh.enroll("Ivan Petrov \(number)", by: Evidence(source: "S2")) }
        let row = try #require(
            try fresh.markdown().rows("What is missing").first { $0["What"] == "enrollments of no stated contract" })
        #expect(row["Number"] == "14")
        #expect(
            row["Records"]
                == "Dmitry Novikov; members of the regional government; Ivan Petrov 1; Ivan Petrov 2; Ivan Petrov 3; "
                + "Ivan Petrov 4; Ivan Petrov 5; Ivan Petrov 6; Ivan Petrov 7; Ivan Petrov 8; and 4 more")
        let csv = try fresh.csv("RU-KGD", "missing").first { $0["what"] == "enrollments_of_no_stated_contract" }
        #expect(csv?["records"] == (1...14).map { "E\($0)" }.joined(separator: "; "))
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
