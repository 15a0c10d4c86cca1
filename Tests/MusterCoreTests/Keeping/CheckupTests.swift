import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// A checkup tells every fault of a registry and what to do, and changes nothing.
final class CheckupTests {
    let shelf: Shelf

    init() throws { shelf = try Shelf() }

    private var advice: String {
        "copy this file aside, and put the newest copy that verifies in its place with "
            + "'muster restore COPY --db \(shelf.live) --force'"
    }

    /// Runs a checkup, and expects that no byte of the folder changed.
    private func checkUp(at location: SourceLocation = #_sourceLocation) throws -> Checkup {
        let before = try shelf.files()
        let checkup = try Registry.checkUp(at: shelf.live)
        #expect(try shelf.files().keys.sorted() == before.keys.sorted(), sourceLocation: location)
        #expect(try shelf.files() == before, sourceLocation: location)
        return checkup
    }

    /// Expects that only this check failed, and that its finding says what to do.
    private func expect(
        _ check: String, _ found: String, among checks: [String] = ["file", "references", "rules", "history"],
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let checkup = try checkUp(at: location)
        #expect(!checkup.isFine, sourceLocation: location)
        #expect(checkup.findings.map(\.check) == checks, sourceLocation: location)
        for finding in checkup.findings {
            #expect(finding.isFine == (finding.check != check), "\(finding)", sourceLocation: location)
            #expect(finding.advice?.said == (finding.isFine ? nil : advice), sourceLocation: location)
            if !finding.isFine { #expect(finding.found == found, sourceLocation: location) }
        }
    }

    @Test func `nothing is wrong with a good registry, and its proof is given`() throws {
        let checkup = try checkUp()
        #expect(checkup.isFine)
        #expect(checkup.proof == (try Registry(at: shelf.live, for: .reading).verify()))
        #expect(checkup.findings.map(\.check) == ["file", "references", "rules", "history"])
        #expect(
            checkup.findings.map(\.found) == [
                "whole", "all lead somewhere", "the schema's own", try #require(checkup.proof).words,
            ])
        #expect(checkup.findings.allSatisfy { $0.isFine && $0.advice == nil })
    }

    @Test(arguments: [50, 99, 100, 512, 4096, 4097, 300_000, 700_000])
    func `a registry that was cut short is damaged`(length: Int) throws {
        try shelf.put(shelf.bytes(shelf.live).prefix(length), "live.db")
        try expect("file", "\(quoted(shelf.live)) is damaged", among: ["file"])
    }

    @Test(arguments: [100..<4096, 4096 * 20..<4096 * 21, 4096 * 40..<4096 * 90])
    func `a registry with garbage in it is damaged`(spoilt: Range<Int>) throws {
        try shelf.spoil(shelf.live, spoilt)
        try expect("file", "\(quoted(shelf.live)) is damaged", among: ["file"])
    }

    @Test func `references into nothing are counted`() throws {
        try shelf.tamper(shelf.live, "UPDATE citation SET source_id = 999 WHERE id IN (1, 2)")
        let findings = try checkUp().findings.filter { !$0.isFine }
        #expect(findings.map(\.check) == ["references", "history"])
        #expect(findings.first?.found == "2 references lead nowhere, the first from a citation to a source")
        #expect(findings.allSatisfy { $0.advice?.said == advice })
    }

    @Test func `a rule that is missing is named`() throws {
        try DatabaseQueue(path: shelf.live).write { try $0.execute(sql: "DROP TRIGGER event_history_kept") }
        let what = "the register's own rules were changed: the trigger event_history_kept is missing"
        try expect("rules", what)
    }

    @Test func `a rule that was rewritten is named`() throws {
        try DatabaseQueue(path: shelf.live).write {
            try $0.execute(sql: "DROP INDEX unit_region; CREATE INDEX unit_region ON unit (region_code, id)")
        }
        let what = "the register's own rules were changed: the index unit_region is another"
        try expect("rules", what)
    }

    @Test(arguments: [
        (
            "UPDATE source_history SET title = 'Another' WHERE id = 2",
            "revision 9 does not fit, at S2: it is not what was sealed"
        ),
        (
            "UPDATE source SET title = 'Another' WHERE id = 2",
            "revision 9 does not fit, at S2: the register does not hold it as it was sealed"
        ),
        ("DELETE FROM source WHERE id = 2", "revision 9 does not fit, at S2: it is gone from the register"),
    ])
    func `the first record that does not fit is named`(sql: String, found: String) throws {
        try shelf.tamper(shelf.live, sql)
        try expect("history", found)
    }

    @Test func `what is no registry is told, and not checked further`() throws {
        let text = try shelf.put(Data("a shopping list, long enough to be no empty database\n".utf8), "list.txt")
        let findings = try Registry.checkUp(at: text).findings
        #expect(findings.map(\.check) == ["file"])
        #expect(findings.first?.isFine == false)
        #expect(findings.first?.found == "'\(text)' is not a muster registry")
        #expect(findings.first?.advice?.said.contains("move it away, and put the newest copy in its place") == true)
        let missing = shelf.path("missing.db")
        #expect(throws: MusterError.noRegistry(path: missing)) { try Registry.checkUp(at: missing) }
        #expect(try shelf.files().keys.sorted() == ["copy.db", "list.txt", "live.db"])
    }

    @Test func `a redaction whose file was not written anew is told until it is`() throws {
        let registry = try Registry(at: shelf.live, for: .writing)
        _ = try registry.redact("O1", by: Authorship(author: "clerk", reason: "order"))
        #expect(try Registry.checkUp(at: shelf.live).isFine)
        // The state after the process was killed between the redaction and the rewrite of the file.
        try registry.store.main.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 0") }
        let finding = try #require(try Registry.checkUp(at: shelf.live).findings.first { !$0.isFine })
        #expect(finding.found == "the old text of the redaction in revision 10 may still be in the file")
        #expect(finding.advice?.said == "run the same 'muster redact' again when no other program uses the file")
        _ = try registry.redact("O1", by: Authorship(author: "clerk", reason: "order"))
        #expect(try Registry.checkUp(at: shelf.live).isFine)
    }

    @Test func `a copy that was cut short on its way is told`() throws {
        try shelf.put(Data("half".utf8), "live.db.1234.part")
        let checkup = try Registry.checkUp(at: shelf.live)
        #expect(checkup.isFine)
        #expect(checkup.findings.first { $0.check == "copies" }?.found == "beside it: live.db.1234.part")
    }
}
