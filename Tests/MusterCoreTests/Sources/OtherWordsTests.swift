import MusterValues
import Testing

@testable import MusterCore

/// A source that says something else is no second voice for what is on record.
final class OtherWordsTests {
    private let fresh: Fresh
    private var registry: Registry { fresh.registry }
    private let other = Evidence(source: "Another Paper")

    init() throws {
        fresh = try Fresh(.populated)
        _ = try registry.add(NewSource(kind: .nationalMedia, title: "Another Paper"), by: Fresh.clerk)
    }

    private func cite(_ record: RecordReference, _ field: String, _ words: String) throws -> WriteResult {
        var said = other
        said.stated = words
        return try registry.cite(NewCitation(record: record, field: field, evidence: said), by: Fresh.clerk)
    }

    private func origins(_ record: RecordReference, _ field: FieldName) throws -> Int? {
        try registry.show(record).fields.first { $0.field == field }?.origins
    }

    @Test(arguments: [("U1", "region", "Narnia"), ("E1", "unit", "Akhmat"), ("E1", "official", "Bob Gray")])
    func `words that name no record are no second source of the one on record, and that is told`(
        record: String, field: String, words: String
    ) throws {
        let reference = RecordReference(record)
        let name = try #require(FieldName(word: field))
        #expect(try origins(reference, name) == 1)
        let result = try cite(reference, field, words)
        #expect(result.records.contains { if case .namesNone = $0.change { true } else { false } })
        #expect(try origins(reference, name) == 1)
    }

    @Test func `another wording of a free text is no second voice for it, and the same one is`() throws {
        #expect(try origins("P1", .title) == 1)
        _ = try cite("P1", "title", "Chief of something else")
        #expect(try origins("P1", .title) == 1)
        let title = try #require(try registry.officials().first { $0.id == RecordID(.official, 1) }?.posts.first?.title)
        _ = try cite("P1", "title", title)
        #expect(try origins("P1", .title) == 2)
    }

    @Test func `who denies an event is no evidence of it, and may report the denial`() throws {
        var denied = other
        (denied.speech, denied.speaker) = (.denied, "Bob")
        var new = NewEnrollment(official: "O1", unit: "U2", evidence: denied)
        (new.official, new.group) = (nil, NewGroup(who: "five mayors"))
        let error = #expect(throws: MusterError.self) { try registry.enroll(new, by: Fresh.clerk) }
        #expect(error?.said.contains("a source that denies 'joined' is no evidence of it") == true)
        new.state = .denied
        #expect(try registry.enroll(new, by: Fresh.clerk).revision != nil)
        let event = NewEvent(record: "U1", state: "regiment", evidence: [denied])
        #expect(throws: MusterError.self) { try registry.add(event, by: Fresh.clerk) }
        var unit = NewUnit(designation: "Sea Unit", region: "RU-MUR", evidence: denied)
        unit.status = .operational
        #expect(throws: MusterError.self) { try registry.add(unit, by: Fresh.clerk) }
    }

    @Test func `a field that the record cannot have is not cited on it`() throws {
        for (record, field) in [("E1", "group"), ("E1", "group size"), ("E1", "level"), ("V1", "other unit")] {
            #expect(throws: MusterError.self, "\(record) \(field)") { try cite(RecordReference(record), field, "5") }
        }
    }

    @Test func `an edit to another value has a citation of its own, in the same words of the same place`() throws {
        var said = other
        said.stated = "the exclave"
        for region in ["RU-KGD", "RU-MUR"] {
            _ = try registry.edit(Edit(record: "U2", values: ["region": region], evidence: said), by: Fresh.clerk)
        }
        let field = try #require(try registry.show("U2").fields.first { $0.field == .region })
        #expect(field.supporting.filter { $0.stated == "the exclave" }.count == 1)
    }

    @Test func `an edit cites the same place of a source once, and a source of tomorrow is noted`() throws {
        let edit = Edit(record: "U1", values: ["role": "guards"], evidence: other)
        #expect(try registry.edit(edit, by: Fresh.clerk).revision != nil)
        #expect(try registry.edit(edit, by: Fresh.clerk).revision == nil)
        var source = NewSource(kind: .other, title: "Mistyped")
        source.published = "2052-05-31"
        let result = try registry.add(source, by: Fresh.clerk)
        #expect(result.records.contains { $0.change == .isPublishedAhead })
    }

    @Test func `a programme has the units inside of its units, as every listing counts them`() throws {
        var unit = NewUnit(designation: "First company", region: "RU-KGD", evidence: other)
        unit.partOf = "U1"
        _ = try registry.add(unit, by: Fresh.clerk)
        var filter = Filter()
        filter.programme = "BARS"
        let units = try registry.units(filter).count
        #expect(try registry.programmes().first { $0.name == "BARS" }?.unitsOnRecord == units && units > 1)
    }
}
