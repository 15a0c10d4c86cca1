import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// Any revision of a random history is undone exactly, or refused with the later ones to undo first; then it can be
/// undone.
@Suite struct RandomReversalTests {
    @Test(arguments: [1, 2] as [UInt64])
    func `a revision is undone exactly, or the later ones that stand in the way are named`(seed: UInt64) throws {
        let history = try RandomWrites(seed: seed)
        try history.write(until: 60)
        var (undone, refused) = (0, 0)
        for revision in 1...Int64(60) {
            let registry = try history.copy()
            let now = try TableState(registry)
            let dump = try registry.read { try $0.lines() }
            do {
                _ = try registry.revert(revision, by: Fresh.clerk)
                let states = history.states[Int(revision) - 1...Int(revision)]
                let expected = now.undoing(from: states.first!, to: states.last!)
                #expect(try TableState(registry).differences(expected) == [], "revision \(revision)")
                #expect(try registry.verify().revisions == 61)
                try Self.expectIntact(registry)
                undone += 1
            } catch let error as MusterError {
                #expect(try registry.read { try $0.lines() } == dump)
                #expect(!Self.standing(in: error, after: revision).isEmpty, "\(error)")
                refused += 1
            }
        }
        #expect(undone >= 15)
        #expect(refused >= 15)
    }

    @Test(arguments: [3, 4] as [UInt64])
    func `undoing what is named, the latest before the others, lets a revision be undone`(seed: UInt64) throws {
        let history = try RandomWrites(seed: seed, hasMerges: false)
        try history.write(until: 50)
        for revision in stride(from: 1, through: Int64(50), by: 3) {
            let registry = try history.copy()
            try Self.undo(revision, in: registry, depth: 0)
            _ = try registry.verify()
            try Self.expectIntact(registry)
        }
    }

    /// Undoes a revision by following the advice of its refusals.
    private static func undo(_ revision: Int64, in registry: Registry, depth: Int) throws {
        for _ in 0..<60 {
            do {
                _ = try registry.revert(revision, by: Fresh.clerk)
                return
            } catch {
                if error.description.contains("undid it already") { return }
                let latest = standing(in: error, after: revision).max()
                try #require(depth < 60, "\(error)")
                try undo(try #require(latest, "\(error)"), in: registry, depth: depth + 1)
            }
        }
        Issue.record("revision \(revision) is never undone")
    }

    /// The later revisions that a refusal names.
    private static func standing(in error: MusterError, after revision: Int64) -> [Int64] {
        guard case .cannotUndo(revision, let why) = error else { return [] }
        return why.compactMap { $0.firstMatch(of: #/^revision (\d+) /#).flatMap { Int64($0.1) } }.filter {
            $0 > revision
        }
    }

    private static func expectIntact(_ registry: Registry) throws {
        let checked = try registry.read { db in
            try String.fetchAll(db, sql: "PRAGMA integrity_check")
                + Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map(\.description)
        }
        #expect(checked == ["ok"])
    }
}
