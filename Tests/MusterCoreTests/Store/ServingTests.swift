import Foundation
import GRDB
import MusterValues
import Synchronization
import Testing

@testable import MusterCore

/// A registry that serves is read by many at once, also while one writes.
final class ServingTests {
    let fresh: Fresh
    let registry: Registry

    init() throws {
        fresh = try Fresh(.populated)
        registry = try Registry(at: fresh.path, for: .serving)
    }

    /// Runs something outside the question that is being answered.
    private func elsewhere(_ run: () throws -> Void) throws {
        var failure: (any Error)?
        DispatchQueue.global().sync { do { try run() } catch { failure = error } }
        if let failure { throw failure }
    }

    private func add(_ name: String) throws {
        let new = NewOfficial(name: name, post: NewPost(title: "deputy"), evidence: Fresh.dispatch)
        _ = try registry.add(new, by: Fresh.clerk)
    }

    @Test func `a listing that is being read neither holds up a write nor sees it`() throws {
        let before = try registry.officials().map(\.name)
        var names: [String] = []
        try registry.each(.officials) { official in
            if names.isEmpty { try elsewhere { try self.add("Ааа Ааев") } }
            names.append(official.name)
        }
        #expect(names == before)
        #expect(try registry.officials().count == before.count + 1)
    }

    @Test func `one reader does not wait for another`() throws {
        var inner = 0
        try registry.each(.units) { _ in
            try elsewhere { inner += try self.registry.units().count }
        }
        let count = try registry.units().count
        #expect(inner == count * count && count > 1)
    }

    @Test func `eight threads that read and write at once all get whole answers`() throws {
        let faults = Mutex<[String]>([])
        let registry = registry
        let revision = try registry.newestRevision()
        let before = try registry.officials().count
        DispatchQueue.concurrentPerform(iterations: 8) { thread in
            do {
                for turn in 0..<5 {
                    if thread < 2 {
                        let new = NewOfficial(
                            name: "Чужой \(thread) \(turn)", post: NewPost(title: "deputy"), isNew: true,
                            evidence: Fresh.dispatch)
                        _ = try registry.add(new, by: Fresh.clerk)
                    }
                    // An official and the post come in one revision, so nobody may see the one without the other.
                    if try registry.officials().contains(where: \.posts.isEmpty) {
                        faults.withLock { $0.append("an official without a post") }
                    }
                    let past = try registry.known(at: .revision(revision)).officials().count
                    if past != before { faults.withLock { $0.append("the past changed") } }
                }
            } catch { faults.withLock { $0.append("\(error)") } }
        }
        #expect(faults.withLock { $0 } == [])
        #expect(try registry.newestRevision() == revision + 10)
        _ = try registry.verify()
    }

    @Test func `the connection that writes waits for the disk at a commit`() throws {
        let levels = try registry.store.main.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
        #expect(levels == 2)
    }
}
