import MusterValues
import Testing

@testable import MusterCore

/// What was foretold contradicts nothing: it was a plan, and plans slip.
final class ForetoldDisputeTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    /// Adds S2, published on 2025-02-01, and S3, published on 2025-05-01.
    init() throws {
        fresh = try Fresh(.populated)
        for (title, published) in [("Early", "2025-02-01"), ("Late", "2025-05-01")] {
            var source = NewSource(kind: .regionalMedia, title: title)
            source.published = try EDTF(published)
            _ = try registry.add(source, by: Fresh.clerk)
        }
    }

    /// Records an event, and gives what the clerk is told of it besides that it is recorded.
    private func happen(_ record: RecordReference, _ state: String, _ date: EDTF, by sources: RecordReference...) throws
        -> [RecordChange]
    {
        let new = NewEvent(record: record, state: state, date: date, evidence: sources.map { Evidence(source: $0) })
        return try registry.add(new, by: Fresh.clerk).records.dropFirst().map(\.change)
    }

    private func enroll(_ state: EnrollmentState, _ date: EDTF, by source: RecordReference) throws {
        let new = NewEnrollment(
            group: NewGroup(who: "some"), unit: "U2", state: state, date: date, evidence: Evidence(source: source))
        _ = try registry.enroll(new, by: Fresh.clerk)
    }

    /// Cites the later source for an event, which is a fact from then on.
    private func confirm(_ event: RecordReference) throws {
        _ = try registry.corroborate(event, evidence: Evidence(source: "S3"), by: Fresh.clerk)
    }

    /// The kinds of dispute, and the short ids of the sides; what is later than its sources is left out.
    private func found(_ record: RecordReference) throws -> [String] {
        try registry.disputes(of: record).filter { $0.kind != .afterSources }.map { dispute in
            "\(dispute.kind.rawValue): \(dispute.sides.compactMap { $0.record?.description }.joined(separator: ", "))"
        }
    }

    @Test func `a beginning on another day than the one foretold is a plan that slipped`() throws {
        #expect(try happen("U2", "established", "2025-03-01", by: "S2") == [.isAfterSources])
        #expect(try happen("U2", "established", "2025-03-15", by: "S3") == [])
        #expect(try found("U2") == [])
        #expect(try registry.disputes(of: "U2").map(\.kind) == [.afterSources])
        try confirm("V5")
        #expect(try found("U2") == ["exclusive: V5, V6"])
    }

    @Test func `an end that was foretold is no end`() throws {
        _ = try happen("U2", "operational", "2025-01-10", by: "S2")
        _ = try happen("U2", "disbanded", "2025-03-01", by: "S2")
        try enroll(.serving, "2025-04-01", by: "S3")
        #expect(try happen("U2", "strength 50", "2025-04-15", by: "S3") == [])
        #expect(try found("U2") == [])
        try confirm("V6")
        #expect(try found("U2") == ["after_end: V6, V7", "after_end: V6, V8"])
    }

    @Test func `nobody is in a unit too early by a beginning that was foretold`() throws {
        _ = try happen("U2", "established", "2025-03-01", by: "S2")
        try enroll(.joined, "2025-02-10", by: "S3")
        #expect(try found("U2") == [])
        try confirm("V5")
        #expect(try found("U2") == ["before_beginning: V5, V6"])
    }

    @Test func `what was foretold of the dead is no contradiction`() throws {
        _ = try happen("E1", "killed", "2025-03-01", by: "S2", "S3")
        #expect(try happen("P1", "dismissed", "2025-04-01", by: "S2") == [.isAfterSources])
        // E1 was announced after that, without a date of the source.
        #expect(try found("O1") == ["after_death: V5, V3"])
        try confirm("V6")
        #expect(try found("O1") == ["after_death: V5, V3", "after_death: V5, V6"])
    }
}
