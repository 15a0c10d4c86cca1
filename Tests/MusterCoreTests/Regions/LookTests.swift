import Foundation
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// A region where none were found is told from one that nobody looked at.
final class LookTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    @discardableResult
    private func look(at region: RecordReference, on date: EDTF, found: String? = nil) throws -> WriteResult {
        try registry.add(NewLook(region: region, date: date, place: "regional press", found: found), by: Fresh.clerk)
    }

    private func coverage(of region: RecordReference, on day: String? = nil) throws -> ListedRegion {
        var filter = Filter()
        (filter.region, filter.day) = (region, day.flatMap { Day($0) })
        return try #require(try registry.regions(filter).first { $0.parent == nil })
    }

    @Test func `what a look says is redacted with its revision`() throws {
        let revision = try #require(
            try look(at: "RU-PSK", on: "2025-02-01", found: "a list with Anna Example").revision)
        let told = try registry.redact(
            RecordReference("\(revision)"), by: Authorship(author: "clerk", reason: "court order"))
        #expect(told.records.map(\.id) == [RecordID(region: "RU-PSK")])
        #expect(try coverage(of: "RU-PSK").look?.words == "2025-02-01, [redacted]: [redacted]")
        let known = try registry.known(at: .revision(revision))
        var filter = Filter()
        filter.region = "RU-PSK"
        #expect(try known.regions(filter).first?.look?.found == "[redacted]")
        #expect(try registry.bytes().range(of: Data("Anna Example".utf8)) == nil)
        _ = try registry.verify()
        #expect(
            try registry.redact(RecordReference("\(revision)"), by: Authorship(author: "clerk", reason: "again"))
                .revision == nil)
    }

    @Test func `a region's timeline tells of the looks at it`() throws {
        try look(at: "RU-PSK", on: "2025-02-01")
        try look(at: "RU-PSK", on: "2025-01", found: "a notice")
        let lines = try registry.timeline(of: "RU-PSK")
        #expect(lines.map(\.words) == ["looked in regional press: a notice", "looked in regional press: none found"])
        #expect(lines.map { $0.date?.edtf } == ["2025-01", "2025-02-01"])
        #expect(lines.map { $0.record.id } == [RecordID(region: "RU-PSK"), RecordID(region: "RU-PSK")])
    }

    @Test func `the newest look decides, and a unit on record most of all`() throws {
        #expect(try coverage(of: "RU-KGD").coverage == .onRecord)
        #expect(try coverage(of: "RU-PSK").coverage == .notLooked)
        try look(at: "RU-PSK", on: "2025-02-01")
        #expect(try coverage(of: "RU-PSK").coverage == .noneFound)
        #expect(try coverage(of: "RU-PSK").look?.words == "2025-02-01, regional press: none found")
        try look(at: "Pskov", on: "2025-04", found: "a recruiting notice of BARS-Pskov")
        #expect(try coverage(of: "RU-PSK").coverage == .found)
        // An older look that is typed in later decides nothing, and a day asks about what was known of by then.
        try look(at: "RU-PSK", on: "2025-01")
        #expect(try coverage(of: "RU-PSK").coverage == .found)
        #expect(try coverage(of: "RU-PSK", on: "2025-03-01").coverage == .noneFound)
        #expect(try coverage(of: "RU-PSK", on: "2024-12-31").coverage == .notLooked)
        _ = try registry.add(
            NewUnit(designation: "BARS-Pskov", region: "RU-PSK", evidence: Fresh.dispatch), by: Fresh.clerk)
        #expect(try coverage(of: "RU-PSK").coverage == .onRecord)
    }

    @Test func `a look at a district is one at its region`() throws {
        let district = NewRegion(code: nil, name: "Gdov district", parent: "RU-PSK", evidence: Evidence(source: "S1"))
        _ = try registry.add(district, by: Fresh.clerk)
        try look(at: "RU-PSK/gdov", on: "2025-02-01")
        #expect(try coverage(of: "RU-PSK").coverage == .noneFound)
    }

    @Test func `a report says how far it covers the regions, and a claimed order how many are open`() throws {
        var unit = NewUnit(designation: "BARS-Tula", region: "RU-TUL", programme: "BARS", evidence: Fresh.dispatch)
        unit.ordinal = 5
        _ = try registry.add(unit, by: Fresh.clerk)
        try look(at: "RU-PSK", on: "2025-02-01")
        let report = try registry.report(region: nil)
        let (all, held) = (try registry.regions().filter { $0.parent == nil }.count, 3)
        #expect(report.coverage.words == "on record \(held), none found 1, not looked \(all - held - 1)")
        let national = try fresh.markdown(nil).table("Where")
        #expect(
            national.contains(
                "Pskov Oblast | RU-PSK | 0 | 0 | 0 | looked, none found\n1 February 2025, regional press; none found")
        )
        #expect(
            try fresh.markdown("RU-PSK").table("Coverage") == [
                "Pskov Oblast | RU-PSK | looked, none found | regional press; none found | 1 February 2025"
            ])
        // A region with a unit on record, at which nobody looked, has nothing to say.
        #expect(try fresh.markdown("RU-TUL").table("Coverage") == [])
        #expect(try fresh.markdown("RU-SPE").table("Coverage") == ["Saint Petersburg | RU-SPE | not looked"])
        #expect(
            report.ordinals.first?.words.hasSuffix("unknown, and \(all - held - 1) regions are not looked at") == true)
    }

    @Test func `it is in the log, is undone, and stays in the proof`() throws {
        let made = try #require(try look(at: "RU-PSK", on: "2025-02-01").revision)
        _ = try registry.verify()
        _ = try registry.revert(made, by: Fresh.clerk)
        #expect(try coverage(of: "RU-PSK").coverage == .notLooked)
        _ = try registry.verify()
    }

    @Test func `a look at a region that is not, or ahead of today, is refused`() throws {
        try fresh.expectRefusal(
            nil, "date '2025-06-16' is refused: it is after today; a look is recorded once it was made", exit: 65
        ) { try $0.add(NewLook(region: "RU-PSK", date: "2025-06-16", place: "press"), by: Fresh.clerk) }
        for new in [
            NewLook(region: "RU-XXX", date: "2025", place: "press"),
            NewLook(region: "RU-PSK", date: "2025", place: " "),
            NewLook(region: "RU-PSK", date: "2025", place: "press", found: ""),
        ] {
            #expect(throws: MusterError.self) { try self.registry.add(new, by: Fresh.clerk) }
        }
    }
}
