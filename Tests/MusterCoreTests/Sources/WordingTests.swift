import MusterValues
import Testing

@testable import MusterCore

/// What a clerk says of a source's words is cited where it belongs, and what the source was not heard to say is marked.
final class WordingTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        _ = try registry.add(NewSource(kind: .other, title: "Second"), by: Fresh.clerk)
    }

    /// The citations of a record and of its events by field: the stated value, "not quoted", the speaker and the quote.
    private func cited(_ id: RecordID) throws -> [String: [String]] {
        let dossier = try registry.show(RecordReference(id))
        let fields = dossier.fields + dossier.events.flatMap(\.fields)
        return Dictionary(
            grouping: fields.flatMap { field in field.notRejected.map { (field.field.rawValue, $0) } }, by: \.0
        )
        .mapValues { all in
            all.map { _, one in
                [one.stated, one.wording?.words, one.speaker, one.quote].compactMap(\.self).joined(separator: " | ")
            }
        }
    }

    private var said: Evidence {
        Evidence(
            source: "S1", locator: "paragraph 9", stated: "took a medical leave",
            quote: "the minister took a medical leave",
            speaker: "the spokesman", speech: .reported)
    }

    @Test func `a record that is named by its id is not quoted, and a name that is typed is`() throws {
        let byID = NewEnrollment(official: "O1", unit: "U2", evidence: Evidence(source: "S1"))
        let first = try registry.enroll(byID, by: Fresh.clerk).records.first { $0.id.kind == .enrollment }?.id
        let own = try cited(try #require(first))
        #expect(own["official"] == ["Dmitry Novikov | not quoted"])
        #expect(own["unit"] == ["BARS-Kursk | not quoted"])
        // Nobody typed a state.
        #expect(own["value"] == ["joined | not quoted"])
        let byName = NewEnrollment(
            official: "D. Novikov", post: nil, unit: "bars-kursk", state: .left,
            evidence: Evidence(source: "S1"))
        #expect(throws: MusterError.self) { try self.registry.enroll(byName, by: Fresh.clerk) }
        var post = NewPost(title: "Minister", region: "RU-KRS")
        post.body = "the government"
        let new = NewEnrollment(
            official: "Анна Инова", post: post, unit: "BARS-Kursk", state: .serving, evidence: Evidence(source: "S1"))
        let added = try registry.enroll(new, by: Fresh.clerk).records
        let enrollment = try cited(try #require(added.first { $0.id.kind == .enrollment }?.id))
        #expect(enrollment["official"] == ["Анна Инова"] && enrollment["value"] == ["serving"])
        #expect(
            try cited(try #require(added.first { $0.id.kind == .post }?.id))["region"] == ["Kursk Oblast | not quoted"])
    }

    @Test func `what is said of a tenure is not cited on the name, the title and the region`() throws {
        var post = NewPost(title: "Minister of health", region: "RU-KRS", tenure: .onLeave)
        post.tenureWord = "on leave"
        let added = try registry.add(NewOfficial(name: "Anna Inova", post: post, evidence: said), by: Fresh.clerk)
            .records
        let own = try cited(try #require(added.first { $0.id.kind == .post }?.id))
        #expect(own["title"] == ["Minister of health"])
        #expect(own["region"] == ["Kursk Oblast | not quoted"])
        #expect(own["value"] == ["took a medical leave | the spokesman | the minister took a medical leave"])
        #expect(try cited(try #require(added.first { $0.id.kind == .official }?.id))["name"] == ["Anna Inova"])
    }

    @Test func `a stated value goes to the field that it means, and a quote where its words are`() throws {
        var unit = NewUnit(
            designation: "BARS-Tula", region: "RU-TUL",
            evidence: Evidence(source: "S1", stated: "отряд", quote: "в BARS-Tula формируется отряд"))
        (unit.form, unit.status) = (.detachment, .forming)
        let id = try #require(try registry.add(unit, by: Fresh.clerk).records.first?.id)
        let own = try cited(id)
        #expect(own["name"] == ["BARS-Tula | в BARS-Tula формируется отряд"])
        #expect(own["region"] == ["Tula Oblast | not quoted"])
        #expect(
            Set(own["value"] ?? []) == [
                "отряд | в BARS-Tula формируется отряд", "forming | в BARS-Tula формируется отряд",
            ])
        unit.designation = "BARS-Tula-2"
        unit.isNew = true
        unit.evidence.stated = "БАРС-Тула-2"
        let second = try cited(try #require(try registry.add(unit, by: Fresh.clerk).records.first?.id))
        #expect(second["name"] == ["БАРС-Тула-2"])
    }

    @Test func `of several fields that are cited at once a quote stands where it has the words`() throws {
        func new(_ field: String, _ stated: String, _ quote: String) -> NewCitation {
            NewCitation(
                record: "E1", field: field, evidence: Evidence(source: "S2", stated: stated, quote: quote))
        }
        let quote = "a volunteer for six months"
        let written = try registry.cite(
            [new("contract", "volunteer", quote), new("unit", "U1", quote)], by: Fresh.clerk)
        let own = try cited(RecordID(.enrollment, 1))
        #expect(own["contract"]?.last == "volunteer | a volunteer for six months")
        #expect(own["unit"]?.last == "BARS-Kaliningrad | not quoted")
        #expect(written.records.count == 2)
        try fresh.expectRefusal(
            nil, "'on leave' has the words of none of these fields; cite the field that it is about by itself", exit: 69
        ) { _ in
            try self.registry.cite(
                [new("contract", "volunteer", "on leave"), new("unit", "U1", "on leave")], by: Fresh.clerk)
        }
    }

    @Test func `a new wording of a citation is the source's`() throws {
        let citation = try #require(
            try registry.corroborate("U1", evidence: Evidence(source: "S2"), by: Fresh.clerk).records.first?.id)
        let not = try registry.show(RecordReference(citation)).fields.first { $0.field == .wording }?.value?.words
        #expect(not == "not quoted")
        let edit = Edit(record: RecordReference(citation), values: ["stated": "БАРС-Калининград"])
        _ = try registry.edit(edit, by: Fresh.clerk)
        #expect(try registry.show(RecordReference(citation)).fields.contains { $0.field == .wording } == false)
        #expect(try registry.verify().head != nil)
    }

    @Test func `form, status and strength have each their date, and a date of nothing is refused`() throws {
        var unit = NewUnit(designation: "BARS-Tula", region: "RU-TUL", evidence: Evidence(source: "S1"))
        (unit.form, unit.status, unit.strength) = (.battalion, .forming, try Strength(typed: "300..500"))
        (unit.date, unit.strengthDate) = ("2025-03", "2025-05-01")
        let id = try #require(try registry.add(unit, by: Fresh.clerk).records.first?.id)
        let events = try registry.show(RecordReference(id)).events.map { "\($0.value.words), \($0.date?.edtf ?? "")" }
        #expect(Set(events) == ["battalion, 2025-03", "forming, 2025-03", "strength 300 to 500, 2025-05-01"])
        var undated = NewUnit(designation: "BARS-Orel", region: "RU-PSK", evidence: Evidence(source: "S1"))
        undated.date = "2025"
        try fresh.expectRefusal(nil, "what came about on that date is missing; give --status too", exit: 65) {
            [undated] _ in
            try self.registry.add(undated, by: Fresh.clerk)
        }
        (undated.date, undated.formDate) = (nil, "2025")
        try fresh.expectRefusal(nil, "the form that has that date is missing; give --form too", exit: 65) {
            [undated] _ in
            try self.registry.add(undated, by: Fresh.clerk)
        }
    }
}
