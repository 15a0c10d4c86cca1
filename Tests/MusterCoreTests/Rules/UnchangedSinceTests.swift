import MusterValues
import Testing

@testable import MusterCore

/// An edit can name the revision at which its author read the record, and is refused if somebody was faster.
struct UnchangedSinceTests {
    let fresh: Fresh
    /// The newest revision when both editors read the register.
    let read: Int64

    init() throws {
        fresh = try Fresh(.populated)
        read = try fresh.registry.newestRevision()
    }

    private static let anna = Authorship(author: "Anna")

    private func edit(_ record: RecordReference, _ values: [String: String], since revision: Int64?) -> Edit {
        var edit = Edit(record: record, values: values, inferred: "seen on site")
        edit.unchangedSince = revision
        return edit
    }

    /// Refuses an edit that Boris made from the same state as Anna, and takes it once he has read the record again.
    private func refuses(_ edit: Edit, of id: RecordID) throws {
        let newest = try fresh.registry.newestRevision()
        #expect(newest > read)
        try fresh.expectRefusal(
            .changedSince(record: id, revision: read, by: newest),
            "\(id) was changed in revision \(newest), and this change was made from revision \(read); nothing was "
                + "changed; use 'muster show \(id)' to see it", exit: 75
        ) { try $0.edit(edit, by: Fresh.clerk) }
        var again = edit
        again.unchangedSince = newest
        #expect(try fresh.registry.edit(again, by: Fresh.clerk).revision == newest + 1)
    }

    @Test func `the second of two editors of a record is refused, also on another field`() throws {
        _ = try fresh.registry.edit(edit("U1", ["ordinal": "5"], since: read), by: Self.anna)
        try refuses(edit("U1", ["role": "guards"], since: read), of: RecordID(.unit, 1))
    }

    @Test func `a decision on the changed field is a change, also of a field without a column`() throws {
        _ = try fresh.registry.edit(edit("U1", ["role": "guards"], since: read), by: Self.anna)
        try refuses(edit("U1", ["role": "signals"], since: read), of: RecordID(.unit, 1))
    }

    @Test func `a name is a change of the record`() throws {
        let stated = Evidence(source: "S1", stated: "Kaliningrad Shield")
        _ = try fresh.registry.cite(NewCitation(record: "U1", field: "name", evidence: stated), by: Self.anna)
        try refuses(edit("U1", ["role": "guards"], since: read), of: RecordID(.unit, 1))
    }

    @Test func `a citation of the changed field is a change, and one of another field is none`() throws {
        var stated = Evidence(source: "S1", stated: "guards")
        _ = try fresh.registry.cite(NewCitation(record: "U1", field: "role", evidence: stated), by: Self.anna)
        let other = try fresh.registry.edit(edit("U1", ["ordinal": "5"], since: read), by: Fresh.clerk)
        #expect(other.revision == read + 2)
        stated.stated = "RU-KRS"
        _ = try fresh.registry.cite(NewCitation(record: "U2", field: "region", evidence: stated), by: Self.anna)
        try refuses(edit("U2", ["region": "RU-BEL"], since: read), of: RecordID(.unit, 2))
    }

    @Test func `a citation that was taken back is a change`() throws {
        let cited = try fresh.registry.cite(
            NewCitation(record: "U1", field: "role", evidence: Evidence(source: "S1", stated: "guards")), by: Self.anna)
        _ = try fresh.registry.revert(#require(cited.revision), by: Self.anna)
        try refuses(edit("U1", ["role": "guards"], since: read), of: RecordID(.unit, 1))
    }

    @Test func `what happened to other records, or to the record's events, is no change of it`() throws {
        _ = try fresh.registry.edit(edit("U2", ["role": "guards"], since: nil), by: Self.anna)
        try fresh.happen("U1", "recruiting", "2025-06")
        _ = try fresh.registry.edit(edit("RU-KGD", ["number": "39, 91"], since: read), by: Self.anna)
        #expect(try fresh.registry.edit(edit("U1", ["role": "guards"], since: read), by: Fresh.clerk).revision != nil)
    }

    @Test(arguments: [Int64(0), 999, -1])
    func `a revision that the register does not have is refused`(revision: Int64) throws {
        let edit = edit("U1", ["role": "guards"], since: revision)
        try fresh.expectRefusal(
            nil, "revision '\(revision)' is refused: the register has revisions 1 to \(read); 'muster log' lists them",
            exit: 65
        ) { try $0.edit(edit, by: Fresh.clerk) }
    }
}
