import MusterValues
import Testing

@testable import MusterCore

/// The revision that a dossier names.
final class ChangedTests {
    private let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    private func changed(_ record: RecordReference) throws -> [Int64] {
        let dossier = try registry.show(record)
        let log = try registry.log(of: record).first?.revision
        #expect(dossier.changed == log)
        return [dossier.revision, dossier.changed]
    }

    @Test func `it is the newest of the record, its names, its events and the citations on them`() throws {
        let own = try registry.show("U2").revision
        var newest = try registry.newestRevision()
        func expectChange(_ change: () throws -> Void) throws {
            try change()
            newest += 1
            #expect(try changed("U2") == [own, newest])
        }
        try expectChange { try fresh.cite("U2", "role", "guard", in: "S1") }
        try expectChange { try fresh.happen("U2", "forming", "2025-05") }
        let event = try #require(try registry.show("U2").events.first?.id)
        try expectChange { try fresh.cite(RecordReference(event), "cause", "by decree", in: "S1") }
        try expectChange { try fresh.cite("U2", "name", "БАРС-Курск", in: "S1") }
        // What was taken back left a mark, too.
        try expectChange { _ = try registry.revert(newest, by: Fresh.clerk) }
        let before = newest
        try expectChange { try fresh.happen("U2", "established", "2025-06-01") }
        #expect(try registry.known(at: .revision(before)).show("U2").changed == before)
        #expect(try registry.show("U1").changed < own + 1)
    }
}
