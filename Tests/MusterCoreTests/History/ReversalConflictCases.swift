import MusterValues
import Testing

@testable import MusterCore

extension ReversalConflictTests {
    /// Later changes, from revision 9 on, the revision to undo, and the reasons it cannot be undone.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let changes: [@Sendable (Registry) throws -> WriteResult]
        let undone: Int64
        let why: [String]
        let isOnlyToUndo: Bool

        init(
            _ name: String, _ changes: [@Sendable (Registry) throws -> WriteResult], undo: Int64, _ why: [String],
            isOnlyToUndo: Bool = true
        ) {
            (testDescription, self.changes, undone, self.why) = (name, changes, undo, why)
            self.isOnlyToUndo = isOnlyToUndo
        }
    }

    private typealias Change = @Sendable (Registry) throws -> WriteResult

    private static func edit(_ id: RecordReference, _ values: [String: String], from source: String? = nil) -> Change {
        { registry in
            let evidence = source.map { Evidence(source: RecordReference($0)) }
            var edit = Edit(record: id, values: values, evidence: evidence)
            let isSaid = id.id?.kind != .source && values["standing"] == nil
            if evidence == nil, isSaid { edit.inferred = "as it was seen" }
            return try registry.edit(edit, by: Fresh.clerk)
        }
    }

    private static func revert(_ revision: Int64) -> Change { { try $0.revert(revision, by: Fresh.clerk) } }

    private static func unit(_ name: String, partOf: RecordReference? = nil, region: RecordReference? = nil) -> Change {
        { registry in
            var new = NewUnit(designation: name, region: region, evidence: Fresh.dispatch)
            new.partOf = partOf
            new.isNew = true
            return try registry.add(new, by: Fresh.clerk)
        }
    }

    private static func source(_ title: String) -> Change {
        { try $0.add(NewSource(kind: .ngo, title: title), by: Fresh.clerk) }
    }

    private static let event: Change = {
        try $0.add(NewEvent(record: "E1", state: "left", evidence: [Fresh.dispatch]), by: Fresh.clerk)
    }
    private static let leaving: Change = {
        let new = NewEvent(record: "E1", state: "left", date: "2025-06", evidence: [Fresh.dispatch])
        return try $0.add(new, by: Fresh.clerk)
    }
    private static let mayor: Change = {
        let new = NewPostOfOfficial(official: "O1", post: NewPost(title: "Mayor"), evidence: Fresh.dispatch)
        return try $0.add(new, by: Fresh.clerk)
    }
    private static let citation: Change = {
        let evidence = Evidence(source: "S2", stated: "defence")
        return try $0.cite(NewCitation(record: "U2", field: "role", evidence: evidence), by: Fresh.clerk)
    }
    private static let post: Change = {
        let new = NewPostOfOfficial(official: "O2", post: NewPost(title: "Senator"), evidence: Fresh.dispatch)
        return try $0.add(new, by: Fresh.clerk)
    }
    private static let official: Change = {
        let new = NewOfficial(name: "Anna", post: NewPost(title: "Mayor"), evidence: Fresh.dispatch)
        return try $0.add(new, by: Fresh.clerk)
    }
    private static let group: Change = {
        let group = NewGroup(who: "members of the regional government")
        return try $0.enroll(NewEnrollment(group: group, unit: "U1", evidence: Fresh.dispatch), by: Fresh.clerk)
    }
    private static let enrollment: Change = {
        try $0.enroll(NewEnrollment(official: "O1", unit: "U1", evidence: Fresh.dispatch), by: Fresh.clerk)
    }
    private static let territory: Change = { try $0.add(NewRegion(code: "UA-43", name: "Crimea"), by: Fresh.clerk) }

    static let cases = [
        Case(
            "field changed", [edit("U1", ["ordinal": "5"]), edit("U1", ["ordinal": "6"])], undo: 9,
            [
                "revision 10 changed ordinal of U1"
            ]),
        Case(
            "field changed twice",
            [
                edit("U1", ["ordinal": "5"]), edit("U1", ["ordinal": "6"]), edit("U1", ["ordinal": "7"]),
            ], undo: 9, ["revision 10 changed ordinal of U1", "revision 11 changed ordinal of U1"]),
        Case(
            "field changed twice, once undone",
            [
                edit("U1", ["ordinal": "5"]), edit("U1", ["ordinal": "6"]), edit("U1", ["ordinal": "7"]), revert(11),
            ], undo: 9, ["revision 10 changed ordinal of U1"]),
        Case(
            "date changed", [edit("V3", ["date": "2025-06"]), edit("V3", ["date": "2025-07"])], undo: 9,
            [
                "revision 10 changed date of V3"
            ]),
        Case(
            "standing changed", [edit("U2", ["standing": "rejected", "note": "none"])], undo: 5,
            [
                "revision 9 changed note of U2, changed standing of U2"
            ]),
        Case(
            "fields changed apart", [edit("E2", ["role": "medic"]), edit("E2", ["least": "7"])], undo: 8,
            [
                "revision 9 changed role of E2", "revision 10 changed least of E2",
            ]),
        Case(
            "name changed", [edit("U1", ["name": "A"], from: "S1"), edit("U1", ["name": "B"], from: "S1")], undo: 9,
            [
                "revision 10 changed a name of U1"
            ]),
        Case(
            "unit with enrollments", [], undo: 4,
            [
                "revision 7 made E1, which needs U1", "revision 8 made E2, which needs U1",
            ]),
        Case("official with an enrollment", [], undo: 6, ["revision 7 made E1, which needs O1"]),
        Case("official with a later post", [official, post], undo: 9, ["revision 10 made P3, which needs O2"]),
        Case("enrollment with a later event", [event], undo: 7, ["revision 9 made V5, which needs E1"]),
        Case(
            "source and record with a later citation", [source("Report"), citation], undo: 9,
            [
                "revision 10 made C19, which needs S2"
            ]),
        Case(
            "record with a later citation", [source("Report"), citation], undo: 5,
            [
                "revision 10 made C19, which needs U2"
            ]),
        Case(
            "source of a later edit", [source("Report"), edit("U2", ["ordinal": "4"], from: "S2")], undo: 9,
            [
                "revision 10 made C19, which needs S2"
            ]),
        Case(
            "region with a unit", [territory, unit("Crimean", region: "UA-43")], undo: 9,
            [
                "revision 10 made U3, which needs UA-43"
            ]),
        Case(
            "region that a unit was moved to", [territory, edit("U2", ["region": "UA-43"])], undo: 9,
            [
                "revision 10 changed U2, which needs UA-43"
            ]),
        Case(
            "name taken since", [edit("U2", ["name": "X"], from: "S1"), unit("BARS-Kursk", region: "RU-KRS")], undo: 9,
            [
                "revision 10 gave the name 'BARS-Kursk' to U3"
            ]),
        Case(
            "name of an undone unit taken since", [revert(5), unit("BARS-Kursk", region: "RU-KRS")], undo: 9,
            [
                "revision 10 gave the name 'BARS-Kursk' to U3"
            ]),
        Case(
            "group enrolled again since", [revert(8), group, edit("E3", ["role": "medic"])], undo: 9,
            [
                "revision 10 made E3, the same as E2"
            ]),
        Case(
            "source added again since", [source("Report"), revert(9), source("Report")], undo: 10,
            [
                "revision 11 made S3, the same as S2"
            ]),
        Case(
            "event recorded again since", [leaving, revert(9), leaving], undo: 10,
            [
                "revision 11 made V6, the same as V5"
            ]),
        Case("post added again since", [mayor, revert(9), mayor], undo: 10, ["revision 11 made P3, the same as P2"]),
        Case(
            "official enrolled again since", [edit("E1", ["unit": "U2"]), enrollment], undo: 9,
            [
                "revision 10 made E3, the same as E1"
            ]),
        Case(
            "a part of itself",
            [
                unit("Company", partOf: "U1"), edit("U3", ["kind": "other", "part_of": ""]),
                edit("U1", ["kind": "subunit", "part_of": "U3"]),
            ], undo: 10, ["revision 11 made U1 a part of U3"]),
        Case(
            "derived from itself",
            [
                source("Report"), edit("S2", ["derived_from": "S1", "relation": "copies"]),
                edit("S2", ["derived_from": "", "relation": ""]),
                edit("S1", ["derived_from": "S2", "relation": "quotes"]),
            ], undo: 11, ["revision 12 made S1 derived from S2"]),
        Case("undone already", [revert(8)], undo: 8, ["revision 9 undid it already"], isOnlyToUndo: false),
        Case(
            "undone, done again and undone again", [revert(8), revert(9), revert(10)], undo: 8,
            ["revision 9 undid it already"], isOnlyToUndo: false),
    ]
}
