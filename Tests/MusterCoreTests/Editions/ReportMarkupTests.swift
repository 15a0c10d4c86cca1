import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// Text written by a source or a clerk never becomes markup in the report.
final class ReportMarkupTests {
    static let nasty = "<img src=x> [a](b) | *b* _c_ `d` # &amp; \\| e"

    let fresh: Fresh

    /// Fills every text that a report prints with markup.
    private init(_ text: String) throws {
        fresh = try Fresh()
        let registry = fresh.registry
        var source = NewSource(kind: .other, title: "T \(text)")
        source.publisher = "P \(text)"
        source.url = "https://example.org/?a=1&b=\(text)"
        _ = try registry.add(source, by: Fresh.clerk)
        let evidence = Evidence(source: "S2", locator: "L \(text)", speaker: "S \(text)", speech: .reported)
        _ = try registry.add(NewProgramme(name: "G \(text)", evidence: evidence), by: Fresh.clerk)
        var unit = NewUnit(designation: "U \(text)", region: "RU-KGD", programme: "G1", evidence: evidence)
        unit.ordinal = 5
        _ = try registry.add(unit, by: Fresh.clerk)
        for name: RecordReference in ["N \(text)", "M \(text)"] {
            let new = NewEnrollment(
                official: name, post: NewPost(title: "F \(text)", region: "RU-KGD"), unit: "U1", evidence: evidence)
            _ = try registry.enroll(new, by: Fresh.clerk)
        }
        let group = NewGroup(who: "W \(text)")
        _ = try registry.enroll(NewEnrollment(group: group, unit: "U1", evidence: evidence), by: Fresh.clerk)
        let left = NewEvent(record: "P1", state: "left", cause: "C \(text)", evidence: [evidence])
        _ = try registry.add(left, by: Fresh.clerk)
        try fresh.judge("E2", "rejected", "R \(text)")
        try fresh.judge("P2", "disputed", "D \(text)")
        try fresh.judge("V1", "disputed", "V \(text)")
        try fresh.cite("U1", "name", "X \(text)", .disputes, in: "S2", "L \(text)", "S \(text)")
    }

    convenience init() throws { try self.init(Self.nasty) }

    /// The lines with unescaped markup.
    private func marked(_ markdown: MarkdownReport) -> [String] {
        markdown.lines.filter { line in
            let rest = MarkdownReport.markup(in: line)
            let bars = line.hasPrefix("|") ? rest.unicodeScalars.filter { $0 != "|" } : Array(rest.unicodeScalars)
            return bars.contains { "\\|*_`[]<>#&".unicodeScalars.contains($0) }
        }
    }

    @Test(arguments: ["RU-KGD", nil], [nil, "2025-06-01"])
    func `no markup survives in any line`(region: RecordReference?, day: String?) throws {
        let markdown = try fresh.markdown(region, on: day)
        #expect(marked(markdown) == [])
        let sections = ["Units", "In dispute", "Claimed order", "Sources", "What is missing"]
        let ofRegion =
            [day == nil ? "Who is on record" : "Who was in a unit on the day", "Other facts"]
            + ["On record, not counted", "Posts and what became of them"]
        for section in region == nil ? sections : sections + ofRegion {
            #expect(markdown[section].contains { $0.contains("\\<img src=x\\>") }, "\(section)")
        }
    }

    @Test func `every row of a table has as many cells as its header, and each reads as it was written`() throws {
        let markdown = try fresh.markdown()
        var width = 0
        for line in markdown.lines {
            let cells = line.hasPrefix("|") ? MarkdownReport.cells(line).count : 0
            if width > 0, cells > 0 { #expect(cells == width, "\(line)") }
            width = cells
        }
        let text = Self.nasty
        #expect(try fresh.markdown(nil).rows("Units").map { $0["Unit"] } == ["U \(text)\nname in dispute"])
        #expect(markdown.table("Units", of: "U1").contains { $0.hasPrefix("programme: G \(text) G1 |") })
        #expect(
            markdown.rows("Who is on record").map { $0["Who"] } == [
                "N \(text)\nF \(text)", "W \(text)\nunnamed group",
            ])
        let said = "S \(text), hearsay, P \(text) S2 L \(text)"
        #expect(markdown.rows("Who is on record").map { $0["By whose word"] } == [said, said])
        let posts = markdown.rows("Posts and what became of them")
        #expect(posts.contains { $0["Who"]?.hasSuffix("; disputed, D \(text)") == true })
        #expect(posts.contains { $0["What"] == "left\ncause: C \(text)" })
        #expect(
            markdown.rows("On record, not counted").map { $0["Why"] } == ["rejected\nR \(text)"])
        #expect(markdown.sources["S2"]?["Title and address"]?.hasPrefix("T \(text)\nother; https://") == true)
        #expect(markdown.sources["S2"]?["Publisher"] == "P \(text)")
    }

    @Test func `a line break that got into the file is a space`() throws {
        try fresh.run("UPDATE enrollment SET standing_note = 'a' || char(10) || '# b', revision = $R WHERE id = 2")
        #expect(try fresh.markdown().rows("On record, not counted").map { $0["Why"] } == ["rejected\na # b"])
    }

    /// Danger: a combining mark after a markup character makes one Character of both, but CommonMark still sees the
    /// markup.
    @Test func `markup under a combining mark is markup all the same`() throws {
        let other = try ReportMarkupTests("|\u{301} <\u{301}b> *\u{301}c*\u{301}")
        let marked = try other.marked(other.fresh.markdown())
        #expect(marked == [])
    }
}
