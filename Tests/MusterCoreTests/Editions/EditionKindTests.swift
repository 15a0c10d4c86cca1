import Foundation
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// The editions of a unit, of an official, of a timeline and of what the register lacks.
final class EditionKindTests {
    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        try fresh.addScene()
    }

    private func markdown(
        _ kind: EditionKind, of record: RecordReference? = nil, on day: String? = nil
    ) throws -> MarkdownReport {
        MarkdownReport(try registry.text(EditionRequest(kind, of: record, on: day.flatMap { Day($0) })))
    }

    private func sections(_ markdown: MarkdownReport) -> [String] {
        markdown.lines.filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
    }

    // MARK: A unit

    @Test func `a unit's edition has the unit, its people with their posts, and nothing of another unit`() throws {
        let markdown = try markdown(.unit, of: "BARS-Kursk")
        #expect(markdown.lines.first == "# BARS-Kursk U2")
        #expect(
            sections(markdown) == [
                "Unit", "By last known state", "Who is on record", "Posts and what became of them", "Other facts",
                "What is missing",
                "Sources",
            ])
        #expect(markdown.heads("Unit") == ["BARS-Kursk (U2)"])
        #expect(
            markdown.rows("Who is on record").map { $0["Who"] } == [
                "Dmitry Novikov\nGovernor, Kaliningrad Oblast; Mayor", "heads of municipalities\nunnamed group",
            ])
        #expect(markdown.rows("Who is on record").map { $0["People"] } == ["1", "3 to 7"])
        // The head of the one unit is the head of the page.
        #expect(markdown.heads("Who is on record") == [])
        #expect(!markdown.text.contains("Petrov") && !markdown.text.contains("BARS-Kaliningrad"))
    }

    @Test func `a unit's edition has what happened in a unit inside of it`() throws {
        var part = NewUnit(designation: "1st company", region: "RU-KRS", evidence: Fresh.dispatch)
        (part.kind, part.partOf) = (.subunit, "U2")
        _ = try registry.add(part, by: Fresh.clerk)
        try fresh.enroll("Boris Company", in: "U3", .serving, on: "2025-05-01")
        let markdown = try markdown(.unit, of: "U2")
        #expect(markdown.heads("Units") == ["BARS-Kursk (U2)", "1st company (U3)"])
        #expect(markdown.heads("Who is on record") == ["BARS-Kursk", "1st company"])
        #expect(markdown["Units"].contains { $0.contains("**5 to 9 people**") })
    }

    @Test func `on a day a unit that certainly was not there yet has nobody, and the edition says which day it is of`()
        throws
    {
        try fresh.happen("U2", "recruiting", "2025-05-01")
        let early = try markdown(.unit, of: "U2", on: "2025-04-01")
        #expect(early.text.contains("\n\nAs of 1 April 2025, a day that was asked about;"))
        #expect(sections(early).filter { ["Units", "Who was in a unit on the day"].contains($0) } == [])
        #expect(early.text.contains("- In a unit on 1 April 2025: **0** — Nobody is counted as in a unit on that day."))
        let later = try markdown(.unit, of: "U2", on: "2025-06-10")
        #expect(later.heads("Unit") == ["BARS-Kursk (U2) — on 10 June 2025: presumably"])
    }

    // MARK: An official

    @Test func `an official's edition has names, each unit with its grade, posts, and by whose word`() throws {
        try fresh.cite("O1", "name", "Дмитрий Новиков", in: "S2")
        try fresh.cite("E6", "unit", "BARS-Kursk", in: "S2", "line 4")
        let markdown = try markdown(.official, of: "Dmitry Novikov")
        #expect(markdown.lines.first == "# Dmitry Novikov O1")
        #expect(
            sections(markdown) == [
                "Names", "Enrollments", "Posts and what became of them", "Other facts", "What is missing", "Sources",
            ])
        #expect(
            markdown.table("Names") == [
                "name: Dmitry Novikov | Dispatch S1", "name: Дмитрий Новиков (alias) | Channel of the governor S2",
            ])
        #expect(markdown.heads("Enrollments") == ["BARS-Kaliningrad", "BARS-Kursk"])
        #expect(
            markdown.rows("Enrollments").map { $0["Last known state"] } == [
                "announced\n31 May 2025; last heard 31 May 2025",
                "training\nJune to July 2025; last heard by 15 June 2025",
            ])
        #expect(markdown.rows("Enrollments").map { $0["In the unit on the day?"] } == ["possibly", "presumably"])
        // Who says that it is this unit is there, too.
        #expect(
            markdown.rows("Enrollments").last?["By whose word"]
                == "Dispatch S1\nChannel of the governor S2 line 4")
        #expect(!markdown.text.contains("Petrov") && !markdown.text.contains("members of the regional government"))
        // The figures are of the official.
        #expect(markdown.text.contains("\n- On record, ever: **1** — All by name."))
        let links = markdown.text.matches(of: #/\]\(#([^)]+)\)/#).map { String($0.1) }
        let places = markdown.text.matches(of: #/<a id="([^"]+)"><\/a>/#).map { String($0.1) }
        #expect(Set(links).subtracting(places) == [] && Set(places).count == places.count)
        #expect(Set(links).isSuperset(of: ["E1", "E6", "P1", "S1", "S2"]))
    }

    @Test func `an enrollment that does not count stays in sight of its official`() throws {
        let markdown = try markdown(.official, of: "Anna Sokolova")
        #expect(markdown["Enrollments"] == [])
        #expect(markdown.rows("On record, not counted").map { $0["Why"] } == ["denied"])
        #expect(
            markdown.text.contains("\n- On record, ever: **0** — Nobody is counted on this register."))
    }

    // MARK: A timeline

    @Test(arguments: ["RU-KGD", "U1", "O1"] as [RecordReference])
    func `a timeline's edition has every line of the timeline, in its order`(record: RecordReference) throws {
        let told = try registry.timeline(of: record)
        let dated = told.filter { $0.what != .name }
        let markdown = try markdown(.timeline, of: record)
        #expect(dated.count > 3)
        let rows = markdown.rows("Timeline")
        #expect(rows.map { $0["When"] } == dated.map { $0.date?.said(in: .english, as: .cell) ?? "no date stated" })
        #expect(
            rows.map { $0["What"]!.prefix { $0 != "\n" } }
                == dated.map { $0.words[...] })
        for (row, line) in zip(rows, dated) {
            for source in Set(line.sources.map(\.source.id)) {
                #expect(row["By whose word"]?.contains("\(source)") == true, "\(line.words)")
            }
        }
        #expect(markdown.rows("Names").count == told.count - dated.count)
        let places = markdown.text.matches(of: #/<a id="([^"]+)"><\/a>/#).map { String($0.1) }
        #expect(Set(places).count == places.count)
    }

    @Test func `a timeline is of a region, a unit or an official`() throws {
        let refusal = #expect(throws: MusterError.self) { try self.markdown(.timeline, of: "G1") }
        #expect(refusal?.exitCode == 65)
        #expect(throws: MusterError.usage("a timeline is of one record")) { try self.markdown(.timeline) }
    }

    @Test(arguments: [EditionKind.region, .unit, .official])
    func `an edition of one record needs one, of its kind`(kind: EditionKind) throws {
        let rule = "a report of the kind \(kind.rawValue) is of one record"
        #expect(throws: MusterError.usage(rule)) { _ = try self.markdown(kind) }
        #expect(throws: MusterError.self) { try self.markdown(kind, of: "G1") }
        #expect(throws: MusterError.self) { try self.markdown(kind, of: "nobody") }
    }

    // MARK: What the register lacks

    @Test func `a day after the newest revision is said to be one of which nothing can be known`() throws {
        let warning =
            "16 June 2025 is after the day of the newest revision here, 15 June 2025: what happened in between is not on record."
        for kind in [
            EditionRequest(.region, of: "RU-KGD"), EditionRequest(.coverage), EditionRequest(.timeline, of: "U1"),
        ] {
            var request = kind
            request.day = Day("2025-06-16")
            #expect(try registry.text(request).contains("**\(warning)**"), "\(kind.kind)")
            request.day = Day("2025-06-15")
            #expect(try !registry.text(request).contains("is after the day of the newest revision"), "\(kind.kind)")
        }
    }

    @Test func `two people of one name stand in the order of their numbers`() throws {
        let namesake = NewOfficial(
            name: "Dmitry Novikov", post: NewPost(title: "Clerk", region: "RU-KRS"), isNew: true,
            evidence: Fresh.dispatch)
        let id = try registry.add(namesake, by: Fresh.clerk).records.first { $0.id.kind == .official }!.id
        try fresh.enroll(RecordReference(id), .announced)
        let rows = try registry.text(EditionRequest(.unit, of: "U1"), as: .csv).components(separatedBy: "\r\n")
            .filter { $0.hasPrefix("who_joined,") && $0.contains("Dmitry Novikov") }
        #expect(rows.map { $0.contains(",O1,") } == [true, false])
    }

    @Test func `coverage counts the regions, and tells where nobody looked from where none was found`() throws {
        for (region, found) in [("RU-PSK", nil), ("RU-TUL", "a battalion")] as [(RecordReference, String?)] {
            _ = try registry.add(
                NewLook(region: region, date: "2025-02-01", place: "regional press", found: found), by: Fresh.clerk)
        }
        let markdown = try markdown(.coverage)
        let figures = markdown.lines.filter { $0.hasPrefix("- ") }.map(MarkdownReport.plain)
        #expect(
            figures == [
                "- on record: 2 regions", "- looked, not on record yet: 1 region", "- looked, none found: 1 region",
                "- not looked: 11 regions",
            ])
        let rows = markdown.table("Coverage")
        #expect(rows.count == 15)
        #expect(rows.contains("Kursk Oblast | RU-KRS | on record |  | "))
        #expect(
            rows.contains("Pskov Oblast | RU-PSK | looked, none found | regional press; none found | 1 February 2025"))
        #expect(
            rows.contains(
                "Tula Oblast | RU-TUL | looked, not on record yet | regional press; a battalion | 1 February 2025"))
        #expect(rows.contains("Moscow | RU-MOW | not looked |  | "))
    }

    @Test func `coverage has what is due, what is missing, the units that a claim implies and what is suspect`() throws
    {
        try fresh.edit("E3", ["standing": "needs work", "note": "one voice"])
        try fresh.edit("U2", ["ordinal": "7"])
        let report = try registry.report(region: nil)
        let markdown = try markdown(.coverage)
        let due = try registry.due(on: report.answers.day)
        #expect(due.count > 2)
        #expect(markdown.rows("Due").map { $0["Id"] } == due.map(\.record.id.description))
        #expect(markdown.rows("Due").first?["Note"] == "one voice")
        let missing = Set(report.gaps.map(\.what) + [.oneOriginOthers, .sourceCopy, .look])
        #expect(
            markdown.rows("What is missing").map { $0["What"] }
                == Report.Gap.Kind.allCases.filter(missing.contains).map(\.label.english))
        let named = markdown.rows("What is missing").compactMap { $0["Records"] }.joined(separator: "; ")
        #expect(named.contains("BARS-Kursk") && named.contains("Dispatch"))
        #expect(!named.components(separatedBy: "; ").contains { RecordID($0) != nil })
        #expect(markdown.rows("Claimed order").map { $0["Unit"] } == ["BARS-Kaliningrad", "BARS-Kursk"])
        #expect(markdown.table("Suspect") == ["BARS-Kursk | ordinal: 7 (inferred: as it was seen)"])
    }

    // MARK: The same bytes

    @Test(
        arguments: [
            (.unit, "U1"), (.official, "O1"), (.timeline, "RU-KGD"), (.coverage, nil), (.changes, nil),
        ] as [(EditionKind, RecordReference?)], EditionFormat.texts)
    func `the same registry gives the same bytes, also long after`(
        asked: (kind: EditionKind, record: RecordReference?), format: EditionFormat
    ) throws {
        // A day ahead is a plan only until it has come, and something is due only after a time: the clock must not tell.
        try fresh.happen("U1", "disbanded", "2025-12-01")
        let later = Fresh.now.addingTimeInterval(400 * 86_400)
        let again = try Registry(at: fresh.path, for: .reading, now: { later })
        for language in Language.allCases {
            let request = EditionRequest(asked.kind, of: asked.record, in: language)
            let first = try registry.text(request, as: format)
            #expect(try Array(again.text(request, as: format).utf8) == Array(first.utf8))
        }
    }
}
