import MusterValues
import Testing

@testable import MusterCore

extension GroupMergeTests {
    @Test func `groups of one unit are offered, those of one wording before others`() throws {
        func expect(least: Int = 1, _ expected: String..., at location: SourceLocation = #_sourceLocation) throws {
            let found = try registry.duplicates(of: .enrollment, least: least).map {
                "\($0.one.id) \($0.other.id) \($0.score): \($0.why?.words ?? "")"
            }
            #expect(found.joined(separator: "\n") == expected.joined(separator: "\n"), sourceLocation: location)
        }
        try expect("E3 E4 50: groups of one unit, U2")
        #expect(try registry.duplicates().map(\.kind) == [.enrollment])
        try enroll("deputies of city duma", source: "S2")
        try enroll("clerks", least: 1, most: 1, on: "2025-03", source: "S1")
        _ = try registry.cite(
            NewCitation(record: "E6", field: "group", evidence: Evidence(source: "S2", stated: "писари")),
            by: Fresh.clerk)
        try expect(
            "E3 E5 75: groups of one unit, U2; a like wording", "E3 E4 50: groups of one unit, U2",
            "E4 E5 25: groups of one unit, U2; one source tells of both",
            "E3 E6 1: groups of one unit, U2; different numbers of people; one source tells of both",
            "E4 E6 1: groups of one unit, U2; different numbers of people; not in the unit at one time; one source tells of both",
            "E5 E6 1: groups of one unit, U2; different numbers of people; one source tells of both")
        for (id, kind) in [("E3", "local-deputy"), ("E4", "local-deputy"), ("E5", "chief-of-staff")]
            as [(RecordReference, String)]
        {
            try edit(id, ["kind": kind, "region": id == "E4" ? "RU-TUL" : "RU-KGD"])
        }
        try expect(
            least: 30,
            "E3 E5 65: groups of one unit, U2; a like wording; different kinds of post; posts in one region, RU-KGD",
            "E3 E4 35: groups of one unit, U2; one kind of post; posts in different regions")
        _ = try registry.distinguish("E5", from: "E3", by: Fresh.clerk)
        try edit("E4", ["standing": "rejected", "note": "misread"])
        try expect(least: 30)
    }
}
