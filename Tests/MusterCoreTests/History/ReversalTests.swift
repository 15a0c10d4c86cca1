import Foundation
import MusterValues
import Testing

@testable import MusterCore

/// A revision of any kind is undone exactly, and so is the revision that undid it.
@Suite struct ReversalTests {
    /// Every kind of change, besides those of `RevisionTests`.
    static let writes =
        RevisionTests.writes + [
            RevisionTests.Write(testDescription: "citation with a variant") {
                try $0.cite(
                    NewCitation(
                        record: "U1", field: "name", evidence: Evidence(source: "S1", stated: "БАРС"), nature: .local),
                    by: $1)
            },
            RevisionTests.Write(testDescription: "rename of an official") {
                try $0.edit(Edit(record: "O1", values: ["name": "Novikov"], evidence: Fresh.dispatch), by: $1)
            },
            RevisionTests.Write(testDescription: "several fields") {
                try $0.edit(
                    Edit(
                        record: "E2",
                        values: ["least": "3", "most": "5", "region": "RU-KRS", "role": "medic", "unit": "U2"],
                        evidence: Fresh.dispatch), by: $1)
            },
            RevisionTests.Write(testDescription: "standing") {
                try $0.edit(Edit(record: "E1", values: ["standing": "rejected", "note": "wrong"]), by: $1)
            },
            RevisionTests.Write(testDescription: "date of an event") {
                try $0.edit(Edit(record: "V3", values: ["date": "2025-06"], inferred: "seen on site"), by: $1)
            },
            RevisionTests.Write(testDescription: "citation judged") {
                try $0.edit(Edit(record: "C1", values: ["standing": "rejected", "note": "misread"]), by: $1)
            },
            RevisionTests.Write(testDescription: "source's title") {
                try $0.edit(Edit(record: "S1", values: ["title": "Another"]), by: $1)
            },
            RevisionTests.Write(testDescription: "region's name and number") {
                try $0.edit(
                    Edit(record: "RU-KGD", values: ["name": "Kaliningrad", "number": "40"], inferred: "seen on site"),
                    by: $1)
            },
            RevisionTests.Write(testDescription: "group") {
                try $0.enroll(
                    NewEnrollment(group: NewGroup(who: "deputies"), unit: "U2", evidence: Fresh.dispatch), by: $1)
            },
            RevisionTests.Write(testDescription: "district with evidence") {
                try $0.add(
                    NewRegion(code: nil, name: "Gusev", parent: "RU-KGD", evidence: Fresh.dispatch), by: $1)
            },
            RevisionTests.Write(testDescription: "unit with all") {
                var new = NewUnit(designation: "BARS-Tula", region: "RU-TUL", programme: "G1", evidence: Fresh.dispatch)
                (new.aliases, new.form, new.status, new.ordinal) = (["Tula"], .battalion, .forming, 7)
                return try $0.add(new, by: $1)
            },
        ]

    @Test(arguments: writes)
    func `what is undone is as it was before, and undoing that brings it again`(write: RevisionTests.Write) throws {
        let fresh = try Fresh(.populated)
        let before = try TableState(fresh.registry)
        let revision = try write.make(fresh.registry, Fresh.clerk).revision!
        let after = try TableState(fresh.registry)
        #expect(before != after)

        let undone = try fresh.registry.revert(revision, by: Fresh.clerk)
        #expect(undone.revision == revision + 1)
        #expect(!undone.records.isEmpty)
        #expect(try TableState(fresh.registry).differences(before) == [])
        let again = try fresh.registry.revert(revision + 1, by: Fresh.clerk)
        #expect(!again.records.isEmpty)
        #expect(try TableState(fresh.registry).differences(after) == [])
        _ = try fresh.registry.revert(revision + 2, by: Fresh.clerk)
        #expect(try TableState(fresh.registry).differences(before) == [])
        #expect(try fresh.registry.verify().revisions == revision + 3)

    }

    @Test func `the load of the reference data is undone, and loaded again`() throws {
        let folder = try Fresh.newFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let registry = try Registry.create(at: folder.appending(path: "reference.db").path)
        _ = try registry.loadReference(by: Fresh.clerk)
        let after = try TableState(registry)
        _ = try registry.revert(1, by: Fresh.clerk)
        #expect(try TableState(registry).rows.isEmpty)
        _ = try registry.revert(2, by: Fresh.clerk)
        #expect(try TableState(registry) == after)
        _ = try registry.revert(3, by: Fresh.clerk)
        _ = try registry.loadReference(by: Fresh.clerk)
        #expect(try registry.regions().count == 83)
        #expect(try registry.verify().revisions == 5)
    }

    @Test func `undoing tells each record, and which fields of it`() throws {
        let fresh = try Fresh(.populated)
        let edits = [
            Edit(record: "U1", values: ["name": "BARS-39"], evidence: Fresh.dispatch),
            Edit(record: "E1", values: ["unit": "U2"], evidence: Fresh.dispatch),
            Edit(record: "O1", values: ["standing": "rejected", "note": "nobody"]),
            Edit(record: "V3", values: ["date": "2025-06"], inferred: "seen on site"),
        ]
        let told = try edits.map { edit in
            let revision = try fresh.registry.edit(edit, by: Fresh.clerk).revision!
            return try fresh.registry.revert(revision, by: Fresh.clerk).records.map { "\($0.id) \($0.said)" }
        }
        #expect(told[0].dropFirst() == ["U1 names of U1 put back"])
        #expect(told[0].first?.hasSuffix("citation removed") == true)
        #expect(told[1].last == "E1 unit put back")
        #expect(told[2] == ["O1 note, standing put back"])
        #expect(told[3] == ["V3 conclusions of V3 put back", "V3 date put back"])
        let whole = try fresh.registry.revert(8, by: Fresh.clerk).records.map { "\($0.id) \($0.said)" }
        #expect(whole == ["E2 enrollment removed", "V4 event removed"])
        let back = try fresh.registry.revert(17, by: Fresh.clerk).records.map { "\($0.id) \($0.said)" }
        #expect(back == ["E2 enrollment put back", "V4 event put back"])
    }

    @Test func `an id is never used again`() throws {
        let fresh = try Fresh(.populated)
        for kind in ["S", "U", "O", "P", "E", "V"] {
            var ids: [[String]] = []
            for _ in 1...2 {
                let written = try Self.add(kind, fresh.registry)
                ids.append(written.records.map(\.id.description))
                _ = try fresh.registry.revert(written.revision!, by: Fresh.clerk)
            }
            #expect(Set(ids[0]).isDisjoint(with: ids[1]), "\(ids)")
        }
    }

    private static func add(_ kind: String, _ registry: Registry) throws -> WriteResult {
        switch kind {
        case "S": try registry.add(NewSource(kind: .ngo, title: "Report"), by: Fresh.clerk)
        case "U": try registry.add(NewUnit(designation: "X", evidence: Fresh.dispatch), by: Fresh.clerk)
        case "O":
            try registry.add(
                NewOfficial(name: "X", post: NewPost(title: "Mayor"), evidence: Fresh.dispatch), by: Fresh.clerk)
        case "P":
            try registry.add(
                NewPostOfOfficial(official: "O1", post: NewPost(title: "Mayor"), evidence: Fresh.dispatch),
                by: Fresh.clerk)
        case "E":
            try registry.enroll(
                NewEnrollment(official: "O1", unit: "U2", evidence: Fresh.dispatch), by: Fresh.clerk)
        default:
            try registry.add(NewEvent(record: "U1", state: "brigade", evidence: [Fresh.dispatch]), by: Fresh.clerk)
        }
    }

    @Test func `a later change to another field, or one that was undone, does not stand in the way`() throws {
        let fresh = try Fresh(.populated)
        let edit = { (values: [String: String]) in
            let why = values["programme"] == "" ? nil : "seen on site"
            return try fresh.registry.edit(Edit(record: "U1", values: values, inferred: why), by: Fresh.clerk).revision!
        }
        let first = try edit(["ordinal": "5"])
        _ = try edit(["programme": ""])
        let second = try edit(["ordinal": "6"])
        _ = try fresh.registry.revert(second, by: Fresh.clerk)
        _ = try fresh.registry.revert(first, by: Fresh.clerk)
        let unit = try #require(try fresh.registry.units().first { $0.id == RecordID(.unit, 1) })
        #expect(unit.ordinal == nil)
        #expect(unit.programme == nil)
        _ = try fresh.registry.verify()
    }
}
