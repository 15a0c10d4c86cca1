import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// A record shown with everything about it.
@Suite final class DossierTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    @Test func `every record of every kind can be shown, and every citation is shown once`() throws {
        var ids: [RecordID] = []
        for kind in RecordKind.allCases where kind != .region {
            ids += try fresh.plain().read { db in
                try Int64.fetchAll(db, sql: "SELECT id FROM \(kind.name)").map { RecordID(kind, $0) }
            }
        }
        ids.append(RecordID(region: "RU-KGD"))
        var shown: [RecordID] = []
        for id in ids {
            let dossier = try fresh.registry.show(RecordReference(id))
            #expect(dossier.id == id)
            #expect(!dossier.title.isEmpty && !dossier.fields.isEmpty)
            #expect(dossier.lines.count >= dossier.fields.count)
            #expect(!(try JSON.text(dossier)).isEmpty)
            if id.kind != .event { shown += dossier.lines.compactMap { $0.statement?.citation } }
        }
        #expect(Set(shown) == Set(ids.filter { $0.kind == .citation }))
        #expect(shown.count == Set(shown).count)
    }

    @Test func `a citation that is rejected is neither for nor against, and stays visible`() throws {
        let evidence = Evidence(source: "S1", stated: "Elsewhere")
        let written = try fresh.registry.cite(
            NewCitation(record: "U1", field: "region", evidence: evidence, stance: .disputes), by: Fresh.clerk)
        let citation = try #require(written.records.first?.id)
        #expect(try fresh.registry.report(region: nil).disputes.contains { $0.record.description == "U1" })
        _ = try fresh.registry.edit(
            Edit(record: RecordReference(citation), values: ["standing": "rejected", "note": "another unit"]),
            by: Fresh.clerk)
        let field = try #require(try fresh.registry.show("U1").fields.first { $0.field == .region })
        #expect(field.disputing.isEmpty)
        #expect(field.rejected.map(\.stated) == ["Elsewhere"])
        #expect(try !fresh.registry.report(region: nil).disputes.contains { $0.record.description == "U1" })
    }

    @Test func `a source is shown with every citation that points into it`() throws {
        let count = try fresh.plain().read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM citation WHERE source_id = 1")!
        }
        #expect(count > 0)
        #expect(try fresh.registry.show("S1").related.filter { $0.id.kind == .citation }.count == count)
    }

    @Test func `an edit puts one stated text on one field only, and a typed code is no source's word`() throws {
        let evidence = Evidence(source: "S1", stated: "the fifth region")
        #expect(
            throws: MusterError.refused(
                rule: "one stated value is cited on one field only; change the others apart")
        ) {
            try fresh.registry.edit(
                Edit(record: "U1", values: ["ordinal": "5", "region": "RU-KRS"], evidence: evidence), by: Fresh.clerk)
        }
        _ = try fresh.registry.edit(
            Edit(record: "U1", values: ["region": "RU-KRS"], evidence: Evidence(source: "S1")), by: Fresh.clerk)
        let field = try #require(try fresh.registry.show("U1").fields.first { $0.field == .region })
        #expect(field.supporting.last?.stated == "Kursk Oblast")
    }

    @Test func `what is enrolled on the way takes the place of the evidence, not its words`() throws {
        var new = NewEnrollment(
            official: "Boris Example", post: NewPost(title: "Mayor"), unit: "BARS-New", state: .announced,
            evidence: Evidence(source: "S1", locator: "paragraph 2", stated: "said he would join", quote: "would join"))
        new.unitRegion = "RU-TUL"
        _ = try fresh.registry.enroll(new, by: Fresh.clerk)
        let unit = try fresh.registry.show("BARS-New").fields.flatMap(\.supporting)
        #expect(unit.map(\.stated) == ["BARS-New", "Tula Oblast"])
        #expect(unit.allSatisfy { $0.quote == nil && $0.locator == "paragraph 2" })
    }
}
