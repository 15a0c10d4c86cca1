import Foundation
import GRDB
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// The texts that a redaction removes from the file, and those it leaves.
final class RedactionTests {
    /// A word that is in every text to be redacted and nowhere else.
    static let mark = "Qzxjvk"
    static let why = Authorship(author: "clerk", reason: "court order 12")

    let fresh: Fresh
    var registry: Registry { fresh.registry }
    let words: Evidence
    var marked = Authorship(author: "clerk")

    init() throws {
        fresh = try Fresh(.populated)
        words = Evidence(
            source: "S1", locator: "\(Self.mark) 1", stated: "\(Self.mark) 2", quote: "\(Self.mark) 3",
            speaker: "\(Self.mark) 4")
    }

    /// The files of the registry, including its log, that contain the word in its own or in lower case.
    private func files(with word: String = mark) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: fresh.folder.path).filter { name in
            let bytes = try Data(contentsOf: fresh.folder.appending(path: name))
            return [word, word.lowercased()].contains { bytes.range(of: Data($0.utf8)) != nil }
        }
    }

    static let kinds = ["source", "programme", "unit", "official", "post", "enrollment", "event", "citation"]

    @Test(arguments: kinds)
    func `not a byte of a redacted record is left, and the history verifies`(kind: String) throws {
        let record = try write(kind)
        #expect(try !files().isEmpty)
        let newest = try registry.newestRevision()
        let people = try registry.report(region: nil).headcount.words
        _ = try registry.redact(record, by: Self.why)
        #expect(try files() == [])
        #expect(try registry.newestRevision() == newest + 1)

        let proof = try registry.verify()
        #expect(proof.redacted > 0)
        #expect(try Checker.check(fresh.path).code == 0)
        #expect(try Registry.checkUp(at: fresh.path).isFine)
        let last = try #require(try registry.log(limit: 1).first)
        #expect(last.author == "clerk")
        #expect(last.reason == "court order 12")
        #expect(last.what.hasPrefix("redacted "))
        #expect(try registry.log().contains { $0.reason == "[redacted]" })
        // Only a redacted enrollment or event changes the counts: it is in none afterwards.
        if !["event", "enrollment"].contains(kind) {
            #expect(try registry.report(region: nil).headcount.words == people)
        }

        for revision in 1...newest + 1 {
            let past = try registry.known(at: .revision(revision))
            _ = try past.text(of: nil, as: .json)
            _ = try past.officials()
            if revision > newest - 1 { #expect(try JSON.text(past.show(record)).contains("[redacted")) }
        }
    }

    @Test(arguments: kinds)
    func `a record that was undone is redacted by its short id`(kind: String) throws {
        let first = try registry.newestRevision() + 1
        let record = try write(kind)
        for revision in (first...(try registry.newestRevision())).reversed() {
            _ = try registry.revert(revision, by: Fresh.clerk)
        }
        #expect(throws: MusterError.self) { try self.registry.show(record) }
        _ = try registry.redact(record, by: Self.why)
        #expect(try files() == [])
        #expect(try registry.verify().redacted > 0)
        #expect(try Checker.check(fresh.path).code == 0)
        for revision in 1..<(try registry.newestRevision()) {
            _ = try registry.known(at: .revision(revision)).text(of: "RU-KGD", as: .md)
        }
    }

    @Test func `the log holds nothing of it while another program reads`() throws {
        let record = try write("official")
        let reader = try Registry(at: fresh.path, for: .reading)
        #expect(try reader.officials().count == 2)
        _ = try registry.redact(record, by: Self.why)
        #expect(try files() == [])
        #expect(try reader.officials().map(\.name).contains("[redacted O2]"))
    }

    @Test func `an official's redaction names where the name still stands`() throws {
        let record = try write("official")
        let elsewhere = Evidence(source: "S1", stated: "a guest", quote: "seen with \(Self.mark)")
        let cited = try registry.cite(NewCitation(record: "U1", field: "role", evidence: elsewhere), by: marked)
        let written = try registry.redact(record, by: Self.why)
        let citation = try #require(cited.records.first?.id)
        #expect(
            written.records.contains(
                WriteResult.Change(id: citation, change: .stillHolds(["quote"]))))
        #expect(try files() == ["registry.db"])
        _ = try registry.redact(RecordReference(citation), by: Self.why)
        #expect(try files() == [])
    }

    @Test func `again it changes nothing, and after an edit it takes what was written since`() throws {
        let record = try write("official")
        _ = try registry.redact(record, by: Self.why)
        let newest = try registry.newestRevision()
        #expect(try registry.redact(record, by: Self.why).revision == nil)
        #expect(try registry.newestRevision() == newest)
        _ = try registry.edit(
            Edit(record: "O2", values: ["standing": "disputed", "note": "\(Self.mark) again"]), by: Fresh.clerk)
        #expect(try !files().isEmpty)
        _ = try registry.redact(record, by: Self.why)
        #expect(try files() == [])
        _ = try registry.verify()
    }

    @Test func `an event that went with its enrollment can be redacted itself`() throws {
        _ = try registry.redact("E1", by: Self.why)
        #expect(try registry.show("E1").events.first?.value.words == "announced")
        _ = try registry.redact("V3", by: Self.why)
        #expect(try registry.show("V3").standing == .rejected)
        #expect(try !registry.known(at: .revision(8)).show("E1").events.contains { $0.value.words == "announced" })
        _ = try registry.verify()
        #expect(try Checker.check(fresh.path).code == 0)
    }

    @Test func `a redaction is refused for a region, without a reason, and with one that tells`() throws {
        _ = try write("official")
        try fresh.expectRefusal(
            .refused(rule: "a region is public reference data and is not redacted; redact what is cited on it"),
            "a region is public reference data and is not redacted; redact what is cited on it", exit: 69
        ) { try $0.redact("RU-KGD", by: Self.why) }
        try fresh.expectRefusal(
            .missing(what: "the reason of the redaction", fix: .giveAs(.reason, example: "without what is redacted")),
            "the reason of the redaction is missing; give --reason, without what is redacted", exit: 65
        ) { try $0.redact("O2", by: Authorship(author: "clerk")) }
        let telling = "\(Self.mark.lowercased()) asked"
        try fresh.expectRefusal(
            .badValue(
                field: "reason", value: telling,
                rule: "it holds '\(Self.mark)', which is redacted; give one that does not"),
            "reason '\(telling)' is refused: it holds '\(Self.mark)', which is redacted; give one that does not",
            exit: 65
        ) { try $0.redact("O2", by: Authorship(author: "clerk", reason: telling)) }
        #expect(throws: MusterError.self) { try registry.redact("O9", by: Self.why) }
    }

    @Test func `nothing more is told of a redacted record, and what only leads to it is still recorded`() throws {
        _ = try registry.redact("O1", by: Self.why)
        let rule = "O1 was redacted, and nothing more is told of it"
        let message = "\(rule); add another record if somebody else is meant"
        let refusal = MusterError.refused(rule: rule, fix: "add another record if somebody else is meant")
        let named = Evidence(source: "S1", stated: "Dmitry Again")
        try fresh.expectRefusal(refusal, message, exit: 69) {
            try $0.cite(NewCitation(record: "O1", field: "name", evidence: named), by: Fresh.clerk)
        }
        try fresh.expectRefusal(refusal, message, exit: 69) {
            try $0.edit(Edit(record: "O1", values: ["name": "Dmitry Again"], evidence: Fresh.dispatch), by: Fresh.clerk)
        }
        try fresh.expectRefusal(refusal, message, exit: 69) {
            try $0.enroll(NewEnrollment(official: "O1", unit: "U2", evidence: Fresh.dispatch), by: Fresh.clerk)
        }
        try fresh.expectRefusal(refusal, message, exit: 69) {
            try $0.add(
                NewPostOfOfficial(official: "O1", post: NewPost(title: "Mayor"), evidence: Fresh.dispatch),
                by: Fresh.clerk)
        }
        _ = try registry.edit(
            Edit(record: "O1", values: ["standing": "rejected", "note": "as ordered"]), by: Fresh.clerk)
        _ = try registry.add(NewEvent(record: "E1", state: "left", evidence: [Fresh.dispatch]), by: Fresh.clerk)
    }

    @Test func `a redaction is not undone`() throws {
        let record = try write("official")
        let newest = try registry.newestRevision()
        _ = try registry.redact(record, by: Self.why)
        try fresh.expectRefusal(
            .cannotUndo(revision: newest + 1, because: ["it is a redaction, whose content is gone"]),
            "revision \(newest + 1) cannot be undone alone: it is a redaction, whose content is gone; nothing was changed",
            exit: 69
        ) { try $0.revert(newest + 1, by: Fresh.clerk) }
        #expect(throws: MusterError.self) { try registry.revert(newest - 1, by: Fresh.clerk) }
    }
}
