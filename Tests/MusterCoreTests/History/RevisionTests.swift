import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// Every write is one numbered revision with author, reason and time, or has no effect at all.
final class RevisionTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    struct Write: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let make: @Sendable (Registry, Authorship) throws -> WriteResult
    }

    static let writes = [
        Write(testDescription: "source") { try $0.add(NewSource(kind: .ngo, title: "Report"), by: $1) },
        Write(testDescription: "region") { try $0.add(NewRegion(code: "UA-43", name: "Crimea"), by: $1) },
        Write(testDescription: "programme") { try $0.add(NewProgramme(name: "X", evidence: Fresh.dispatch), by: $1) },
        Write(testDescription: "unit") { try $0.add(NewUnit(designation: "X", evidence: Fresh.dispatch), by: $1) },
        Write(testDescription: "official") {
            try $0.add(NewOfficial(name: "X", post: NewPost(title: "Mayor"), evidence: Fresh.dispatch), by: $1)
        },
        Write(testDescription: "post") {
            try $0.add(
                NewPostOfOfficial(official: "O1", post: NewPost(title: "Senator"), evidence: Fresh.dispatch), by: $1)
        },
        Write(testDescription: "event") {
            try $0.add(NewEvent(record: "U1", state: "brigade", evidence: [Fresh.dispatch]), by: $1)
        },
        Write(testDescription: "citation") {
            try $0.cite(
                NewCitation(record: "U1", field: "role", evidence: Evidence(source: "S1", stated: "defence")), by: $1)
        },
        Write(testDescription: "edit") {
            try $0.edit(Edit(record: "U1", values: ["ordinal": "5"], inferred: "seen on site"), by: $1)
        },
        Write(testDescription: "rename") {
            try $0.edit(Edit(record: "U1", values: ["name": "BARS-39"], evidence: Fresh.dispatch), by: $1)
        },
        Write(testDescription: "official, post, unit and enrollment at once") {
            var new = NewEnrollment(official: "X", post: NewPost(title: "Mayor"), unit: "New", evidence: Fresh.dispatch)
            new.unitRegion = "RU-TUL"
            return try $0.enroll(new, by: $1)
        },
    ]

    @Test(arguments: writes)
    func `a write is one revision, and all it changes belongs to it`(write: Write) throws {
        let before = try fresh.registry.newestRevision()
        let old = Set(try fresh.dump())
        let written = try write.make(fresh.registry, Authorship(author: " Анна ", reason: "on paper"))
        #expect(written.revision == before + 1)
        #expect(try fresh.registry.newestRevision() == before + 1)
        let row = try fresh.plain().read {
            try Row.fetchOne($0, sql: "SELECT * FROM revision ORDER BY id DESC LIMIT 1")!
        }
        #expect(row == ["id": before + 1, "at": "2025-06-15T15:06:40Z", "author": "Анна", "reason": "on paper"])
        // The search index is derived from the names and has no revisions.
        let changed = try fresh.dump().filter { line in
            !old.contains(line) && !line.hasPrefix("revision:") && !line.contains(#/^\w*search_\w*:/#)
        }
        #expect(!changed.isEmpty)
        #expect(changed.allSatisfy { $0.contains("revision:\(before + 1)") }, "\(changed)")
    }

    @Test(arguments: writes)
    func `without a reason a write says what it does`(write: Write) throws {
        _ = try write.make(fresh.registry, Authorship(author: "clerk"))
        let reason = try fresh.plain().read {
            try String.fetchOne($0, sql: "SELECT reason FROM revision ORDER BY id DESC LIMIT 1")!
        }
        #expect(reason.split(separator: " ").count > 1)
    }

    @Test(arguments: writes)
    func `a write that fails at its end leaves nothing`(write: Write) throws {
        // Triggers of the connection's own are no change of the registry's rules.
        try fresh.registry.store.main.write {
            try $0.execute(
                sql: "CREATE TEMP TRIGGER stop BEFORE INSERT ON citation BEGIN SELECT RAISE(ABORT, 'stopped'); END")
            for table in ["source", "region", "unit"] {
                try $0.execute(
                    sql:
                        "CREATE TEMP TRIGGER stop_\(table) AFTER INSERT ON \(table) BEGIN SELECT RAISE(ABORT, 'stopped'); END"
                )
            }
            try $0.execute(
                sql: "CREATE TEMP TRIGGER stop_edit AFTER UPDATE ON unit BEGIN SELECT RAISE(ABORT, 'stopped'); END")
            try $0.execute(
                sql: "CREATE TEMP TRIGGER stop_name AFTER INSERT ON name BEGIN SELECT RAISE(ABORT, 'stopped'); END")
        }
        try fresh.expectRefusal(.refused(rule: "stopped"), "stopped", exit: 69) { try write.make($0, Fresh.clerk) }
    }

    @Test(arguments: [
        ("", "author '' is refused: it is empty; give at least one character"),
        ("a\nb", "author 'a\\u{a}b' is refused: it has the control or invisible character U+000A; take it out"),
    ])
    func `a revision without a proper author is refused`(author: String, message: String) throws {
        let before = try fresh.dump()
        let error = #expect(throws: MusterError.self) {
            try self.fresh.registry.add(NewSource(kind: .ngo, title: "Report"), by: Authorship(author: author))
        }
        #expect(error?.said == message)
        #expect(error?.exitCode == 65)
        #expect(try fresh.dump() == before)
    }

    @Test(arguments: [
        Edit(record: "U1", values: ["region": "RU-KGD", "programme": "BARS", "standing": "accepted"]),
        Edit(record: "U1", values: ["name": "BARS-Kaliningrad"]),
        Edit(record: "U1", values: ["name": " BARS-Kaliningrad "]),
        Edit(record: "P1", values: ["title": " Governor ", "body": ""]),
        Edit(record: "E1", values: ["contract": "not stated"]),
        Edit(record: "V3", values: ["date": "2025-05-31", "value": "Announced"]),
        Edit(record: "RU-KGD", values: ["number": "39"]),
    ])
    func `an edit that changes nothing makes no revision`(edit: Edit) throws {
        let before = try fresh.dump()
        let written = try fresh.registry.edit(edit, by: Fresh.clerk)
        #expect(written == WriteResult(revision: nil, records: []))
        #expect(try fresh.dump() == before)
    }

    @Test func `a clock set back does not set the register back`() throws {
        let earlier = try Registry(at: fresh.path, for: .writing, now: { Fresh.now.addingTimeInterval(-86_400) })
        let number = try earlier.add(NewSource(kind: .ngo, title: "Report"), by: Fresh.clerk).revision
        let later = try Registry(at: fresh.path, for: .writing, now: { Fresh.now.addingTimeInterval(1) })
        _ = try later.add(NewSource(kind: .ngo, title: "Another"), by: Fresh.clerk)
        let times = try fresh.plain().read {
            try String.fetchAll($0, sql: "SELECT at FROM revision WHERE id >= ?", arguments: [number])
        }
        #expect(times == ["2025-06-15T15:06:40Z", "2025-06-15T15:06:41Z"])
    }

    @Test func `revisions are numbered from one without a gap`() throws {
        _ = try? fresh.registry.add(NewUnit(designation: "BARS-Kursk", evidence: Fresh.dispatch), by: Fresh.clerk)
        _ = try fresh.registry.add(NewSource(kind: .ngo, title: "Report"), by: Fresh.clerk)
        let numbers = try fresh.plain().read { try Int.fetchAll($0, sql: "SELECT id FROM revision ORDER BY id") }
        #expect(numbers == Array(1...numbers.count))
    }
}
