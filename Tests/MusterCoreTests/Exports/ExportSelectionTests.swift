import Foundation
import MusterValues
import Testing

@testable import MusterCore

/// What a filter selects, and what that rests on.
struct ExportSelectionTests {
    @Test func `a filter selects its enrollments, and what they rest on`() throws {
        let fresh = try Fresh(.populated)
        var filter = Filter()
        filter.official = "O1"
        filter.day = Day("2025-06-15")
        let exported = try ExportedTables(fresh.registry, filter)
        #expect(try exported.column("enrollment_id", of: "selected") == ["E1"])
        #expect(try exported.column("grade", of: "selected") == ["possibly"])
        let ids = [
            "unit": ["U1"], "official": ["O1"], "post": ["P1"], "enrollment": ["E1"], "event": ["V1", "V2", "V3"],
        ]
        for (table, ids) in ids { #expect(try exported.column("id", of: table) == ids, "\(table)") }
        #expect(try exported.column("id", of: "programme") == ["G1"])
        #expect(try exported.column("code", of: "region") == ["RU-KGD"])
        #expect(try exported.column("id", of: "source") == ["S1"])
        #expect(try !exported.column("enrollment_id", of: "citation").contains("E2"))
        #expect(try exported.column("text", of: "name").contains("Kaliningrad Oblast"))
        #expect(try !exported.column("text", of: "name").contains("BARS-Kursk"))
        #expect(try exported.danglingReferences() == [])
    }

    @Test func `a filter that selects nothing leaves empty tables`() throws {
        let fresh = try Fresh(.populated)
        var filter = Filter()
        filter.unit = "U2"
        let exported = try ExportedTables(fresh.registry, filter)
        for (table, rows) in exported.tables where table != "bloc_member" { #expect(rows.count == 1, "\(table)") }
    }

    @Test func `a death in another unit, a unit's origin and a post's enrollment go along`() throws {
        let fresh = try Fresh(.populated)
        let registry = fresh.registry
        _ = try registry.add(NewSource(kind: .ngo, title: "Other"), by: Fresh.clerk)
        _ = try registry.enroll(
            NewEnrollment(official: "O1", unit: "U2", state: .joined, date: "2025-06-01", evidence: Fresh.dispatch),
            by: Fresh.clerk)
        try fresh.happen("E3", "killed", "2025-06-10", by: [Fresh.dispatch, Evidence(source: "S2")])
        var filter = Filter()
        filter.unit = "U1"
        let exported = try ExportedTables(registry, filter)
        #expect(try exported.column("enrollment_id", of: "selected") == ["E1", "E2"])
        #expect(try exported.column("id", of: "enrollment") == ["E1", "E2", "E3"])
        #expect(try exported.column("id", of: "unit") == ["U1", "U2"])
        #expect(try exported.column("id", of: "source") == ["S1", "S2"])
        #expect(try exported.danglingReferences() == [])
    }

    @Test func `under every filter no reference leads to what is missing, and the listing's enrollments are selected`()
        throws
    {
        let chronicle = try ExportedTables.chronicle()
        let registry = chronicle.registry
        var count = 0
        for (name, set) in Answers.filters {
            var filter = Filter()
            set(&filter)
            filter.sort = nil
            guard filter != Filter(), let listed = try? registry.enrollments(filter) else { continue }
            let exported = try ExportedTables(registry, filter)
            let ids = listed.map(\.id).sorted { $0.number < $1.number }.map(\.description)
            #expect(try exported.column("enrollment_id", of: "selected") == ids, "\(name)")
            if filter.period != nil {
                let grades = Dictionary(
                    uniqueKeysWithValues: listed.map { ($0.id.description, $0.grade?.rawValue ?? "") })
                #expect(try exported.column("grade", of: "selected") == ids.map { grades[$0]! }, "\(name)")
            }
            #expect(try exported.danglingReferences() == [], "\(name)")
            count += 1
        }
        #expect(count > 15)
    }
}
