import MusterValues
import Testing

@testable import MusterCore
@testable import muster

/// Free texts that differ are shown side by side and told to the clerk, and are a dispute only if somebody says so.
final class OtherWordingTests {
    private let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        for title in ["Paper", "Channel"] { _ = try registry.add(NewSource(kind: .ngo, title: title), by: Fresh.clerk) }
    }

    @discardableResult
    private func cite(
        _ field: String, _ words: String, in source: RecordReference, _ stance: Stance? = nil,
        of record: RecordReference = "G1"
    ) throws -> WriteResult {
        let new = NewCitation(
            record: record, field: field, evidence: Evidence(source: source, stated: words), stance: stance)
        return try registry.cite(new, by: Fresh.clerk)
    }

    private func told(_ result: WriteResult) -> [String]? {
        for record in result.records {
            if case .toldDifferently(let others) = record.change { return others }
        }
        return nil
    }

    private func disputed() throws -> [FieldName?] {
        try registry.disputes().filter { $0.kind == .values }.map(\.field)
    }

    private func shown(_ record: RecordReference = "G1") throws -> String {
        try registry.show(record).text(for: Terminal(width: nil, isColoured: false))
    }

    @Test func `two texts are told to the clerk and shown with their sources, and are no dispute`() throws {
        #expect(try told(cite("participation", "voluntary", in: "S1")) == nil)
        #expect(try told(cite("participation", "mandatory", in: "S2")) == ["S1 Dispatch (voluntary)"])
        #expect(try told(cite("participation", "Voluntary", in: "S3")) == ["S2 Paper (mandatory)"])
        #expect(try disputed().isEmpty)
        let text = try shown()
        #expect(text.contains("participation: nothing concluded (told in 2 ways)"))
        #expect(text.contains("voluntary — S1 [") && text.contains("mandatory — S2 ["))
    }

    @Test func `beside the text on record another one is called that`() throws {
        try cite("participation", "voluntary", in: "S1")
        _ = try registry.edit(Edit(record: "G1", values: ["participation": "voluntary"]), by: Fresh.clerk)
        try cite("participation", "by call-up", in: "S2")
        try cite("participation", "voluntary", in: "S3")
        let text = try shown()
        #expect(text.contains("participation: voluntary (told in 2 ways; 2 independent origins)"))
        #expect(text.contains("  in other words: by call-up — S2 ["))
        #expect(text.contains("  voluntary — S3 ["))
        #expect(try disputed().isEmpty)
    }

    @Test func `a text that is cited against another is a dispute, and told as that alone`() throws {
        try cite("participation", "voluntary", in: "S1")
        let result = try cite("participation", "mandatory", in: "S2", .disputes)
        #expect(told(result) == nil)
        #expect(try disputed() == [.participation])
        #expect(try shown().contains("participation: nothing concluded (in dispute)"))
    }

    @Test func `a title, the words for a group and an expansion have many spellings, and values are compared`() throws {
        #expect(try told(cite("title", "Губернатор", in: "S2", of: "P1")) == nil)
        #expect(try told(cite("group", "the government's members", in: "S2", of: "E2")) == nil)
        for words in ["Combat Reserve", "Combat Army Reserve"] {
            #expect(try told(cite("expansion", words, in: "S2")) == nil)
        }
        #expect(try told(cite("region", "RU-KRS", in: "S2", of: "U1")) == nil)
        #expect(try !shown("P1").contains("told in"))
    }
}
