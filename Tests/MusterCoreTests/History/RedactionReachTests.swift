import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore

/// A redaction reaches every text about a person, and no other record.
final class RedactionReachTests {
    static let why = Authorship(author: "clerk", reason: "order 7")

    let fresh: Fresh
    var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    private func file() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: fresh.path)) }

    private func holds(_ text: String) throws -> Bool { try file().range(of: Data(text.utf8)) != nil }

    @Test func `what is said of an official's enrollment goes too, and who joined what stays counted`() throws {
        let note = ["standing": "disputed", "note": "brother of the mayor, seen 3 May"]
        _ = try registry.edit(Edit(record: "E1", values: note), by: Fresh.clerk)
        _ = try registry.edit(
            Edit(record: "E1", values: ["role": "deputy commander"], evidence: Fresh.dispatch), by: Fresh.clerk)
        var left = NewEvent(record: "E1", state: "left", evidence: [Fresh.dispatch])
        left.date = "2026-06-03"
        left.cause = "wounded near the river"
        _ = try registry.add(left, by: Fresh.clerk)
        let people = try registry.report(region: nil).headcount.words
        _ = try registry.redact("O1", by: Self.why)
        for text in ["brother of", "deputy commander", "2026-06-03", "wounded near", "Novikov"] {
            #expect(try !holds(text), "\(text)")
        }
        #expect(try registry.report(region: nil).headcount.words == people)
        #expect(try registry.show("E1").title == "[redacted O1] in BARS-Kaliningrad")
        #expect(try registry.show("E1").events.map(\.value.words) == ["announced", "left"])
        _ = try registry.verify()
        #expect(try Checker.check(fresh.path).code == 0)
    }

    @Test func `an enrollment that is redacted itself names nobody and counts nobody`() throws {
        _ = try registry.enroll(
            NewEnrollment(official: "O1", unit: "U2", evidence: Fresh.dispatch), by: Fresh.clerk)
        let named = try registry.report(region: nil).headcount.named
        _ = try registry.redact("E1", by: Self.why)
        let report = try registry.report(region: nil)
        #expect(report.headcount.named == named)
        #expect(report.uncounted.map(\.words) == ["[redacted] in BARS-Kaliningrad"])
        #expect(try registry.enrollments().map(\.official?.id) == [nil, nil, RecordID(.official, 1)])
    }

    @Test func `reasons of other revisions stay, and those that go are told`() throws {
        let mine = NewGroup(who: "teachers of Omsk")
        let evidence = Evidence(source: "S1", quote: "unit")
        let told = Authorship(author: "clerk", reason: "Teachers of Omsk, the post says")
        _ = try registry.enroll(NewEnrollment(group: mine, unit: "U1", evidence: evidence), by: told)
        let other = Authorship(author: "clerk", reason: "a volunteer unit of teachers")
        _ = try registry.enroll(
            NewEnrollment(group: NewGroup(who: "nurses"), unit: "U1", evidence: Fresh.dispatch), by: other)
        let written = try registry.redact("E3", by: Self.why)
        #expect(written.reasons == [9])
        #expect(written.records.map(\.id) == [RecordID(.enrollment, 3)])
        let reasons = try registry.log().map(\.reason)
        #expect(reasons.prefix(3) == ["order 7", "a volunteer unit of teachers", "[redacted]"])
        #expect(reasons.dropFirst(3).allSatisfy { $0 == "test" })
    }

    @Test func `a declined surname in a reason is found, a word inside another is not`() throws {
        for reason in ["after Novikova's word", "a novikovite", "the Unnovikov case"] {
            _ = try registry.edit(
                Edit(record: "U1", values: ["ordinal": "\(reason.count)"], inferred: "seen on site"),
                by: Authorship(author: "clerk", reason: reason))
        }
        #expect(try registry.redact("O1", by: Self.why).reasons == [9, 10])
    }

    @Test func `a surname that two officials have does not speak of one alone`() throws {
        let post = NewPost(title: "Mayor", region: "RU-KRS")
        _ = try registry.add(
            NewOfficial(name: "Ivan Novikov", post: post, evidence: Fresh.dispatch),
            by: Authorship(author: "clerk", reason: "another Novikov"))
        let written = try registry.redact("O1", by: Self.why)
        #expect(written.reasons == [])
        #expect(try registry.show("O2").title == "Ivan Novikov")
        #expect(written.records.map(\.id) == [RecordID(.official, 1)])
    }

    @Test func `a reason alone is redacted by its revision's number`() throws {
        _ = try registry.edit(
            Edit(record: "U1", values: ["ordinal": "5"], inferred: "seen on site"),
            by: Authorship(author: "clerk", reason: "проверить Новикова"))
        let written = try registry.redact("9", by: Self.why)
        #expect(written.reasons == [9])
        #expect(written.revision == 10)
        #expect(try !holds("Новикова"))
        #expect(try registry.redact("9", by: Self.why).revision == nil)
        #expect(throws: MusterError.self) { try registry.redact("99", by: Self.why) }
        _ = try registry.verify()
        #expect(try Checker.check(fresh.path).code == 0)
    }

    @Test func `the log of a record tells of its redaction`() throws {
        _ = try registry.redact("O1", by: Self.why)
        let last = try #require(try registry.log(of: "O1", limit: 1).first)
        #expect(last.reason == "order 7")
        #expect(last.what.hasPrefix("redacted 2 earlier versions"), "\(last.what)")
        #expect(try registry.log(of: "P1", limit: 1).first?.what.hasPrefix("redacted ") == true)
        #expect(try registry.log(of: "U2", limit: 1).first?.revision == 5)
    }
}
