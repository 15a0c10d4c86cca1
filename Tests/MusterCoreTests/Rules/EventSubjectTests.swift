import MusterValues
import Testing

@testable import MusterCore

/// Tests that an event may name an official if it can only mean one of the official's posts and enrollments.
struct EventSubjectTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        _ = try registry.enroll(
            NewEnrollment(official: "O1", unit: "U2", evidence: Fresh.dispatch), by: Fresh.clerk)
        let post = NewPostOfOfficial(official: "O1", post: NewPost(title: "Mayor"), evidence: Fresh.dispatch)
        _ = try registry.add(post, by: Fresh.clerk)
    }

    private func reject(_ record: RecordReference) throws {
        let edit = Edit(record: record, values: ["standing": "rejected", "note": "another person"])
        _ = try registry.edit(edit, by: Fresh.clerk)
    }

    /// Records an event of Dmitry Novikov, and returns in words the record that it was put on.
    private func record(_ state: String) throws -> String? {
        let event = NewEvent(record: "Dmitry Novikov", state: state, date: "2025-07", evidence: [Fresh.dispatch])
        return try registry.add(event, by: Fresh.clerk).records.first?.said
    }

    @Test(arguments: [
        ("training", "E1", "E3"), ("training", "E3", "E1"), ("in office", "P1", "P2"), ("in office", "P2", "P1"),
    ])
    func `a post or an enrollment that was judged wrong is not meant if another stands`(
        state: String, rejected: RecordReference, meant: String
    ) throws {
        #expect(throws: MusterError.self) { try record(state) }
        try reject(rejected)
        #expect(try record(state)?.hasPrefix("\(state) recorded of \(meant) ") == true)
    }

    @Test func `what was judged wrong is no candidate beside what stands`() throws {
        _ = try registry.add(NewUnit(designation: "Third", evidence: Fresh.dispatch), by: Fresh.clerk)
        _ = try registry.enroll(
            NewEnrollment(official: "O1", unit: "Third", evidence: Fresh.dispatch), by: Fresh.clerk)
        try reject("E3")
        let candidates = [
            Candidate.of("E1", "Dmitry Novikov in BARS-Kaliningrad"), .of("E4", "Dmitry Novikov in Third"),
        ]
        #expect(throws: MusterError.ambiguous("Dmitry Novikov", candidates: candidates)) { try record("training") }
    }

    @Test func `what was judged wrong is meant if nothing stands`() throws {
        for enrollment: RecordReference in ["E1", "E3"] { try reject(enrollment) }
        let candidates = [
            Candidate.of("E1", "Dmitry Novikov in BARS-Kaliningrad"), .of("E3", "Dmitry Novikov in BARS-Kursk"),
        ]
        #expect(throws: MusterError.ambiguous("Dmitry Novikov", candidates: candidates)) { try record("training") }
        let other = NewEnrollment(
            official: "Anna Petrova", post: NewPost(title: "Judge"), unit: "U2", evidence: Fresh.dispatch)
        _ = try registry.enroll(other, by: Fresh.clerk)
        try reject("E4")
        let event = NewEvent(record: "Anna Petrova", state: "training", evidence: [Fresh.dispatch])
        #expect(
            try registry.add(event, by: Fresh.clerk).records.first?.said
                == "training recorded of E4 Anna Petrova in BARS-Kursk")
    }
}
