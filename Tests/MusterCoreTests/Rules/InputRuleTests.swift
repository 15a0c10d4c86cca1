import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// A wrong value is refused with its field's name, and a right one is stored in NFC (rules 5 and 8).
final class InputRuleTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    private func unit(_ designation: String, date: EDTF? = nil, _ authorship: Authorship = Fresh.clerk) throws
        -> WriteResult
    {
        var unit = NewUnit(designation: designation, evidence: Fresh.dispatch)
        unit.date = date
        unit.status = date.map { _ in .forming }
        return try fresh.registry.add(unit, by: authorship)
    }

    @Test(
        arguments: [
            ("", "it is empty; give at least one character"), (" \u{A0}", "it is empty; give at least one character"),
            ("a\u{0}b", "it has the control or invisible character U+0000; take it out"),
            ("a\nb", "it has the control or invisible character U+000A; take it out"),
            ("a\u{202E}b", "it has the control or invisible character U+202E; take it out"),
            ("a\u{FFFD}b", "it is not whole UTF-8 text; type it again"),
        ])
    func `a designation that is refused is named as the designation`(text: String, rule: String) throws {
        let error = MusterError.badValue(field: "designation", value: text, rule: rule)
        for authorship in [Fresh.clerk, Authorship(author: "clerk")] {
            try fresh.expectRefusal(error, "designation \(quoted(text)) is refused: \(rule)", exit: 65) { _ in
                try self.unit(text, authorship)
            }
        }
    }

    @Test(arguments: [Fresh.clerk, Authorship(author: "clerk")])
    func `a name of a megabyte is refused by its field`(authorship: Authorship) throws {
        for letter in ["x", "\u{301}"] {
            let text = "n" + String(repeating: letter, count: 1_000_000)
            let before = try fresh.dump()
            let error = #expect(throws: MusterError.self) { try self.unit(text, authorship) }
            guard case .badValue("designation", _, "it has more than 200 characters; shorten it", nil) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(error!.description.utf8.count < 300)
            #expect(try fresh.dump() == before)
        }
        let region = NewRegion(code: nil, name: String(repeating: "x", count: 1_000_000), parent: "RU-KGD")
        let error = #expect(throws: MusterError.self) { try self.fresh.registry.add(region, by: authorship) }
        #expect(error?.said.hasPrefix("name 'xxx") == true)
    }

    @Test(arguments: [
        ("2025-02-30", "'2025-02-30' is not a date; February 2025 has 28 days"),
        (
            "April",
            "'April' is not an EDTF date; write a year and month such as 2025-04, or XXXX-04 when the year is not known"
        ),
        ("", "'' is not an EDTF date; write a year, month or day such as 2025, 2025-04 or 2025-04-01"),
        ("-0044", "'-0044' is outside the years 0000 to 9999; the register keeps days within them"),
        ("Y12025", "'Y12025' is outside the years 0000 to 9999; the register keeps days within them"),
    ])
    func `a date that is none is refused with a sentence`(date: String, message: String) throws {
        try fresh.expectRefusal(.badDate(message), message, exit: 65) { _ in
            try self.unit("X", date: EDTF(typed: date))
        }
    }

    @Test func `a day of capture outside the years of the register is refused`() throws {
        var source = NewSource(kind: .ngo, title: "Report")
        source.captured = Day(year: 12025, month: 5, day: 31)
        let message = "'Y12025-05-31' is outside the years 0000 to 9999; the register keeps days within them"
        try fresh.expectRefusal(.badDate(message), message, exit: 65) { try $0.add(source, by: Fresh.clerk) }
        source.captured = Day("2025-05-31")
        _ = try fresh.registry.add(source, by: Fresh.clerk)
        #expect(try fresh.count("SELECT count(*) FROM source WHERE captured = '2025-05-31'") == 1)
    }

    @Test(arguments: ["unknown", "brigade", ""])
    func `a state outside the list is refused with the list`(state: String) throws {
        let allowed = EnrollmentState.allCases.map(\.words)
        try fresh.expectRefusal(
            .notInList(list: "enrollment state", value: state, allowed: allowed),
            "'\(state)' is not an enrollment state; use one of: \(allowed.joined(separator: ", "))", exit: 65
        ) { try $0.add(NewEvent(record: "E1", state: state, evidence: [Fresh.dispatch]), by: Fresh.clerk) }
    }

    @Test(arguments: ["disputed", "needs work", "rejected"])
    func `a standing other than accepted without a note is refused`(standing: String) throws {
        try fresh.expectRefusal(
            .missing(what: "the reason for standing '\(standing)'", fix: .give(.note)),
            "the reason for standing '\(standing)' is missing; give --note \"…\"", exit: 65
        ) { try $0.edit(Edit(record: "U1", values: ["standing": standing]), by: Fresh.clerk) }
    }

    @Test func `everything typed is stored in NFC and without control characters`() throws {
        let decomposed = "Барс-Дальни\u{306}"
        _ = try unit(decomposed)
        let post = NewPost(title: "Главa \u{438}\u{306}", region: "RU-KGD")
        let new = NewEnrollment(
            official: "Андре\u{438}\u{306}", post: post, unit: RecordReference(decomposed), evidence: Fresh.dispatch)
        _ = try fresh.registry.enroll(new, by: Fresh.clerk)
        let spaced = NewEnrollment(official: "Dmitry\t Novikov", unit: "BARS-Kursk\n", evidence: Fresh.dispatch)
        _ = try? fresh.registry.enroll(spaced, by: Fresh.clerk)
        let edit = Edit(record: "P1", values: ["body": "\u{438}\u{306} "], evidence: Fresh.dispatch)
        _ = try fresh.registry.edit(edit, by: Fresh.clerk)
        let texts = try fresh.plain().read { db in
            try ["name", "citation", "post", "revision"].flatMap { try Row.fetchAll(db, sql: "SELECT * FROM \($0)") }
                .flatMap { $0.databaseValues.compactMap { String.fromDatabaseValue($0) } }
        }
        let foreign = texts.filter { text in
            Array(text.unicodeScalars) != Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
                || text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        }
        #expect(foreign == [])
        #expect(texts.contains { $0.unicodeScalars.contains("й") })
    }

    @Test func `a citation states what a source can say, not a short id`() throws {
        let stated = try fresh.plain().read { try String.fetchAll($0, sql: "SELECT stated FROM citation") }
        #expect(stated.filter { $0.wholeMatch(of: #/[SGUOPEVC][0-9]+/#) != nil } == [])
    }

    @Test(arguments: ["Dispatch", " Dispatch ", "Dispatch\u{A0}"])
    func `a source entered twice is refused`(title: String) throws {
        var source = NewSource(kind: .ngo, title: "Report")
        source.publisher = "Зари\u{306}"
        _ = try fresh.registry.add(source, by: Fresh.clerk)
        source.publisher = " Зари\u{306} "
        for again in [source, NewSource(kind: .ngo, title: title)] {
            let before = try fresh.dump()
            let error = #expect(throws: MusterError.self) { try self.fresh.registry.add(again, by: Fresh.clerk) }
            #expect(error?.exitCode == 69)
            #expect(try fresh.dump() == before)
        }
    }

    @Test func `a note in a file is held to the same rule as one that is typed`() throws {
        let regions = fresh.folder.appending(path: "regions.csv").path
        let borders = fresh.folder.appending(path: "borders.csv").path
        try "iso_code,name_en\nUA-43,Crimea\n".write(toFile: regions, atomically: true, encoding: .utf8)
        let row = "UA-43,TR,maritime,\"a\u{202E}b\"\n"
        try "iso_code,country,border,note\n\(row)".write(toFile: borders, atomically: true, encoding: .utf8)
        let before = try fresh.dump()
        let error = #expect(throws: MusterError.self) {
            try self.fresh.registry.loadRegions(fromFile: regions, bordersFile: borders, by: Fresh.clerk)
        }
        #expect(error?.exitCode == 65)
        #expect(error?.said.contains("it has the control or invisible character U+202E; take it out") == true)
        #expect(try fresh.dump() == before)
    }

    @Test func `a cause is cited whole, and refused if it is longer than what a citation states`() throws {
        let cause = String(repeating: "x", count: 500)
        func brigade(_ cause: String) -> NewEvent {
            NewEvent(record: "U1", state: "brigade", cause: cause, evidence: [Fresh.dispatch])
        }
        let rule = "it has more than 500 characters; shorten it"
        let error = MusterError.badValue(field: "cause", value: cause + "x", rule: rule)
        #expect(throws: error) { try self.fresh.registry.add(brigade(cause + "x"), by: Fresh.clerk) }
        _ = try fresh.registry.add(brigade(cause), by: Fresh.clerk)
        #expect(try fresh.count("SELECT count(*) FROM event WHERE cause = '\(cause)'") == 1)
        #expect(try fresh.count("SELECT count(*) FROM citation WHERE stated = '\(cause)'") == 1)
    }
}
