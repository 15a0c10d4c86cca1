import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// A write warns if the clock is far from the time of the newest revision.
final class ClockTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh() }

    private func write(_ title: String, at seconds: TimeInterval) throws -> String? {
        let now = Fresh.now.addingTimeInterval(seconds)
        return try Registry(at: fresh.path, for: .writing, now: { now })
            .add(NewSource(kind: .ngo, title: title), by: Fresh.clerk).remark
    }

    private static let (hour, day, year) = (3600.0, 86_400.0, 365 * 86_400.0)

    @Test func `a clock that is near says nothing`() throws {
        for (index, seconds) in [0, Self.hour, -Self.hour, Self.day, Self.year].enumerated() {
            #expect(try write("Source \(index)", at: seconds) == nil)
        }
    }

    @Test func `a clock far ahead or far behind is told of at the write`() throws {
        #expect(
            try write("Ahead", at: 75 * Self.year)
                == "the clock says 2100-05-28T15:06:40Z, and the newest revision before this one is of 2025-06-15T15:06:40Z: "
                + "if the clock is wrong, set it right before the next write, since no revision is dated before another"
        )
        #expect(
            try write("Behind", at: Self.day)
                == "the clock says 2025-06-16T15:06:40Z, and the newest revision before this one is of 2100-05-28T15:06:40Z: "
                + "this one is dated like that one; one of the two clocks was wrong")
    }

    @Test func `a doctor names the revisions that are dated after today`() throws {
        _ = try write("Today", at: Self.hour)
        #expect(try !Registry.checkUp(at: fresh.path).findings.contains { $0.check == "clock" })
        _ = try (write("Ahead", at: 75 * Self.year), write("After", at: Self.day))
        let checkup = try Registry.checkUp(at: fresh.path)
        let finding = try #require(checkup.findings.first { $0.check == "clock" })
        #expect(
            finding.found == "revisions 4 to 5 are dated after today, up to 2100-05-28T15:06:40Z: a clock was wrong")
        #expect(finding.advice != nil && checkup.isFine)
    }
}
