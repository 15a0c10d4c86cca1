import Foundation
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// Pages of regions and units of which more is on record than fits one page.
final class LongPageTests {
    private let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    @Test func `a region with many enrollments has its first lists, and the ways to all of them`() throws {
        let registry = fresh.registry
        for number in 1...55 {
            _ = try registry.enroll(
                NewEnrollment(group: NewGroup(who: "group \(number)"), unit: "U1", evidence: Fresh.dispatch),
                by: Fresh.clerk)
        }
        let maker = PageMaker(registry, in: .english, on: nil)
        let region = RecordID(region: "RU-KGD")
        var filter = Filter()
        filter.regions = ["RU-KGD"]
        let count = try registry.enrollments(filter).count
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
