import Foundation
import MusterValues
import Testing

@testable import MusterCore

/// Tests that a caller can name a record by any text: the text is kept as typed, and the register gives its meaning.
struct RecordReferenceTests {
    @Test(arguments: [
        ("E12", "E12"), ("e12", "E12"), ("U007", "U7"), ("BARS-39", nil), ("ru-kgd", nil), ("R1", nil), (" U1", "U1"),
        ("U1\r", "U1"), ("#U1", "U1"), ("[U1]", "U1"), ("(u1),", "U1"), ("Ｕ１", "U1"), ("\u{FEFF}U1", "U1"),
        ("О1", "O1"),
        ("Е12", "E12"), ("у3", "U3"), ("С4", "C4"), ("Р5", "P5"), ("В6", "V6"), ("ο1", "O1"), ("А1", nil), ("О", nil),
        ("О1а", nil), ("U 1", nil), ("", nil),
    ])
    func `the text stays as it was typed, and its short id is read beside it`(typed: String, id: String?) throws {
        let reference = RecordReference(typed)
        #expect(reference.id?.description == id)
        #expect("\(reference)" == typed)
        let json = try JSONEncoder().encode([reference])
        #expect(try JSONDecoder().decode([String].self, from: json) == [typed])
        #expect(try JSONDecoder().decode([RecordReference].self, from: json) == [reference])
    }

    @Test func `a literal and an id make the same references as text`() {
        let number = 3
        #expect(RecordReference("U3") == "U\(number)")
        #expect(RecordReference(RecordID(.unit, 3)) == "U3")
        #expect(RecordReference(RecordID(region: "RU-KGD")) == "RU-KGD")
        #expect(RecordReference("u3") != "U3")
    }

    @Test(arguments: [
        ("e12", "E12"), ("U1", "U1"), ("ru-kgd", "RU-KGD"), ("RU-KRS/Rylsk-2", "RU-KRS/rylsk-2"), ("ua-43", "UA-43"),
        ("BARS-39", nil), ("U0", nil), ("U1 ", nil), ("RU", nil), ("RU-", nil), ("RU-KGDX", nil), ("RU-KGD/", nil),
        ("/RU-KGD", nil), ("RU-KRS/рыльск", nil), ("", nil),
    ])
    func `an id is read from text in any letter case, and nothing else is an id`(text: String, id: String?) throws {
        #expect(RecordID(text)?.description == id)
        let json = try JSONEncoder().encode([text])
        #expect((try? JSONDecoder().decode([RecordID].self, from: json))?.first?.description == id)
    }

    @Test func `an input is JSON with a string for each record and date`() throws {
        let json = """
            {"date":"2025-05","evidence":{"source":"S1"},"official":"Dmitry Novikov","unit":"bars-kursk"}
            """
        let new = try JSONDecoder().decode(NewEnrollment.self, from: Data(json.utf8))
        #expect(new.date == "2025-05")
        #expect(new.unit == "bars-kursk")
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(new), as: UTF8.self) == json)
        let fresh = try Fresh(.populated)
        defer { withExtendedLifetime(fresh) {} }
        let written = try fresh.registry.enroll(new, by: Fresh.clerk)
        #expect(written.records.map(\.id.description) == ["E3", "V5"])
    }

    @Test func `a title that reads as a short id names its source while there is no such id`() throws {
        let fresh = try Fresh(.populated)
        defer { withExtendedLifetime(fresh) {} }
        let registry = fresh.registry
        _ = try registry.add(NewSource(kind: .ngo, title: "s3"), by: Fresh.clerk)
        #expect(try registry.show("s3").id.description == "S2")
        _ = try registry.add(NewSource(kind: .ngo, title: "Third"), by: Fresh.clerk)
        #expect(try registry.show("s3").id.description == "S3")
    }

    @Test func `a short id is not read as the number of a region`() throws {
        let fresh = try Fresh(.populated)
        defer { withExtendedLifetime(fresh) {} }
        let registry = fresh.registry
        var region = NewRegion(code: "XX-A", name: "Example")
        region.number = "1"
        _ = try registry.add(region, by: Fresh.clerk)
        _ = try registry.add(NewProgramme(name: "U", evidence: Fresh.dispatch), by: Fresh.clerk)
        let unit = NewUnit(designation: "Umbra", region: "XX-A", programme: "U", evidence: Fresh.dispatch)
        _ = try registry.add(unit, by: Fresh.clerk)
        #expect(throws: MusterError.self) { try registry.show("U 1") }
        #expect(try registry.show("U1").title == "BARS-Kaliningrad")
        let resolution = GroupResolution(
            group: "E2", officials: ["Anna Petrova"], post: NewPost(title: "Minister"), evidence: Fresh.dispatch)
        _ = try registry.resolve(resolution, by: Fresh.clerk)
        #expect(try registry.show("E3").title == "Anna Petrova in BARS-Kaliningrad")
    }
}
