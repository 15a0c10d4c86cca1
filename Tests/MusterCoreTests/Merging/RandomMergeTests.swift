import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// Merging any two records of a random register and undoing it restores the register, and every rule holds in between.
@Suite struct RandomMergeTests {
    @Test(arguments: [5, 6, 7] as [UInt64])
    func `a merge and its undoing leave everything as it was`(seed: UInt64) throws {
        let history = try RandomWrites(seed: seed)
        try history.write(until: 45)
        var merged = 0
        for kind in MergeLookup.kinds {
            for kept in 1...Int64(4) {
                for gone in 1...Int64(4) where gone != kept {
                    let registry = try history.copy()
                    let before = try TableState(registry)
                    let (kept, gone) = (RecordID(kind, kept), RecordID(kind, gone))
                    guard (try? registry.merge("\(kept)", with: "\(gone)", by: Fresh.clerk, overruling: true)) != nil
                    else {
                        #expect(try TableState(registry) == before)
                        continue
                    }
                    merged += 1
                    try Self.expectIntact(registry)
                    #expect(try registry.show("\(gone)").id == kept)
                    try Self.expectCountedOnce(registry)
                    _ = try registry.unmerge("\(gone)", by: Fresh.clerk)
                    #expect(try TableState(registry).differences(before) == [], "\(kept) \(gone)")
                    try Self.expectIntact(registry)
                }
            }
        }
        #expect(merged >= 10)
    }

    private static func expectIntact(_ registry: Registry) throws {
        _ = try registry.verify()
        let dangling = try registry.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }
        #expect(dangling == [])
    }

    /// Expects that each unit counts each of its people once, by a count of its enrollments.
    private static func expectCountedOnce(_ registry: Registry) throws {
        let enrollments = try registry.enrollments()
        var own = Filter()
        own.isOwn = true
        for unit in try registry.units(own) where unit.standing != .rejected {
            let counted = enrollments.filter { $0.unit.id == unit.id && $0.people != .none }
            #expect(unit.headcount.named == Set(counted.compactMap(\.official)).count)
        }
    }
}
