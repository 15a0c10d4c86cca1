import MusterValues
import Testing

@testable import MusterCore

/// An official who leaves one unit for another does so in one revision.
final class TransferTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        let joined = NewEvent(record: "E1", state: "joined", date: "2025-01-10", evidence: [Fresh.dispatch])
        _ = try registry.add(joined, by: Fresh.clerk)
    }

    private func move(from: RecordReference? = nil, to unit: RecordReference, on date: EDTF?) throws -> WriteResult {
        try registry.transfer(
            Transfer(official: "O1", from: from, to: unit, date: date, evidence: Fresh.dispatch), by: Fresh.clerk)
    }

    private func units(on day: String) throws -> [String] {
        var filter = Filter()
        (filter.official, filter.day, filter.grade) = ("O1", Day(day), .presumably)
        return try registry.enrollments(filter).compactMap(\.unit.name)
    }

    @Test func `he is in the one before and in the other after, by one source and in one revision`() throws {
        let made = try move(to: "BARS-Kursk", on: "2025-03-01")
        #expect(made.records.map { "\($0.id)" } == ["V6", "E3", "V7"])
        #expect(try registry.newestRevision() == made.revision)
        #expect(try units(on: "2025-04-01") == ["BARS-Kursk"])
        let line = try registry.timeline(of: "E1").first { $0.event == RecordID(.event, 6) }
        #expect(line?.cause == "transferred to BARS-Kursk")
        // And back: the enrollment that he had goes on.
        let back = try move(from: "BARS-Kursk", to: "U1", on: "2025-05-01")
        #expect(back.records.map { "\($0.id)" } == ["V8", "V9"])
        #expect(try units(on: "2025-06-01") == ["BARS-Kaliningrad"])
    }

    @Test func `enrollments are asked for by what became of the post for them`() throws {
        var suspended = NewEvent(record: "P1", state: "suspended", date: "2025-01-10", evidence: [Fresh.dispatch])
        suspended.enrollment = "E1"
        let event = try registry.add(suspended, by: Fresh.clerk).records[0].id
        var filter = Filter()
        filter.postChange = "suspended"
        #expect(try registry.enrollments(filter).map(\.id.description) == ["E1"])
        filter.postChange = "kept"
        #expect(try registry.enrollments(filter).isEmpty)
        try fresh.expectRefusal(
            nil, "units are not narrowed by post change; leave out --post-change", exit: 64
        ) { _ in
            _ = try self.registry.units(filter)
            return try self.move(to: "U2", on: nil)
        }
        _ = try registry.edit(
            Edit(record: RecordReference(event), values: ["standing": "rejected", "note": "another"]), by: Fresh.clerk)
        filter.postChange = "suspended"
        #expect(try registry.enrollments(filter).isEmpty)
    }

    @Test func `a transfer out of a unit that he is not in is refused`() throws {
        try fresh.expectRefusal(
            nil, "O1 Dmitry Novikov (Governor, RU-KGD) is not in U2 BARS-Kursk before that; see 'muster show O1'",
            exit: 69
        ) { _ in try self.move(from: "U2", to: "U1", on: "2025-03-01") }
        try fresh.expectRefusal(
            nil, "O1 Dmitry Novikov (Governor, RU-KGD) is not in any unit before that; see 'muster show O1'", exit: 69
        ) { _ in try self.move(to: "U2", on: "2024-03-01") }
        try fresh.expectRefusal(
            nil,
            "O1 Dmitry Novikov (Governor, RU-KGD) is in U1 already, and in no other unit before that; see 'muster show O1'",
            exit: 69
        ) { _ in try self.move(to: "U1", on: "2025-03-01") }
        try fresh.expectRefusal(nil, "U1 is the same unit; a transfer leads to another one", exit: 69) { _ in
            try self.move(from: "U1", to: "U1", on: "2025-03-01")
        }
    }

    @Test func `the same transfer is taken once, and one to where he is already is none`() throws {
        #expect(throws: MusterError.self) { try self.move(to: "U1", on: "2025-03-01") }
        _ = try move(to: "U2", on: "2025-03-01")
        #expect(throws: MusterError.self) { try self.move(to: "U2", on: "2025-03-01") }
    }

    @Test func `if he may be in several units, one is named`() throws {
        _ = try registry.enroll(
            NewEnrollment(official: "O1", unit: "U2", date: "2025-02-01", evidence: Fresh.dispatch), by: Fresh.clerk)
        _ = try registry.add(
            NewUnit(designation: "BARS-Pskov", region: "RU-PSK", evidence: Fresh.dispatch), by: Fresh.clerk)
        let error = #expect(throws: MusterError.self) { try self.move(to: "U3", on: "2025-03-01") }
        var named: [String] = []
        if case .ambiguous(_, let candidates)? = error { named = candidates.map { "\($0.record.id)" } }
        #expect(named == ["U1", "U2"])
        _ = try move(from: "U2", to: "U3", on: "2025-03-01")
        #expect(try units(on: "2025-04-01") == ["BARS-Kaliningrad", "BARS-Pskov"])
    }
}
