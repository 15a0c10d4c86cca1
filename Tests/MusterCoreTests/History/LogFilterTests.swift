import MusterValues
import Testing

@testable import MusterCore

/// The log is asked for an author, for days and for a kind of record.
final class LogFilterTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    private func revisions(_ set: (inout LogFilter) -> Void, of record: RecordReference? = nil) throws -> [Int64] {
        var filter = LogFilter()
        set(&filter)
        return try fresh.registry.log(of: record, filter).map(\.revision)
    }

    @Test func `each condition narrows the log, and all must hold`() throws {
        let all = try revisions { _ in }
        let other = Authorship(author: "Second Clerk", reason: "another")
        let written = try fresh.registry.add(NewSource(kind: .other, title: "Third"), by: other).revision
        #expect(try revisions { $0.author = "second clerk" } == [written])
        #expect(try revisions { $0.author = Fresh.clerk.author } == all)
        #expect(try revisions { $0.author = "Second" } == [written])
        #expect(try revisions { $0.kind = .source }.first == written)
        #expect(try revisions { $0.kind = .enrollment }.contains(written!) == false)
        #expect(try revisions({ $0.author = "Second Clerk" }, of: "S1").isEmpty)
        // The clock of the tests stands at 2025-06-15.
        #expect(try revisions { $0.since = Day("2025-06-15") } == [written!] + all)
        #expect(try revisions { $0.since = Day("2025-06-16") }.isEmpty)
        #expect(try revisions { $0.until = Day("2025-06-15") } == [written!] + all)
        #expect(try revisions { $0.until = Day("2025-06-14") }.isEmpty)
        #expect(try revisions({ $0.until = Day("2025-06-15") }, of: "U1").isEmpty == false)
    }

    @Test func `an author who wrote nothing and days the wrong way round are refused`() throws {
        for (set, message) in [
            ({ $0.author = "Nobody" }, "'Nobody' is not an author in the log"),
            ({ ($0.since, $0.until) = (Day("2025-06-15"), Day("2025-06-14")) }, "the log would end on 2025-06-14"),
        ] as [((inout LogFilter) -> Void, String)] {
            let error = #expect(throws: MusterError.self) { try self.revisions(set) }
            #expect(error?.sentence { "\($0)" }.contains(message) == true)
        }
    }

    @Test func `the log names the records that it lists`() throws {
        let first = try #require(try fresh.registry.log(of: nil).first { $0.what.contains("E1") })
        #expect(first.what.contains("E1 Dmitry Novikov in BARS-Kaliningrad"))
    }
}
