import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// A file that is no registry, or not one of this program's, is refused; reading never makes a file.
final class OpeningTests {
    let folder: URL
    let path: String

    init() throws {
        folder = try Fresh.newFolder()
        path = folder.appending(path: "registry.db").path
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func expectRefusal(
        _ error: MusterError, _ message: String, exit: Int32, at location: SourceLocation = #_sourceLocation,
        _ open: () throws -> Registry
    ) {
        let thrown = #expect(throws: MusterError.self, sourceLocation: location) { _ = try open() }
        #expect(thrown == error, sourceLocation: location)
        #expect(thrown?.said == message, sourceLocation: location)
        #expect(thrown?.exitCode == exit, sourceLocation: location)
    }

    private func expectNoRegistry(at location: SourceLocation = #_sourceLocation) throws {
        let before = FileManager.default.contents(atPath: path)
        let message = "'\(path)' is not a muster registry; name another file with --db"
        expectRefusal(.notARegistry(path: path), quotedPath(message), exit: 65, at: location) {
            try Registry(at: path, for: .reading)
        }
        expectRefusal(.notARegistry(path: path), quotedPath(message), exit: 65, at: location) {
            try Registry(at: path, for: .writing)
        }
        #expect(FileManager.default.contents(atPath: path) == before, sourceLocation: location)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["registry.db"],
            sourceLocation: location)
    }

    /// The message with the path shortened as in messages.
    private func quotedPath(_ message: String) -> String { message.replacing("'\(path)'", with: quoted(path)) }

    @Test(arguments: [Registry.Access.reading, .writing])
    func `a missing file is refused and not made`(access: Registry.Access) throws {
        expectRefusal(
            .noRegistry(path: path),
            "there is no registry at \(quoted(path)); make one with 'muster init --db \(path)'", exit: 66
        ) { try Registry(at: path, for: access) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test func `an empty file is no registry to read, and may become one`() throws {
        try Data().write(to: URL(fileURLWithPath: path))
        try expectNoRegistry()
        #expect(try Registry.create(at: path).newestRevision() == 0)
    }

    @Test(arguments: ["just a text\n", String(repeating: "not SQLite ", count: 1000), "SQLite format 3"])
    func `a text file is no registry`(text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try expectNoRegistry()
        #expect(throws: MusterError.notARegistry(path: path)) { try Registry.create(at: self.path) }
        #expect(FileManager.default.contents(atPath: path) == Data(text.utf8))
    }

    @Test(arguments: [
        "CREATE TABLE t (a)", "PRAGMA application_id = 1297306706; CREATE TABLE t (a)",
        "CREATE TABLE grdb_migrations (identifier TEXT); CREATE TABLE t (a)",
    ])
    func `another program's SQLite file is no registry`(sql: String) throws {
        try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
        try expectNoRegistry()
        #expect(throws: MusterError.notARegistry(path: path)) { try Registry.create(at: self.path) }
        #expect(try DatabaseQueue(path: path).read { try $0.tableExists("unit") } == false)
    }

    @Test func `a creation that was cut short is gone on with`() throws {
        try DatabaseQueue(path: path).write {
            try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        }
        try expectNoRegistry()
        let registry = try Registry.create(at: path)
        #expect(try registry.loadReference(by: Authorship(author: "test")).records.count == 83)
    }

    @Test func `a folder cannot be opened, nor made in a folder that is not there`() throws {
        let rule = "cannot be opened or made; check that the folder exists and may be written"
        for access in [Registry.Access.reading, .writing] {
            expectRefusal(.cannotOpen(path: folder.path), "\(quoted(folder.path)) \(rule)", exit: 73) {
                try Registry(at: folder.path, for: access)
            }
        }
        expectRefusal(.cannotOpen(path: folder.path), "\(quoted(folder.path)) \(rule)", exit: 73) {
            try Registry.create(at: folder.path)
        }
        let nowhere = folder.appending(path: "no/registry.db").path
        expectRefusal(.cannotOpen(path: nowhere), "\(quoted(nowhere)) \(rule)", exit: 73) {
            try Registry.create(at: nowhere)
        }
    }

    @Test func `a newer schema is refused to readers, writers and init`() throws {
        _ = try Registry.create(at: path)
        try DatabaseQueue(path: path).write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999_later')") }
        let message = "\(quoted(path)) was written by a newer muster; use that version or a later one"
        expectRefusal(.newerSchema(path: path), message, exit: 65) { try Registry(at: path, for: .reading) }
        expectRefusal(.newerSchema(path: path), message, exit: 65) { try Registry(at: path, for: .writing) }
        expectRefusal(.newerSchema(path: path), message, exit: 65) { try Registry.create(at: path) }
    }

    @Test func `an older schema is refused until init brings it up to date`() throws {
        _ = try Registry.create(at: path)
        try DatabaseQueue(path: path).write { try $0.execute(sql: "DELETE FROM grdb_migrations") }
        let message =
            "\(quoted(path)) was written by an older muster; bring it up to date with 'muster init --db \(path)'"
        expectRefusal(.olderSchema(path: path), message, exit: 65) { try Registry(at: path, for: .reading) }
        expectRefusal(.olderSchema(path: path), message, exit: 65) { try Registry(at: path, for: .writing) }
    }

    @Test func `a damaged page is found and nothing is changed`() throws {
        try Fresh.damaged().write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: MusterError.self) {
            let registry = try Registry(at: self.path, for: .reading)
            _ = try (
                registry.regions(), registry.units(), registry.officials(), registry.enrollments(), registry.sources()
            )
        }
        #expect(error == .damaged(path: path))
        #expect(error?.said == "\(quoted(path)) is damaged; nothing was changed; 'muster doctor' says what to do")
        #expect(error?.exitCode == 65)
    }

    @Test func `a reader cannot write`() throws {
        _ = try Registry.create(at: path)
        let reader = try Registry(at: path, for: .reading)
        let error = #expect(throws: MusterError.self) {
            try reader.add(NewSource(kind: .ngo, title: "x"), by: Fresh.clerk)
        }
        #expect(error == .readOnly(path: path))
        #expect(error?.said == "\(quoted(path)) may not be written; nothing was changed")
        #expect(error?.exitCode == 77)
    }

    @Test func `making a registry again changes nothing, and the reference data is loaded once`() throws {
        let first = try Registry.create(at: path)
        let loaded = try first.loadReference(by: Fresh.clerk)
        #expect(loaded.revision == 1)
        let again = try Registry.create(at: path)
        #expect(try again.loadReference(by: Fresh.clerk) == WriteResult(revision: nil, records: []))
        #expect(try again.newestRevision() == 1)
        #expect(try again.regions().count == 83)
    }
}

extension Fresh {
    /// A registry with every page damaged except the first 60.
    static func damaged() throws -> Data {
        let fresh = try Fresh(.populated)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: fresh.path))
        bytes.replaceSubrange(4096 * 60..<bytes.count, with: Data(repeating: 0xA5, count: bytes.count - 4096 * 60))
        return bytes
    }
}
