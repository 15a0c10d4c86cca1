import Foundation
import MusterValues
import Testing

@testable import MusterCore

/// The entities of FollowTheMoney: what stands where, and who is current.
@Suite final class FollowTheMoneyTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    @Test func `a post, a membership, a group and a citation stand in entities of their own`() throws {
        let graph = try ExportedGraph(fresh.registry)
        func line(_ id: String, _ schema: String, _ properties: String) -> String {
            #"{"id":"muster-\#(id)","schema":"\#(schema)","datasets":["muster"],"properties":{\#(properties)}}"#
        }
        let expected = [
            line("O1", "Person", #""name":["Dmitry Novikov"],"proof":["muster-S1"]"#),
            line(
                "P1-O1", "Occupancy",
                #""description":["tenure: in_office"],"holder":["muster-O1"],"post":["muster-P1"],"proof":["muster-S1"],"#
                    + #""status":["current"]"#),
            // Who only announced it is not known to be in the unit.
            line(
                "E1", "Membership",
                #""description":["state: announced"],"member":["muster-O1"],"organization":["muster-U1"],"#
                    + #""proof":["muster-S1"],"recordId":["E1"],"status":["unknown"]"#),
            line(
                "E2", "Note",
                #""entity":["muster-U1"],"notes":["group_size: 2..","state: joined"],"proof":["muster-S1"],"#
                    + #""summary":["members of the regional government"]"#),
            line(
                "V3", "Event",
                #""date":["2025-05-31"],"involved":["muster-O1","muster-U1"],"#
                    + #""name":["announced: Dmitry Novikov in BARS-Kaliningrad"],"notes":["facet: state"],"#
                    + #""proof":["muster-S1"],"recordId":["E1"],"summary":["announced"]"#),
        ]
        let ids = ["O1", "P1-O1", "E1", "E2", "V3"]
        for (id, expected) in zip(ids, expected) { #expect(graph.line(id) == expected) }
        #expect(graph["U1", "addressEntity"] == ["RU-KGD"] && graph["U1", "country"] == ["ru"])
        #expect(graph["U1-programme-G1", "project"] == ["G1"])
        #expect(graph["P1", "subnationalArea"] == ["Kaliningrad Oblast"])
        let cited = graph.entities.values.filter { $0.schema == "Documentation" }
        #expect(cited.count == (try fresh.count("SELECT count(*) FROM citation")))
        #expect(cited.allSatisfy { $0.properties["document"] == ["muster-S1"] })
        #expect(graph.dangling == [])
        #expect(try ExportedGraph(fresh.registry).text == graph.text)
    }

    @Test func `who was killed is dead everywhere, and nowhere current`() throws {
        _ = try fresh.registry.enroll(
            NewEnrollment(official: "O1", unit: "U2", state: .joined, date: "2025-06-01", evidence: Fresh.dispatch),
            by: Fresh.clerk)
        let before = try ExportedGraph(fresh.registry)
        #expect(before["E3", "status"] == ["current"] && before["E3", "startDate"] == ["2025-06-01"])
        #expect(before["E3", "endDate"] == nil && before["O1", "deathDate"] == nil)
        try fresh.kill("E3", "2025-06-10")
        let graph = try ExportedGraph(fresh.registry)
        #expect(graph["O1", "deathDate"] == ["2025-06-10"])
        for id in ["E3", "P1-O1"] {
            #expect(graph[id, "status"] == ["ended"], "\(id)")
            #expect(graph[id, "endDate"] == ["2025-06-10"], "\(id)")
        }
        #expect(graph["E3", "proof"] == ["S1", "S2"] && graph["E3", "sourceUrl"] == ["https://example.org/"])
        #expect(graph["E3", "publisher"] == ["The Press"])
        // On the day before, he was in the unit.
        var filter = Filter()
        (filter.unit, filter.day) = ("U2", Day("2025-06-09"))
        #expect(try ExportedGraph(fresh.registry, filter)["E3", "status"] == ["current"])
    }

    @Test func `what is planned or foretold begins, ends and kills nothing, and is marked`() throws {
        try fresh.foretell()
        try fresh.happen("P1", "left", "2052-01-01")
        let graph = try ExportedGraph(fresh.registry)
        #expect(graph["E3", "status"] == ["unknown"] && graph["E3", "startDate"] == nil)
        #expect(graph["E3", "description"] == ["planned: killed 2025-06-12", "planned: joined 2025-06-10"])
        #expect(graph["E1", "endDate"] == nil && graph["O1", "deathDate"] == nil && graph["O1", "notes"] == nil)
        #expect(graph["E1", "description"] == ["state: announced", "planned: killed 2025-06-12"])
        #expect(graph["P1-O1", "endDate"] == nil)
        #expect(graph["P1-O1", "description"]?.contains("planned: left 2052-01-01") == true)
        #expect(graph["U2", "dissolutionDate"] == nil && graph["U2", "status"] == nil)
        #expect(graph["U2", "notes"]?.contains("planned: disbanded 2025-06-11") == true)
        let events = graph.entities.values.filter { $0.schema == "Event" }
        let planned = events.filter { $0.properties["notes"]?.contains("planned: yes") ?? false }
        let what = planned.compactMap { $0.properties["summary"]?.first }.sorted()
        #expect(what == ["disbanded", "joined", "killed", "left"])
        #expect(planned.compactMap { $0.properties["date"]?.first }.count == 4)
        // A later source that tells of it makes it a fact.
        _ = try fresh.registry.corroborate("V5", evidence: Fresh.dispatch, by: Fresh.clerk)
        #expect(try ExportedGraph(fresh.registry)["E3", "startDate"] == ["2025-06-10"])
    }

    @Test func `an end without a day is an end`() throws {
        try fresh.kill("E1", nil)
        try fresh.happen("P1", "left", "2025-05~")
        let graph = try ExportedGraph(fresh.registry)
        #expect(graph["O1", "deathDate"] == nil && graph["O1", "notes"] == ["state: killed no date"])
        #expect(graph["E1", "status"] == ["ended"] && graph["E1", "endDate"] == nil)
        #expect(graph["P1-O1", "status"] == ["ended"] && graph["P1-O1", "endDate"] == nil)
        let left = graph.entities.values.first { $0.properties["summary"] == ["left"] && $0.schema == "Event" }
        #expect(left?.properties["notes"]?.contains("date: 2025-05~") == true)
        #expect(left?.properties["date"] == nil)
    }

    @Test func `what is denied is neither current nor ended, and the unit's end ends its people`() throws {
        _ = try fresh.registry.enroll(
            NewEnrollment(official: "O1", unit: "U2", state: .joined, date: "2025-06-01", evidence: Fresh.dispatch),
            by: Fresh.clerk)
        try fresh.happen("E1", "denied", "2025-06-02")
        try fresh.happen("U2", "disbanded", "2025-06-05")
        let graph = try ExportedGraph(fresh.registry)
        #expect(graph["E1", "status"] == ["unknown"] && graph["E3", "status"] == ["ended"])
        #expect(graph["U2", "dissolutionDate"] == ["2025-06-05"] && graph["U2", "status"] == ["disbanded"])
    }

    @Test func `what is rejected is left out with all that belongs to it, and counted`() throws {
        try fresh.edit("O1", ["standing": "rejected", "note": "another man"])
        try fresh.edit("V4", ["standing": "rejected", "note": "not so"])
        let graph = try ExportedGraph(fresh.registry)
        for id in ["O1", "P1", "E1", "V2", "V3", "V4"] { #expect(graph.entities["muster-\(id)"] == nil, "\(id)") }
        #expect(graph.leftOut.rejected == [.official: 1, .post: 1, .enrollment: 1, .event: 3])
        #expect(graph.dangling == [])
        try fresh.edit("G1", ["standing": "rejected", "note": "no such programme"])
        #expect(try ExportedGraph(fresh.registry).dangling == [])
    }

    @Test func `what is inferred says so, with the reason, and what is in dispute too`() throws {
        _ = try fresh.registry.edit(
            Edit(record: "U1", values: ["ordinal": "5"], inferred: "four came before"), by: Fresh.clerk)
        _ = try fresh.registry.cite(
            NewCitation(
                record: "U1", field: "region", evidence: Evidence(source: "S1", stated: "Kursk Oblast"),
                stance: .disputes), by: Fresh.clerk)
        let notes = try ExportedGraph(fresh.registry)["U1", "notes"] ?? []
        #expect(notes.contains("ordinal: 5") && notes.contains("inferred: ordinal (four came before)"))
        #expect(notes.contains("in_dispute: region"))
    }

    @Test func `a filter narrows the export, and the past has what was known then`() throws {
        var filter = Filter()
        filter.official = "O1"
        let graph = try ExportedGraph(fresh.registry, filter)
        #expect(graph["E1", "member"] == ["O1"] && graph.entities["muster-E2"] == nil)
        #expect(graph.entities["muster-U2"] == nil && graph.dangling == [])
        let past = try fresh.registry.known(at: .revision(fresh.registry.newestRevision() - 1))
        #expect(try ExportedGraph(past).entities["muster-E2"] == nil)
    }
}
