import Foundation
import MusterValues
import Synchronization
import Testing

@testable import MusterCore

/// A new file never replaces one that appeared meanwhile, and a replaced file keeps its owner and permissions.
final class PlacingTests {
    let shelf: Shelf

    init() throws { shelf = try Shelf() }

    @Test func `of two restores of different copies to one new place one is made`() throws {
        for number in 1...8 {
            let place = shelf.path("new \(number).db")
            let proofs = Mutex<[Proof]>([])
            let errors = Mutex<[MusterError]>([])
            let copies = [shelf.copy, shelf.live]
            DispatchQueue.concurrentPerform(iterations: 2) { index in
                do throws(MusterError) {
                    let proof = try Registry.restore(from: copies[index], to: place, replacing: false).proof
                    proofs.withLock { $0.append(proof) }
                } catch { errors.withLock { $0.append(error) } }
            }
            #expect(errors.withLock { $0 } == [.alreadyThere(path: place, fix: .replace)])
            #expect(proofs.withLock { $0 } == [try Registry(at: place, for: .reading).verify()])
        }
        #expect(try shelf.files().keys.filter { $0.hasSuffix(".part") } == [])
    }

    @Test func `a restore beside a creation takes no acknowledged revision away`() throws {
        for number in 1...8 {
            let place = shelf.path("new \(number).db")
            let copy = shelf.copy
            let done = Mutex((made: false, restored: false))
            DispatchQueue.concurrentPerform(iterations: 2) { index in
                if index == 0 {
                    let registry = try? Registry.create(at: place)
                    let written = try? registry?.add(NewSource(kind: .ngo, title: "Acknowledged"), by: Fresh.clerk)
                    done.withLock { $0.made = written != nil }
                } else {
                    let result = try? Registry.restore(from: copy, to: place, replacing: false)
                    done.withLock { $0.restored = result != nil }
                }
            }
            let titles = try Registry(at: place, for: .reading).sources().map(\.title)
            #expect(!done.withLock({ $0.made }) || titles.contains("Acknowledged"))
            #expect(!done.withLock({ $0.restored }) || titles.contains("Dispatch"))
        }
    }

    @Test func `a damaged registry that is replaced keeps its mode, whatever the user's mask`() throws {
        for mode in [0o600, 0o640, 0o664] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: shelf.live)
            try shelf.spoil(shelf.live, 8192..<40_000)
            _ = try Registry.restore(from: shelf.copy, to: shelf.live, replacing: true)
            #expect(try FileManager.default.attributesOfItem(atPath: shelf.live)[.posixPermissions] as? Int == mode)
        }
    }

    @Test(.enabled(if: getuid() == 0, "only root may give a file away"))
    func `a damaged registry that is replaced keeps its owner, and a copy has the registry's`() throws {
        func owner(_ path: String) throws -> [UInt32] {
            let status = try #require(FileSystem.status(path))
            return [status.st_uid, status.st_gid]
        }
        #expect(chown(shelf.live, 1234, 2345) == 0)
        _ = try Registry(at: shelf.live, for: .reading).backUp(to: shelf.path("new.db"))
        #expect(try owner(shelf.path("new.db")) == [1234, 2345])
        try shelf.spoil(shelf.live, 8192..<40_000)
        _ = try Registry.restore(from: shelf.copy, to: shelf.live, replacing: true)
        #expect(try owner(shelf.live) == [1234, 2345])
    }

    @Test func `a registry is made whole or not at all, and never over another file`() throws {
        let part = try shelf.put(Data("mine".utf8), "demo.db.part")
        let value = try Registry.make(at: shelf.path("demo.db"), fix: "another") { registry in
            try registry.add(NewSource(kind: .ngo, title: "In it"), by: Fresh.clerk).revision
        }
        #expect(value == 1)
        #expect(try Registry(at: shelf.path("demo.db"), for: .reading).sources().map(\.title) == ["In it"])
        #expect(throws: MusterError.alreadyThere(path: shelf.live, fix: "another")) {
            try Registry.make(at: self.shelf.live, fix: "another") { _ in }
        }
        let late = shelf.path("late.db")
        #expect(throws: MusterError.alreadyThere(path: late, fix: "another")) {
            try Registry.make(at: late, fix: "another") { _ in try self.shelf.put(Data("theirs".utf8), "late.db") }
        }
        #expect(throws: MusterError.usage("stop")) {
            try Registry.make(at: self.shelf.path("half.db"), fix: "another") { _ in throw MusterError.usage("stop") }
        }
        #expect(try shelf.bytes(part) == Data("mine".utf8) && shelf.bytes(late) == Data("theirs".utf8))
        #expect(
            try shelf.files().keys.sorted() == ["copy.db", "demo.db", "demo.db.part", "late.db", "live.db"])
    }

    @Test func `a file that cannot be put into its place leaves nothing there`() throws {
        let place = shelf.path("new.db")
        #expect(throws: MusterError.cannotOpen(path: "new")) {
            try FileSystem.place(self.shelf.path("missing.part"), at: place, named: "new", fix: .replace)
        }
        #expect(!FileSystem.exists(place))
    }
}
