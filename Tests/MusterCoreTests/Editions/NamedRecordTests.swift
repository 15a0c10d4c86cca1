import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// A record that an edition lists goes by its own name.
final class NamedRecordTests {
    private let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws { fresh = try Fresh(.populated) }

    @Test func `a source goes by its title, and not by a name that it gave`() throws {
        let source = try registry.add(NewSource(kind: .other, title: "Notes"), by: Fresh.clerk).records[0].id
        let evidence = Evidence(source: RecordReference(source))
        _ = try registry.add(NewUnit(designation: "Sea Unit", region: "RU-MUR", evidence: evidence), by: Fresh.clerk)
        let lines = try registry.text(EditionRequest(.coverage)).split(separator: "\n").filter {
            $0.contains("no copy kept") || $0.contains("no copy is kept")
        }
        #expect(lines.contains { $0.contains("\(source)") && $0.contains("Notes") })
        #expect(!lines.contains { $0.contains("Sea Unit") })
        #expect(try registry.subjects(of: [source]).isEmpty == false)
        guard case .named("Notes", also: [])? = try registry.subjects(of: [source])[source] else {
            return #expect(Bool(false))
        }
    }

    @Test func `a post that only got a citation is named among what changed`() throws {
        let first = try registry.newestRevision()
        _ = try registry.cite(
            NewCitation(record: "P1", field: "title", evidence: Evidence(source: "S1", stated: "Chief")),
            by: Fresh.clerk)
        var request = EditionRequest(.changes)
        request.from = first
        let text = try registry.text(request)
        #expect(text.contains("Dmitry Novikov"))
        #expect(!text.contains("[[P1]"))
    }

    @Test func `a transfer is told in the language of the edition`() throws {
        _ = try registry.transfer(
            Transfer(official: "Dmitry Novikov", to: "BARS-Kursk", date: "2025-09", evidence: Evidence(source: "S1")),
            by: Fresh.clerk)
        #expect(try registry.text(EditionRequest(.official, of: "O1", in: .russian)).contains("перевод в BARS-Kursk"))
        #expect(try registry.text(EditionRequest(.official, of: "O1")).contains("transferred to BARS-Kursk"))
    }
}
