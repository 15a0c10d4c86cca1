import Foundation
import MusterValues
import Testing

@testable import MusterCore

/// The arrays of Popolo.
@Suite final class PopoloTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    /// A membership as it was written.
    private struct Membership: Decodable {
        let id: String
        let label: String?
        let start_date: String?
        let end_date: String?
    }

    private struct File: Decodable {
        let memberships: [Membership]
        let persons: [Named]
        let organizations: [Named]
        let areas: [Named]
        let events: [Named]
        let posts: [Post]
        struct Named: Decodable {
            let id: String
            let name: String
        }
        struct Post: Decodable {
            let id: String
            let label: String
        }
    }

    private func exported(_ filter: Filter = Filter()) throws -> (file: File, text: String, leftOut: LeftOut) {
        let (text, leftOut) = try ExportedGraph.written { try fresh.registry.exportPopolo(filter, to: $0) }
        return (try JSONDecoder().decode(File.self, from: Data(text.utf8)), text, leftOut)
    }

    private func membership(_ id: String) throws -> Membership? {
        try exported().file.memberships.first { $0.id == "muster-\(id)" }
    }

    @Test func `people, units, posts and regions stand in arrays, and a group is no person`() throws {
        let (file, text, leftOut) = try exported()
        #expect(file.persons.map(\.name) == ["Dmitry Novikov"])
        #expect(file.organizations.map(\.id) == ["muster-U1", "muster-U2"])
        #expect(file.posts.map(\.label) == ["Governor"])
        #expect(file.areas.contains { $0.id == "muster-RU-KGD" && $0.name == "Kaliningrad Oblast" })
        #expect(file.memberships.map(\.id) == ["muster-P1-O1", "muster-E1"])
        #expect(file.events.map(\.name) == ["members of the regional government in BARS-Kaliningrad"])
        #expect(leftOut.others == [.groups: 1, .programmes: 1] && leftOut.rejected == [:])
        let membership = """
            {
              "area_id" : "muster-RU-KGD",
              "end_date" : null,
              "id" : "muster-P1-O1",
              "label" : "in office",
              "organization_id" : null,
              "person_id" : "muster-O1",
              "post_id" : "muster-P1",
              "role" : "Governor",
              "sources" : [
                {
                  "note" : "S1, Dispatch",
                  "url" : "muster:S1"
                }
              ],
              "start_date" : null
            }
            """
        #expect(text.contains(membership))
        #expect(try exported().text == text)
    }

    @Test func `who is dead or gone has an end before the day asked about`() throws {
        try fresh.kill("E1", "2025-06-10")
        #expect(try membership("E1")?.end_date == "2025-06-10")
        #expect(try membership("P1-O1")?.end_date == "2025-06-10")
        #expect(try exported().text.contains("\"death_date\" : \"2025-06-10\""))
        #expect(try exported().text.contains("\"url\" : \"https://example.org/\""))
    }

    @Test func `what is planned or foretold has no date, says so, and is counted`() throws {
        try fresh.foretell()
        try fresh.happen("E2", "left", "2052-01-01")
        #expect(try membership("E3")?.start_date == nil)
        #expect(try membership("E3")?.label == "planned: killed 2025-06-12, planned: joined 2025-06-10")
        #expect(try membership("E1")?.label == "announced")
        #expect(try membership("E1")?.end_date == nil)
        #expect(try membership("P1-O1")?.end_date == nil)
        let (_, text, leftOut) = try exported()
        #expect(!text.contains("\"death_date\" : \"") && !text.contains("\"dissolution_date\" : \""))
        #expect(text.contains("\"description\" : \"at least 2, joined, planned: left 2052-01-01\""))
        #expect(leftOut.others[.plans] == 4)
    }

    @Test func `an end that no day is known of is the last possible day before today`() throws {
        try fresh.happen("P1", "left", "2025-05/2025-06")
        try fresh.kill("E1", nil)
        // It is 2025-06-15, and S2 tells of the death on 2025-06-12.
        #expect(try membership("E1")?.end_date == "2025-06-12")
        #expect(try membership("P1-O1")?.end_date == "2025-06-14")
        #expect(try exported().leftOut.others[.dates] == 2)
    }

    @Test func `what is denied or rejected is left out, and counted`() throws {
        try fresh.happen("E1", "denied", "2025-06-02")
        let denied = try exported()
        #expect(denied.file.memberships.map(\.id) == ["muster-P1-O1"])
        #expect(denied.leftOut.others[.uncounted] == 1)
        try fresh.edit("O1", ["standing": "rejected", "note": "another man"])
        let rejected = try exported()
        #expect(rejected.file.persons.isEmpty && rejected.file.memberships.isEmpty && rejected.file.posts.isEmpty)
        #expect(rejected.leftOut.rejected[.official] == 1)
    }

    @Test func `a filter narrows it`() throws {
        var filter = Filter()
        filter.official = "O1"
        let file = try exported(filter).file
        #expect(file.organizations.map(\.id) == ["muster-U1"] && file.events.isEmpty)
        #expect(file.areas.map(\.id) == ["muster-RU-KGD"])
    }
}
