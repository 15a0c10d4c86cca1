import MusterValues
import Testing

@testable import MusterCore

/// Contracts that run for a time or until a day, and what a unit or a programme stands on.
final class TermTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    private func enroll(_ term: String?, ends: EDTF? = nil, on date: EDTF? = "2024-10-31") throws {
        var new = NewEnrollment(official: "O1", unit: "U2", date: date, evidence: Fresh.dispatch)
        (new.term, new.ends) = (term, ends)
        _ = try registry.enroll(new, by: Fresh.clerk)
    }

    private func grade(on day: String) throws -> Grade? {
        var filter = Filter()
        (filter.unit, filter.day) = ("U2", Day(day))
        return try registry.enrollments(filter).first?.grade
    }

    private func overdue(on day: String) throws -> [String] {
        try registry.due(on: Day(day)).filter { $0.kind == .termOver }.map { "\($0.record.id) \($0.note ?? "")" }
    }

    @Test(arguments: [
        ("6 months", "6 months"), ("1 year", "1 year"), ("2 Years", "2 years"), ("36 суток", "36 days"),
        ("2 weeks", "14 days"),
        ("6 месяцев", "6 months"), ("1 день", "1 day"),
    ])
    func `a length of time is read as sources write it`(text: String, expected: String) {
        #expect(TermLength(text)?.description == expected)
    }

    @Test(arguments: [
        "", "6", "months", "half a year", "0 days", "-1 months", "10000 days", "6 months more", "６ months",
        "99999999999999999999 weeks",
    ])
    func `anything else is no length of time`(text: String) { #expect(TermLength(text) == nil) }

    @Test func `a contract that has run out makes a membership possible, and is due`() throws {
        try enroll("6 months")
        // There is no 31 April.
        #expect(try grade(on: "2025-04-30") == .presumably)
        #expect(try grade(on: "2025-05-01") == .possibly)
        #expect(try overdue(on: "2025-04-30") == [])
        #expect(try overdue(on: "2025-05-01") == ["E3 until 2025-04-30"])
        // A later word, as of a new contract, starts another term.
        let signed = NewEvent(record: "E3", state: "contract signed", date: "2025-04-20", evidence: [Fresh.dispatch])
        _ = try registry.add(signed, by: Fresh.clerk)
        #expect(try grade(on: "2025-05-02") == .presumably)
        #expect(try overdue(on: "2025-05-02") == [])
        #expect(try overdue(on: "2025-11-01") == ["E3 until 2025-10-20"])
    }

    @Test(arguments: [
        ("2024-08-31", "6 months", "2025-02-28"), ("2025-01-31", "1 month", "2025-02-28"),
        ("2024-02-29", "1 year", "2025-02-28"), ("2024-05", "6 months", "2024-11-30"),
        ("2025-01-15", "1 month", "2025-02-15"), ("2025-01-31", "14 days", "2025-02-14"),
    ])
    func `a term that ends in a month without its day ends with that month`(begun: String, term: String, end: String)
        throws
    {
        try enroll(term, on: EDTF(begun))
        #expect(try overdue(on: "2027-01-01") == ["E3 until \(end)"])
    }

    @Test func `whoever was heard of after the end of a contract, or had left by then, is not due`() throws {
        try enroll(nil, ends: "2025-01")
        #expect(try overdue(on: "2025-02-01") == ["E3 until 2025-01-31"])
        #expect(try grade(on: "2025-02-01") == .possibly)
        let serving = NewEvent(record: "E3", state: "serving", date: "2025-03-01", evidence: [Fresh.dispatch])
        let made = try registry.add(serving, by: Fresh.clerk).revision
        #expect(try overdue(on: "2025-04-01") == [])
        #expect(try grade(on: "2025-04-01") == .presumably)
        // Between the two he or she is seen on both sides.
        #expect(try grade(on: "2025-02-01") == .definitely)
        _ = try registry.revert(made!, by: Fresh.clerk)
        let left = NewEvent(record: "E3", state: "left", date: "2025-01-15", evidence: [Fresh.dispatch])
        _ = try registry.add(left, by: Fresh.clerk)
        #expect(try overdue(on: "2025-04-01") == [])
    }

    @Test func `a term without a dated beginning runs out on no day`() throws {
        try enroll("6 months", on: nil)
        #expect(try overdue(on: "2027-01-01") == [])
    }

    @Test func `a contract never ends before it began, and a length is a number of days, months or years`() throws {
        let message =
            "the contract would end by 2024-05-31, before it began on 2024-10-31; one of the two dates is wrong"
        #expect(throws: MusterError.self) { try self.enroll(nil, ends: "2024-05") }
        try enroll("6 months")
        try fresh.expectRefusal(nil, message, exit: 69) {
            try $0.edit(Edit(record: "E3", values: ["ends": "2024-05"], evidence: Fresh.dispatch), by: Fresh.clerk)
        }
        try fresh.expectRefusal(
            nil,
            "term 'half a year' is refused: write a number of days, weeks, months or years, as '6 months'; give the day of its end with the field ends",
            exit: 65
        ) {
            try $0.edit(Edit(record: "E3", values: ["term": "half a year"], evidence: Fresh.dispatch), by: Fresh.clerk)
        }
    }

    @Test func `an event, or its date, that comes after the end of a contract is refused too`() throws {
        try enroll(nil, ends: "2025-01")
        let late = Edit(record: "V5", values: ["date": "2025-02-01"], inferred: "by the order of things")
        #expect(throws: MusterError.self) { try self.registry.edit(late, by: Fresh.clerk) }
    }

    @Test func `a contract that runs out inside of a period leaves it possible throughout`() throws {
        try enroll("6 months")
        var filter = Filter()
        (filter.unit, filter.isThroughout) = ("U2", true)
        filter.period = Period(from: Day("2025-04-01")!, to: Day("2025-04-30")!)
        #expect(try registry.enrollments(filter).first?.grade == .presumably)
        filter.period = Period(from: Day("2025-04-01")!, to: Day("2025-05-30")!)
        #expect(try registry.enrollments(filter).first?.grade == .possibly)
    }

    @Test func `sources that give one length in other words agree, and another disputes it`() throws {
        try enroll("6 months")
        func cite(_ stated: String) throws {
            _ = try registry.add(NewSource(kind: .ngo, title: stated), by: Fresh.clerk)
            let evidence = Evidence(source: RecordReference("S\(try registry.sources().count)"), stated: stated)
            _ = try registry.cite(NewCitation(record: "E3", field: "term", evidence: evidence), by: Fresh.clerk)
        }
        try cite("6 месяцев")
        try cite("1 year")
        let field = try #require(try registry.show("E3").fields.first { $0.field == .term })
        #expect(field.value?.words == "6 months")
        #expect(field.supporting.map(\.stated) == ["6 months", "6 месяцев"])
        #expect(field.disputing.map(\.stated) == ["1 year"])
        _ = try registry.edit(Edit(record: "E3", values: ["term": "12 months"], inferred: "of both"), by: Fresh.clerk)
        let year = try #require(try registry.show("E3").fields.first { $0.field == .term })
        #expect(year.supporting.map(\.stated) == ["1 year"])
    }

    @Test func `what a unit stands on can be cited and concluded`() throws {
        for (field, stated) in [
            ("legal_nature", "territorial defence"), ("training", "two months"), ("contract", "of a volunteer"),
            ("concluded_by", "the commissariat"),
        ] {
            let evidence = Evidence(source: "S1", stated: stated)
            _ = try registry.cite(NewCitation(record: "U2", field: field, evidence: evidence), by: Fresh.clerk)
            _ = try registry.edit(Edit(record: "U2", values: [field: stated]), by: Fresh.clerk)
        }
        let values = try registry.show("U2").fields.compactMap { $0.field == .name ? nil : $0.value?.words }
        #expect(
            Set(values).isSuperset(of: ["territorial defence", "two months", "of a volunteer", "the commissariat"]))
    }

    @Test func `a phase of a programme comes from another, and never from itself`() throws {
        var campaign = NewProgramme(name: "BARS of 2021", launched: "2021-08", evidence: Fresh.dispatch)
        campaign.cameFrom = "BARS"
        _ = try registry.add(campaign, by: Fresh.clerk)
        #expect(try registry.show("G1").related.contains { $0.id == RecordID(.programme, 2) })
        #expect(try registry.show("G2").fields.first { $0.field == .cameFrom }?.value?.words == "G1 BARS")
        try fresh.expectRefusal(
            nil, "G1 would come from itself; no programme comes from what came from it", exit: 69
        ) {
            try $0.edit(Edit(record: "BARS", values: ["came_from": "G2"], inferred: "by the dates"), by: Fresh.clerk)
        }
    }
}
