import Foundation
import MusterCore
import MusterValues
import Testing

/// An acknowledged write is there, whole and proven, whenever the writing program was killed.
@Suite struct DurabilityTests {
    /// The outcomes of all attempts on one registry.
    struct Tally {
        /// The number of writers that died while they ran.
        var killed = 0
        var withoutRevision = 0
        var unacknowledged = 0
        var acknowledged = 0

        static func + (left: Tally, right: Tally) -> Tally {
            Tally(
                killed: left.killed + right.killed, withoutRevision: left.withoutRevision + right.withoutRevision,
                unacknowledged: left.unacknowledged + right.unacknowledged,
                acknowledged: left.acknowledged + right.acknowledged)
        }
    }

    /// The number of writers that must die while they run, for each registry.
    private static let kills = 105

    @Test func `a writer killed at any moment loses nothing it acknowledged and leaves nothing half`() async throws {
        let tally = try await withThrowingTaskGroup(of: Tally.self) { group in
            for isHeldOpen in [false, true] { group.addTask { try Self.killWriters(isHeldOpen) } }
            return try await group.reduce(Tally(), +)
        }
        #expect(tally.killed >= 200, "too few died while they ran: \(tally)")
        #expect(
            tally.withoutRevision > 0 && tally.acknowledged > 0, "the moments do not lie around the write: \(tally)")
    }

    /// Starts writers on a registry of its own, kills each at a random moment, and checks the file after each.
    ///
    /// If a reader holds the registry open, a killed writer's log is never removed, but read and written on.
    private static func killWriters(_ isHeldOpen: Bool) throws -> Tally {
        let muster = try Command()
        defer { muster.remove() }
        let path = muster.folder.appending(path: "muster.db").path
        try makeRegistry(at: path)
        var durations: [Duration] = []
        for number in 1...5 {
            let writer = try write("Warm \(number)", muster)
            durations.append(ContinuousClock().measure { while !writer.hasComplained { usleep(500) } })
            _ = try writer.result()
        }
        var usual = durations.sorted()[durations.count / 2]
        var known = try Registry(at: path, for: .reading).newestRevision()
        let whole = try form(of: Registry(at: path, for: .reading))
        let held = isHeldOpen ? try Registry(at: path, for: .reading) : nil
        var tally = Tally()
        for attempt in 1...4 * kills where tally.killed < kills {
            let name = "Name \(attempt)"
            let writer = try write(name, muster)
            // Half of them at any moment, the other half near the end, during the transaction.
            let delay = usual * Double.random(in: attempt.isMultiple(of: 2) ? 0...1.3 : 0.8...1.1)
            usleep(UInt32(delay / .microseconds(1)))
            writer.kill()
            let result = try writer.result()
            tally.killed += result.isKilled ? 1 : 0
            let registry = try held ?? Registry(at: path, for: .reading)
            let newest = try registry.newestRevision()
            let isThere = newest == known + 1
            let isAcknowledged = result.errors.hasSuffix("revision \(known + 1)\n")
            #expect(newest == known || isThere)
            #expect(isThere || !isAcknowledged, "revision \(known + 1) was acknowledged and is gone")
            #expect(result.isKilled || isAcknowledged, "\(result.errors)")
            #expect(try registry.verify().revisions == newest)
            let enrolled = try registry.enrollments().filter { $0.who == name }
            let officials = try registry.officials().filter { $0.name == name }
            #expect(enrolled.map(\.states) == (isThere ? [[.joined]] : []))
            #expect(officials.map { $0.posts.map(\.title) } == (isThere ? [["Governor"]] : []))
            if isThere { #expect(try form(of: registry) == whole) }
            // The machine may be busier or idler than when the duration was measured; three in four should die in time.
            usual = usual * (isAcknowledged ? 0.97 : 1.01)
            if isAcknowledged {
                tally.acknowledged += 1
            } else if isThere {
                tally.unacknowledged += 1
            } else {
                tally.withoutRevision += 1
            }
            known = newest
        }
        #expect(try Registry.checkUp(at: path).isFine)
        let last = try muster("add", "source", "After", "--kind", "other")
        #expect(last.errors == "revision \(known + 1)\n")
        return tally
    }

    /// Makes a registry of one region: it is proven after each kill, and the reference data would take most of that time.
    private static func makeRegistry(at path: String) throws {
        let (clerk, dispatch) = (Authorship(author: "clerk"), Evidence(source: "S1"))
        let registry = try Registry.create(at: path)
        _ = try registry.add(NewSource(kind: .other, title: "Dispatch"), by: clerk)
        _ = try registry.add(NewRegion(code: "RU-KGD", name: "Kaliningrad Oblast"), by: clerk)
        _ = try registry.add(
            NewUnit(designation: "BARS-Kaliningrad", region: "RU-KGD", evidence: dispatch), by: clerk)
    }

    private static func write(_ name: String, _ muster: Command) throws -> Command.Running {
        try muster.start([
            "enroll", name, "--post", "Governor", "--unit", "BARS-Kaliningrad", "--state", "joined", "--source", "S1",
            "--locator", "paragraph 1",
        ])
    }

    /// The words for the newest revision, without the numbers of its records.
    private static func form(of registry: Registry) throws -> String? {
        try registry.log(limit: 1).first?.what.replacing(/[OPEV]\d+|(Name|Warm) \d+/, with: "#")
    }

    @Test func `a backup or a restore killed at any moment is done or was never begun`() throws {
        let muster = try Command()
        defer { muster.remove() }
        let path = { (name: String) in muster.folder.appending(path: name).path }
        let revisions = { (name: String) in
            let checkup = try Registry.checkUp(at: path(name))
            #expect(checkup.isFine, "\(checkup.findings)")
            return checkup.proof?.revisions
        }
        try muster("init")
        try muster("backup", "copy.db")
        let usual = try ContinuousClock().measure { _ = try muster("backup", "other.db") }
        var kills = 0
        for number in 1...30 {
            if try revisions("muster.db") == 1 { try muster("add", "source", "Newer", "--kind", "other") }
            let arguments: [[String]] = [
                ["backup", "new.db"], ["restore", "copy.db", "--db", "new.db"], ["restore", "copy.db", "--force"],
            ]
            let run = try muster.start(arguments[number % 3])
            usleep(UInt32(usual * Double.random(in: 0...1.3) / .microseconds(1)))
            run.kill()
            let isKilled = try run.result().isKilled
            kills += isKilled ? 1 : 0
            if FileManager.default.fileExists(atPath: path("new.db")) {
                #expect(try revisions("new.db") == (number % 3 == 0 ? 2 : 1))
                try FileManager.default.removeItem(atPath: path("new.db"))
            } else {
                #expect(isKilled || number % 3 == 2)
            }
            let left = try #require(try revisions("muster.db"))
            #expect(left == 2 || number % 3 == 2 && left == 1)
            #expect(isKilled || number % 3 != 2 || left == 1)
        }
        #expect(kills > 0)
        #expect(try revisions("copy.db") == 1)
    }
}
