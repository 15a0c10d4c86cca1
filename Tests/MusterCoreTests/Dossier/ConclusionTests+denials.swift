import MusterValues
import Testing

@testable import MusterCore

/// Who denies a value is no voice for it.
extension ConclusionTests {
    @Test func `who denies a value is against it, and no origin of it`() throws {
        for (record, name, stated) in [
            ("E1", "official", "Dmitry Novikov"), ("E1", "unit", "BARS-Kaliningrad"), ("V3", "value", "announced"),
        ] {
            let denial = Evidence(source: "S2", stated: stated, speech: .denied)
            _ = try registry.cite(
                NewCitation(record: RecordReference(record), field: name, evidence: denial), by: Fresh.clerk)
            let read = try field(RecordReference(record), FieldName(word: name)!)
            #expect(read.origins == 1 && read.isInDispute && read.disputing.map(\.source.id.description) == ["S2"])
        }
        // An unclear word is not against it, but no voice either.
        let unclear = Evidence(source: "S3", stated: "Dmitry Novikov", speech: .unclear)
        _ = try registry.cite(NewCitation(record: "E1", field: "official", evidence: unclear), by: Fresh.clerk)
        #expect(try field("E1", .official).origins == 1)
        #expect(try field("E1", .official).supporting.count == 2)
    }

    @Test func `a source is an origin of its own denial, and of nothing else of the enrollment`() throws {
        try fresh.happen("E2", "denied", nil, by: [Evidence(source: "S2", speech: .denied)])
        let event = try #require(try registry.show("E2").events.last)
        #expect(event.fields.first { $0.field == .value }?.origins == 1)

        let denied = NewEnrollment(official: "O1", unit: "U2", state: .denied, evidence: Evidence(source: "S2"))
        _ = try registry.enroll(denied, by: Fresh.clerk)
        #expect(try field("E3", .unit).origins == 0 && field("E3", .official).origins == 0)
        try fresh.happen("E3", "joined", "2025-05-01", by: [Evidence(source: "S3")])
        _ = try registry.corroborate("E3", evidence: Evidence(source: "S3"), by: Fresh.clerk)
        #expect(try field("E3", .unit).origins == 1 && field("E3", .official).origins == 1)
        // The same paper passes on two people's words: one of them denies it.
        try fresh.happen("E3", "serving", "2025-06-01", by: [Evidence(source: "S2", speaker: "the mayor")])
        let mayor = Evidence(source: "S2", stated: "BARS-Kursk", speaker: "the mayor")
        _ = try registry.cite(NewCitation(record: "E3", field: "unit", evidence: mayor), by: Fresh.clerk)
        #expect(try field("E3", .unit).origins == 2)
        let reported = try registry.report(region: "RU-KRS").fields.filter { $0.record.id == RecordID(.enrollment, 3) }
        let unit = reported.first { $0.field.field == .unit }
        #expect(unit?.field.origins == 2)
    }

    @Test func `a death needs two who say it, and a denial is not one of them`() throws {
        let evidence = [Evidence(source: "S2"), Evidence(source: "S3", speech: .denied)]
        let error = #expect(throws: MusterError.self) { try fresh.happen("E1", "killed", "2025-06-01", by: evidence) }
        #expect(error?.said.contains("goes back to one origin") == true)
    }

    @Test func `a denial is imported as one, and once`() throws {
        let text = "source,citation_of,citation_field,citation_stated,speech\nS2,E1,unit,BARS-Kaliningrad,denied\n"
        _ = try fresh.load(text)
        #expect(try field("E1", .unit).disputing.count == 1 && field("E1", .unit).origins == 1)
        let (again, rows) = try fresh.load(text)
        #expect(again.revision == nil && rows.map(\.outcome) == [.known])
    }

    @Test func `a denial corroborates nothing, and does not support what it denies`() throws {
        try fresh.expectRefusal(
            nil,
            "a source that denies E1, or calls it unclear, does not say what stands on record of it; record it with 'muster event E1 denied'",
            exit: 69
        ) { try $0.corroborate("E1", evidence: Evidence(source: "S2", speech: .denied), by: Fresh.clerk) }
        try fresh.expectRefusal(
            nil, "a source that denies 'BARS-Kursk' is not for it; say that it disputes the value", exit: 69
        ) {
            let denial = Evidence(source: "S2", stated: "BARS-Kursk", speech: .denied)
            return try $0.cite(
                NewCitation(record: "E1", field: "unit", evidence: denial, stance: .supports), by: Fresh.clerk)
        }
    }
}
