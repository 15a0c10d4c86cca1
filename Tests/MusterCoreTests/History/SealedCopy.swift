import Foundation
import GRDB
import MusterValues

@testable import MusterCore

/// A file with the same fourteen sealed revisions for every test, to be tampered with; deleted with this object.
final class SealedCopy: Sendable {
    let folder: URL
    let path: String

    init() throws {
        folder = try Fresh.newFolder()
        path = folder.appending(path: "registry.db").path
        try Self.made.get().bytes.write(to: URL(fileURLWithPath: path))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The hash of revision 14, the newest.
    static var head: String { get throws { try made.get().head } }

    /// The results of both checkers for the unchanged file; computed once a run.
    static var untouched: (proof: Proof, code: Int32, output: String) { get throws { try asked.get() } }

    private static let asked = Result {
        let copy = try SealedCopy()
        let checked = try copy.check()
        return (proof: try copy.verify(), code: checked.code, output: checked.output)
    }

    private static let made = Result { try make() }

    /// Adds to `Fresh(.populated)`, which ends with revision 8: U1's ordinal (9), its role C19 (10), its name (11), O2
    /// with P2 and E3 in U2 (12), U1's form V6 (13) and P1's title (14).
    private static func make() throws -> (bytes: Data, head: String) {
        let fresh = try Fresh(.populated)
        let (registry, clerk) = (fresh.registry, Fresh.clerk)
        let editor = Authorship(author: "editor", reason: #"в новой газете: "as \ printed""#)
        _ = try registry.edit(Edit(record: "U1", values: ["ordinal": "5"], inferred: "seen on site"), by: editor)
        let defence = Evidence(source: "S1", stated: "defence")
        _ = try registry.cite(NewCitation(record: "U1", field: "role", evidence: defence), by: clerk)
        _ = try registry.edit(Edit(record: "U1", values: ["name": "BARS-39"], evidence: Fresh.dispatch), by: editor)
        let post = NewPost(title: "Городской голова", region: "RU-KRS")
        let second = NewEnrollment(official: "Ivan Petrov", post: post, unit: "U2", evidence: Fresh.dispatch)
        _ = try registry.enroll(second, by: clerk)
        _ = try registry.add(NewEvent(record: "U1", state: "brigade", evidence: [Fresh.dispatch]), by: editor)
        _ = try registry.edit(
            Edit(record: "P1", values: ["title": "Governor of the oblast"], inferred: "seen on site"), by: editor)
        return (try registry.bytes(), try registry.head()!)
    }

    /// A plain SQLite connection, without muster's code, with foreign keys off.
    func plain() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Changes the file as its owner can: without any trigger, which are all there again afterwards.
    func tamper(_ change: (Database) throws -> Void) throws {
        try plain().write { db in try db.withoutTriggers { try change(db) } }
    }

    /// The library's verdict on the file.
    func verify(head: String? = nil) throws -> Proof { try Registry(at: path, for: .reading).verify(head: head) }

    /// The verdict of the checker that was written from the document alone.
    func check(head: String? = nil) throws -> (code: Int32, output: String, errors: String) {
        try Checker.check(path, head: head)
    }
}

/// The checker of Tests/oracle, which was written from the document alone.
enum Checker {
    static func check(_ path: String, head: String? = nil) throws -> (code: Int32, output: String, errors: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let script = Package.root.appending(path: "Tests/oracle/chain_checker.py").path
        process.arguments = ["python3", script, path] + (head.map { ["--head", $0] } ?? [])
        let (output, errors) = (Pipe(), Pipe())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let texts = try [output, errors].map {
            String(decoding: try $0.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        }
        process.waitUntilExit()
        return (process.terminationStatus, texts[0], texts[1])
    }
}
