import Foundation
import MusterDemo
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// What the whole register lacks is counted by queries, and is what reading every record finds.
final class RegisterCoverageTests {
    private let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    private func gap(_ what: Report.Gap.Kind) throws -> Report.Gap? {
        try registry.coverage().gaps.first { $0.what == what }
    }

    @Test func `the map says of a region that has a post and no unit what the table says`() throws {
        let new = NewOfficial(
            name: "Pavel Orlov", post: NewPost(title: "Mayor", region: "RU-PSK"),
            evidence: Evidence(source: "S1", stated: "Pavel Orlov"))
        _ = try registry.add(new, by: Fresh.clerk)
        let blocks = try registry.edition(EditionRequest(.national)).blocks
        let tiles = blocks.flatMap { block -> [Tile] in
            if case .drawing(let drawing) = block, case .tiles(let tiles) = drawing.kind { tiles } else { [] }
        }
        let tile = try #require(tiles.first { $0.region == RecordID(region: "RU-PSK") })
        let isNotLooked = if case .notLooked = tile.state { true } else { false }
        #expect(isNotLooked)
        let text = try registry.text(EditionRequest(.national))
        #expect(text.contains(#/Pskov Oblast[^\n]*not looked/#))
    }

    @Test func `the gaps are those that a report of everybody has, over a varied history and an invented registry`()
        throws
    {
        let chronicle = try Chronicle()
        try chronicle.tell { _ in }
        let other = try Registry.create(at: fresh.folder.appending(path: "scale.db").path)
        _ = try other.loadReference(by: Fresh.clerk)
        try other.fill(enrollments: 400, by: Fresh.clerk)
        for registry in [chronicle.registry, other] {
            let found = try registry.coverage().gaps
            let all = try registry.report(region: nil).gaps
            #expect(all.count > 5)
            for gap in all {
                let own = found.first { $0.what == gap.what }
                #expect(own?.count == gap.count, "\(gap.what)")
                #expect(own?.records == Array(gap.records.prefix(100)), "\(gap.what)")
            }
        }
    }

    @Test
    func `a region that was looked at half a year ago waits for a new look, and one that never was for the first`()
        throws
    {
        // Of 15 regions two have units.
        #expect(try gap(.look)?.count == 13 && gap(.newLook) == nil)
        for (region, date) in [("RU-PSK", "2024-12-14"), ("RU-TUL", "2024-12-15")] as [(RecordReference, EDTF)] {
            _ = try registry.add(NewLook(region: region, date: date, place: "the press"), by: Fresh.clerk)
        }
        #expect(try gap(.newLook)?.records.map(\.description) == ["RU-PSK"])
        #expect(try gap(.look)?.count == 11)
        // Half a year before another day than that of the newest revision.
        let later = try registry.coverage(on: Day("2025-07-01")).gaps.first { $0.what == .newLook }
        #expect(later?.records.map(\.description) == ["RU-PSK", "RU-TUL"])
    }

    @Test func `a source of which no copy is kept is missing one`() throws {
        #expect(try gap(.sourceCopy)?.records.map(\.description) == ["S1"])
        try fresh.edit("S1", ["captured": "2025-06-01"])
        #expect(try gap(.sourceCopy) == nil)
    }

    @Test func `of a long list the first hundred are named, and all are counted`() throws {
        for number in 1...103 {
            _ = try registry.add(NewSource(kind: .ngo, title: "Note \(number)"), by: Fresh.clerk)
        }
        let coverage = try registry.coverage()
        let due = try #require(coverage.due.first { $0.kind == .notCaptured })
        #expect(due.count == 104 && due.first.count == 100)
        #expect(
            due.first.map(\.record) == (try registry.due()).filter { $0.kind == .notCaptured }.prefix(100).map(\.record)
        )
        let gap = try #require(try gap(.sourceDate))
        #expect(gap.count == 104 && gap.records.count == 100)
        let markdown = MarkdownReport(try registry.text(EditionRequest(.coverage)))
        #expect(markdown.table("Due").last == "no copy kept |  | and 4 more")
        #expect(
            markdown.rows("What is missing").first { $0["What"] == "sources of no printed date" }?["Number"] == "104")
    }
}
