import Foundation
import GRDB
import MusterValues
import Synchronization
import Testing

@testable import MusterCore

/// A handle opens its file once, keeps its connections, and answers from no other registry.
final class KeptConnectionTests {
    let shelf: Shelf

    init() throws { shelf = try Shelf() }

    private func replaced() -> MusterError { .replaced(path: shelf.live) }

    @Test func `a handle whose file was replaced refuses to read, to write and to know`() throws {
        let (reader, writer) = try (Registry(at: shelf.live, for: .reading), Registry(at: shelf.live, for: .writing))
        let past = try reader.known(at: .revision(5))
        #expect(try past.newestRevision() == 5)
        #expect(rename(shelf.copy, shelf.live) == 0)
        #expect(throws: replaced()) { try reader.newestRevision() }
        #expect(throws: replaced()) { try reader.known(at: .revision(5)) }
        #expect(throws: replaced()) { try past.units() }
        #expect(throws: replaced()) { try writer.units() }
        let error = #expect(throws: MusterError.self) {
            try writer.add(NewSource(kind: .ngo, title: "Lost"), by: Fresh.clerk)
        }
        #expect(
            error?.said
                == "\(quoted(shelf.live)) was replaced while it was open; nothing was changed, run the same again")
        #expect(error?.exitCode == 75)
        #expect(try Registry(at: shelf.live, for: .reading).newestRevision() == shelf.proof.revisions)
    }

    @Test func `the past of a registry into which another was restored is not answered from that one`() throws {
        let other = try Fresh()
        _ = try other.registry.backUp(to: shelf.path("other.db"))
        let registry = try Registry(at: shelf.live, for: .reading)
        let past = try registry.known(at: .revision(2))
        #expect(try past.sources().map(\.title) == ["Dispatch"])
        _ = try Registry.restore(from: shelf.path("other.db"), to: shelf.live, replacing: true)
        #expect(throws: replaced()) { try past.sources() }
        #expect(try registry.verify().revisions == 2)
        #expect(try registry.known(at: .revision(2)).sources().map(\.title) == ["Dispatch"])
    }

    @Test func `a file that was taken away is read as it was and not written`() throws {
        let registry = try Registry(at: shelf.live, for: .writing)
        try FileManager.default.removeItem(atPath: shelf.live)
        #expect(try registry.newestRevision() == shelf.proof.revisions + 1)
        #expect(throws: replaced()) { try registry.add(NewSource(kind: .ngo, title: "Lost"), by: Fresh.clerk) }
    }

    @Test func `a reader does not write, also after it has read, and neither does the past`() throws {
        let reader = try Registry(at: shelf.live, for: .reading)
        _ = try reader.units()
        let past = try Registry(at: shelf.live, for: .writing).known(at: .revision(5))
        _ = try past.units()
        for registry in [reader, past] {
            #expect(throws: MusterError.readOnly(path: shelf.live)) {
                try registry.add(NewSource(kind: .ngo, title: "x"), by: Fresh.clerk)
            }
        }
    }

    /// The number of this process's descriptors that are open on the registry's file.
    private func descriptors() throws -> Int {
        let folder = "/proc/self/fd"
        return try FileManager.default.contentsOfDirectory(atPath: folder).count {
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")) == shelf.live
        }
    }

    @Test func `a log of many revisions is read on a few connections`() throws {
        let registry = try Registry(at: shelf.live, for: .writing)
        for number in 1...20 {
            _ = try registry.edit(
                Edit(record: "U1", values: ["ordinal": "\(number)"], inferred: "seen on site"), by: Fresh.clerk)
        }
        let reader = try Registry(at: shelf.live, for: .reading)
        let before = try descriptors()
        #expect(try reader.log(of: "U1").count == 21)
        for revision in Int64(1)...20 { _ = try reader.known(at: .revision(revision)).units() }
        #expect(try descriptors() <= before + 2)
    }

    @Test func `many threads read the present and the past of one handle at once`() throws {
        let reader = try Registry(at: shelf.live, for: .reading)
        let titles = try reader.sources().map(\.title)
        let wrong = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 24) { number in
            do {
                let revision = Int64(number % 9 + 1)
                let past = try reader.known(at: .revision(revision))
                let (known, now) = try (past.newestRevision(), reader.sources().map(\.title))
                if known != revision || now != titles { wrong.withLock { $0.append("\(revision) \(known) \(now)") } }
            } catch { wrong.withLock { $0.append("\(error)") } }
        }
        #expect(wrong.withLock { $0 } == [])
    }
}
