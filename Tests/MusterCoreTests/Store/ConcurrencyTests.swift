import Foundation
import GRDB
import GRDBSQLite
import MusterValues
import Testing

@testable import MusterCore

/// Programs that write at the same time all succeed, one after the other.
final class ConcurrencyTests {
    /// Runs a piece of work on this number of threads at once; returns the errors they threw.
    private func together(_ count: Int, _ work: @escaping @Sendable (Int) throws -> Void) async -> [any Error] {
        await withTaskGroup(of: (any Error)?.self) { group in
            for number in 0..<count {
                group.addTask {
                    await withCheckedContinuation { continuation in
                        Thread.detachNewThread {
                            do {
                                try work(number)
                                continuation.resume(returning: nil)
                            } catch { continuation.resume(returning: error) }
                        }
                    }
                }
            }
            return await group.reduce(into: []) { errors, error in error.map { errors.append($0) } }
        }
    }

    @Test func `two writers on one file make fifty revisions each`() async throws {
        let fresh = try Fresh(.populated)
        let path = fresh.path
        let before = try fresh.registry.newestRevision()
        let errors = await together(2) { writer in
            let registry = try Registry(at: path, for: .writing, now: { Fresh.now })
            for number in 1...50 {
                _ = try registry.add(
                    NewUnit(designation: "W\(writer) unit \(number)", evidence: Fresh.dispatch), by: Fresh.clerk)
            }
        }
        #expect(errors.map { "\($0)" } == [])
        #expect(try fresh.registry.newestRevision() == before + 100)
        #expect(try fresh.registry.units().count == 102)
        #expect(try fresh.count("SELECT count(*) FROM revision") == Int(before) + 100)
    }

    @Test func `a reader sees whole revisions while another writes`() async throws {
        let fresh = try Fresh(.populated)
        let path = fresh.path
        let errors = await together(2) { number in
            if number == 0 {
                let writer = try Registry(at: path, for: .writing)
                for count in 1...30 {
                    _ = try writer.enroll(
                        NewEnrollment(group: NewGroup(who: "group \(count)"), unit: "U2", evidence: Fresh.dispatch),
                        by: Fresh.clerk)
                }
            } else {
                let reader = try Registry(at: path, for: .reading)
                for _ in 1...30 where try reader.enrollments().contains(where: \.states.isEmpty) {
                    throw MusterError.usage("an enrollment without its event was seen")
                }
            }
        }
        #expect(errors.map { "\($0)" } == [])
    }

    @Test func `several programs may make one registry at once`() async throws {
        let folder = try Fresh.newFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "registry.db").path
        let errors = await together(6) { _ in
            _ = try Registry.create(at: path).loadReference(by: Fresh.clerk)
        }
        #expect(errors.map { "\($0)" } == [])
        let registry = try Registry(at: path, for: .reading)
        #expect(try registry.newestRevision() == 1)
        #expect(try registry.regions().count == 83)
    }

    @Test func `SQLite does not count its memory, for which threads would wait for one another`() throws {
        let registry = try Fresh(.populated).registry
        #expect(try !registry.regions().isEmpty)
        #expect(sqlite3_memory_used() == 0)
    }
}
