import MusterValues
import Testing

@testable import MusterCore

/// A second source for what is on record, in one line; and the source that was cited last.
final class CorroborationTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        _ = try registry.add(NewSource(kind: .other, title: "Paper"), by: Fresh.clerk)
    }

    private func told(_ record: RecordReference, _ source: RecordReference = "S2", by clerk: Authorship = Fresh.clerk)
        throws
        -> [String]
    {
        try registry.corroborate(record, evidence: Evidence(source: source), by: clerk).records.compactMap { change in
            guard case .cited(let field, let record, let stated) = change.change else { return nil }
            return "\(record) \(field.rawValue) \(stated ?? "")"
        }
    }

    @Test func `an enrollment is corroborated whole, and once`() throws {
        let said = try told("E1")
        #expect(
            said == [
                "E1 unit BARS-Kaliningrad", "E1 official Dmitry Novikov", "V3 value announced", "V3 date 2025-05-31",
            ])
        #expect(try registry.show("E1").sources == 2)
        try fresh.expectRefusal(
            nil, "S2 says all that stands on record of E1 already; see 'muster show E1'", exit: 69
        ) { _ in try self.registry.corroborate("E1", evidence: Evidence(source: "S2"), by: Fresh.clerk) }
    }

    @Test func `a unit is corroborated with its newest form, status and strength`() throws {
        try fresh.happen("U1", "battalion", "2025-01")
        try fresh.happen("U1", "brigade", "2025-03")
        try fresh.happen("U1", "strength 500", "2025-02")
        try fresh.happen("U1", "planned strength 900", "2025-02")
        let said = try told("U1")
        #expect(said.first == "U1 name BARS-Kaliningrad")
        #expect(said.contains { $0.hasSuffix("value brigade") } && said.contains { $0.hasSuffix("value strength 500") })
        #expect(!said.contains { $0.contains("battalion") || $0.contains("planned") })
    }

    @Test func `a dash is the source that the author cited or added last`() throws {
        let other = Authorship(author: "another", reason: nil)
        try fresh.expectRefusal(
            nil, "a source that another cited or added before is missing; give --source", exit: 65
        ) { _ in try self.registry.corroborate("E1", evidence: Evidence(source: "-"), by: other) }
        // The clerk added S2 last.
        #expect(try told("E1", "-").count == 4)
        _ = try registry.add(NewSource(kind: .other, title: "Other paper"), by: other)
        #expect(try told("U2", "-", by: other) == ["U2 name BARS-Kursk"])
        #expect(try registry.show("U2").sources == 2)
        let written = try registry.corroborate("V1", evidence: Evidence(source: "-"), by: Fresh.clerk)
        #expect(written.records.first?.id == RecordID(.source, 2))
    }

    @Test func `a source that is older than an event cannot report it`() throws {
        let fresh = try Fresh(.populated)
        var old = NewSource(kind: .other, title: "Old paper")
        old.published = "2023"
        _ = try fresh.registry.add(old, by: Fresh.clerk)
        let before = try fresh.registry.newestRevision()
        let error = #expect(throws: MusterError.self) {
            try fresh.registry.corroborate("E1", evidence: Evidence(source: "S2"), by: Fresh.clerk)
        }
        #expect(error?.sentence { "\($0)" }.contains("S2 Old paper (2023) is older than V3 announced") == true)
        #expect(try fresh.registry.newestRevision() == before)
        let cited = try fresh.registry.cite(
            NewCitation(record: "V3", field: "value", evidence: Evidence(source: "S2", stated: "announced")),
            by: Fresh.clerk)
        #expect(cited.records.map(\.change).contains(.isBeforeEvent))
    }

    @Test func `a name on record with a post elsewhere may be a namesake's`() throws {
        let fresh = try Fresh(.populated)
        func enroll(_ who: RecordReference, _ region: RecordReference) throws -> WriteResult {
            try fresh.registry.enroll(
                NewEnrollment(
                    official: who, post: NewPost(title: "Мэр", region: region), unit: "U2",
                    evidence: Evidence(source: "S1")),
                by: Fresh.clerk)
        }
        #expect(throws: MusterError.self) { try enroll("Dmitry Novikov", "RU-PSK") }
        let known = try enroll("O1", "RU-PSK")
        let told = known.records.compactMap { change -> String? in
            if case .isOfKnown(let official) = change.change { official } else { nil }
        }
        #expect(told == ["O1 Dmitry Novikov (Governor, RU-KGD)"])
    }
}
