import Foundation
import MusterValues
import Testing

@testable import MusterCore

/// The statements of FollowTheMoney: one for each citation of a value.
@Suite final class FollowTheMoneyStatementTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    private func statements() throws -> [[String: String]] {
        let (text, _) = try ExportedGraph.written { try fresh.registry.exportFollowTheMoneyStatements(to: $0) }
        let records = try CSV.records(text)
        #expect(records[0] == FollowTheMoneyWriter.columns)
        return records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(records[0], $0)) }
    }

    private func statements(_ id: String, _ property: String) throws -> [[String: String]] {
        try statements().filter { $0["entity_id"] == "muster-\(id)" && $0["prop"] == property }
    }

    @Test func `a statement names its source, and when it was published and recorded`() throws {
        try fresh.kill("E1", "2025-06-10")
        let deaths = try statements("O1", "deathDate")
        #expect(deaths.map { $0["origin"] } == ["muster-S1", "muster-S2"])
        // S1 has no date: it was first seen when it was recorded. S2 was published before that.
        #expect(deaths.map { $0["first_seen"] } == ["2025-06-15T15:06:40", "2025-06-12T00:00:00"])
        #expect(deaths.map { $0["last_seen"] } == ["2025-06-15T15:06:40", "2025-06-15T15:06:40"])
        #expect(deaths.map { $0["value"] } == ["2025-06-10", "2025-06-10"])
        #expect(deaths.map { $0["prop_type"] } == ["date", "date"] && deaths[0]["schema"] == "Person")
        #expect(deaths[0]["dataset"] == "muster" && deaths[0]["canonical_id"] == "muster-O1")
    }

    @Test func `a source's own words stand beside the value`() throws {
        _ = try fresh.registry.cite(
            NewCitation(record: "V3", field: "date", evidence: Evidence(source: "S1", stated: "2025-05")),
            by: Fresh.clerk)
        let dates = try statements("V3", "date")
        #expect(dates.map { $0["original_value"] } == ["", "2025-05"])
    }

    @Test func `what no source states says so`() throws {
        _ = try fresh.registry.edit(
            Edit(record: "U1", values: ["ordinal": "5"], inferred: "four came before"), by: Fresh.clerk)
        let ordinal = try statements("U1", "notes").first { $0["value"] == "ordinal: 5" }
        #expect(ordinal?["origin"] == "muster:inference" && ordinal?["first_seen"] == "")
        #expect(try statements("E1", "status").map { $0["origin"] } == ["muster:registry"])
    }

    @Test func `the statements make the entities, each has its own id, and a citation is its source's word alone`()
        throws
    {
        try fresh.kill("E1", nil)
        let all = try statements()
        #expect(Set(all.map { $0["id"] }).count == all.count)
        var made: [String: ExportedGraph.Entity] = [:]
        var order: [String] = []
        for (id, own) in Dictionary(grouping: all, by: { $0["entity_id"]! }) {
            let properties = Dictionary(grouping: own) { $0["prop"]! }.mapValues { rows in
                rows.map { $0["value"]! }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            }
            made[id] = ExportedGraph.Entity(id: id, schema: own[0]["schema"]!, properties: properties)
            if own[0]["schema"] == "Documentation" { #expect(Set(own.map { $0["origin"] }).count == 1) }
        }
        for row in all where order.last != row["entity_id"]! { order.append(row["entity_id"]!) }
        #expect(order.count == Set(order).count, "the statements of an entity do not stand together")
        #expect(made == (try ExportedGraph(fresh.registry).entities))
    }
}
