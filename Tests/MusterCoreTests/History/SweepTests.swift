import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// After a redaction nothing of the old text is left, or it is known that something is.
final class SweepTests {
    let fresh: Fresh
    static let order = Authorship(author: "clerk", reason: "order 7")

    init() throws {
        fresh = try Fresh(.populated)
        let post = NewPost(title: "Minister", region: "RU-KGD")
        _ = try fresh.registry.add(
            NewOfficial(name: "Зиновий Хрупцевич", post: post, evidence: Fresh.dispatch), by: Fresh.clerk)
    }

    private func finding() throws -> Checkup.Finding? {
        try Registry.checkUp(at: fresh.path).findings.first { !$0.isFine }
    }

    private func holds(_ text: String) -> Bool {
        ["", "-wal"].contains { rest in
            FileManager.default.contents(atPath: fresh.path + rest)?.firstRange(of: Data(text.utf8)) != nil
        }
    }

    private static let told = "the old text of the redaction in revision 10 may still be in the file"

    @Test(arguments: [0, 10, 999, -1])
    func `a number that another program sets does not pass for a file written anew`(number: Int) throws {
        _ = try fresh.registry.redact("O2", by: Self.order)
        #expect(try finding() == nil)
        try fresh.plain().writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = \(number)") }
        #expect(try finding()?.check == "redactions" && finding()?.found == Self.told)
        #expect(
            try Registry.mend(at: fresh.path) == ["the file was written anew, without the old text of redactions"])
        #expect(try finding() == nil)
    }

    @Test func `what a reader kept from being cleared is told, and cleared by the next write`() throws {
        let path = fresh.path
        do {
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let reader = try DatabaseQueue(path: path, configuration: configuration)
            try reader.inDatabase { try $0.execute(sql: "BEGIN; SELECT count(*) FROM name") }
            let registry = try Registry(at: path, for: .writing)
            try registry.store.main.writeWithoutTransaction { try $0.execute(sql: "PRAGMA busy_timeout = 50") }
            #expect(throws: MusterError.oldTextLeft(path: path)) { try registry.redact("O2", by: Self.order) }
            #expect(holds("Хрупцевич"))
            #expect(try finding()?.found == Self.told)
            // A write beside the reader is done and does not wait for it.
            _ = try registry.add(NewSource(kind: .ngo, title: "Beside"), by: Fresh.clerk)
            #expect(try finding()?.found == Self.told)
            try reader.inDatabase { try $0.execute(sql: "COMMIT") }
            try reader.close()
        }
        _ = try fresh.registry.add(NewSource(kind: .ngo, title: "After"), by: Fresh.clerk)
        #expect(try finding() == nil)
        #expect(!holds("Хрупцевич") && !holds("hrupcevic"))
    }

    @Test func `a doctor sees old text in the file, whatever the file says`() throws {
        let old =
            try Data(contentsOf: URL(fileURLWithPath: fresh.path))
            + Data(contentsOf: URL(fileURLWithPath: fresh.path + "-wal"))
        _ = try fresh.registry.redact("O2", by: Self.order)
        #expect(try finding() == nil)
        // Free space in the file holds the version as it was.
        let leaf = try fresh.plain().read {
            try Data.fetchOne($0, sql: "SELECT leaf FROM name_history WHERE official_id = 2 ORDER BY version")!
        }
        let place = try #require(old.firstRange(of: leaf))
        try fresh.plain().writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA secure_delete = OFF; CREATE TABLE t (old BLOB)")
            try db.execute(sql: "INSERT INTO t VALUES (?)", arguments: [old[place.lowerBound - 64..<place.upperBound]])
            try db.execute(sql: "DROP TABLE t; PRAGMA wal_checkpoint(TRUNCATE)")
        }
        #expect(try finding()?.found == Self.told)
        _ = try Registry.mend(at: fresh.path)
        #expect(try finding() == nil)
    }

    @Test func `no key is left that no remaining name has, also where the index lacked the name`() throws {
        try fresh.plain().write { db in
            try db.execute(sql: "INSERT INTO name_search (name_search) VALUES ('delete-all')")
            try db.execute(sql: "INSERT OR IGNORE INTO search_key VALUES ('zinovijj', 'jjivoniz')")
        }
        _ = try fresh.registry.redact("O2", by: Self.order)
        let keys = try fresh.plain().read { try String.fetchAll($0, sql: "SELECT key FROM search_key") }
        #expect(keys.filter { $0.hasPrefix("zin") || $0.hasPrefix("hr") } == [])
        #expect(keys.contains("novikov"))
        #expect(!holds("zinovij"))
        #expect(try finding() == nil)
    }
}
