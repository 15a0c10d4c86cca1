import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// The start of the chain in an older registry, and the fate of a revision that muster did not write.
final class SealTests {
    let folder: URL
    var path: String { folder.appending(path: "old.db").path }

    init() throws { folder = try Fresh.newFolder() }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A registry of the first schema: two sources in three revisions; the third changes the first source.
    private func makeOld() throws {
        let database = try DatabaseQueue(path: path)
        try Schema.migrate(database, upTo: "0001_registry")
        try database.write { db in
            for revision in 1...3 {
                try db.execute(
                    sql: "INSERT INTO revision VALUES (?, '2025-06-15T15:06:40Z', 'clerk', 'test')",
                    arguments: [revision])
                switch revision {
                case 1:
                    try db.execute(sql: "INSERT INTO source (id, revision, kind, title) VALUES (1, 1, 'other', 'A')")
                case 2:
                    try db.execute(sql: "INSERT INTO source (id, revision, kind, title) VALUES (2, 2, 'other', 'B')")
                default: try db.execute(sql: "UPDATE source SET title = 'C', revision = 3 WHERE id = 1")
                }
            }
        }
    }

    @Test func `an older registry is sealed as it stands, and its history begins there`() throws {
        try makeOld()
        #expect(throws: MusterError.olderSchema(path: path)) { try Registry(at: self.path, for: .reading) }
        let registry = try Registry.create(at: path, now: { Fresh.now })
        #expect(try registry.verify().revisions == 3)
        #expect(try Checker.check(path).code == 0)
        _ = try registry.loadReference(by: Fresh.clerk)
        _ = try registry.edit(Edit(record: "S1", values: ["title": "D"]), by: Fresh.clerk)

        #expect(try registry.known(at: .revision(3)).sources().map(\.title) == ["C", "B"])
        #expect(try registry.sources().map(\.title) == ["D", "B"])
        let refusal = #expect(throws: MusterError.self) { try registry.known(at: .revision(2)) }
        #expect(
            refusal?.said
                == "moment '2' is refused: versions are kept from revision 3 on, when this registry was brought up to date"
        )
        #expect(throws: MusterError.self) { try registry.revert(3, by: Fresh.clerk) }
        #expect(throws: MusterError.self) { try registry.differences(from: .revision(2), to: .revision(4)) }
        #expect(throws: MusterError.self) { try registry.differences(from: nil, to: .revision(3)) }
        #expect(try registry.log(of: "S1").map(\.revision) == [5, 3])
        _ = try registry.revert(5, by: Fresh.clerk)
        #expect(try registry.sources().map(\.title) == ["C", "B"])
        #expect(try registry.verify().revisions == 6)
        #expect(try Checker.check(path).code == 0)
    }

    @Test func `bringing up to date twice changes nothing`() throws {
        try makeOld()
        let head = try Registry.create(at: path).head()
        #expect(try Registry.create(at: path).head() == head)
    }

    @Test func `a revision that muster did not write is not built on`() throws {
        let fresh = try Fresh(.populated)
        try fresh.run("UPDATE unit SET ordinal = 5, revision = $R WHERE id = 1")
        let unsealed = MusterError.altered(
            revision: 9, record: nil, what: "it has no seal: another program wrote it")
        try fresh.expectRefusal(
            unsealed,
            "revision 9 does not fit: it has no seal: another program wrote it; 'muster doctor' says what to do",
            exit: 65
        ) { try $0.add(NewSource(kind: .other, title: "After"), by: Fresh.clerk) }
        let checkup = try Registry.checkUp(at: fresh.path)
        #expect(checkup.findings.map(\.isFine) == [true, true, true, false])
        #expect(checkup.findings.last?.advice?.said.contains("muster restore") == true)
        // It can still be read.
        #expect(try fresh.registry.units().first?.ordinal == 5)
        #expect(try fresh.registry.head() == nil)
    }

    @Test func `a write that changes nothing leaves the head`() throws {
        let fresh = try Fresh(.populated)
        let head = try fresh.registry.head()
        _ = try fresh.registry.edit(
            Edit(record: "U1", values: ["region": "RU-KGD"], inferred: "seen on site"), by: Fresh.clerk)
        #expect(try fresh.registry.head() == head)
        #expect(try fresh.registry.verify(head: head?.uppercased()).found == 8)
    }

    @Test func `no two versions have one nonce`() throws {
        let fresh = try Fresh(.populated)
        _ = try fresh.registry.loadReference(by: Fresh.clerk)
        let (all, distinct) = try fresh.plain().read { db in
            let nonces = try HistoryTable.all(db).flatMap {
                try Data.fetchAll(db, sql: "SELECT nonce FROM \($0.name)")
            }
            return (nonces.count, Set(nonces).count)
        }
        #expect(all > 300)
        #expect(distinct == all)
    }

    @Test(arguments: ["", "abc", String(repeating: "g", count: 64), String(repeating: "0", count: 65)])
    func `what is no hash is refused`(head: String) throws {
        let fresh = try Fresh()
        let refusal = #expect(throws: MusterError.self) { try fresh.registry.verify(head: head) }
        #expect(
            refusal
                == .badValue(field: "head", value: head, rule: "a head is 64 hexadecimal digits, as a report prints it")
        )
        #expect(refusal?.exitCode == 65)
    }

    @Test func `a hash of no revision is refused`() throws {
        let other = String(repeating: "0", count: 64)
        let refusal = #expect(throws: MusterError.self) { try Fresh().registry.verify(head: other) }
        #expect(refusal == .unknownHead(other))
        #expect(refusal?.exitCode == 65)
    }

    @Test func `a report prints the head that verify finds`() throws {
        let fresh = try Fresh(.populated)
        let report = try fresh.registry.report(region: nil)
        let head = try #require(report.head)
        for region in [nil, "RU-KGD"] as [RecordReference?] {
            let text = try fresh.registry.text(of: region, as: .md)
            #expect(text.contains("\n\nHead of the history: \(head)\n\n"))
            #expect(
                text.contains(", known at revision \(report.revision), head \(head.prefix(8))…\(head.suffix(8)).\n"))
            #expect(try fresh.registry.text(of: region, as: .json).contains("\"head\" : \"\(head)\""))
        }
        _ = try fresh.registry.add(NewSource(kind: .other, title: "After"), by: Fresh.clerk)
        #expect(try fresh.registry.verify(head: head).found == report.revision)
    }
}
