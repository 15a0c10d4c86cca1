import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// Rules 1, 2 and 3 through the library: every record has a citation, every official a post, every enrollment one
/// official or group.
final class EvidenceRuleTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    private static let nowhere = Evidence(source: "Nowhere")
    private static let post = NewPost(title: "Mayor")

    @Test(arguments: ["unit", "official", "post", "enrollment", "event", "programme"])
    func `a record without a source is refused`(kind: String) throws {
        let (nowhere, clerk) = (Self.nowhere, Fresh.clerk)
        try fresh.expectRefusal(
            .unknownRecord("Nowhere", among: [.source]), "no source 'Nowhere' on the register",
            exit: 66
        ) { registry in
            switch kind {
            case "unit": try registry.add(NewUnit(designation: "X", evidence: nowhere), by: clerk)
            case "official": try registry.add(NewOfficial(name: "X", post: Self.post, evidence: nowhere), by: clerk)
            case "post":
                try registry.add(NewPostOfOfficial(official: "O1", post: Self.post, evidence: nowhere), by: clerk)
            case "enrollment":
                try registry.enroll(NewEnrollment(official: "O1", unit: "U2", evidence: nowhere), by: clerk)
            case "event": try registry.add(NewEvent(record: "U1", state: "brigade", evidence: [nowhere]), by: clerk)
            default: try registry.add(NewProgramme(name: "X", evidence: nowhere), by: clerk)
            }
        }
    }

    @Test func `an event without any source is refused`() throws {
        try fresh.expectRefusal(
            .missing(what: "a source", fix: .give(.source)), "a source is missing; give --source", exit: 65
        ) { try $0.add(NewEvent(record: "U1", state: "brigade", evidence: []), by: Fresh.clerk) }
    }

    @Test func `a death by one source is refused, also named twice`() throws {
        let rule = "a death is recorded from two sources at least, neither derived from the other"
        for evidence in [[Fresh.dispatch], [Fresh.dispatch, Evidence(source: "Dispatch", locator: "paragraph 2")]] {
            try fresh.expectRefusal(
                .refused(rule: rule, fix: .giveSecondSource), "\(rule); give --source twice, once for each", exit: 69
            ) {
                try $0.add(NewEvent(record: "E1", state: "killed", evidence: evidence), by: Fresh.clerk)
            }
        }
        try fresh.expectRefusal(.refused(rule: rule), rule, exit: 69) {
            try $0.edit(Edit(record: "V3", values: ["value": "killed"], inferred: "seen on site"), by: Fresh.clerk)
        }
        let enrolled = "a death needs two sources, and an enrollment is recorded from one"
        try fresh.expectRefusal(
            .refused(rule: enrolled, fix: .recordDeathAfterwards),
            "\(enrolled); leave out --state, and then record the death with 'muster event', giving --source twice",
            exit: 69
        ) {
            try $0.enroll(
                NewEnrollment(official: "O1", unit: "U2", state: .killed, evidence: Fresh.dispatch), by: Fresh.clerk)
        }
    }

    @Test(arguments: [
        ("unit", "a unit has at least one citation that supports it in the revision that makes it"),
        ("enrollment", "an enrollment has at least one citation that supports it in the revision that makes it"),
        ("post", "a post has at least one citation that supports it in the revision that makes it"),
        ("event", "an event has at least one citation that supports it in the revision that makes it"),
    ])
    func `the store refuses the library itself`(table: String, rule: String) throws {
        try fresh.expectRefusal(.refused(rule: rule), rule, exit: 69) { registry in
            try registry.write(Fresh.clerk, doing: "try") { transaction in
                switch table {
                case "unit": try transaction.insert("unit", ["id": 9, "kind": "unnamed", "region_code": "RU-KGD"])
                case "enrollment": try transaction.insert("enrollment", ["id": 9, "unit_id": 2, "official_id": 1])
                case "post":
                    try transaction.insert("post", ["id": 9, "official_id": 1, "title": "Mayor", "kind": "other"])
                default: try transaction.insert("event", ["id": 9, "unit_id": 1, "facet": "form", "value": "brigade"])
                }
            }
        }
    }

    @Test func `an official without a post is refused`() throws {
        let (what, fix) = (
            "the post of 'Ivan Petrov'", "an official holds or held a public office: give --post, or record a group"
        )
        try fresh.expectRefusal(.missing(what: what, fix: .give(.post)), "\(what) is missing; \(fix)", exit: 65) {
            try $0.add(NewOfficial(name: "Ivan Petrov", post: nil, evidence: Fresh.dispatch), by: Fresh.clerk)
        }
        try fresh.expectRefusal(.missing(what: what, fix: .give(.post)), "\(what) is missing; \(fix)", exit: 65) {
            try $0.enroll(NewEnrollment(official: "Ivan Petrov", unit: "U1", evidence: Fresh.dispatch), by: Fresh.clerk)
        }
    }

    @Test(arguments: [
        ("official", ["id", "revision", "standing", "standing_note"]),
        (
            "post",
            [
                "id", "revision", "official_id", "title", "kind", "level", "body", "region_code", "standing",
                "standing_note",
            ]
        ),
    ])
    func `there are no fields for home, family, contact or health`(table: String, columns: [String]) throws {
        #expect(try fresh.plain().read { try $0.columns(in: table).map(\.name) } == columns)
    }

    @Test func `both official and group, or neither, is refused`() throws {
        let rule = "an enrollment has exactly one of official or group"
        var both = NewEnrollment(official: "O1", unit: "U2", evidence: Fresh.dispatch)
        both.group = NewGroup(who: "deputies")
        var neither = NewEnrollment(official: "O1", unit: "U2", evidence: Fresh.dispatch)
        neither.official = nil
        for (new, fix, words) in [
            (both, Remedy.leaveOut([.group]), "leave out --group"),
            (neither, .give(.group), "name an official, or give --group"),
        ] {
            try fresh.expectRefusal(.refused(rule: rule, fix: fix), "\(rule); \(words)", exit: 69) {
                try $0.enroll(new, by: Fresh.clerk)
            }
        }
    }

    @Test(arguments: [
        ("E1", ["group": "deputies"], "an enrollment has exactly one of official or group"),
        ("E1", ["least": "2"], people), ("E1", ["most": "2"], people), ("E1", ["level": "federal"], people),
        ("E1", ["kind": "other"], people), ("E1", ["region": "RU-KGD"], people), ("E2", ["least": ""], people),
    ])
    func `an edit cannot make an official a group, nor a group nobody`(
        record: String, values: [String: String], rule: String
    ) throws {
        try fresh.expectRefusal(.refused(rule: rule), rule, exit: 69) {
            try $0.edit(
                Edit(record: RecordReference(record), values: values, inferred: "seen on site"), by: Fresh.clerk)
        }
    }

    private static let people =
        "a group has a least number of people, and only a group has a number, a level, a kind and a region"

    @Test func `an enrollment in a unit that is not there is refused with the nearest`() throws {
        let fix = "add it with 'muster add unit', or give --unit-region to add it here"
        try fresh.expectRefusal(
            .unknownRecord("BARS-Kurk", among: [.unit], nearest: ["BARS-Kursk"], fix: .addUnitOrGiveRegion),
            "no unit 'BARS-Kurk' on the register (near it: BARS-Kursk); \(fix)", exit: 66
        ) { try $0.enroll(NewEnrollment(official: "O1", unit: "BARS-Kurk", evidence: Fresh.dispatch), by: Fresh.clerk) }
    }

    @Test func `an official is not enrolled twice in a unit, also by an edit`() throws {
        _ = try fresh.registry.enroll(
            NewEnrollment(official: "O1", unit: "U2", evidence: Fresh.dispatch), by: Fresh.clerk)
        let again = NewEnrollment(official: "Dmitry Novikov", unit: "BARS-Kursk", evidence: Fresh.dispatch)
        try fresh.expectRefusal(
            .taken(
                what: "the enrollment", value: "Dmitry Novikov in BARS-Kursk", id: RecordID(shortID: "E3")!,
                fix: .recordEvent(RecordID(shortID: "E3")!, value: nil)),
            "the enrollment 'Dmitry Novikov in BARS-Kursk' is already on the register as E3; "
                + "record what happened since with 'muster event E3 STATE'", exit: 69
        ) { try $0.enroll(again, by: Fresh.clerk) }
        // Another source can confirm what is there, unless it is older than the newest of it.
        var paper = NewSource(kind: .other, title: "Paper")
        paper.published = "2025-05-20"
        _ = try fresh.registry.add(paper, by: Fresh.clerk)
        let other = NewEnrollment(official: "Dmitry Novikov", unit: "BARS-Kursk", evidence: Evidence(source: "S2"))
        try fresh.expectRefusal(
            nil,
            "the enrollment 'Dmitry Novikov in BARS-Kursk' is already on the register as E3; "
                + "cite this source for it with 'muster cite E3 --source SOURCE', or record what happened since with "
                + "'muster event E3 STATE --source SOURCE'", exit: 69
        ) { try $0.enroll(other, by: Fresh.clerk) }
        try fresh.happen("E3", "serving", "2025-06-15")
        try fresh.expectRefusal(
            nil,
            "the enrollment 'Dmitry Novikov in BARS-Kursk' is already on the register as E3; "
                + "record what happened since with 'muster event E3 STATE'", exit: 69
        ) { try $0.enroll(other, by: Fresh.clerk) }
        let before = try fresh.dump()
        #expect(throws: MusterError.self) {
            try self.fresh.registry.edit(
                Edit(record: "E3", values: ["unit": "U1"], inferred: "seen on site"), by: Fresh.clerk)
        }
        #expect(try fresh.dump() == before)
    }
}
