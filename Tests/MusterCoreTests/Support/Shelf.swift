import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// A folder with a registry that no program has open, and a copy of it that is one revision older.
final class Shelf {
    let folder: URL
    let live: String
    let copy: String
    /// The copy's proof.
    let proof: Proof

    init() throws {
        folder = try Fresh.newFolder()
        live = folder.appending(path: "live.db").path
        copy = folder.appending(path: "copy.db").path
        proof = try Fresh(.populated).registry.backUp(to: copy)
        try FileManager.default.copyItem(atPath: copy, toPath: live)
        _ = try Registry(at: live, for: .writing).add(NewSource(kind: .ngo, title: "Newer"), by: Fresh.clerk)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    /// Makes or overwrites a file.
    @discardableResult
    func put(_ bytes: Data, _ name: String) throws -> String {
        try bytes.write(to: folder.appending(path: name))
        return path(name)
    }

    /// Every file of the folder with its bytes.
    func files() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            files[name] = FileManager.default.contents(atPath: path(name)) ?? Data()
        }
        return files
    }

    /// Fills bytes of a file with garbage.
    func spoil(_ path: String, _ range: Range<Int>) throws {
        var bytes = try bytes(path)
        bytes.replaceSubrange(range, with: Data(repeating: 0xA5, count: range.count))
        try bytes.write(to: URL(fileURLWithPath: path))
    }

    /// Changes rows without regard to any rule, and leaves the rules in place.
    func tamper(_ path: String, _ sql: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        try DatabaseQueue(path: path, configuration: configuration).write { db in
            try db.withoutTriggers { try db.execute(sql: sql) }
        }
    }

    /// Expects that a file is restored neither over the existing registry nor to an empty place, and that no byte of
    /// the folder changes.
    @discardableResult
    func expectNoRestore(
        of source: String, _ message: String? = nil, at location: SourceLocation = #_sourceLocation
    ) throws -> MusterError? {
        let before = try files()
        var refusal: MusterError?
        for target in [live, path("new.db")] {
            refusal = #expect(throws: MusterError.self, sourceLocation: location) {
                try Registry.restore(from: source, to: target, replacing: true)
            }
            if let message { #expect(refusal?.said == message, sourceLocation: location) }
            #expect(refusal.map { (64...77).contains($0.exitCode) } == true, sourceLocation: location)
            #expect(try files().keys.sorted() == before.keys.sorted(), sourceLocation: location)
            #expect(try files() == before, sourceLocation: location)
        }
        return refusal
    }
}
