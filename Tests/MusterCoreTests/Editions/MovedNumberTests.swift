import Foundation
import MusterDemo
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// Every number that editions show is compared, and what moved it is named: an undoing, a merge, a decision.
final class MovedNumberTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }
    private let evidence = Evidence(source: "S1", locator: "line 4", quote: "he serves")

    init() throws { fresh = try Fresh(.populated) }

    @Test func `an undoing and a merge are named as such`() throws {
        let first = try registry.newestRevision()
        try fresh.enroll("Ivan Petrov", .serving, on: "2025-05", by: evidence)
        let second = try registry.newestRevision()
        _ = try registry.revert(second, by: Fresh.clerk)
        #expect(
            try fresh.moved(from: second, "people on record, ever").first
                == "the whole register |  | people on record, ever | at least 4 | at least 3 | \(Fresh.by(second + 1, "; undoes revision \(second)"))"
        )
        try fresh.enroll("Boris Head", .serving, on: "2025-05", by: evidence)
        let before = try registry.newestRevision()
        _ = try registry.merge("O3", with: "O1", by: Fresh.clerk)
        let merged = try #require(try fresh.moved(from: before, "people by name").first)
        #expect(
            merged.hasPrefix(
                "the whole register |  | people by name | 2 | 1 | \(Fresh.by(before + 1, "; merges O1 into O3; merges E1 into E4"))"
            )
        )
        let told = try fresh.changes(from: first).rows("Revisions").compactMap { $0["What"] }
        #expect(told[1].hasSuffix("\nundoes revision \(second)"))
    }

    @Test func `a redaction moves no number, and is named`() throws {
        try fresh.enroll("Ivan Petrov", .serving, on: "2025-05", by: evidence)
        try fresh.judge("O2", "rejected", "by order")
        let first = try registry.newestRevision()
        _ = try registry.redact("O2", by: Authorship(author: "clerk", reason: "by order"))
        let markdown = try fresh.changes(from: first)
        #expect(markdown["Numbers that moved"] == [])
        #expect(markdown.rows("Revisions").last?["What"]?.contains("\nredacts earlier versions: ") == true)
    }

    @Test func `disputes, looks, sources and claims are numbers too`() throws {
        let first = try registry.newestRevision()
        try fresh.addSource("Channel")
        try fresh.cite("U1", "region", "Pskov", .disputes, in: "S2")
        _ = try registry.add(NewLook(region: "RU-PSK", date: "2025-02-01", place: "the press"), by: Fresh.clerk)
        try fresh.cite("RU-PSK", "claimed_by", "nobody", in: "S2")
        let moved = try fresh.moved(from: first, "open disputes", "looks", "sources", "claims on territories")
        #expect(
            moved == [
                "the whole register | open disputes | 0 | 1 | \(Fresh.by(first + 2)) | U1 BARS-Kaliningrad: against: stated: Pskov; Channel S2",
                "the whole register | sources | 1 | 2 | \(Fresh.by(first + 1)) | ",
                "the whole register | looks | 0 | 1 | \(Fresh.by(first + 3)) | ",
                "the whole register | claims on territories | 0 | 1 | \(Fresh.by(first + 4)) | RU-PSK Pskov Oblast: stated: nobody; Channel S2",
            ])
        let decided = try registry.newestRevision()
        _ = try registry.edit(Edit(record: "U1", values: ["region": "RU-KGD"]), by: Fresh.clerk)
        let settled = try fresh.moved(from: decided, "open disputes", "settled disputes")
        #expect(
            settled == [
                "the whole register | open disputes | 1 | 0 | \(Fresh.by(decided + 1))",
                "the whole register | settled disputes | 0 | 1 | \(Fresh.by(decided + 1))",
            ])
    }

    @Test func `under the numbers each record that changed has its fields as they were and as they are`() throws {
        try fresh.addSource("Channel")
        let first = try registry.newestRevision()
        try fresh.edit("U1", ["ordinal": "5"], by: Evidence(source: "S2"))
        try fresh.judge("E1", "rejected", "another man")
        let rows = try fresh.changes(from: first).table("Records that changed")
        #expect(
            rows.map { $0.replacing(#/C\d+ /#, with: "") } == [
                "U1 | BARS-Kaliningrad | changed | ordinal |  | 5 | stated: 5; Channel S2",
                "E1 | Dmitry Novikov in BARS-Kaliningrad | changed | standing | accepted | rejected | ",
                "E1 | Dmitry Novikov in BARS-Kaliningrad | changed | note |  | another man | ",
            ])
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `the steps of a number add up to its move, and each is what its revision did`(seed: UInt64) throws {
        let random = try RandomWrites(seed: seed)
        try random.write(until: 40)
        let last = try random.registry.newestRevision()
        let finder = try ChangeFinder(random.registry, on: #require(Day("2025-06-15")))
        var single: [Int64: Changes] = [:]
        for revision in 1...last { single[revision] = try finder.changes(from: revision - 1, to: revision) }
        for first in [0, last / 3, last - 9] {
            let numbers = try finder.changes(from: first, to: last).numbers
            #expect(!numbers.isEmpty)
            for number in numbers {
                var (amount, sum) = (number.before, 0)
                for step in number.steps {
                    let own = single[step.revision]?.numbers.first {
                        $0.what == number.what && $0.which == number.which && $0.of?.id == number.of?.id
                    }
                    #expect(own?.before == amount && own?.after == step.after && step.after != amount)
                    #expect(own?.steps.first?.citations == step.citations)
                    sum += Self.least(step.after) - Self.least(amount)
                    amount = step.after
                }
                #expect(amount == number.after)
                #expect(sum == Self.least(number.after) - Self.least(number.before))
            }
        }
    }

    private static func least(_ amount: Changes.Amount?) -> Int { amount?.ranges.first?.least ?? 0 }
}
