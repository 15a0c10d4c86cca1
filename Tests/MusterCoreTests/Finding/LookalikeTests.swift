import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// An official who looks like one on the register is not entered again without a question.
final class LookalikeTests {
    let fresh: Fresh
    var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    private func official(_ name: String, isNew: Bool? = nil) -> NewOfficial {
        NewOfficial(name: name, post: NewPost(title: "Mayor", region: "RU-TUL"), isNew: isNew, evidence: Fresh.dispatch)
    }

    @Test(arguments: [
        ("Дмитрий Новиков", MatchReason.sameKey, "the same name in another spelling"),
        ("D. Novikov", .initial, "the initial fits"), ("Novikov", .surnameOnly, "the surname alone"),
        ("Dmitry Novkiov", .oneLetter, "one letter differs"),
    ])
    func `an official who looks like another stops with the candidates`(
        name: String, why: MatchReason, words: String
    ) throws {
        let fix = "use O1, or give --new if this is another person"
        try fresh.expectRefusal(
            .alike(
                .official, name: name, candidates: [.governor(why: why)],
                fix: .useOrSayNew(use: RecordID(shortID: "O1")!, another: "person")),
            "official '\(name)' looks like O1 Dmitry Novikov (Governor, RU-KGD): \(words); \(fix)", exit: 69
        ) { try $0.add(self.official(name), by: Fresh.clerk) }
    }

    @Test func `an enrollment of somebody who looks like another stops too`() throws {
        let new = NewEnrollment(
            official: "D. Novikov", post: NewPost(title: "Mayor"), unit: "U2", evidence: Fresh.dispatch)
        #expect(throws: MusterError.self) { try self.registry.enroll(new, by: Fresh.clerk) }
        #expect(try registry.officials().count == 1)
    }

    @Test func `another spelling of one person's name enrolls that person`() throws {
        let new = NewEnrollment(official: "Новиков Дмитрий", unit: "БАРС-Курск", evidence: Fresh.dispatch)
        let written = try registry.enroll(new, by: Fresh.clerk)
        #expect(try registry.show(RecordReference(written.records[0].id)).title == "Dmitry Novikov in BARS-Kursk")
        #expect(try registry.officials().count == 1)
    }

    @Test func `another spelling with another post may be a namesake's and stops`() throws {
        let post = NewPost(title: "Minister", region: "RU-TUL")
        let new = NewEnrollment(official: "Дмитрий Новиков", post: post, unit: "U2", evidence: Fresh.dispatch)
        let error = #expect(throws: MusterError.self) { try self.registry.enroll(new, by: Fresh.clerk) }
        #expect(error?.said.contains("looks like O1 Dmitry Novikov (Governor, RU-KGD)") == true)
        #expect(try registry.show("O1").related.count == 2)
    }

    @Test(arguments: ["Pavel Novikov", "Dmitry Novikova", "Dmitry Kursky", "Алексей Беспрозванных"])
    func `somebody else is entered without a question`(name: String) throws {
        _ = try registry.add(official(name), by: Fresh.clerk)
        #expect(try registry.officials().count == 2)
    }

    @Test func `that somebody is another person is remembered`() throws {
        _ = try registry.add(official("Дмитрий Новиков", isNew: true), by: Fresh.clerk)
        #expect(try registry.officials().count == 2)
        #expect(try registry.duplicates(least: 1).isEmpty)
        #expect(throws: MusterError.self) { try self.registry.merge("O1", with: "O2", by: Fresh.clerk) }
    }

    @Test func `a unit in another spelling stops, and so does one named by the number of a region`() throws {
        let fix =
            "use U1, with this as another name: 'muster cite U1 --field name --stated \"…\" --source SOURCE', "
            + "or give --new if this is another unit"
        for (name, why, words) in [
            ("БАРС-Калининград", MatchReason.sameKey, "the same name in another spelling"),
            ("БАРС-39", .numberOfOwnRegion, "named by the number of its region"),
        ] {
            let candidate = Candidate.of("U1", "BARS-Kaliningrad", region: "RU-KGD", why: why)
            try fresh.expectRefusal(
                .alike(
                    .unit, name: name, candidates: [candidate], fix: .nameOrSayNew(RecordID(shortID: "U1")!)),
                "unit '\(name)' looks like U1 BARS-Kaliningrad (RU-KGD): \(words); \(fix)", exit: 69
            ) { try $0.add(NewUnit(designation: name, programme: "BARS", evidence: Fresh.dispatch), by: Fresh.clerk) }
        }
        var unit = NewUnit(designation: "БАРС-39", programme: "BARS", evidence: Fresh.dispatch)
        unit.isNew = true
        _ = try registry.add(unit, by: Fresh.clerk)
        #expect(try registry.units().count == 3)
        #expect(try registry.duplicates(of: .unit, least: 1).isEmpty)
    }

    private func load(_ rows: String) throws -> (ImportResult, [ImportedRow]) {
        try fresh.load("official,post,post_region,post_tenure,new\n" + rows, keepingGood: true)
    }

    @Test func `a file's own word for a tenure is what is cited`() throws {
        _ = try load("Anna Petrova,Mayor,RU-TUL,врио,\n")
        let stated = try fresh.plain().read {
            try String.fetchOne($0, sql: "SELECT stated FROM citation WHERE field = 'value' ORDER BY id DESC")
        }
        #expect(stated == "врио")
    }

    @Test func `in a file those who look like others are left out and listed`() throws {
        let (written, rows) = try load(
            """
            Anna Petrova,Mayor,RU-TUL,in office,
            Дмитрий Новиков,Mayor,RU-TUL,,
            Анна Петрова,Senator,,,
            D. Novikov,Mayor,RU-KRS,,yes
            Dmitry Novikov,Mayor,RU-KRS,,
            """)
        let review = rows.filter { $0.outcome == .review }
        #expect(
            review.map { "\($0.line) \($0.fault?.error.rule ?? "")" } == [
                "3 official 'Дмитрий Новиков' looks like O1 Dmitry Novikov (Governor, RU-KGD): the same name in another spelling",
                "4 official 'Анна Петрова' looks like O2 Anna Petrova (Mayor, RU-TUL): the same name in another spelling",
                "6 official 'Dmitry Novikov' is already on the register as O1 Dmitry Novikov (Governor, RU-KGD)",
            ])
        #expect(written.revision == 9)
        #expect(try registry.officials().map(\.name) == ["Anna Petrova", "D. Novikov", "Dmitry Novikov"])
        #expect(try registry.duplicates(least: 1).isEmpty)
    }

    @Test func `a file of many rows is held against itself`() throws {
        let names = (0..<450).map {
            "Ivan \(["Berg", "Dol", "Grom", "Kam", "Lug"][$0 % 5])\(["ov", "in", "enko"][$0 / 5 % 3]) \($0 / 15)"
        }
        let (_, rows) = try load((names + [names[0], names[449]]).map { "\($0),Mayor,RU-TUL,,\n" }.joined())
        #expect(rows.filter { $0.outcome != .added }.map(\.line) == [452, 453])
    }

    @Test(arguments: [
        (
            ",Mayor,RU-TUL,,", "post",
            "the row has a post, and neither an official, a group, a unit nor a record that it belongs to"
        ),
        ("Anna,,RU-TUL,,", "post_region", "the post that it belongs to is missing"),
        ("Anna,,,,", "official", "the post of 'Anna' is missing"),
        (
            "Anna,Mayor,RU-NO,,", "post_region",
            "no region 'RU-NO' on the register"
        ),
        ("Anna,Mayor,RU-TUL,gone,", "post_tenure", "'gone' is not a tenure"),
    ])
    func `a file with a row that cannot be adds nothing`(row: String, column: String, rule: String) throws {
        let before = try fresh.dump()
        let (result, rows) = try fresh.load(
            "official,post,post_region,post_tenure,new\nAnna Petrova,Mayor,RU-TUL,,\n\(row)\n")
        #expect(result.isStopped && result.revision == nil)
        #expect(rows.map(\.outcome) == [.added, .refused])
        #expect(rows.last?.fault?.column == column)
        #expect(rows.last?.fault?.error.rule.hasPrefix(rule) == true, "\(String(describing: rows.last?.fault))")
        #expect(try fresh.dump() == before)
    }
}
