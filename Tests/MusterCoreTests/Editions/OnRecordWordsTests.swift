import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// The words of the figures claim no more than the register knows.
final class OnRecordWordsTests {
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    private let unconfirmed = "and joinings that were only announced or planned."

    @Test func `whoever is only announced or foretold is on record, and the figure says that there are such`() throws {
        #expect(try fresh.markdown().text.contains("\n- On record, ever: **at least 3** — By name: 1;"))
        #expect(try fresh.markdown().text.contains(unconfirmed))
        #expect(try fresh.markdown(nil).text.contains(unconfirmed))
        try fresh.happen("E1", "joined", "2025-06-01")
        #expect(try !fresh.markdown().text.contains(unconfirmed))
        #expect(try fresh.markdown().text.contains("Those who left since are among them.\n"))
        try fresh.foretell()
        #expect(try fresh.markdown("RU-KRS").text.contains(unconfirmed))
        let russian = try fresh.registry.text(EditionRequest(.region, of: "RU-KRS", in: .russian))
        #expect(russian.contains("Учтено за всё время") && russian.contains("только объявлены или запланированы"))
        #expect(russian.contains("\n## Кто учтён\n"))
    }

    @Test func `a national report says where the disputes about people stand`() throws {
        let told = "what is in dispute about people stands in the report of each region"
        #expect(try fresh.markdown(nil).text.contains(told))
        #expect(try !fresh.markdown().text.contains(told))
    }

    @Test func `what is planned is marked for programs, too`() throws {
        try fresh.foretell()
        let rows = try fresh.csv("RU-KGD", "timeline")
        #expect(rows.first { $0["what"] == "killed" }?["planned"] == "yes")
        #expect(rows.first { $0["what"] == "announced" }?["planned"] == "no")
    }

    @Test func `a death in another unit says in which one`() throws {
        let enrolled = try fresh.enroll("O1", in: "U2", .joined, on: "2025-06-01")
        try fresh.kill(RecordReference(enrolled), "2025-06-10")
        func state(_ region: RecordReference) throws -> String? {
            try fresh.markdown(region).rows("Who is on record").first { $0["Who"]?.hasPrefix("Dmitry") ?? false }?[
                "Last known state"]
        }
        #expect(try state("RU-KGD")?.hasPrefix("killed, in BARS-Kursk (\(enrolled))\n10 June 2025") == true)
        #expect(try state("RU-KRS")?.hasPrefix("killed\n10 June 2025") == true)
        let told = "Killed in a unit that this report is not of: 1."
        #expect(try fresh.markdown().text.contains(told))
        #expect(try !fresh.markdown("RU-KRS").text.contains(told))
    }

    @Test func `a timeline of nothing says so, and has no table`() throws {
        let text = try fresh.registry.text(EditionRequest(.timeline, of: "RU-TUL"))
        #expect(text.contains("\n## Timeline\n\nNothing is on record as having happened.\n"))
        #expect(!text.contains("|"))
    }

    @Test(arguments: [Language.english, .russian], ["БАРС-Калуга", "BARS-Kaluga"])
    func `a report on a past day has the name of the day`(language: Language, name: String) throws {
        var source = NewSource(kind: .other, title: "Early")
        source.published = "2025-01-10"
        _ = try fresh.registry.add(source, by: Fresh.clerk)
        let early = Evidence(source: "S2")
        _ = try fresh.registry.add(NewUnit(designation: name, region: "RU-TUL", evidence: early), by: Fresh.clerk)
        try fresh.enroll("Petr Two", in: "U3", .joined, on: "2025-01-05", by: early)
        let later = name == "BARS-Kaluga" ? "BARS-Obereg" : "БАРС-Оберег"
        var edit = Edit(record: "U3", values: ["name": later], evidence: Fresh.dispatch)
        edit.held = "2025-05-01/.."
        _ = try fresh.registry.edit(edit, by: Fresh.clerk)
        let then = try fresh.registry.text(
            EditionRequest(.unit, of: "U3", on: Day("2025-03-01"), in: language))
        #expect(then.hasPrefix("# \(name) U3\n"))
        #expect(then.contains("\n### <a id=\"U3\"></a>\(name) (U3)"))
        #expect(try fresh.registry.text(EditionRequest(.unit, of: "U3", in: language)).hasPrefix("# \(later) U3\n"))
    }
}
