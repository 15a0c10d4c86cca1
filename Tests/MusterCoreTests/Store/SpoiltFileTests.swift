import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// A file spoilt with a shell is answered with a sentence: no question crashes the program.
struct SpoiltFileTests {
    /// Changes made with a shell, past the CHECKs, the triggers and the column types.
    static let spoilt = [
        "UPDATE unit SET kind = 'flotilla'", "UPDATE unit SET standing = 'perhaps'",
        "UPDATE official SET standing = ''",
        "UPDATE source SET kind = 'rumour'", "UPDATE enrollment SET contract = 'oral'",
        "UPDATE enrollment SET standing = 'lost'", "UPDATE event SET value = 'vanished' WHERE facet = 'state'",
        "UPDATE event SET value = 'mega', facet = 'form' WHERE facet = 'status'",
        "UPDATE citation SET stance = 'sideways'",
        "UPDATE citation SET speech = 'sings'", "UPDATE citation SET field = 'shoe_size'",
        "UPDATE name SET nature = 'secret' WHERE official_id IS NOT NULL", "UPDATE unit SET ordinal = 'fifth'",
        "UPDATE unit SET region_code = 'XX-NOWHERE'",
        "UPDATE enrollment SET group_least = 'many' WHERE group_who IS NOT NULL",
        "UPDATE enrollment SET unit_id = 'U1'", "UPDATE enrollment SET unit_id = 999",
        "UPDATE event SET date = 'yesterday', earliest = 'soon', latest = x'00ff'",
        "UPDATE event SET earliest = 20250531",
        "UPDATE source SET title = x'c328'", "UPDATE source SET title = 17, published = 2025",
        "UPDATE source SET derived_from = 'S9'", "UPDATE post SET title = NULL",
        "UPDATE post SET official_id = 'Novikov'",
        "UPDATE name SET text = NULL WHERE unit_id IS NOT NULL", "UPDATE revision SET at = 'noon'",
        "UPDATE revision SET author = x'ff', reason = 5", "UPDATE seal SET hash = 'none'",
        "UPDATE unit SET standing = x'00'", "UPDATE official SET standing = x'00'", "UPDATE merge SET revision = NULL",
        "UPDATE merge SET kept = gone", "UPDATE reversal SET revision = undoes", "UPDATE merge SET kept = 'O1'",
        "UPDATE merge_history SET kind = 'ship'",
        "UPDATE merge_history SET gone = NULL",
        "UPDATE post_history SET id = 'first' WHERE nonce IS NULL",
        "UPDATE name_history SET id = x'01' WHERE nonce IS NULL",
        "UPDATE official_history SET id = 'one'", "UPDATE event_history SET value = 7, revision = 'last'",
        "UPDATE unit SET ordinal = -9223372036854775808", "UPDATE unit SET ordinal = 9223372036854775807",
        "UPDATE enrollment SET group_least = 9223372036854775807, group_most = 9223372036854775807 WHERE id IN (2, 3)",
        "UPDATE revision SET id = 9223372036854775807 WHERE id = (SELECT max(id) FROM revision)",
        "UPDATE seal SET revision = 9223372036854775807 WHERE revision = (SELECT max(revision) FROM seal)",
        "UPDATE unit_history SET id = 9223372036854775807 WHERE id = 2", "UPDATE distinction SET one = 'O1'",
        "UPDATE redaction SET record = 'O3', kind = 'person'", "UPDATE group_member SET member_id = 'E1'",
    ]

    /// A registry that has, besides `populated`, a merge (O2 into O1), two officials told apart (O3 is not O1), a named
    /// member of the group E2, and a redaction (O4).
    private static let whole = Result {
        let fresh = try Fresh(.populated)
        let post = NewPost(title: "Mayor", region: "RU-TUL")
        for name in ["Anna Petrova", "Boris Sidorov", "Vera Blank"] {
            _ = try fresh.registry.add(
                NewOfficial(name: name, post: post, evidence: Fresh.dispatch), by: Fresh.clerk)
        }
        _ = try fresh.registry.merge("O1", with: "O2", by: Fresh.clerk)
        _ = try fresh.registry.distinguish("O1", from: "O3", by: Fresh.clerk)
        _ = try fresh.registry.enroll(
            NewEnrollment(group: NewGroup(who: "two deputies"), unit: "U1", evidence: Fresh.dispatch), by: Fresh.clerk)
        _ = try fresh.registry.resolve(
            GroupResolution(group: "E2", officials: ["O3"], evidence: Fresh.dispatch), by: Fresh.clerk)
        _ = try fresh.registry.edit(
            Edit(record: "U1", values: ["ordinal": "5"], inferred: "seen on site"), by: Fresh.clerk)
        let source = try fresh.registry.add(NewSource(kind: .other, title: "Undone"), by: Fresh.clerk)
        _ = try fresh.registry.revert(#require(source.revision), by: Fresh.clerk)
        _ = try fresh.registry.redact("O4", by: Authorship(author: "clerk", reason: "court order"))
        return try fresh.registry.bytes()
    }

    @Test(arguments: spoilt)
    func `what a shell wrote is answered or refused in a sentence`(sql: String) throws {
        let fresh = try Fresh(of: Self.whole.get())
        try Self.spoil(fresh.path, sql)
        var said: [String] = []
        func ask(_ question: () throws -> Void) {
            do { try question() } catch let error as MusterError {
                #expect((64...77).contains(error.exitCode))
                said.append(error.description)
            } catch { Issue.record("\(error)") }
        }
        guard let registry = try? Registry(at: fresh.path, for: .reading) else { return }
        // Every change is asked about without a filter and with a day, with one in sixteen of the other filters, and with
        // a third of the editions in one format: other ones for each change.
        let turn = Self.spoilt.firstIndex(of: sql)!
        for (place, (name, set)) in Answers.filters.enumerated()
        where ["all", "day"].contains(name) || (place + turn).isMultiple(of: 16) {
            var filter = Filter()
            set(&filter)
            let asked = filter
            ask { _ = try registry.regions(asked).map(\.cells) }
            ask { _ = try registry.units(asked).map(\.cells) }
            ask { _ = try registry.officials(asked).map(\.cells) }
            ask { _ = try registry.enrollments(asked, withCitations: true).map(\.cells) }
            ask { _ = try registry.sources(asked).map(\.cells) }
            ask { _ = try registry.search("Novik", asked).map(\.cells) }
        }
        for name: RecordReference in [
            "S1", "G1", "U1", "U2", "O1", "P1", "E1", "E2", "V1", "V3", "C1", "C5", "RU-KGD", "Dmitry Novikov",
        ] {
            ask { _ = try registry.show(name).lines.map(\.cells) }
            ask { _ = try registry.timeline(of: name).map(\.cells) }
            ask { _ = try registry.log(of: name) }
        }
        for (half, day) in [nil, Day("2025-06-15")].enumerated() {
            let format = EditionFormat.texts[turn % EditionFormat.texts.count]
            for (place, kind) in EditionKind.allCases.enumerated() where (place + turn + half).isMultiple(of: 3) {
                let record: RecordReference? =
                    switch kind {
                    case .region: "RU-KGD"
                    case .unit, .timeline: "U1"
                    case .official: "O1"
                    case .national, .coverage, .changes: nil
                    }
                ask { _ = try registry.text(EditionRequest(kind, of: record, on: day), as: format) }
            }
        }
        ask { _ = try registry.log() }
        ask { _ = try registry.duplicates(least: 1) }
        ask { _ = try registry.differences(from: .revision(3), to: .revision(7)) }
        ask { _ = try registry.known(at: .revision(5)).units() }
        ask { _ = try registry.verify() }
        ask { _ = try Registry.checkUp(at: fresh.path) }
        ask { try Self.write(to: fresh.path) }
        for sentence in said {
            #expect(
                !sentence.contains("SELECT") && !sentence.contains(".swift") && !sentence.contains("SQLite result -1"))
        }
    }

    /// Changes that read existing records before they write.
    private static func write(to path: String) throws {
        let changes: [(Registry) throws -> Void] = [
            { _ = try $0.unmerge("O2", by: Fresh.clerk) }, { _ = try $0.merge("O1", with: "O2", by: Fresh.clerk) },
            {
                _ = try $0.resolve(
                    GroupResolution(group: "E3", officials: ["O3"], evidence: Fresh.dispatch), by: Fresh.clerk)
            }, { _ = try $0.add(NewUnit(designation: "BARS-Tula", evidence: Fresh.dispatch), by: Fresh.clerk) },
            {
                _ = try $0.edit(Edit(record: "U1", values: ["ordinal": "3"], inferred: "seen on site"), by: Fresh.clerk)
            },
            { _ = try $0.merge("U1", with: "U2", by: Fresh.clerk) },
            {
                _ = try $0.add(NewEvent(record: "E1", state: "left", evidence: [Fresh.dispatch]), by: Fresh.clerk)
            }, { _ = try $0.revert(7, by: Fresh.clerk) },
            {
                for revision in try $0.log(limit: 3).map(\.revision) { _ = try $0.revert(revision, by: Fresh.clerk) }
            },
            { _ = try $0.redact("O1", by: Authorship(author: "clerk", reason: "court order")) },
        ]
        var first: MusterError?
        for change in changes {
            do { try change(Registry(at: path, for: .writing)) } catch let error as MusterError {
                first = first ?? error
            }
        }
        if let first { throw first }
    }

    /// Changes rows of a registry against its schema, and restores the schema afterwards.
    private static func spoil(_ path: String, _ sql: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        try DatabaseQueue(path: path, configuration: configuration).writeWithoutTransaction { db in
            let schema = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'table'")
            try db.withoutTriggers {
                try db.execute(
                    sql: """
                        PRAGMA ignore_check_constraints = ON; PRAGMA writable_schema = ON;
                        UPDATE sqlite_master SET sql = replace(replace(replace(replace(sql, 'TEXT NOT NULL', 'TEXT'),
                            'INTEGER NOT NULL', 'INTEGER'), 'BLOB NOT NULL', 'BLOB'), 'STRICT', '')
                            WHERE type = 'table' AND sql LIKE '%STRICT%' AND sql NOT LIKE '%WITHOUT ROWID%';
                        PRAGMA writable_schema = RESET
                        """)
                try db.execute(sql: sql)
                #expect(db.changesCount > 0, "\(sql)")
            }
            try db.execute(sql: "PRAGMA writable_schema = ON")
            for table in schema {
                try db.execute(
                    sql: "UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = ?",
                    arguments: [table["sql"] as String?, table["name"] as String])
            }
            try db.execute(sql: "PRAGMA writable_schema = RESET")
        }
    }
}
