import Foundation
import MusterValues
import Testing

@testable import MusterCore

/// A moment is a revision, a day or a time with its offset; anything else is refused.
@Suite struct MomentTests {
    /// The times of revisions 1 to 5; revisions 3 and 4 are in the same second.
    private static let times = [
        "2025-06-14T22:30:00Z", "2025-06-15T15:06:40Z", "2025-06-15T23:59:59Z", "2025-06-15T23:59:59Z",
        "2025-06-17T00:00:00Z",
    ]
    /// The time of the registry's clock: the day after the last revision.
    private static let now = "2025-06-18T09:30:00Z"

    private static func registry(at path: String) throws -> Registry {
        _ = try Registry.create(at: path)
        for (place, time) in times.enumerated() {
            let date = try Date(time, strategy: .iso8601)
            _ = try Registry(at: path, for: .writing, now: { date }).add(
                NewSource(kind: .ngo, title: "Report \(place + 1)"), by: Fresh.clerk)
        }
        let date = try Date(now, strategy: .iso8601)
        return try Registry(at: path, for: .reading, now: { date })
    }

    private static func inFolder(_ test: (Registry) throws -> Void) throws {
        let folder = try Fresh.newFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try test(try registry(at: folder.appending(path: "moments.db").path))
    }

    @Test func `a moment is the newest revision at or before it`() throws {
        let moments: KeyValuePairs<String, Int64> = [
            "1": 1, "5": 5, "05": 5,
            // A day means its end in UTC.
            "2025-06-14": 1, "2025-06-15": 4, "2025-06-16": 4, "2025-06-17": 5, "2025-06-18": 5,
            "2025-06-14T22:30Z": 1, "2025-06-14T22:30:00Z": 1, "2025-06-15T15:06:39Z": 1, "2025-06-15T15:06:40Z": 2,
            "2025-06-15T15:06Z": 1, "2025-06-15T15:07Z": 2, "2025-06-15T17:06:40+02:00": 2,
            "2025-06-15T17:06:39+02:00": 1, "2025-06-15T11:06:40-04:00": 2, "2025-06-15T20:36:40+05:30": 2,
            "2025-06-15T23:59:58Z": 2, "2025-06-15T23:59:59Z": 4, "2025-06-16T02:59:59+03:00": 4,
            "2025-06-17T00:00:00Z": 5, "2025-06-18T09:30Z": 5, "2025-06-18T11:30:00+02:00": 5,
            "2025-06-15T15:06:40-00:00": 2,
        ]
        try Self.inFolder { (registry: Registry) throws in
            for (typed, revision) in moments {
                let newest = try registry.known(at: Moment(typed: typed)).newestRevision()
                #expect(newest == revision, "\(typed)")
            }
        }
    }

    @Test(arguments: [
        "", " ", "now", "today", "-1", "+1", "1.0", "1 ", "0x10", "１２", "r12", "2026-13-01", "2025-02-29", "2026-11",
        "2026-11-24T25:00Z", "2026-11-24T24:00Z", "2026-11-24T09:60Z", "2026-11-24T09:30:60Z",
        "2026-11-24T09:30", "2026-11-24 09:30Z", "2026-11-24T09Z", "2026-11-24T9:30Z", "2026-11-24T09:30z",
        "2026-11-24T09:30+0200", "2026-11-24T09:30+24:00", "2026-11-24T09:30+02:60", "2026-02-30T09:30Z",
        "2026-11-24T09:30:00.5Z", "24.11.2026", "99999999999999999999", "\n12", "12\n",
    ])
    func `a text that is no moment is refused`(text: String) {
        let error = #expect(throws: MusterError.self) { try Moment(typed: text) }
        #expect(error?.said == Self.notMoment(text))
        #expect(error?.exitCode == 65)
    }

    private static func notMoment(_ text: String) -> String {
        "moment \(quoted(text)) is refused: name a revision, as 12, a day, as 2026-11-24, or a time with its offset, "
            + "as 2026-11-24T09:30Z"
    }

    @Test func `a moment that the registry does not have is refused`() throws {
        let range = "the register has revisions 1 to 5; 'muster log' lists them"
        let future = "it is in the future; nothing is known of it"
        let before = "nothing was known then; the first revision is of 2025-06-14T22:30:00Z"
        let refusals: KeyValuePairs<String, String> = [
            "0": "revision '0' is refused: \(range)", "6": "revision '6' is refused: \(range)",
            "99": "revision '99' is refused: \(range)", "2026": "revision '2026' is refused: \(range)",
            "9223372036854775807": "revision '9223372036854775807' is refused: \(range)",
            "2025-06-19": "day '2025-06-19' is refused: \(future)",
            "9999-12-31": "day '9999-12-31' is refused: \(future)",
            "2025-06-18T09:30:01Z": "time '2025-06-18T09:30:01Z' is refused: \(future)",
            "2025-06-18T09:31+00:00": "time '2025-06-18T09:31+00:00' is refused: \(future)",
            "2025-06-13": "day '2025-06-13' is refused: \(before)",
            "0000-01-01": "day '0000-01-01' is refused: \(before)",
            "2025-06-14T22:29:59Z": "time '2025-06-14T22:29:59Z' is refused: \(before)",
            "2025-06-14T22:30+00:01": "time '2025-06-14T22:30+00:01' is refused: \(before)",
        ]
        try Self.inFolder { (registry: Registry) throws in
            for (typed, message) in refusals {
                let error = #expect(throws: MusterError.self) { try registry.known(at: Moment(typed: typed)) }
                #expect(error?.said == message)
                #expect(error?.exitCode == 65)
            }
        }
    }

    @Test(arguments: [
        ("1", "revision '1' is refused: there is no revision yet"),
        ("2020-01-01", "day '2020-01-01' is refused: there is no revision yet"),
    ])
    func `a registry without a revision has no moment`(typed: String, message: String) throws {
        let folder = try Fresh.newFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let registry = try Registry.create(at: folder.appending(path: "empty.db").path)
        let error = #expect(throws: MusterError.self) { try registry.known(at: Moment(typed: typed)) }
        #expect(error?.said == message)
        #expect(error?.exitCode == 65)
    }
}
