import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// The documented views of the file.
struct ViewTests {
    @Test func `a program without muster's functions reads them, and the documentation names each column`() throws {
        let fresh = try Fresh(.populated)
        let page = try Package.text("Sources/MusterCore/MusterCore.docc/Exports.md")
        let documented = page.split(separator: "\n### `").dropFirst().map { part -> (String, [String]) in
            let columns = part.split(separator: "\n").compactMap { line in
                line.firstMatch(of: #/^\| `(\w+)` \|/#).map { String($0.1) }
            }
            return (String(part.prefix { $0 != "`" }), columns)
        }
        try DatabaseQueue(path: fresh.path).read { db in
            let views = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")
            #expect(views == documented.map(\.0).sorted())
            for (view, columns) in documented {
                let rows = try Row.fetchAll(db, sql: "SELECT * FROM \(view)")
                #expect(!rows.isEmpty, "\(view)")
                #expect(rows.first.map { Array($0.columnNames) } == columns, "\(view)")
            }
        }
    }

    @Test func `names are filled in, and the last state is that of the latest day`() throws {
        let fresh = try Fresh(.populated)
        try fresh.happen("E1", "joined", "2025-06-01")
        try fresh.happen("E1", "left", "9999-01-01")
        try fresh.happen("E1", "serving", nil)
        try DatabaseQueue(path: fresh.path).read { db in
            let row = try #require(try Row.fetchOne(db, sql: "SELECT * FROM v_enrollments WHERE id = 'E1'"))
            let want = [
                "official": "O1", "official_name": "Dmitry Novikov", "unit": "U1", "designation": "BARS-Kaliningrad",
                "region": "RU-KGD", "region_name": "Kaliningrad Oblast", "programme": "G1", "programme_name": "BARS",
                "last_state": "joined", "last_state_date": "2025-06-01", "standing": "accepted",
            ]
            for (column, value) in want { #expect(row[column] as String? == value, "\(column)") }
            #expect(row["group_who"] as String? == nil && row["sources"] as Int? == 1)
            let group = try #require(try Row.fetchOne(db, sql: "SELECT * FROM v_enrollments WHERE id = 'E2'"))
            #expect(group["official"] as String? == nil && group["group_least"] as Int? == 2)
            #expect(try String.fetchOne(db, sql: "SELECT record FROM v_citations WHERE id = 'C1'") == "G1")
            #expect(try String.fetchAll(db, sql: "SELECT record FROM v_events ORDER BY id LIMIT 2") == ["U1", "P1"])
        }
    }

    @Test func `what is only foretold is no last state, until a source tells of it`() throws {
        let fresh = try Fresh(.populated)
        try fresh.foretell()
        func last() throws -> [String?] {
            try DatabaseQueue(path: fresh.path).read { db in
                let columns = [
                    ("v_enrollments", "E3", "last_state"), ("v_enrollments", "E3", "last_state_date"),
                    ("v_units", "U2", "last_status"), ("v_units", "U2", "last_status_date"),
                ]
                return try columns.map { view, id, column in
                    try String.fetchOne(db, sql: "SELECT \(column) FROM \(view) WHERE id = '\(id)'")
                }
            }
        }
        #expect(try last() == [nil, nil, nil, nil])
        _ = try fresh.registry.corroborate("V5", evidence: Fresh.dispatch, by: Fresh.clerk)
        #expect(try last() == ["joined", "2025-06-10", nil, nil])
    }

    @Test
    func `a view counts the sources of the enrollment itself, and the table those of its events too, as the page says`()
        throws
    {
        let fresh = try Fresh(.populated)
        _ = try fresh.registry.add(NewSource(kind: .other, title: "Paper"), by: Fresh.clerk)
        try fresh.cite("V3", "value", "announced", in: "S2")
        let table = try fresh.registry.enrollments(withCitations: true).first { $0.id.description == "E1" }
        #expect(table?.sources == 2)
        let counts = try DatabaseQueue(path: fresh.path).read { db in
            try ["v_enrollments WHERE id = 'E1'", "v_events WHERE id = 'V3'"].map { rows in
                try Int.fetchOne(db, sql: "SELECT sources FROM \(rows)")
            }
        }
        #expect(counts == [1, 2])
        let page = try Package.text("Sources/MusterCore/MusterCore.docc/Exports.md")
        #expect(
            page.contains("`sources` counts those that are for the enrollment or for something that happened in it"))
        #expect(
            page.contains(
                "on the enrollment itself that was recorded as supporting; `csv` counts those of its events too"))
    }

    @Test func `they do not stand in the way of a question about the past or about a day`() throws {
        let fresh = try Fresh(.populated)
        let revision = try fresh.registry.newestRevision()
        try fresh.happen("U1", "established", "2025-06-01")
        let past = try fresh.registry.known(at: .revision(revision))
        #expect(try past.units().map(\.statuses) == [[.announced], []])
        #expect(try fresh.registry.verify().revisions == revision + 1)
    }
}
