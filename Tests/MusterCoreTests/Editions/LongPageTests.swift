import Foundation
import MusterDemo
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// Pages of regions and units of which more is on record than fits one page.
final class LongPageTests {
    private let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    @Test func `a region with many enrollments has its first lists, and the ways to all of them`() throws {
        let registry = try Registry.create(at: fresh.folder.appending(path: "long.db").path)
        _ = try registry.loadReference(by: Fresh.clerk)
        try registry.fill(enrollments: 6000, by: Fresh.clerk)
        let maker = PageMaker(registry, in: .english, on: nil)
        var found: (region: RecordID, count: Int)?
        for region in try registry.regions() where found == nil {
            var filter = Filter()
            filter.regions = [RecordReference(region.code)]
            let count = try registry.enrollments(filter).count
            if count > 50 { found = (RecordID(region: region.code), count) }
        }
        let (region, count) = try #require(found)
        #expect(try maker.holds(moreThan: count - 1, region))
        #expect(try !maker.holds(moreThan: count, region))
        let page = try maker.summary(of: region)
        let rows = page.blocks.compactMap { block -> EditionTable? in
            if case .table(let table) = block, table.name == "enrollments" || table.name == "who_joined" {
                table
            } else {
                nil
            }
        }
        #expect(rows.first?.rows.count == 50)
        let condition = LinkCondition("region", "\(region)")
        let words = page.blocks.compactMap { block -> Words? in
            if case .paragraph(let words, _) = block { words } else { nil }
        }
        #expect(words.contains(.link(.page(.enrollments, [condition]), .say(.allEnrollmentsHere))))
        let timeline = try maker.longTimeline(of: region)
        #expect(timeline.blocks.count == 1 && timeline.record == region)
    }
}
