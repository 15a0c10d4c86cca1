import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// Every proof finds a search index that does not fit the history, and mending rebuilds it.
final class MendingTests {
    let fresh: Fresh

    init() throws {
        fresh = try Fresh(.populated)
        let post = NewPost(title: "Minister", region: "RU-KGD")
        _ = try fresh.registry.add(
            NewOfficial(name: "Иван Образцов", post: post, evidence: Fresh.dispatch), by: Fresh.clerk)
    }

    private static let anew = ["the index of the search was made anew from the history"]
    private static let names = "the index of the search does not hold the names that are on the register"
    private static let keys = "the index of the search holds other keys than the register's names have"
    private static let damaged = "the index of the search is damaged"

    private func found(_ text: String) throws -> [String] {
        try Registry(at: fresh.path, for: .reading).search(text).map(\.id.description)
    }

    /// Expects that every proof finds the fault, and that a search finds everybody after the mending.
    private func expectMended(_ what: String, at location: SourceLocation = #_sourceLocation) throws {
        let path = fresh.path
        let head = try fresh.registry.head()
        let refusal = MusterError.indexWrong(what)
        #expect(throws: refusal, sourceLocation: location) { try Registry(at: path, for: .reading).verify() }
        #expect(throws: refusal, sourceLocation: location) {
            try Registry(at: path, for: .reading).backUp(to: path + ".copy")
        }
        let finding = try Registry.checkUp(at: path).findings.first { !$0.isFine }
        #expect(finding?.check == "search" && finding?.found == what, sourceLocation: location)
        #expect(
            finding?.advice?.said == "make it anew with 'muster doctor --mend --db \(path)'", sourceLocation: location)
        #expect(try Registry.mend(at: path) == Self.anew, sourceLocation: location)
        #expect(try Registry.mend(at: path) == [], sourceLocation: location)
        #expect(try Registry.checkUp(at: path).isFine, sourceLocation: location)
        #expect(try fresh.registry.head() == head, sourceLocation: location)
        #expect(try found("Novikov") == ["O1"] && found("Obraztsov") == ["O2"], sourceLocation: location)
        #expect(try found("Obrztsov") == ["O2"], sourceLocation: location)
        #expect(try fresh.registry.verify().head == head, sourceLocation: location)
    }

    private func version(of official: Int) throws -> Int {
        try fresh.count("SELECT version FROM name_history WHERE official_id = \(official)")
    }

    /// Removes a document from the index in the way that FTS5 provides.
    private func remove(_ version: Int) throws -> String {
        let text = try fresh.plain().read {
            try String.fetchOne($0, sql: "SELECT text FROM name_history WHERE version = \(version)")!
        }
        let keys = SearchIndex.document(NameWords(text).words, of: .name, kind: "official").joined(separator: " ")
        try fresh.plain().write {
            try $0.execute(
                sql: "INSERT INTO name_search (name_search, rowid, keys) VALUES ('delete', ?, ?)",
                arguments: [version, keys])
        }
        return keys
    }

    @Test func `a person hidden from the index is found and mended`() throws {
        _ = try remove(version(of: 1))
        #expect(try found("Novikov") == [])
        try expectMended(Self.names)
    }

    @Test func `an emptied index whose sizes were put back is found and mended`() throws {
        try fresh.plain().write { db in
            try db.execute(
                sql: """
                    CREATE TEMP TABLE sizes AS SELECT * FROM name_search_docsize;
                    INSERT INTO name_search (name_search) VALUES ('delete-all');
                    INSERT INTO name_search_docsize SELECT * FROM sizes
                    """)
        }
        #expect(try found("Novikov") == [])
        try expectMended(Self.names)
    }

    @Test func `two documents that were swapped are found and mended`() throws {
        let versions = try [version(of: 1), version(of: 2)]
        let keys = try versions.map(remove)
        try fresh.plain().write { db in
            for (version, keys) in zip(versions, keys.reversed()) {
                try db.execute(sql: "INSERT INTO name_search (rowid, keys) VALUES (?, ?)", arguments: [version, keys])
            }
        }
        try expectMended(Self.names)
    }

    @Test(arguments: [
        "DELETE FROM search_key WHERE key = 'novikov'", "INSERT INTO search_key VALUES ('stray', 'yarts')",
        "UPDATE search_key SET backwards = 'x' WHERE key = 'novikov'",
    ])
    func `a key that is missing, strange or another is found and mended`(sql: String) throws {
        try fresh.plain().write { try $0.execute(sql: sql) }
        try expectMended(Self.keys)
    }

    @Test(arguments: [
        "DELETE FROM name_search_data WHERE id > 10", "DELETE FROM name_search_data",
        "UPDATE name_search_data SET block = x'00ff00ff' WHERE id > 10", "DELETE FROM name_search_config",
    ])
    func `an index whose own tables are damaged is found and mended`(sql: String) throws {
        try fresh.plain().write { try $0.execute(sql: sql) }
        let error = #expect(throws: MusterError.self) { try Registry(at: self.fresh.path, for: .reading).verify() }
        try expectMended(error == .indexWrong(Self.names) ? Self.names : Self.damaged)
    }

    @Test(arguments: ["name_search_data", "name_search_idx", "search_key", "search_key_backwards"])
    func `an index whose page is damaged is found and mended`(table: String) throws {
        let path = fresh.path
        let page = try fresh.count("SELECT rootpage FROM sqlite_master WHERE name = '\(table)'")
        try fresh.registry.store.main.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        let handle = try #require(FileHandle(forUpdatingAtPath: path))
        try handle.seek(toOffset: UInt64(page - 1) * 4096)
        try handle.write(contentsOf: Data(repeating: 0xA5, count: 4096))
        try handle.close()
        let head = try fresh.registry.head()
        let checkup = try Registry.checkUp(at: path)
        #expect(checkup.findings.first?.found == "whole, but for the index of the search")
        #expect(checkup.findings.first { !$0.isFine }?.found == Self.damaged)
        #expect(checkup.proof?.head == head)
        #expect(try Registry.mend(at: path) == Self.anew)
        #expect(try Registry.checkUp(at: path).isFine)
        #expect(try Registry(at: path, for: .reading).verify().head == head)
        #expect(try found("Novikov") == ["O1"] && found("Obrztsov") == ["O2"])
    }

    @Test func `a copy whose index lies is mended when it is restored`() throws {
        let copy = fresh.folder.appending(path: "copy.db").path
        let proof = try fresh.registry.backUp(to: copy)
        try DatabaseQueue(path: copy).write {
            try $0.execute(sql: "INSERT INTO name_search (name_search) VALUES ('delete-all')")
        }
        let place = fresh.folder.appending(path: "new.db").path
        #expect(try Registry.restore(from: copy, to: place, replacing: false).proof == proof)
        #expect(try Registry.checkUp(at: place).isFine)
    }

    @Test func `nothing is mended where something else is damaged`() throws {
        let shelf = try Shelf()
        try shelf.spoil(shelf.live, 4096 * 40..<4096 * 90)
        let before = try shelf.bytes(shelf.live)
        #expect(throws: MusterError.damaged(path: shelf.live)) { try Registry.mend(at: shelf.live) }
        #expect(try shelf.bytes(shelf.live) == before)
    }
}
