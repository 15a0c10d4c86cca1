import MusterValues
import Testing

@testable import MusterCore

/// What words that are no value of their field are for.
extension ConclusionTests {
    @Test func `words outside a list are for the value that came with them, and against one that was there`() throws {
        var new = NewEnrollment(official: "O1", unit: "U2", evidence: Fresh.dispatch)
        (new.contract, new.contractWord) = (.volunteer, "as a volunteer")
        _ = try registry.enroll(new, by: Fresh.clerk)
        try fresh.cite("E3", "contract", "lease", in: "S2")
        let contract = try field("E3", .contract)
        #expect(contract.supporting.map(\.stated) == ["as a volunteer"] && contract.origins == 1)
        #expect(contract.disputing.map(\.stated) == ["lease"] && contract.isInDispute && contract.isStated)

        // The value is another one now, and neither of the two says so.
        try edit("E3", ["contract": "reserve"], why: "by decree")
        #expect(try field("E3", .contract).supporting.isEmpty)
        let (_, rows) = try fresh.load(
            "source,citation_of,citation_field,citation_stated\nS3,V3,value,was seen there\nS3,P1,kind,boss\n")
        #expect(rows.allSatisfy { $0.fault == nil })
        let value = try field("V3", .value)
        #expect(value.supporting.map(\.stated) == ["announced"] && value.disputing.map(\.stated) == ["was seen there"])
        #expect(try field("P1", .kind).isInDispute)
    }

    @Test func `what is stated of a date is a date, typed and imported, in one spelling`() throws {
        try fresh.expectRefusal(
            nil, "'2025 - 05' is not an EDTF date; write 2025-05", exit: 65
        ) {
            try $0.cite(
                NewCitation(record: "V3", field: "date", evidence: Evidence(source: "S2", stated: "2025 - 05")),
                by: Fresh.clerk)
        }
        try fresh.cite("V3", "date", "2025-05", in: "S2")
        let citation = try #require(try field("V3", .date).supporting.last?.citation)
        #expect(throws: MusterError.self) { try edit(RecordReference(citation), ["stated": "May 2025"]) }
        try edit(RecordReference(citation), ["stated": "2025"])
        let text = "source,citation_of,citation_field,citation_stated,citation_held\nS3,V3,date,%@,\n"
        let (result, rows) = try fresh.load(text.replacing("%@", with: "31.05.2025"))
        #expect(result.isStopped && rows[0].fault?.column == "citation_stated")
        _ = try fresh.load(text.replacing("%@", with: "31.05.2025"), dates: .dmy)
        #expect(try field("V3", .date).supporting.map(\.stated) == ["2025-05-31", "2025", "2025-05-31"])
        let (again, _) = try fresh.load(text.replacing("%@", with: "31.05.2025"), dates: .dmy)
        #expect(again.revision == nil)
    }
}
