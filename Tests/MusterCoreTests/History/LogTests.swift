import Foundation
import MusterDemo
import MusterValues
import Testing

@testable import MusterCore

/// The log tells who changed what, when and why.
@Suite struct LogTests {
    private static func what(_ registry: Registry, of record: RecordReference? = nil, limit: Int? = 1) throws
        -> [String]
    {
        try registry.log(of: record, limit: limit).map { "\($0.revision) \($0.what)" }
    }

    private static func edit(_ record: RecordReference, _ values: [String: String], source: RecordReference? = nil)
        -> Edit
    {
        Edit(
            record: record, values: values, evidence: source.map { Evidence(source: $0) },
            inferred: source == nil && values["standing"] == nil
                && [.unit, .event, .enrollment].contains(record.id?.kind)
                ? "as seen" : nil)
    }

    @Test func `a revision has its number, time, author, reason and hash`() throws {
        let fresh = try Fresh(.populated)
        let author = Authorship(author: "Анна", reason: "on paper")
        _ = try fresh.registry.edit(Self.edit("U1", ["ordinal": "5"]), by: author)
        let logged = try fresh.registry.log()
        #expect(logged.map(\.revision) == [9, 8, 7, 6, 5, 4, 3, 2, 1])
        #expect(logged[0].at == "2025-06-15T15:06:40Z")
        #expect(logged[0].author == "Анна")
        #expect(logged[0].reason == "on paper")
        #expect(logged[0].what == "added 1 conclusion; changed U1 BARS-Kaliningrad")
        #expect(logged[0].hash == (try fresh.registry.head()))
        #expect(LoggedRevision.columns.count == logged[0].cells.count)
    }

    @Test func `records are named where they are few, and counted where they are many`() throws {
        let fresh = try Fresh(.populated)
        #expect(
            try Self.what(fresh.registry, limit: nil) == [
                "8 added 3 citations, \(Self.group)", "7 added 4 citations, \(Self.member)",
                "6 added 4 citations, \(Self.official)", "5 added 2 citations, 1 name, U2 BARS-Kursk",
                "4 added 4 citations, V1 announced: BARS-Kaliningrad, 1 name, U1 BARS-Kaliningrad",
                "3 added 1 citation, 1 name, G1 BARS",
                "2 added S1 Dispatch",
                "1 added 32 bloc members, 18 foreign neighbours, 30 names, 15 regions",
            ])
    }

    private static let group =
        "E2 members of the regional government in BARS-Kaliningrad, V4 joined: members of the regional government in BARS-Kaliningrad"
    private static let member =
        "E1 Dmitry Novikov in BARS-Kaliningrad, V3 announced: Dmitry Novikov in BARS-Kaliningrad"
    private static let official =
        "V2 in office: Dmitry Novikov as Governor, RU-KGD, 1 name, O1 Dmitry Novikov, P1 Dmitry Novikov as Governor, RU-KGD"

    @Test func `what was undone, and a citation judged, is told`() throws {
        let fresh = try Fresh(.populated)
        _ = try fresh.registry.revert(8, by: Fresh.clerk)
        #expect(try Self.what(fresh.registry) == ["9 removed 3 citations, E2, V4"])
        _ = try fresh.registry.revert(9, by: Fresh.clerk)
        #expect(try Self.what(fresh.registry) == ["10 added 3 citations, \(Self.group)"])
        _ = try fresh.registry.edit(Self.edit("C1", ["standing": "rejected", "note": "misread"]), by: Fresh.clerk)
        #expect(try Self.what(fresh.registry) == ["11 changed 1 citation"])
    }

    @Test func `a large revision is counted`() throws {
        let fresh = try Fresh()
        _ = try fresh.registry.fill(enrollments: 50, by: Fresh.clerk)
        let what = try #require(try Self.what(fresh.registry).first)
        #expect(what.contains(#/\d+ citations/#))
        #expect(what.contains("50 enrollments"))
    }

    /// Changes to a record, its names, citations and events, and the words of the record's log for each.
    static let changes: [(RecordReference, String, @Sendable (Registry) throws -> WriteResult)] = [
        (
            "U1", "ordinal: 5; ordinal, inferred: as seen",
            { try $0.edit(edit("U1", ["ordinal": "5"]), by: Fresh.clerk) }
        ),
        (
            "U1", "name: BARS-Kaliningrad → BARS-39; alias BARS-Kaliningrad: spelt so by S1",
            { try $0.edit(edit("U1", ["name": "BARS-39"], source: "S1"), by: Fresh.clerk) }
        ),
        (
            "U1", "V5 value: brigade",
            {
                try $0.add(NewEvent(record: "U1", state: "brigade", evidence: [Fresh.dispatch]), by: Fresh.clerk)
            }
        ),
        (
            "U1", "region cited",
            {
                let evidence = Evidence(source: "S1", stated: "Tula")
                return try $0.cite(
                    NewCitation(record: "U1", field: "region", evidence: evidence, stance: .disputes), by: Fresh.clerk)
            }
        ),
        (
            "U1", "V1 value cited",
            {
                let evidence = Evidence(source: "S1", stated: "to be")
                return try $0.cite(NewCitation(record: "V1", field: "value", evidence: evidence), by: Fresh.clerk)
            }
        ),
        (
            "U1", "C2 standing: accepted → rejected; C2 note: misread",
            {
                try $0.edit(edit("C2", ["standing": "rejected", "note": "misread"]), by: Fresh.clerk)
            }
        ),
        (
            "V1", "date: 2025-06; date, inferred: as seen",
            { try $0.edit(edit("V1", ["date": "2025-06"]), by: Fresh.clerk) }
        ),
        (
            "U1", "V1 date: 2025-06; V1 date, inferred: as seen",
            { try $0.edit(edit("V1", ["date": "2025-06"]), by: Fresh.clerk) }
        ),
        (
            "E1", "unit: U1 BARS-Kaliningrad → U2 BARS-Kursk; unit, inferred: as seen",
            {
                try $0.edit(edit("E1", ["unit": "U2"]), by: Fresh.clerk)
            }
        ),
        (
            "O1", "standing: accepted → rejected; note: nobody",
            {
                try $0.edit(edit("O1", ["standing": "rejected", "note": "nobody"]), by: Fresh.clerk)
            }
        ),
        ("S1", "title: Dispatch → Another", { try $0.edit(edit("S1", ["title": "Another"]), by: Fresh.clerk) }),
        ("RU-KGD", "number: 39 taken away", { try $0.edit(edit("RU-KGD", ["number": ""]), by: Fresh.clerk) }),
        (
            "E2",
            "group: members of the regional government taken away; group size: at least 2 taken away; unit: "
                + "U1 BARS-Kaliningrad taken away; V4 value: joined taken away", { try $0.revert(8, by: Fresh.clerk) }
        ),
    ]

    @Test(arguments: changes.indices)
    func `the log of a record has what became of it, its names, citations and events`(place: Int) throws {
        let (record, words, change) = Self.changes[place]
        let fresh = try Fresh(.populated)
        let revision = try change(fresh.registry).revision!
        #expect(try Self.what(fresh.registry, of: record) == ["\(revision) \(words)"])
    }

    @Test func `a change of one record is not in the log of another`() throws {
        let fresh = try Fresh(.populated)
        _ = try fresh.registry.edit(Self.edit("U1", ["name": "BARS-39"], source: "S1"), by: Fresh.clerk)
        for record: RecordReference in ["U2", "E1", "E2", "O1", "G1", "S1", "RU-KGD"] {
            #expect(try fresh.registry.log(of: record).allSatisfy { $0.revision < 9 }, "\(record)")
        }
    }

    @Test func `a record that was undone is found by its short id`() throws {
        let fresh = try Fresh(.populated)
        _ = try fresh.registry.revert(8, by: Fresh.clerk)
        #expect(try fresh.registry.log(of: "e2").map(\.revision) == [9, 8])
        #expect(try fresh.registry.log(of: "V4").map(\.revision) == [9, 8])
        for unknown: RecordReference in ["E3", "E99", "nobody"] {
            #expect(throws: MusterError.unknownRecord(unknown.text, among: RecordKind.allCases)) {
                try fresh.registry.log(of: unknown)
            }
        }
    }

    @Test(arguments: [nil, "U1"])
    func `a limit keeps the newest`(record: RecordReference?) throws {
        let fresh = try Fresh(.populated)
        for ordinal in 1...4 {
            _ = try fresh.registry.edit(Self.edit("U1", ["ordinal": "\(ordinal)"]), by: Fresh.clerk)
        }
        #expect(try fresh.registry.log(of: record, limit: 2).map(\.revision) == [12, 11])
        #expect(try fresh.registry.log(of: record, limit: 99).last?.revision == (record == nil ? 1 : 4))
        for limit in [0, -1] {
            let error = #expect(throws: MusterError.self) { try fresh.registry.log(of: record, limit: limit) }
            #expect(error?.said == "limit '\(limit)' is refused: give a whole number from 1")
            #expect(error?.exitCode == 65)
        }
    }

    @Test func `a look that was redacted with its reason is told as redacted`() throws {
        let fresh = try Fresh(.populated)
        _ = try fresh.registry.add(NewLook(region: "RU-KGD", date: "2025-06-01", place: "papers"), by: Fresh.clerk)
        _ = try fresh.registry.redact("9", by: Authorship(author: "clerk", reason: "order"))
        #expect(try Self.what(fresh.registry) == ["10 redacted 1 look, 1 reason; changed 1 look"])
    }
}
