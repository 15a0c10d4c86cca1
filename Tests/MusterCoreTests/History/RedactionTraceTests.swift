import MusterValues
import Testing

@testable import MusterCore

/// What is left of a redacted name is looked for in every spelling, and only listed.
final class RedactionTraceTests {
    let fresh: Fresh
    var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    private func add(_ name: String) throws {
        let new = NewOfficial(name: name, post: NewPost(title: "Mayor"), isNew: true, evidence: Fresh.dispatch)
        _ = try registry.add(new, by: Fresh.clerk)
    }

    private func addSource(_ title: String, note: String? = nil, reason: String = "seen") throws {
        var source = NewSource(kind: .regionalMedia, title: title)
        source.note = note
        _ = try registry.add(source, by: Authorship(author: "clerk", reason: reason))
    }

    /// The records that may still hold what a redaction of O2 took away, and the revisions whose reason does or did.
    private func left() throws -> [String] {
        let written = try registry.redact("O2", by: RedactionReachTests.why)
        let records = written.records.compactMap { entry in
            if case .stillHolds(let places) = entry.change {
                "\(entry.id) \(places.joined(separator: " "))"
            } else {
                nil
            }
        }
        return records + (written.reasons + written.heldReasons).map { "revision \($0)" }
    }

    @Test(arguments: [
        "Zinovy Khruptsevich joins BARS", "What Khruptsevich said", "Рассказал Хрупцевичу", "Письмо Зиновия Хрупцевича",
        "KHRUPTSEVICH, Zinovii", "Chrupzewitsch spricht", "Z. Khruptsevich",
    ])
    func `a title, a note, a quote, a value and a reason that hold it in another spelling are listed`(text: String)
        throws
    {
        try add("Зиновий Хрупцевич")
        try addSource(text)
        try addSource("Another", note: "note: \(text)", reason: "as of \(text)")
        let evidence = Evidence(source: "S1", stated: "said so", quote: "quote: \(text)")
        _ = try registry.cite(NewCitation(record: "U2", field: "role", evidence: evidence), by: Fresh.clerk)
        let group = NewGroup(who: "friends of \(text)")
        _ = try registry.enroll(NewEnrollment(group: group, unit: "U2", evidence: Fresh.dispatch), by: Fresh.clerk)
        let left = try left()
        #expect(Set(left).isSuperset(of: ["S2 title", "S3 note", "E3 group", "revision 11"]), "\(left)")
        #expect(left.contains { $0.hasPrefix("C") && $0.hasSuffix(" quote") }, "\(left)")
        #expect(try registry.show("S2").title == text)
        _ = try registry.verify()
    }

    @Test(arguments: ["Zinovy said so", "Хрупцевский край", "An order of 7 May", "Крупцевич", "Khrupov"])
    func `another name is not listed`(text: String) throws {
        try add("Зиновий Хрупцевич")
        try add("Зиновий Рогов")
        try addSource(text, reason: text)
        let left = try left()
        #expect(left == [])
    }

    @Test func `a surname of two people is no trace of one of them without the given name`() throws {
        try add("Иван Хрупцевич")
        try add("Пётр Хрупцевич")
        try add("Иван Кедров")
        try addSource("Khruptsevich left")
        try addSource("Ivan Khruptsevich left")
        try addSource("Petr Khruptsevich left, and so did later Ivan Rogov")
        let left = try left()
        #expect(left == ["S3 title"])
    }

    @Test func `the reason of a redaction may not hold the name in another spelling`() throws {
        try add("Зиновий Хрупцевич")
        let why = Authorship(author: "clerk", reason: "as Khruptsevich asked")
        let error = #expect(throws: MusterError.self) { try registry.redact("O2", by: why) }
        #expect(error?.said.contains("it holds a name that is redacted") == true)
    }

    @Test func `a unit's name is found in the other script, and no other unit's`() throws {
        try addSource("БАРС-Калининград выехал")
        try addSource("БАРС-Курск выехал")
        let written = try registry.redact("U1", by: RedactionReachTests.why)
        let held = written.records.filter { if case .stillHolds = $0.change { true } else { false } }.map(
            \.id.description)
        #expect(held.contains("S2"))
        #expect(!held.contains("S3"))
    }

    @Test func `a look that holds it is listed by its revision`() throws {
        try add("Зиновий Хрупцевич")
        var look = NewLook(region: "RU-KGD", date: "2025-06-01", place: "papers")
        look.found = "a letter of Khruptsevich"
        let revision = try registry.add(look, by: Fresh.clerk).revision
        #expect(try left() == ["revision \(revision!)"])
    }
}
