import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// The history triggers are plain text in the migrations, but nobody writes them by hand.
///
/// After a new table or column, `UPDATE_MIGRATION=unit swift test --filter HistoryTemplate` prints the triggers of the
/// table `unit`, to paste into the new migration. For a new table, the migration must already create the table and its
/// history.
struct HistoryTemplateTests {
    /// A registry as the migrations make it.
    let fresh: DatabaseQueue

    init() throws {
        fresh = try DatabaseQueue()
        try Schema.migrate(fresh)
    }

    private static let asked = ProcessInfo.processInfo.environment["UPDATE_MIGRATION"]

    /// The tables without a history of their own, and the reasons.
    private static let withoutHistory = [
        "revision": "a revision is written once; only its reason can go, by a redaction",
        "seal": "it proves the history",
        "history_start": "it is written once, by the migration, and is part of the history itself",
        "reversal": "it is only added to, and is part of the history itself",
        "redaction": "it is only added to, and is part of the history itself",
        "search_key": "the index of a search is made from the history",
        "grdb_migrations": "GRDB's own",
    ]

    @Test(.disabled(if: asked != nil, "a block is printed instead"))
    func `the triggers of history are as the template says`() throws {
        try fresh.read { db in
            let tables = try HistoryTemplate.tables(in: db)
            #expect(tables.count >= 15)
            for table in tables {
                for difference in try HistoryTemplate(table: table, in: db).differences(in: db) {
                    let reason = HistoryTemplate.exceptions[difference.trigger]?.reason
                    let why = reason.map { " (an exception: \($0))" } ?? ""
                    Issue.record(
                        """
                        \(difference.trigger) is not as the template says\(why); for the text of a new migration run:
                        UPDATE_MIGRATION=\(table) swift test --filter HistoryTemplate
                        held: \(difference.held ?? "none")
                        template: \(difference.wanted ?? "none")
                        """)
                }
            }
        }
    }

    @Test(.enabled(if: asked != nil, "UPDATE_MIGRATION names no table"))
    func `the triggers of the table that is asked for are printed`() throws {
        try fresh.read { db in
            let table = try #require(Self.asked)
            let tables = try HistoryTemplate.tables(in: db)
            try #require(tables.contains(table), "no table \(table) with a \(table)_history; there are \(tables)")
            print(try HistoryTemplate(table: table, in: db).block(in: db))
        }
    }

    @Test func `a table has a history, or is listed with the reason why not`() throws {
        try fresh.read { db in
            let tables = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
                    AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '%\\_history' ESCAPE '\\'
                    """)
            let without = Set(tables).subtracting(try HistoryTemplate.tables(in: db))
            #expect(without == Set(Self.withoutHistory.keys))
        }
    }

    @Test func `a history has the columns of its table and its own five`() throws {
        try fresh.read { db in
            let own: Set = ["version INTEGER", "revision INTEGER", "deleted INTEGER", "nonce BLOB", "leaf BLOB"]
            for table in try HistoryTemplate.tables(in: db) {
                let sql = "SELECT name || ' ' || type FROM pragma_table_info(?)"
                let columns = try String.fetchSet(db, sql: sql, arguments: [table])
                let history = try String.fetchSet(db, sql: sql, arguments: ["\(table)_history"])
                #expect(history == columns.union(own), "\(table)_history")
            }
        }
    }

    @Test func `a new column shows in five triggers, and the printed block makes them know it`() throws {
        try fresh.write { db in
            for table in ["unit", "unit_history"] {
                try db.execute(sql: "ALTER TABLE \(table) ADD COLUMN strength INTEGER")
            }
            let template = try HistoryTemplate(table: "unit", in: db)
            let stale = [
                "unit_made", "unit_changed", "unit_history_kept", "unit_as_known_at_change", "unit_as_known_at_removal",
            ]
            #expect(try template.differences(in: db).map(\.trigger) == stale)
            try db.execute(sql: template.block(in: db))
            #expect(try template.differences(in: db).map(\.trigger) == [])
            #expect(try String.fetchOne(db, sql: Self.sql("unit_made"))?.contains("NEW.strength") == true)
        }
    }

    @Test(arguments: [
        ("DROP TRIGGER merge_kept", "merge", "merge_kept"),
        (
            "CREATE TRIGGER citation_keeps_id BEFORE UPDATE OF id ON citation BEGIN SELECT 1; END", "citation",
            "citation_keeps_id"
        ),
    ])
    func `a trigger that is missing or too many is seen`(change: String, table: String, trigger: String) throws {
        try fresh.write { db in
            try db.execute(sql: change)
            let template = try HistoryTemplate(table: table, in: db)
            #expect(try template.differences(in: db).map(\.trigger) == [trigger])
        }
    }

    @Test(arguments: [("merge", false), ("unit", true)])
    func `white space counts, except in the tables that were written first`(table: String, isForgiven: Bool) throws {
        try fresh.write { db in
            let trigger = "\(table)_history_kept_whole"
            let sql = try #require(try String.fetchOne(db, sql: Self.sql(trigger)))
            try db.execute(sql: "DROP TRIGGER \(trigger); " + sql.replacing("\n", with: "\n    "))
            let template = try HistoryTemplate(table: table, in: db)
            #expect(try template.differences(in: db).map(\.trigger) == (isForgiven ? [] : [trigger]))
            try db.execute(sql: "DROP TRIGGER \(trigger); " + sql.replacing("history is", with: "history  is"))
            #expect(try template.differences(in: db).map(\.trigger) == [trigger])
        }
    }

    private static func sql(_ trigger: String) -> String {
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = '\(trigger)'"
    }
}
