import MusterValues
import Testing

@testable import MusterCore

/// Who enrolled, how many a group are, and what words that are no value state.
extension ConclusionTests {
    @Test func `who enrolled and who holds a post can be concluded, and a group's size as a whole`() throws {
        let post = NewPost(title: "Mayor")
        _ = try registry.add(NewOfficial(name: "Anna Sokolova", post: post, evidence: Fresh.dispatch), by: Fresh.clerk)
        let refused = #expect(throws: MusterError.self) { try edit("E1", ["official": "O2"]) }
        #expect(
            refused?.said.hasPrefix("a source that states the new official of E1 is missing; give --source") == true)
        try edit("E1", ["official": "Anna Sokolova"], source: "S2")
        #expect(try registry.show("E1").title == "Anna Sokolova in BARS-Kaliningrad")
        #expect(try field("E1", .official).disputing.map(\.stated) == ["Dmitry Novikov"])
        let last = #expect(throws: MusterError.self) { try edit("P1", ["official": "O2"], why: "a slip") }
        #expect(last?.said == "an official has at least one post")
        #expect(throws: MusterError.self) { try edit("E2", ["official": "O1"], why: "a slip") }
        #expect(throws: MusterError.self) { try edit("E1", ["official": ""]) }

        try edit("E2", ["group_size": "5 to 7"], source: "S2")
        #expect(try field("E2", .groupSize).value == .people(least: 5, most: 7))
        try edit("E2", ["group_size": "at least 6"], why: "counted on a photo")
        #expect(try field("E2", .groupSize).value == .people(least: 6, most: nil))
        for wrong in ["many", "7 to 5", "0", "2000000", ""] {
            #expect(throws: MusterError.self) { try edit("E2", ["group_size": wrong], why: "a slip") }
        }
        #expect(throws: MusterError.self) { try edit("E2", ["group_size": "5", "least": "4"], why: "a slip") }
        #expect(try field("E2", .groupSize).value == .people(least: 6, most: nil))
    }

    @Test func `the region of a district is part of its code`() throws {
        _ = try registry.add(NewRegion(code: nil, name: "Rylsk", parent: "RU-KRS"), by: Fresh.clerk)
        let error = #expect(throws: MusterError.self) { try edit("Rylsk", ["parent": "RU-BEL"], why: "a slip") }
        #expect(
            error?.said
                == "the region that a district lies in is part of its code; a district of another region is another record; "
                + "add it first with 'muster add region'")
    }

    @Test func `a source that says otherwise makes an inference no stated value`() throws {
        try edit("U1", ["ordinal": "5"], why: "counted")
        try fresh.cite("U1", "ordinal", "6", in: "S2")
        #expect(try registry.units().map(\.inferred)[0] == [.ordinal])
        try fresh.cite("U1", "ordinal", "5", in: "S3")
        #expect(try registry.units().map(\.inferred)[0] == [])
    }

    @Test func `words that are no value state what was on record when they were recorded`() throws {
        var enrolled = NewEnrollment(official: "O1", unit: "U2", evidence: Evidence(source: "S2"))
        enrolled.contract = .volunteer
        enrolled.contractWord = "volunteer, half a year"
        _ = try registry.enroll(enrolled, by: Fresh.clerk)
        #expect(try field("E3", .contract).isStated)
        let refused = #expect(throws: MusterError.self) { try edit("E3", ["contract": "reserve"]) }
        #expect(refused?.said.hasPrefix("a source that states the new contract of E3 is missing") == true)
        try edit("E3", ["contract": "reserve"], why: "by decree")
        let concluded = try field("E3", .contract)
        #expect(concluded.isInference && concluded.supporting.isEmpty && concluded.disputing.count == 1)

        // They were told before anything was on record, so they state what was put there next.
        _ = try registry.enroll(
            NewEnrollment(
                official: "Anna Sokolova", post: NewPost(title: "Mayor"), unit: "U2", evidence: Fresh.dispatch),
            by: Fresh.clerk)
        try fresh.cite("E4", "contract", "half a year", in: "S2")
        try edit("E4", ["contract": "volunteer"])
        #expect(throws: MusterError.self) { try edit("E4", ["contract": "reserve"]) }

        try fresh.cite("E2", "group_size", "the whole government", in: "S2")
        #expect(throws: MusterError.self) { try edit("E2", ["group_size": "5 to 7"]) }
        try edit("E2", ["group_size": "5 to 7"], why: "counted on a photo")
        // They may be as many, but nobody says so.
        let size = try field("E2", .groupSize)
        #expect(size.supporting.count == 1 && size.isInference && size.inferred == "counted on a photo")
    }

    @Test func `a redaction takes out who was named of an enrollment before it was another's`() throws {
        let post = NewPost(title: "Mayor")
        _ = try registry.add(NewOfficial(name: "Anna Sokolova", post: post, evidence: Fresh.dispatch), by: Fresh.clerk)
        try edit("E1", ["official": "O2"], source: "S2")
        _ = try registry.redact("O1", by: Authorship(author: "clerk", reason: "court order"))
        #expect(try !fresh.dump().contains { $0.contains("Novikov") })
        #expect(try registry.show("E1").title == "Anna Sokolova in BARS-Kaliningrad")
    }
}
