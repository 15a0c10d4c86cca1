import Foundation
import GRDB
import MusterValues
import Synchronization
import Testing

@testable import MusterCore

/// Tokens are kept beside the registry, as hashes, and taken until they are revoked or have run out.
final class TokenTests {
    let fresh: Fresh
    let access: AccessFile
    private let clock = MovedClock()

    init() throws {
        fresh = try Fresh(.populated)
        access = try AccessFile(beside: fresh.path, now: { [clock] in clock.now.withLock { $0 } })
    }

    private var file: String { fresh.path + ".access" }

    @Test func `a secret is shown once, and the file has its hash alone`() throws {
        let new = try access.add(name: " Anna  ", role: .contributor, until: Day("2025-06-30"))
        #expect(
            new.token
                == Token(
                    id: "T1", name: "Anna", role: .contributor, made: "2025-06-15T15:06:40Z", until: Day("2025-06-30"),
                    revoked: nil))
        #expect(new.secret.wholeMatch(of: #/muster_[A-Za-z0-9_-]{43}/#) != nil)
        #expect(try access.token(of: new.secret) == new.token)
        #expect(try access.tokens() == [new.token])
        let other = try access.add(name: "Anna", role: .admin)
        #expect(other.token.id == "T2" && other.secret != new.secret)
        let bytes = try [file, file + "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        #expect(bytes.allSatisfy { $0.range(of: Data(new.secret.dropFirst("muster_".count).utf8)) == nil })
        #expect(bytes.contains { $0.range(of: Data(HashChain.hash(Array(new.secret.utf8)))) != nil })
    }

    @Test func `the file is made with the first token, for its owner alone, and never by a question`() throws {
        #expect(try access.tokens() == [])
        #expect(try access.token(of: "muster_" + String(repeating: "A", count: 43)) == nil)
        #expect(throws: MusterError.self) { try access.revoke("T1") }
        #expect(!FileManager.default.fileExists(atPath: file))
        let before = try fresh.dump()
        _ = try access.add(name: "Anna", role: .reader)
        for name in [file, file + "-wal"] {
            #expect(try FileManager.default.attributesOfItem(atPath: name)[.posixPermissions] as? Int == 0o600)
        }
        #expect(try fresh.dump() == before)
    }

    @Test func `a link leads to the tokens of the registry at its end`() throws {
        let link = fresh.folder.appending(path: "link.db").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "registry.db")
        let new = try AccessFile(beside: link, now: { Fresh.now }).add(name: "Anna", role: .reader)
        #expect(try access.token(of: new.secret) == new.token)
        #expect(!FileManager.default.fileExists(atPath: link + ".access"))
    }

    @Test func `a token is taken to the end of its last day, and not after it`() throws {
        let new = try access.add(name: "Anna", role: .reader, until: Day("2025-06-15"))
        clock.now.withLock { $0 = Fresh.now + 8 * 3600 }
        #expect(try access.token(of: new.secret) == new.token)
        clock.now.withLock { $0 = Fresh.now + 9 * 3600 }
        #expect(try access.token(of: new.secret) == nil)
        #expect(try access.tokens() == [new.token])
    }

    @Test func `a revoked token is refused at once, also by a program that has the file open`() throws {
        let new = try access.add(name: "Anna", role: .reader)
        let other = try access.add(name: "Boris", role: .reader)
        #expect(try access.token(of: new.secret) != nil)
        let revoked = try AccessFile(beside: fresh.path, now: { Fresh.now }).revoke(" т1")
        #expect(revoked.revoked == "2025-06-15T15:06:40Z")
        #expect(try access.token(of: new.secret) == nil)
        #expect(try access.token(of: other.secret) == other.token)
        clock.now.withLock { $0 = Fresh.now + 60 }
        #expect(try access.revoke("T1") == revoked)
        #expect(try access.tokens() == [revoked, other.token])
    }

    @Test func `a token that was looked up is known without a query until the file changes or the day is over`() throws
    {
        let new = try access.add(name: "Anna", role: .reader)
        #expect(try access.knownToken(of: new.secret) == nil)
        #expect(try access.token(of: new.secret) == new.token)
        #expect(try access.knownToken(of: new.secret) == new.token)
        clock.now.withLock { $0 = Fresh.now + 86400 }
        #expect(try access.knownToken(of: new.secret) == nil)
        #expect(try access.token(of: new.secret) == new.token)
        _ = try AccessFile(beside: fresh.path, now: { Fresh.now }).add(name: "Boris", role: .reader)
        #expect(try access.knownToken(of: new.secret) == nil)
    }

    @Test func `without its file no token is taken, and another file in its place counts`() throws {
        let new = try access.add(name: "Anna", role: .reader)
        let names = ["", "-wal", "-shm"]
        try names.forEach { try FileManager.default.removeItem(atPath: file + $0) }
        #expect(try access.token(of: new.secret) == nil)
        let other = try AccessFile(beside: fresh.path, now: { Fresh.now }).add(name: "Boris", role: .admin)
        #expect(try access.token(of: new.secret) == nil)
        #expect(try access.token(of: other.secret) == other.token)
    }

    @Test(arguments: [
        "", "muster_", "x", String(repeating: "x", count: 50), "muster_" + String(repeating: "é", count: 22),
        "muster_' OR 1=1 --" + String(repeating: " ", count: 32), String(repeating: "muster_", count: 100_000),
    ])
    func `a text that is no secret is no token`(text: String) throws {
        _ = try access.add(name: "Anna", role: .reader)
        #expect(try access.token(of: text) == nil)
    }

    @Test func `a name that no author has, a day that is over and an unknown token are refused`() throws {
        func refusal(_ change: () throws -> Void) -> String? {
            #expect(throws: MusterError.self) { try change() }?.said
        }
        #expect(
            refusal { _ = try access.add(name: " ", role: .reader) }
                == "name ' ' is refused: it is empty; give at least one character")
        #expect(
            refusal { _ = try access.add(name: String(repeating: "a", count: 201), role: .reader) }
                == "name '\(String(repeating: "a", count: 60))…' is refused: it has more than 200 characters; shorten it"
        )
        #expect(
            refusal { _ = try access.add(name: "Anna", role: .reader, until: Day("2025-06-14")) }
                == "until '2025-06-14' is refused: it is over; give today or a later day")
        #expect(!FileManager.default.fileExists(atPath: file))
        _ = try access.add(name: "Anna", role: .reader)
        for id in ["T2", "U1", "", "T", "T99999999999999999999", "1"] {
            #expect(
                refusal { _ = try access.revoke(id) }
                    == "token '\(id)' is refused: there is no such token; 'muster tokens' lists them")
        }
    }

    @Test func `another file under the name of the tokens is left as it is`() throws {
        let copy = try Data(contentsOf: URL(fileURLWithPath: fresh.path))
        for bytes in [Data("text".utf8), copy] {
            try bytes.write(to: URL(fileURLWithPath: file))
            for ask in [{ _ = try self.access.tokens() }, { _ = try self.access.add(name: "Anna", role: .reader) }] {
                #expect(
                    throws: MusterError.badFile(
                        path: file, rule: "it is no file of tokens; move it to another name")
                ) { try ask() }
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)
        }
    }

    @Test func `there are no tokens beside what is no registry`() throws {
        #expect(throws: MusterError.noRegistry(path: "none.db")) { try AccessFile(beside: "none.db") }
        let text = fresh.folder.appending(path: "text.db").path
        try Data("a long enough text that is no registry".utf8).write(to: URL(fileURLWithPath: text))
        #expect(throws: MusterError.notARegistry(path: text)) { try AccessFile(beside: text) }
    }

    @Test func `many programs make tokens at once, each its own`() async throws {
        let path = fresh.path
        let secrets = try await withThrowingTaskGroup(of: NewToken.self) { group in
            for number in 0..<8 {
                group.addTask { try AccessFile(beside: path).add(name: "Bearer \(number)", role: .reader) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(secrets.map(\.token.id)) == Set((1...8).map { "T\($0)" }))
        for new in secrets { #expect(try access.token(of: new.secret) == new.token) }
    }

    @Test func `roles are in the order of their rights`() {
        #expect(Role.allCases.sorted() == [.reader, .contributor, .editor, .admin])
        #expect(Role.reader < .contributor && !(Role.admin < .editor))
    }
}
