import MusterValues
import Testing

@testable import MusterCore

/// A contribution only adds, and what it adds waits for an editor.
final class ContributionTests {
    let fresh: Fresh
    let before: Int64

    init() throws {
        fresh = try Fresh(.populated)
        before = try fresh.registry.newestRevision()
    }

    private static let anna = Authorship(author: "Anna", isContribution: true)
    private static let note = "recorded by Anna, not reviewed yet"

    private static func enroll(_ registry: Registry, by author: Authorship) throws -> WriteResult {
        let post = NewPost(title: "Mayor", kind: .headOfMunicipality, region: "RU-KRS", tenure: .inOffice)
        var new = NewEnrollment(
            official: "Pavel Sidorov", unit: "BARS-Belgorod", state: .serving, date: "2025-06", evidence: Fresh.dispatch
        )
        (new.post, new.unitRegion) = (post, "RU-BEL")
        return try registry.enroll(new, by: author)
    }

    @Test func `everything that it adds needs work, and nothing else does`() throws {
        _ = try Self.enroll(fresh.registry, by: Self.anna)
        let queue = try fresh.registry.reviewQueue()
        #expect(queue.map(\.kind).filter { $0 != .citation } == [.unit, .official, .post, .enrollment, .event, .event])
        #expect(queue.allSatisfy { $0.note == Self.note && $0.author == "Anna" && $0.revision == before + 1 })
        #expect(Set(queue.map(\.recordedAt)) == ["2025-06-15T15:06:40Z"])
        #expect(queue.first?.id == RecordID(.unit, 3) && queue.first?.title == "BARS-Belgorod")
        for table in ["unit", "official", "post", "enrollment", "event", "citation"] {
            #expect(
                try fresh.count(
                    "SELECT count(*) FROM \(table) WHERE (standing = 'needs_work') <> (revision = \(before + 1))") == 0,
                "\(table)")
        }
        let citations = try fresh.count("SELECT count(*) FROM citation WHERE revision = \(before + 1)")
        #expect(citations > 5 && queue.filter { $0.kind == .citation }.count == citations)
        #expect(try fresh.registry.verify().revisions == before + 1)
    }

    @Test func `it is counted with its standing until somebody rejects it`() throws {
        let people = { try self.fresh.registry.units().map { $0.headcount.least }.reduce(0, +) }
        let count = try people()
        _ = try Self.enroll(fresh.registry, by: Self.anna)
        #expect(try people() == count + 1)
        #expect(try fresh.registry.enrollments().last?.standing == .needsWork)
        let rejection = Edit(record: "E3", values: ["standing": "rejected", "note": "another man"])
        _ = try fresh.registry.edit(rejection, by: Fresh.clerk)
        #expect(try people() == count)
    }

    @Test(arguments: [Standing.accepted, .rejected])
    func `all that a revision brought is judged at once, but for what was judged since`(standing: Standing) throws {
        _ = try Self.enroll(fresh.registry, by: Self.anna)
        let number = try fresh.registry.reviewQueue().count
        _ = try fresh.registry.edit(
            Edit(record: "V5", values: ["standing": "disputed", "note": "only perhaps"]), by: Fresh.clerk)
        try fresh.expectRefusal(nil, "the reason for standing 'rejected' is missing; give --note \"…\"", exit: 65) {
            try $0.review(self.before + 1, as: .rejected, note: nil, by: Fresh.clerk)
        }
        let note = standing == .rejected ? "a hoax" : nil
        let result = try fresh.registry.review(before + 1, as: standing, note: note, by: Fresh.clerk)
        #expect(result.revision == before + 3 && result.records.count >= number - 1)
        #expect(try fresh.registry.reviewQueue().isEmpty)
        for table in ["unit", "official", "post", "enrollment", "citation"] {
            #expect(
                try fresh.count(
                    "SELECT count(*) FROM \(table) WHERE revision = \(before + 3) AND standing = '\(standing.rawValue)'"
                ) > 0,
                "\(table)")
        }
        #expect(try fresh.count("SELECT count(*) FROM event WHERE id = 5 AND standing = 'disputed'") == 1)
        let refusal = MusterError.badValue(
            field: "revision", value: "\(before + 1)", rule: "nothing that it brought waits for an editor")
        #expect(throws: refusal) {
            try self.fresh.registry.review(self.before + 1, as: .accepted, note: nil, by: Fresh.clerk)
        }
    }

    @Test func `an editor takes a record off the queue by its standing`() throws {
        _ = try Self.enroll(fresh.registry, by: Self.anna)
        let length = try fresh.registry.reviewQueue().count
        _ = try fresh.registry.edit(Edit(record: "U3", values: ["standing": "accepted"]), by: Fresh.clerk)
        let rejection = Edit(record: "E3", values: ["standing": "rejected", "note": "another man"])
        _ = try fresh.registry.edit(rejection, by: Fresh.clerk)
        let left = try fresh.registry.reviewQueue()
        #expect(left.count == length - 2)
        #expect(!left.contains { $0.id == RecordID(.unit, 3) || $0.id == RecordID(.enrollment, 3) })
        #expect(try fresh.registry.known(at: .revision(before + 1)).reviewQueue().count == length)
    }

    @Test func `what waits longest is first, by the revision since which it waits`() throws {
        let judged = Edit(record: "U2", values: ["standing": "needs work", "note": "one source"])
        _ = try fresh.registry.edit(judged, by: Fresh.clerk)
        _ = try fresh.registry.add(
            NewUnit(designation: "BARS-Tula", region: "RU-TUL", evidence: Fresh.dispatch), by: Self.anna)
        _ = try fresh.registry.edit(
            Edit(record: "U2", values: ["role": "guards"], inferred: "seen on site"), by: Fresh.clerk)
        let units = try fresh.registry.reviewQueue().filter { $0.kind == .unit }
        #expect(units.map(\.title) == ["BARS-Kursk", "BARS-Tula"])
        #expect(units.map(\.revision) == [before + 1, before + 2])
        #expect(units.map(\.author) == ["clerk", "Anna"])
        #expect(units.map(\.note) == ["one source", Self.note])
    }

    @Test func `a source, a citation, an event, a post, a member and a look are added`() throws {
        let registry = fresh.registry
        _ = try registry.add(NewSource(kind: .other, title: "Letter"), by: Self.anna)
        let name = Evidence(source: "S1", stated: "Kaliningrad Shield")
        _ = try registry.cite(NewCitation(record: "U1", field: "name", evidence: name), by: Self.anna)
        _ = try registry.add(
            NewEvent(record: "U1", state: "recruiting", date: "2025-06", evidence: [Fresh.dispatch]), by: Self.anna)
        _ = try registry.resolve(
            GroupResolution(
                group: "E2", officials: ["Boris Orlov"], post: NewPost(title: "Clerk"), evidence: Fresh.dispatch),
            by: Self.anna)
        _ = try registry.add(NewLook(region: "RU-PSK", date: "2025-06-01", place: "regional press"), by: Self.anna)
        _ = try registry.add(NewProgramme(name: "Shield", evidence: Fresh.dispatch), by: Self.anna)
        #expect(try registry.newestRevision() == before + 6)
        let kinds = Set(try registry.reviewQueue().map(\.kind))
        #expect(kinds == [.programme, .official, .post, .enrollment, .event, .citation])
    }

    /// Writes that change or take away what is on record, each with the record that would change.
    private static let changes: [(String, @Sendable (Registry) throws -> WriteResult)] = [
        ("U1", { try $0.edit(Edit(record: "U1", values: ["role": "guards"], inferred: "seen"), by: anna) }),
        ("U2", { try $0.edit(Edit(record: "U2", values: ["standing": "rejected", "note": "x"]), by: anna) }),
        (
            "U2",
            { try $0.edit(Edit(record: "U2", values: ["name": "BARS-46"], evidence: Evidence(source: "S1")), by: anna) }
        ),
        ("C1", { try $0.setAside("S1", because: "satire", by: anna) }),
        (
            "U1",
            { try $0.distinguish("U1", from: "U2", by: Authorship(author: "Anna", reason: "x", isContribution: true)) }
        ),
    ]

    @Test(arguments: changes.indices)
    func `what changes a record is refused whole`(index: Int) throws {
        let (record, change) = Self.changes[index]
        let before = try fresh.dump()
        let error = #expect(throws: MusterError.self) { try change(fresh.registry) }
        #expect(error?.exitCode == 69)
        #expect(error?.rule.hasPrefix("a contribution only adds to the register, and this would change ") == true)
        #expect(error?.rule.contains("change \(record);") == true, "\(error?.rule ?? "")")
        #expect(try fresh.dump() == before)
    }

    @Test func `a merge and a revert are refused, too`() throws {
        let unit = NewUnit(designation: "BARS-Tula", region: "RU-TUL", evidence: Fresh.dispatch)
        let added = try fresh.registry.add(unit, by: Fresh.clerk)
        for change: (Registry) throws -> WriteResult in [
            { try $0.merge("U2", with: "U3", by: Self.anna) }, { try $0.revert(added.revision!, by: Self.anna) },
        ] {
            let before = try fresh.dump()
            let error = #expect(throws: MusterError.self) { try change(fresh.registry) }
            #expect(error?.rule.hasPrefix("a contribution only adds") == true, "\(error?.rule ?? "")")
            #expect(try fresh.dump() == before)
        }
    }

    @Test func `an inference about a new record is no change of another, and a rehearsal tells the same`() throws {
        var new = NewUnit(designation: "BARS-Tula", region: "RU-TUL", evidence: Fresh.dispatch)
        new.status = .forming
        let tried = try fresh.registry.rehearsing.add(new, by: Self.anna)
        #expect(tried.isRehearsal)
        #expect(try fresh.registry.reviewQueue() == [])
        #expect(throws: MusterError.self) {
            try fresh.registry.rehearsing.setAside("S1", because: "satire", by: Self.anna)
        }
        #expect(try fresh.registry.add(new, by: Self.anna).records.map(\.id) == tried.records.map(\.id))
    }

    @Test func `a change that is taken back leaves no doubt`() throws {
        _ = try fresh.registry.write(Self.anna, doing: "test") { transaction in
            #expect(throws: MusterError.readerLeft) {
                try transaction.attempt {
                    transaction.doubts[RecordID(.official, 2)] = [RecordID(.official, 1)]
                    throw MusterError.readerLeft
                }
            }
            #expect(transaction.doubts.isEmpty)
        }
    }
}
