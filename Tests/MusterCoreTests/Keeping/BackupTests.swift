import Foundation
import GRDB
import MusterValues
import Synchronization
import Testing

@testable import MusterCore
@testable import MusterEditions

/// A backup is one file that shows one moment and is proven; if it cannot be, no file is left.
final class BackupTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    private func path(_ name: String) -> String { fresh.folder.appending(path: name).path }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: fresh.folder.path).filter { !$0.hasPrefix("registry.db") }
    }

    @Test func `a copy is one file that holds the same register and the same proof`() throws {
        let proof = try fresh.registry.backUp(to: path("copy.db"))
        #expect(try names() == ["copy.db"])
        #expect(proof == (try fresh.registry.verify()))
        let copy = try Registry(at: path("copy.db"), for: .reading)
        #expect(try copy.verify() == proof)
        let reports = try [copy, fresh.registry].map { try $0.text(of: "RU-KGD", as: .json) }
        #expect(reports[0] == reports[1])
        let logs = try [copy, fresh.registry].map { try $0.log().map(\.cells) }
        #expect(logs[0] == logs[1])
    }

    @Test func `each copy made while another writes is one moment of the register`() throws {
        let path = fresh.path
        let isOver = Atomic(false)
        let written = Mutex<[String]>([])
        let done = DispatchSemaphore(value: 0)
        let writer = try Registry(at: path, for: .writing)
        do {
            defer {
                isOver.store(true, ordering: .relaxed)
                done.wait()
            }
            Thread.detachNewThread {
                var number = 0
                while !isOver.load(ordering: .relaxed) {
                    number += 1
                    do {
                        let group = NewGroup(who: "group \(number)")
                        _ = try writer.enroll(
                            NewEnrollment(group: group, unit: "U2", evidence: Fresh.dispatch), by: Fresh.clerk)
                    } catch { written.withLock { $0.append("\(error)") } }
                }
                done.signal()
            }
            let first = try fresh.registry.newestRevision()
            while try fresh.registry.newestRevision() == first {}
            for number in 1...10 {
                let file = self.path("copy \(number).db")
                let before = try fresh.registry.newestRevision()
                let proof = try fresh.registry.backUp(to: file)
                let after = try fresh.registry.newestRevision()
                let copy = try Registry(at: file, for: .reading)
                #expect((before...after).contains(try copy.newestRevision()))
                #expect(try copy.verify() == proof)
                #expect(try copy.enrollments().allSatisfy { !$0.states.isEmpty })
            }
            #expect(try fresh.registry.newestRevision() > first + 10)
        }
        #expect(written.withLock { $0 } == [])
        #expect(try names().count == 10)
    }

    @Test func `several copies made to one place at once leave one proven copy`() throws {
        let path = fresh.path
        let file = self.path("copy.db")
        let errors = Mutex<[MusterError]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            do throws(MusterError) { _ = try Registry(at: path, for: .reading).backUp(to: file) } catch {
                errors.withLock { $0.append(error) }
            }
        }
        #expect(errors.withLock { $0.allSatisfy { $0.exitCode == 73 } && $0.count < 4 })
        #expect(try names() == ["copy.db"])
        #expect(try Registry(at: file, for: .reading).verify() == fresh.registry.verify())
    }

    @Test func `a file that is there is not written over`() throws {
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path("copy.db")))
        let error = #expect(throws: MusterError.self) { try self.fresh.registry.backUp(to: self.path("copy.db")) }
        #expect(
            error?.said == "\(quoted(path("copy.db"))) is there already; name another file, or remove it first")
        #expect(error?.exitCode == 73)
        #expect(FileManager.default.contents(atPath: path("copy.db")) == Data("mine".utf8))
        #expect(throws: MusterError.alreadyThere(path: fresh.path, fix: "name another file, or remove it first")) {
            try self.fresh.registry.backUp(to: self.fresh.path)
        }
        #expect(try names() == ["copy.db"])
    }

    @Test func `a file beside the copy whose name ends in part is left alone`() throws {
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path("copy.db.part")))
        _ = try fresh.registry.backUp(to: path("copy.db"))
        #expect(FileManager.default.contents(atPath: path("copy.db.part")) == Data("mine".utf8))
        #expect(try names().sorted() == ["copy.db", "copy.db.part"])
    }

    @Test func `a copy in a folder that is not there is refused`() throws {
        let file = path("no/copy.db")
        let error = #expect(throws: MusterError.self) { try self.fresh.registry.backUp(to: file) }
        #expect(error == .cannotOpen(path: file))
        #expect(try names() == [])
    }

    @Test func `a registry that does not verify is not copied`() throws {
        let shelf = try Shelf()
        try shelf.tamper(shelf.live, "UPDATE unit_history SET ordinal = 7 WHERE id = 1")
        let before = try shelf.files()
        let error = #expect(throws: MusterError.self) {
            try Registry(at: shelf.live, for: .reading).backUp(to: shelf.path("new.db"))
        }
        #expect(
            error?.said
                == "revision 4 does not fit, at U1: it is not what was sealed; 'muster doctor' says what to do")
        #expect(error?.exitCode == 65)
        #expect(try shelf.files() == before)
    }
}
