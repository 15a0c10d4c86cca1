import MusterValues
import Testing

@testable import MusterCore

/// The changes between two moments are told by record and field, with the citations for them.
@Suite struct DifferenceTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let change: @Sendable (Registry) throws -> WriteResult
        /// Record, title, change, field, before, after and citations, as in CSV.
        let lines: [String]

        init(_ name: String, _ lines: [String], _ change: @escaping @Sendable (Registry) throws -> WriteResult) {
            (testDescription, self.change, self.lines) = (name, change, lines)
        }
    }

    private static func edit(
        _ name: String, _ record: RecordReference, _ values: [String: String], source: RecordReference? = nil,
        _ lines: [String]
    ) -> Case {
        Case(name, lines) {
            try $0.edit(
                Edit(
                    record: record, values: values, evidence: source.map { Evidence(source: $0, locator: "page 2") },
                    inferred: source == nil && values["standing"] == nil && record.id?.kind != .source ? "as seen" : nil
                ),
                by: Fresh.clerk)
        }
    }

    static let cases = [
        Case(
            "unit",
            [
                "U3,BARS-Tula,added,name,,BARS-Tula,BARS-Tula — S1 [C19]",
                "U3,BARS-Tula,added,kind,,regional,",
                "U3,BARS-Tula,added,region,,RU-TUL Tula Oblast,Tula Oblast — S1, not quoted [C20]",
            ]
        ) {
            try $0.add(NewUnit(designation: "BARS-Tula", region: "RU-TUL", evidence: Fresh.dispatch), by: Fresh.clerk)
        },
        Case(
            "disputing citation",
            ["U2,BARS-Kursk,changed,region,RU-KRS Kursk Oblast,RU-KRS Kursk Oblast,against: Tula — S1, a deputy [C19]"]
        ) {
            let evidence = Evidence(source: "S1", stated: "Tula", speaker: "a deputy")
            return try $0.cite(
                NewCitation(record: "U2", field: "region", evidence: evidence, stance: .disputes), by: Fresh.clerk)
        },
        Case("citation of nothing concluded", ["U2,BARS-Kursk,changed,role,,,defence — S1 [C19]"]) {
            let evidence = Evidence(source: "S1", stated: "defence")
            return try $0.cite(NewCitation(record: "U2", field: "role", evidence: evidence), by: Fresh.clerk)
        },
        Case(
            "variant of a name",
            [
                "U2,BARS-Kursk,changed,name,BARS-Kursk,BARS-Kursk,БАРС-Курск — S1 [C19]",
                "U2,BARS-Kursk,changed,local БАРС-Курск,,spelt so by S1,",
            ]
        ) {
            let evidence = Evidence(source: "S1", stated: "БАРС-Курск")
            return try $0.cite(
                NewCitation(record: "U2", field: "name", evidence: evidence, nature: .local), by: Fresh.clerk)
        },
        edit(
            "rename", "U1", ["name": "BARS-39"], source: "S1",
            [
                "U1,BARS-39,changed,name,BARS-Kaliningrad,BARS-39,BARS-39 — S1, page 2 [C19]",
                "U1,BARS-39,changed,alias BARS-Kaliningrad,,spelt so by S1,",
            ]),
        edit(
            "rename of a region", "RU-KGD", ["name": "Kaliningrad"],
            [
                "RU-KGD,Kaliningrad,changed,name,Kaliningrad Oblast,Kaliningrad,",
                "RU-KGD,Kaliningrad,changed,alias Kaliningrad Oblast,,reference,",
            ]),
        edit("field without a source", "U1", ["ordinal": "5"], ["U1,BARS-Kaliningrad,changed,ordinal,,5,"]),
        edit(
            "standing", "O1", ["standing": "rejected", "note": "nobody"],
            [
                "O1,Dmitry Novikov,changed,standing,accepted,rejected,", "O1,Dmitry Novikov,changed,note,,nobody,",
            ]),
        edit(
            "citation judged", "C2", ["standing": "rejected", "note": "misread"],
            [
                "C2,name of U1: BARS-Kaliningrad,changed,standing,accepted,rejected,",
                "C2,name of U1: BARS-Kaliningrad,changed,note,,misread,",
            ]),
        edit(
            "moved enrollment", "E1", ["unit": "U2"], source: "S1",
            [
                "E1,Dmitry Novikov in BARS-Kursk,changed,unit,U1 BARS-Kaliningrad,U2 BARS-Kursk,"
                    + "BARS-Kursk — S1, page 2, not quoted [C19]"
            ]),
        edit(
            "date of an event", "V3", ["date": "2025-06"], source: "S1",
            [
                "V3,announced: Dmitry Novikov in BARS-Kaliningrad,changed,date,2025-05-31,2025-06,"
                    + "2025-06 — S1, page 2 [C19]"
            ]),
        edit(
            "size of a group", "E2", ["least": "3", "most": "5"],
            [
                "E2,members of the regional government in BARS-Kaliningrad,changed,group size,at least 2,3 to 5,"
            ]),
        edit(
            "source", "S1", ["title": "Another", "publisher": "Press"],
            [
                "S1,Another,changed,title,Dispatch,Another,", "S1,Another,changed,publisher,,Press,",
            ]),
        Case(
            "removed record",
            [
                "E2,members of the regional government in BARS-Kaliningrad,removed,group,"
                    + "members of the regional government,,no longer [C17]",
                "E2,members of the regional government in BARS-Kaliningrad,removed,group size,at least 2,,",
                "E2,members of the regional government in BARS-Kaliningrad,removed,unit,U1 BARS-Kaliningrad,,"
                    + "no longer [C16]",
                "V4,joined: members of the regional government in BARS-Kaliningrad,removed,value,joined,,no longer [C18]",
            ]
        ) { try $0.revert(8, by: Fresh.clerk) },
    ]

    @Test(arguments: cases)
    func `a change is told by record and field`(one: Case) throws {
        let fresh = try Fresh(.populated)
        let revision = try one.change(fresh.registry).revision!
        let told = try fresh.registry.differences(from: nil, to: .revision(revision))
        let lines = told.map { $0.cells.map { $0?.words ?? "" }.joined(separator: ",") }
        // The reason of an edit without a source is a line of its own.
        #expect(lines.filter { !$0.contains(", inferred,,as seen") } == one.lines)
    }

    @Test func `a record that is put back is told as added`() throws {
        let fresh = try Fresh(.populated)
        _ = try fresh.registry.revert(8, by: Fresh.clerk)
        _ = try fresh.registry.revert(9, by: Fresh.clerk)
        let told = try fresh.registry.differences(from: .revision(9), to: .revision(10))
        #expect(Set(told.map(\.change)) == [.added])
        #expect(Set(told.map(\.name)) == ["E2", "V4"])
        #expect(try fresh.registry.differences(from: .revision(8), to: .revision(10)).isEmpty)
    }

    @Test func `borders and members of blocs are told`() throws {
        let chronicle = try Chronicle()
        try chronicle.tell { _ in }
        let revision = try #require(chronicle.revisions["regions from files"])
        let differences = try chronicle.registry.differences(from: nil, to: .revision(revision))
        let told = differences.map { CSV.line($0.cells.map { $0?.words }) }
        #expect(told.contains("UA-43,Crimea,changed,borders abroad,,UA (land),\r\n"))
        #expect(told.contains("GE-AB,Abkhazia,added,name,,Abkhazia,\r\n"))
        #expect(told.contains("NATO,NATO,changed,member,,\"UA, 2025-01-01 to now\",\r\n"))
        let values = Set(differences.compactMap(\.after))
        #expect(values.contains(.borders([ForeignBorder(country: "UA", kind: "land")])))
        #expect(values.contains(.membership(BlocMembership(country: "UA", since: "2025-01-01", until: nil))))
    }

    @Test func `the value of a changed reference is the record with what tells it apart`() throws {
        let fresh = try Fresh(.populated)
        let registry = fresh.registry
        _ = try registry.edit(Edit(record: "E1", values: ["unit": "U2"], inferred: "seen on site"), by: Fresh.clerk)
        let change = try #require(try registry.differences(from: nil, to: .revision(9)).first)
        #expect(change.before == .record(Candidate.of("U1", "BARS-Kaliningrad").record))
        #expect(change.after == .record(Candidate.of("U2", "BARS-Kursk").record))
        #expect(change.after?.words == "U2 BARS-Kursk")
        #expect(try JSON.text(change.after) == "{\n  \"id\" : \"U2\",\n  \"name\" : \"BARS-Kursk\"\n}\n")
        let official = try registry.show("E1").fields.first { $0.field == .official }?.value
        #expect(official == .record(Candidate.governor().record))
        #expect(official?.words == "O1 Dmitry Novikov (Governor, RU-KGD)")
    }

    @Test func `the same revision twice gives none, and the later first is refused`() throws {
        let fresh = try Fresh(.populated)
        let registry = fresh.registry
        #expect(try registry.differences(from: .revision(5), to: .revision(5)).isEmpty)
        #expect(try registry.differences(from: nil, to: .revision(1)).count > 83)
        let error = #expect(throws: MusterError.self) {
            try registry.differences(from: .revision(7), to: .revision(3))
        }
        #expect(error == .usage("revision 7 is after revision 3; name the earlier one first"))
        #expect(error?.exitCode == 64)
    }
}
