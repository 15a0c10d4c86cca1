import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// A source that is set aside takes what rests on it alone out of every count, and gives it back as it was.
final class SetAsideTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }
    private let satire = Evidence(source: "S2")

    /// S2 is the only source of U3 and of Anna Example in it; it repeats what the dispatch says of E2, and one of two sources of a death.
    init() throws {
        fresh = try Fresh(.populated)
        for title in ["Satire", "Obituary"] {
            _ = try registry.add(NewSource(kind: .other, title: title), by: Fresh.clerk)
        }
        _ = try registry.add(NewUnit(designation: "BARS-Pskov", region: "RU-PSK", evidence: satire), by: Fresh.clerk)
        let post = NewPost(title: "Mayor", region: "RU-PSK", tenure: .inOffice)
        let new = NewEnrollment(official: "Anna Example", post: post, unit: "U3", date: "2025-03-01", evidence: satire)
        _ = try registry.enroll(new, by: Fresh.clerk)
        let group = NewCitation(
            record: "E2", field: "group", evidence: Evidence(source: "S2", stated: "members of the government"))
        _ = try registry.cite(group, by: Fresh.clerk)
        let killed = NewEvent(
            record: "E1", state: "killed", date: "2025-05", evidence: [satire, Evidence(source: "S3")])
        _ = try registry.add(killed, by: Fresh.clerk)
    }

    private func aside() throws -> WriteResult {
        try registry.setAside("S2", because: "a satirical page", by: Fresh.clerk)
    }

    private func standings(_ kind: String) throws -> [String] {
        try registry.read { db in
            try String.fetchAll(db, sql: "SELECT id || ' ' || standing FROM \(kind) ORDER BY id")
        }
    }

    @Test func `what rests on it alone counts no more, and says why`() throws {
        let before = try registry.units().map(\.headcount.words)
        #expect(before == ["at least 3", "0", "1"])
        let told = try aside().records.map { "\($0.id)" }
        #expect(told == ["S2", "V5", "V6", "V7", "P2", "E3", "O2", "U3"])
        #expect(try standings("enrollment") == ["1 accepted", "2 accepted", "3 rejected"])
        #expect(try standings("official") == ["1 accepted", "2 rejected"])
        #expect(try standings("unit") == ["1 accepted", "2 accepted", "3 rejected"])
        #expect(try registry.show("E3").standingNote == "S2 is set aside")
        #expect(try registry.units().map(\.headcount.words) == ["at least 3", "0", "0"])
        #expect(try registry.sources().map(\.setAside) == [nil, "a satirical page", nil])
        // What another source says too stands, and the death with one origin left does not.
        #expect(try registry.show("E2").standing == .accepted)
        #expect(try registry.show("E1").events.first { $0.value == .state(.killed) }?.standing == .rejected)
        _ = try registry.verify()
    }

    @Test func `a strength comes back, and a unit rests on its part that rests on the source`() throws {
        var part = NewUnit(designation: "First Company", region: "RU-PSK", evidence: satire)
        part.partOf = "U3"
        _ = try registry.add(part, by: Fresh.clerk)
        try fresh.happen("U3", "strength 600", "2025-03", by: [satire])
        let before = try standings("unit") + standings("event")
        _ = try aside()
        #expect(try standings("unit") == ["1 accepted", "2 accepted", "3 rejected", "4 rejected"])
        _ = try registry.bringBack("S2", by: Fresh.clerk)
        #expect(try standings("unit") + standings("event") == before)
    }

    @Test func `who repeats it alone still counts, and is told of`() throws {
        var repeater = NewSource(kind: .rewrite, title: "Rewrite")
        (repeater.derivedFrom, repeater.relation) = (["S2"], .copies)
        _ = try registry.add(repeater, by: Fresh.clerk)
        repeater.title = "Rewrite of two"
        repeater.derivedFrom = ["S2", "S3"]
        _ = try registry.add(repeater, by: Fresh.clerk)
        let told = try aside().records.compactMap { change -> RecordID? in
            if case .stillRepeats = change.change { change.id } else { nil }
        }
        #expect(told == [RecordID(.source, 4)])
    }

    @Test func `it is brought back with everything as it was judged before`() throws {
        let doubt = Edit(record: "E3", values: ["standing": "disputed", "note": "another Anna"])
        _ = try registry.edit(doubt, by: Fresh.clerk)
        let before = try TableState(registry)
        _ = try aside()
        _ = try registry.edit(Edit(record: "P2", values: ["note": "she never was mayor"]), by: Fresh.clerk)
        _ = try registry.bringBack("S2", by: Fresh.clerk)
        // What somebody judged since stays as it is.
        #expect(try registry.show("P2").standing == .rejected)
        _ = try registry.edit(Edit(record: "P2", values: ["standing": "accepted"]), by: Fresh.clerk)
        #expect(try TableState(registry).differences(before) == [])
        #expect(try registry.show("E3").standing == .disputed)
    }

    @Test func `undoing the revision brings it back too`() throws {
        let before = try TableState(registry)
        let revision = try #require(try aside().revision)
        _ = try registry.revert(revision, by: Fresh.clerk)
        #expect(try TableState(registry).differences(before) == [])
    }

    @Test func `twice, or for a source that is not, it is refused, and so is a citation of it`() throws {
        try fresh.expectRefusal(
            nil, "S2 is not set aside; there is nothing to bring back; see 'muster show S2'", exit: 69
        ) { try $0.bringBack("S2", by: Fresh.clerk) }
        _ = try aside()
        try fresh.expectRefusal(
            nil, "S2 is set aside already: a satirical page; see 'muster show S2'", exit: 69
        ) { try $0.setAside("S2", because: "again", by: Fresh.clerk) }
        try fresh.expectRefusal(
            nil, "S2 is set aside: a satirical page; cite another source, or bring it back with 'muster bring-back S2'",
            exit: 69
        ) { try $0.add(NewEvent(record: "U1", state: "disbanded", evidence: [self.satire]), by: Fresh.clerk) }
        try fresh.expectRefusal(
            nil,
            "S2 is set aside, so the merge would change what counts; bring it back first with 'muster bring-back S2'",
            exit: 69
        ) { try $0.merge("S1", with: "S2", by: Fresh.clerk) }
        #expect(throws: MusterError.self) { try self.registry.setAside("S1", because: " ", by: Fresh.clerk) }
    }

    @Test func `an archived copy of one source is no second voice`() throws {
        for values in [["archive": "https://archive.ph/Ab1"], ["url": "http://archive.ph/Ab1"]] {
            let source: RecordReference = values["archive"] == nil ? "S3" : "S1"
            _ = try registry.edit(Edit(record: source, values: values), by: Fresh.clerk)
        }
        let voices = try registry.read { db in
            try SourceOrigins(of: [1, 3], db).voices(of: [
                .init(source: 1, speaker: nil), .init(source: 3, speaker: nil),
            ]).count
        }
        #expect(voices == 1)
        #expect(throws: MusterError.self) {
            try self.registry.edit(Edit(record: "S1", values: ["archive": "ftp://example.org"]), by: Fresh.clerk)
        }
    }

    @Test func `of two sources set aside, the one that is brought back gives back what it says too`() throws {
        let name = NewCitation(record: "U3", field: "name", evidence: Evidence(source: "S3", stated: "BARS-Pskov"))
        _ = try registry.cite(name, by: Fresh.clerk)
        _ = try aside()
        #expect(try registry.show("U3").standing == .accepted)
        _ = try registry.setAside("S3", because: "a mistake", by: Fresh.clerk)
        #expect(try registry.show("U3").standing == .rejected)
        _ = try registry.bringBack("S2", by: Fresh.clerk)
        #expect(try registry.show("U3").standing == .accepted)
        // The death has one origin until the other source is back, too.
        #expect(try registry.show("V7").standing == .rejected)
        #expect(try registry.show("V7").standingNote == "S3 is set aside")
        _ = try registry.bringBack("S3", by: Fresh.clerk)
        #expect(try registry.show("V7").standing == .accepted)
    }

    @Test func `a redacted reason is gone everywhere, and the source comes back all the same`() throws {
        _ = try registry.setAside("S2", because: "Ivan Ivanov lied", by: Fresh.clerk)
        _ = try registry.redact("S2", by: Authorship(author: "A clerk", reason: "by order"))
        #expect(try registry.show("U3").standingNote == "S2 is set aside")
        _ = try registry.bringBack("S2", by: Fresh.clerk)
        #expect(try registry.show("U3").standing == .accepted)
    }

    @Test func `what comes back closes no circle`() throws {
        _ = try registry.add(NewSource(kind: .other, title: "Fourth"), by: Fresh.clerk)
        var merged = NewEvent(record: "U1", state: "merged into", date: "2025-05", evidence: [Evidence(source: "S4")])
        merged.other = "U2"
        _ = try registry.add(merged, by: Fresh.clerk)
        _ = try registry.setAside("S4", because: "a rumour", by: Fresh.clerk)
        var back = NewEvent(record: "U2", state: "merged into", date: "2025-05", evidence: [Fresh.dispatch])
        back.other = "U1"
        _ = try registry.add(back, by: Fresh.clerk)
        let error = #expect(throws: MusterError.self) { try self.registry.bringBack("S4", by: Fresh.clerk) }
        #expect(error?.description.contains("a unit would become what it came from") == true)
    }
}
