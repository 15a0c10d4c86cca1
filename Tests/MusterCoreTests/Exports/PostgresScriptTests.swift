import Foundation
import MusterValues
import Testing

@testable import MusterCore

/// The script for PostgreSQL; `Tests/oracle/export_check.py` loads it into one.
struct PostgresScriptTests {
    private func script(_ fresh: Fresh, _ filter: Filter = Filter()) throws -> String {
        let file = fresh.folder.appending(path: "r.sql")
        try fresh.registry.exportSQL(filter, to: file.path)
        return try String(contentsOf: file, encoding: .utf8)
    }

    @Test func `it makes each table, fills it, and then its keys, its comments and the views`() throws {
        let fresh = try Fresh(.populated)
        let text = try script(fresh)
        #expect(text.contains("\\set ON_ERROR_STOP on\nBEGIN;"))
        #expect(text.hasSuffix("\nCOMMIT;\n"))
        for table in try ExportedTables(fresh.registry).tables.keys {
            #expect(text.contains("CREATE TABLE \"\(table)\" ("), "\(table)")
            #expect(text.contains("COMMENT ON TABLE \"\(table)\" IS '"), "\(table)")
        }
        #expect(
            text.contains(
                "\nCOPY \"official\" (\"id\", \"standing\", \"standing_note\") FROM stdin;\n1\taccepted\t\\N\n\\.\n"))
        #expect(text.contains("\"contract\" text NOT NULL CHECK (\"contract\" IN ('reserve', "))
        #expect(text.contains("FOREIGN KEY (\"unit_id\") REFERENCES \"unit\" (\"id\") DEFERRABLE INITIALLY DEFERRED"))
        #expect(
            text.contains(
                "COMMENT ON COLUMN \"enrollment\".\"contract\" IS 'contract / вид контракта. The kind of contract."))
        #expect(text.contains("CREATE VIEW v_enrollments AS"))
        #expect(try script(fresh) == text)
    }

    @Test func `text and days are written as COPY reads them`() throws {
        let fresh = try Fresh(.populated)
        var source = NewSource(kind: .other, title: "a\\b 'c'")
        source.published = "0000-05"
        source.note = "x\\N"
        _ = try fresh.registry.add(source, by: Fresh.clerk)
        let text = try script(fresh)
        #expect(text.contains("\n2\tother\ta\\\\b 'c'\t\\N\t\\N\t\\N\t0000-05\t0001-05-01 BC\t0001-05-31 BC\t"))
        #expect(text.contains("\tx\\\\N\t"))
    }

    @Test func `with a filter it has the table of what is selected`() throws {
        let fresh = try Fresh(.populated)
        var filter = Filter()
        filter.official = "O1"
        let text = try script(fresh, filter)
        #expect(text.contains("COPY \"selected\" (\"enrollment_id\", \"grade\") FROM stdin;\n1\t\\N\n\\."))
        #expect(text.contains("FOREIGN KEY (\"enrollment_id\") REFERENCES \"enrollment\" (\"id\")"))
    }
}
