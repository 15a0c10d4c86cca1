import MusterValues
import Testing

@testable import MusterCore

/// What a revision brought is judged as a whole.
final class ReviewTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    private static let anna = Authorship(author: "Anna", isContribution: true)

    @Test(arguments: [Standing.accepted, .rejected])
    func `a death is judged with the two sources that it rests on`(standing: Standing) throws {
        _ = try registry.add(NewSource(kind: .other, title: "Second"), by: Fresh.clerk)
        let death = NewEvent(
            record: "E1", state: "killed", date: "2025-06-01", evidence: [Fresh.dispatch, Evidence(source: "Second")])
        let brought = try #require(try registry.add(death, by: Self.anna).revision)
        let result = try registry.review(brought, as: standing, note: "looked into", by: Fresh.clerk)
        #expect(result.revision == brought + 1)
        #expect(try registry.reviewQueue().isEmpty)
        let judged = "standing = '\(standing.rawValue)' AND standing_note = 'looked into'"
        #expect(try fresh.count("SELECT count(*) FROM event WHERE value = 'killed' AND \(judged)") == 1)
        #expect(try fresh.count("SELECT count(*) FROM citation WHERE \(judged)") >= 2)
    }

    @Test func `what another revision brought waits on`() throws {
        let brought = try [("BARS-Tula", "RU-TUL"), ("BARS-Murmansk", "RU-MUR")].map { name, region -> Int64 in
            let unit = NewUnit(designation: name, region: RecordReference(region), evidence: Fresh.dispatch)
            return try #require(try registry.add(unit, by: Self.anna).revision)
        }
        _ = try registry.review(brought[0], as: .accepted, note: nil, by: Fresh.clerk)
        #expect(Set(try registry.reviewQueue().map(\.revision)) == [brought[1]])
    }

    @Test(arguments: [Standing.disputed, .needsWork])
    func `a whole is only accepted or rejected`(standing: Standing) throws {
        let unit = NewUnit(designation: "BARS-Tula", region: "RU-TUL", evidence: Fresh.dispatch)
        let brought = try #require(try registry.add(unit, by: Self.anna).revision)
        let waiting = try registry.reviewQueue()
        #expect(throws: MusterError.self) {
            try self.registry.review(brought, as: standing, note: "x", by: Fresh.clerk)
        }
        #expect(try registry.reviewQueue() == waiting)
    }
}
