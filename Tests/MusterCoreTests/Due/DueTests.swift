import Foundation
import MusterValues
import Testing

@testable import MusterCore

/// What a desk looks at again.
final class DueTests {
    let fresh: Fresh
    var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    private func due(_ kind: DueKind, on day: String, months: Int = 6) throws -> [String] {
        try registry.due(on: Day(day)!, months: months).filter { $0.kind == kind }
            .map { [$0.record.id.description, $0.lastHeard?.words ?? $0.note ?? ""].joined(separator: " ") }
    }

    @Test func `what may still be so is due after the months, and the longest silent comes first`() throws {
        try fresh.happen("E1", "serving", "2025-06-02")
        try fresh.happen("U1", "operational", "2025-02-01")
        try fresh.happen("U2", "operational", "2025-01-31")
        #expect(try due(.notHeard, on: "2025-07-31") == [])
        #expect(try due(.notHeard, on: "2025-08-01") == ["U2 2025-01-31"])
        // U1 was heard of by E1.
        #expect(try due(.notHeard, on: "2025-12-02") == ["U2 2025-01-31"])
        #expect(try due(.notHeard, on: "2025-12-03") == ["U2 2025-01-31", "U1 2025-06-02", "E1 2025-06-02"])
        #expect(try due(.notHeard, on: "2025-12-03", months: 11) == [])
        // P1 and E2 are known from a source without a date, which was recorded on 15 June.
        #expect(
            try due(.notHeard, on: "2026-01-01") == [
                "U2 2025-01-31", "U1 2025-06-02", "E1 2025-06-02", "P1 by 2025-06-15", "E2 by 2025-06-15",
            ])
    }

    @Test func `what ended is not due, nor what is judged wrong`() throws {
        try fresh.happen("U2", "operational", "2025-01-31")
        #expect(try due(.notHeard, on: "2026-01-01").contains("U2 2025-01-31"))
        try fresh.happen("U2", "disbanded", "2025-03-01")
        for record in ["U1", "P1"] as [RecordReference] {
            _ = try registry.edit(
                Edit(record: record, values: ["standing": "rejected", "note": "no"]), by: Fresh.clerk)
        }
        #expect(try due(.notHeard, on: "2026-01-01").allSatisfy { $0.hasPrefix("E") })
    }

    @Test func `a record that needs work is due with the note, and a source until a copy is kept`() throws {
        _ = try registry.edit(
            Edit(record: "E2", values: ["standing": "needs work", "note": "who?"]), by: Fresh.clerk)
        #expect(try due(.needsWork, on: "2025-06-15") == ["E2 who?"])
        #expect(try due(.notCaptured, on: "2025-06-15") == ["S1 "])
        let copy = fresh.folder.appending(path: "copy.html")
        try Data("abc".utf8).write(to: copy)
        var edit = Edit(record: "S1", values: [:])
        edit.capture = copy.path
        _ = try registry.edit(edit, by: Fresh.clerk)
        #expect(try due(.notCaptured, on: "2025-06-15") == [])
        let fields = try registry.show("S1").fields
        // The digest of "abc" is of FIPS 180-4, appendix B.1.
        #expect(
            fields.first { $0.field == .sha256 }?.value?.words
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(fields.first { $0.field == .captured }?.value?.words == "2025-06-15")
    }

    @Test func `a plan is due once its day has passed, until a later source is cited or a later fact is told`() throws {
        for (title, published) in [("Early", "2025-02-01"), ("Late", "2025-05-01")] {
            var source = NewSource(kind: .regionalMedia, title: title)
            source.published = try EDTF(published)
            _ = try registry.add(source, by: Fresh.clerk)
        }
        let (early, late) = (Evidence(source: "S2"), Evidence(source: "S3"))
        try fresh.happen("U2", "established", "2025-03-01", by: [early])
        try fresh.happen("U1", "recruiting", "2025-04", by: [early])
        #expect(try due(.planPassed, on: "2025-03-01") == [])
        #expect(try due(.planPassed, on: "2025-04-30") == ["V5 2025-03-01"])
        #expect(try due(.planPassed, on: "2025-06-15") == ["V5 2025-03-01", "V6 2025-04"])
        #expect(try registry.due().first { $0.kind == .planPassed }?.record.name == "established: BARS-Kursk")
        #expect(try registry.dueGroups(on: nil, first: 1).first { $0.kind == .planPassed }?.count == 2)
        _ = try registry.corroborate("V5", evidence: late, by: Fresh.clerk)
        #expect(try due(.planPassed, on: "2025-06-15") == ["V6 2025-04"])
        try fresh.happen("U1", "operational", "2025-05-01", by: [late])
        #expect(try due(.planPassed, on: "2025-06-15") == [])
        // A plan of days to come is due when they have passed.
        try fresh.happen("U2", "disbanded", "2026-01-01", by: [late])
        #expect(try due(.planPassed, on: "2025-06-15") == [])
        #expect(try due(.planPassed, on: "2026-01-02") == ["V8 2026-01-01"])
        _ = try registry.edit(Edit(record: "V8", values: ["standing": "rejected", "note": "no"]), by: Fresh.clerk)
        #expect(try due(.planPassed, on: "2026-01-02") == [])
    }

    @Test(arguments: [0, -1, 1201, .max, .min])
    func `months out of range are refused`(_ months: Int) throws {
        #expect(
            throws: MusterError.badValue(
                field: "months", value: "\(months)", rule: "give a whole number from 1 to 1200")
        ) {
            try registry.due(months: months)
        }
    }
}
