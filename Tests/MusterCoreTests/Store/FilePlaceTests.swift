import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// Everything about a registry's file is decided from the file itself, wherever the path to it leads.
final class FilePlaceTests {
    let shelf: Shelf

    init() throws { shelf = try Shelf() }

    /// A link in a folder of its own, so that nothing of the file lies beside it.
    private func link(to target: String, _ name: String = "link.db") throws -> String {
        try FileManager.default.createDirectory(atPath: shelf.path("links"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: shelf.path("links/\(name)"), withDestinationPath: target)
        return shelf.path("links/\(name)")
    }

    @Test(arguments: [false, true])
    func `behind a link the log of the file itself is read`(isRelative: Bool) throws {
        let path = try link(to: isRelative ? "../live.db" : shelf.live)
        let writer = try Registry(at: shelf.live, for: .writing)
        let number = try writer.add(NewSource(kind: .ngo, title: "In the log"), by: Fresh.clerk).revision
        #expect(FileSystem.exists(shelf.live + "-wal"))
        let behind = try Registry(at: path, for: .writing)
        #expect(try behind.newestRevision() == number)
        #expect(try behind.add(NewSource(kind: .ngo, title: "Through"), by: Fresh.clerk).revision == number! + 1)
        #expect(try writer.newestRevision() == number! + 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: shelf.path("links")) == ["link.db"])
    }

    @Test func `a restore and a backup through a link leave the link`() throws {
        let path = try link(to: "../live.db")
        try shelf.spoil(shelf.live, 8192..<40_000)
        _ = try Registry.restore(from: shelf.copy, to: path, replacing: true)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == "../live.db")
        #expect(try Registry(at: shelf.live, for: .reading).verify() == shelf.proof)
        let nowhere = try link(to: "../new.db", "new.db")
        _ = try Registry(at: path, for: .reading).backUp(to: nowhere)
        #expect(try Registry(at: shelf.path("new.db"), for: .reading).verify() == shelf.proof)
        let made = try Registry.create(at: try link(to: "../made.db", "made.db"))
        #expect(try made.newestRevision() == 0 && FileSystem.exists(shelf.path("made.db")))
    }

    @Test func `links in a circle lead to no registry`() throws {
        let path = try link(to: "link.db")
        #expect(throws: MusterError.noRegistry(path: path)) { try Registry(at: path, for: .reading) }
        #expect(throws: MusterError.cannotOpen(path: path)) { try Registry.create(at: path) }
    }

    @Test func `one file under two names is not written, and a doctor says so`() throws {
        let other = shelf.path("other.db")
        #expect(Foundation.link(shelf.live, other) == 0)
        let error = try #require(throws: MusterError.self) { try Registry(at: other, for: .writing) }
        #expect(
            error.said
                == "\(quoted(other)) is one file under two names (hard links), and what is written through one can be lost; "
                + "nothing was changed; copy it to a new name, and use the copy")
        #expect(error.exitCode == 69)
        #expect(throws: error) { try Registry.create(at: other) }
        #expect(throws: error) { try Registry.restore(from: self.shelf.copy, to: other, replacing: true) }
        #expect(try Registry(at: other, for: .reading).verify().revisions == shelf.proof.revisions + 1)
        #expect(try Registry.checkUp(at: other).findings.first { !$0.isFine }?.check == "names")
        // The temporary name of a copy whose program was killed in its last step.
        #expect(rename(other, shelf.live + ".1.part") == 0)
        _ = try Registry(at: shelf.live, for: .writing)
        #expect(try shelf.files().keys.sorted() == ["copy.db", "live.db"])
    }

    @Test func `a FIFO and a device are no registry and no copy, and nobody waits for one`() throws {
        let fifo = shelf.path("fifo")
        #expect(mkfifo(fifo, 0o600) == 0)
        for path in [fifo, "/dev/null"] {
            let rule = "it is a device, a FIFO or a socket and no file"
            let refusal = MusterError.badFile(path: path, rule: rule, fix: .nameRegistry)
            #expect(throws: refusal) { try Registry(at: path, for: .reading) }
            #expect(throws: refusal) { try Registry(at: path, for: .writing) }
            #expect(throws: refusal) { try Registry.create(at: path) }
            #expect(throws: refusal) { try Registry.checkUp(at: path) }
            #expect(throws: refusal) { try Registry.restore(from: self.shelf.copy, to: path, replacing: true) }
            let copy = MusterError.badFile(path: path, rule: rule, fix: .nameCopy)
            #expect(throws: copy) { try Registry.restore(from: path, to: self.shelf.path("new.db"), replacing: false) }
        }
        #expect(try FileManager.default.attributesOfItem(atPath: fifo)[.size] as? Int == 0)
    }

    @Test func `a path that SQLite cannot take is refused by its length`() throws {
        var folder = shelf.folder
        while folder.path.utf8.count < 510 { folder.append(path: String(repeating: "f", count: 60)) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "registry.db").path
        let refusal = MusterError.badValue(
            field: "file", value: path, rule: "its whole path has more than 504 bytes",
            fix: "move it to a folder of a shorter path")
        #expect(throws: refusal) { try Registry.create(at: path) }
        #expect(throws: refusal) { try Registry(at: path, for: .reading) }
        #expect(throws: refusal) { try Registry(at: self.shelf.live, for: .reading).backUp(to: path) }
    }

    @Test func `what cannot be read is not taken for the end of a file`() throws {
        let place = try OutputPlace("/dev/null")
        // A folder can be opened, but not read.
        #expect(throws: MusterError.failed(path: "/dev/null", code: -1)) {
            try place.write(contentsOf: self.shelf.folder.path, named: "/dev/null")
        }
    }
}
