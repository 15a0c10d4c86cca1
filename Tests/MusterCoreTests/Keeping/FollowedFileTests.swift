import Foundation
import MusterValues
import Testing

@testable import MusterCore

struct FollowedFileTests {
    private let fresh: Fresh
    private let file: URL
    private let followed: FollowedFile

    init() throws {
        fresh = try Fresh(.populated)
        file = fresh.folder.appending(path: "followed.db")
        try fresh.registry.bytes().write(to: file)
        followed = FollowedFile(at: file.path)
    }

    /// Writes the registry into the file as Litestream does: page by page, into the same file.
    private func overwrite() throws {
        let handle = try FileHandle(forWritingTo: file)
        try handle.write(contentsOf: fresh.registry.bytes())
        try handle.close()
    }

    private func addSource(_ title: String = "News") throws {
        _ = try fresh.registry.add(NewSource(kind: .other, title: title), by: Fresh.clerk)
    }

    @Test func `a file that is missing, or is no registry, is refused`() throws {
        #expect(throws: MusterError.noRegistry(path: "/nowhere/a.db")) {
            _ = try FollowedFile(at: "/nowhere/a.db").copyIfChanged()
        }
        try Data("some text of no registry".utf8).write(to: file)
        #expect(throws: MusterError.notARegistry(path: file.path)) { _ = try followed.copyIfChanged() }
    }

    @Test func `a file that is written in place is copied anew, and the copy before stays as it was`() throws {
        let first = try #require(try followed.copyIfChanged())
        let revision = try fresh.registry.newestRevision()
        #expect(first.isOfAnotherFile)
        followed.accept(first)
        #expect(try followed.copyIfChanged() == nil)
        try addSource()
        try overwrite()
        let second = try #require(try followed.copyIfChanged())
        #expect(!second.isOfAnotherFile)
        #expect(try first.registry.newestRevision() == revision)
        #expect(try second.registry.newestRevision() == revision + 1)
    }

    @Test func `another file in its place is told, and what is written into it, until it is accepted`() throws {
        followed.accept(try #require(try followed.copyIfChanged()))
        try addSource()
        try fresh.registry.bytes().write(to: file, options: .atomic)
        let other = try #require(try followed.copyIfChanged())
        #expect(other.isOfAnotherFile)
        followed.refuse(other)
        #expect(try followed.copyIfChanged() == nil)
        try addSource("More news")
        try overwrite()
        let later = try #require(try followed.copyIfChanged())
        #expect(later.isOfAnotherFile)
        followed.accept(later)
        try addSource("Last news")
        try overwrite()
        #expect(try #require(try followed.copyIfChanged()).isOfAnotherFile == false)
    }

    @Test func `a file into which was written since Litestream's note is not copied before the next note`() throws {
        let note = file.path + "-txid"
        try Data("0000000000000001\n".utf8).write(to: URL(fileURLWithPath: note))
        func age(_ path: String, by seconds: TimeInterval) throws {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: path)
        }
        try age(file.path, by: 10)
        try age(note, by: 20)
        #expect(try followed.copyIfChanged() == nil)
        try age(note, by: 5)
        #expect(try followed.copyIfChanged() != nil)
    }

    @Test func `a copy is gone with its registry`() throws {
        var copy = try followed.copyIfChanged()
        let path = try #require(copy).registry.store.file.real
        #expect(FileManager.default.fileExists(atPath: path))
        copy = nil
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    /// Runs a script in another process: a process does not see its own locks.
    private func start(_ script: String) throws -> (process: Process, input: Pipe, output: Pipe) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, file.path]
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        return (process, input, output)
    }

    private static let lock = """
        import fcntl, sys
        file = open(sys.argv[1], "r+b")
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 512, 0x40000000)

        """

    @Test func `a file that is being written is not copied before the end`() throws {
        let writer = try start(Self.lock + "print('locked', flush=True); sys.stdin.read()")
        #expect(!writer.output.fileHandleForReading.availableData.isEmpty)
        #expect(try followed.copyIfChanged() == nil)
        try writer.input.fileHandleForWriting.close()
        writer.process.waitUntilExit()
        #expect(try followed.copyIfChanged() != nil)
    }

    @Test func `the file can be written while a copy of it is read`() throws {
        let copy = try #require(try followed.copyIfChanged())
        let revision = try copy.registry.newestRevision()
        let writer = try start(Self.lock)
        writer.process.waitUntilExit()
        #expect(writer.process.terminationStatus == 0)
        #expect(try copy.registry.newestRevision() == revision)
    }
}
