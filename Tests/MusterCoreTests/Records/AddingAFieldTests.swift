import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// Follows the page *Adding a field* on a copy of the schema.
struct AddingAFieldTests {
    let page: String
    /// A registry made by the migrations, with the page's own migration applied.
    let schema: DatabaseQueue

    init() throws {
        page = try Package.text("Sources/MusterCore/MusterCore.docc/AddingAField.md")
        schema = try DatabaseQueue()
        try Schema.migrate(schema)
        let sql = try #require(page.firstMatch(of: #/```sql\n(?<sql>[\s\S]*?)```/#)?.sql)
        try schema.write { db in
            try db.execute(sql: String(sql))
            // The reader of the page pastes the output of its command after the page's own statements.
            try db.execute(sql: HistoryTemplate(table: "unit", in: db).block(in: db))
        }
    }

    @Test func `the page's places are there, at most nine in five files`() throws {
        let rows = page.matches(of: #/\| `(?<file>[^`]+\.(?:swift|sql))` \| (?<place>.+?) \| /#)
        #expect(rows.count > 5 && rows.count <= 9)
        #expect(Set(rows.map { String($0.file) }).count <= 5)
        for row in rows where row.file.hasSuffix(".swift") {
            let place = row.place.trimmingCharacters(in: ["`"])
            #expect(try Package.text(String(row.file)).contains(place), "\(row.file): \(place)")
        }
    }

    @Test func `the page's migration makes the triggers that the template wants`() throws {
        try schema.read { db in
            #expect(try HistoryTemplate(table: "unit", in: db).differences(in: db).map(\.trigger) == [])
            #expect(try HistoryTemplate(table: "citation", in: db).differences(in: db).map(\.trigger) == [])
            #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
            let history = try db.columns(in: "unit_history").map(\.name)
            #expect(history.contains("garrison"))
        }
    }

    @Test func `a unit keeps the new field and its history, and a source can be cited on it`() throws {
        try schema.write { db in
            try db.execute(
                sql: """
                    INSERT INTO revision (id, at, author, reason) VALUES (1, '2026-01-01T00:00:00Z', 'clerk', 'test');
                    INSERT INTO source (id, revision, kind, title) VALUES (1, 1, 'other', 'A page');
                    INSERT INTO citation (id, revision, source_id, unit_id, field, stated)
                    VALUES (1, 1, 1, 1, 'name', 'BARS-1'), (2, 1, 1, 1, 'garrison', 'Gusev');
                    INSERT INTO name (id, revision, unit_id, source_id, text, folded, script, nature)
                    VALUES (1, 1, 1, 1, 'BARS-1', 'bars-1', 'Latn', 'primary');
                    INSERT INTO unit (id, revision, kind, garrison) VALUES (1, 1, 'numbered', 'Gusev');
                    """)
            #expect(try String.fetchOne(db, sql: "SELECT garrison FROM unit_history WHERE id = 1") == "Gusev")
        }
        #expect(throws: DatabaseError.self) {
            try schema.write { try $0.execute(sql: "UPDATE unit SET garrison = ''") }
        }
        #expect(throws: DatabaseError.self) {
            try schema.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO citation (id, revision, source_id, unit_id, field, stated) VALUES (3, 1, 1, 1, 'town', 'x')
                        """)
            }
        }
    }
}
