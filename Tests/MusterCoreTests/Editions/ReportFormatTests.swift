import Foundation
import MusterValues
import Testing

@testable import MusterCore

/// A report says the same in each format, and the same as the listings.
final class ReportFormatTests {
    static let asked: [(region: RecordReference?, day: String?)] = [
        ("RU-KGD", nil), ("RU-KRS", nil), (nil, nil), ("RU-KGD", "2025-06-10"), (nil, "2025-06-10"),
        ("RU-KRS", "2025-05-01"),
    ]

    let fresh: Fresh
    private var registry: Registry { fresh.registry }

    init() throws {
        fresh = try Fresh(.populated)
        try fresh.addScene()
    }

    private func report(_ region: RecordReference?, _ day: String?) throws -> Report {
        try registry.report(region: region, on: day.flatMap { Day($0) })
    }

    private func csv(_ report: Report, _ section: String) throws -> [[String: String]] {
        let text = try report.text(as: .csv)
        return try CSVFile(text, path: "report.csv", requiring: ["section"]).rows.filter { $0["section"] == section }
    }

    private func json(_ report: Report) throws -> [String: Any] {
        try #require(object(report.text(as: .json)) as? [String: Any])
    }

    private func object(_ text: String) throws -> Any { try JSONSerialization.jsonObject(with: Data(text.utf8)) }

    private func filter(_ region: RecordReference?, _ day: String?) -> Filter {
        var filter = Filter()
        filter.region = region
        filter.day = day.flatMap { Day($0) }
        return filter
    }

    @Test(arguments: asked)
    func `the number of people is the same in every format`(region: RecordReference?, day: String?) throws {
        let report = try report(region, day)
        let line = MarkdownReport(try report.text(as: .md)).lines[4]
        let surely = report.headcount.certain < report.headcount.least ? "presumably " : ""
        let opening = day == nil ? "**On record: " : "**People on that day: \(surely)"
        #expect(line.hasPrefix("\(opening)\(report.headcount.words)**, of whom \(report.headcount.namedWords) named"))
        let row = try #require(csv(report, day == nil ? "on record" : "people").first)
        #expect(row["least"] == "\(report.headcount.least)")
        #expect(row["most"] == report.headcount.most.map(String.init))
        #expect(row["named"] == report.headcount.namedWords)
        let people = try #require(json(report)[day == nil ? "on_record" : "people"] as? [String: Any])
        #expect(people["least"] as? Int == report.headcount.least)
        #expect(people["most"] as? Int == report.headcount.most)
        #expect(people["named"] as? Int == report.headcount.named)
        #expect(try json(report)[day == nil ? "people" : "on_record"] is NSNull)
    }

    @Test(arguments: asked)
    func `units and enrollments are those of the listings, in every format`(region: RecordReference?, day: String?)
        throws
    {
        let report = try report(region, day)
        let markdown = MarkdownReport(try report.text(as: .md))
        let json = try json(report)
        let hidden = Set(report.uncounted.map(\.id))
        let units = try registry.units(filter(region, day))
        let enrollments = try registry.enrollments(filter(region, day), withCitations: true).filter {
            !hidden.contains($0.id)
        }

        #expect(markdown.rows("Units").map { $0["Id"] } == units.map(\.id.description))
        #expect(markdown.rows("Units").map { $0[day == nil ? "On record" : "People"] } == units.map(\.headcount.words))
        #expect(try csv(report, "unit").map { $0["id"] } == units.map(\.id.description))
        #expect(try csv(report, "unit").map { $0["least"] } == units.map { "\($0.headcount.least)" })
        #expect(try (json["units"] as? NSArray) == (object(JSON.text(units)) as? NSArray))

        #expect(markdown.rows("Enrollments").map { $0["Id"] } == enrollments.map(\.id.description))
        #expect(
            markdown.rows("Enrollments").map { $0["State"] } == enrollments.map { Value.alternatives($0.states)?.words }
        )
        #expect(markdown.rows("Enrollments").map { $0["By whose word"] } == enrollments.map(\.cited))
        #expect(try csv(report, "enrollment").map { $0["id"] } == enrollments.map(\.id.description))
        #expect(try csv(report, "enrollment").map { $0["grade"] ?? "" } == enrollments.map { $0.grade?.rawValue ?? "" })
        #expect(
            try csv(report, "enrollment").map { $0["last_heard"] ?? "" } == enrollments.map { $0.lastHeard?.edtf ?? "" }
        )
        #expect(try csv(report, "enrollment").map { $0["cited"] } == enrollments.map(\.cited))
        #expect(try (json["enrollments"] as? NSArray) == (object(JSON.text(enrollments)) as? NSArray))
    }

    @Test(arguments: asked)
    func `what is not counted, disputed, claimed or missing is the same in every format`(
        region: RecordReference?, day: String?
    )
        throws
    {
        let report = try report(region, day)
        let markdown = MarkdownReport(try report.text(as: .md))
        let json = try json(report)
        let ids = { (key: String, id: String) in
            (json[key] as? [[String: Any]])?.compactMap { $0[id] as? String }
        }
        #expect(
            try markdown.bullets("Not counted")
                == csv(report, "not counted").map { "\($0["id"]!) \($0["name"]!): \($0["note"]!)" })
        #expect(try ids("uncounted", "id") == csv(report, "not counted").map { $0["id"]! })
        #expect(try markdown.bullets("Claimed order") == csv(report, "claimed order").map { $0["note"]! })
        #expect(report.ordinals.map(\.words) == markdown.bullets("Claimed order"))
        #expect((json["ordinals"] as? NSArray)?.count == report.ordinals.count)
        #expect(ids("disputes", "record") == report.disputes.map(\.record.description))
        #expect(try Set(csv(report, "in dispute").map { $0["id"]! }) == Set(report.disputes.map(\.record.description)))
        #expect(markdown["In dispute"].filter { $0.hasPrefix("### ") }.count == report.disputes.count)
        let missing = markdown.bullets("Missing")
        #expect(missing.map { $0.split(separator: ":")[0] } == report.gaps.map { $0.what.words[...] })
        for (line, gap) in zip(missing, report.gaps) {
            #expect(gap.records.prefix(10).allSatisfy { line.contains($0.description) }, "\(line)")
        }
        let dates = report.contradictions.filter(\.isOfDate)
        #expect(ids("contradictions", "kind") == report.contradictions.map(\.kind.rawValue))
        #expect(
            try csv(report, "suspect").map { $0["detail"] }
                == dates.map(\.kind.rawValue) + report.suspects.map(\.field.field.rawValue))
        #expect(markdown.bullets("Suspect").count == report.suspects.count + dates.count)
        #expect(ids("gaps", "what") == report.gaps.map(\.what.rawValue))
        #expect(try csv(report, "missing").map { $0["id"] } == report.gaps.flatMap(\.records).map(\.description))
        #expect(markdown.rows("Posts and what became of them").compactMap { $0["Id"] } == ids("posts", "id"))
        #expect(try csv(report, "post").map { $0["id"]! } == ids("posts", "id"))
    }

    @Test(arguments: asked)
    func `sources and regions are the same in every format`(region: RecordReference?, day: String?) throws {
        let report = try report(region, day)
        let markdown = MarkdownReport(try report.text(as: .md))
        let sources = report.sources.map(\.id.description)
        let listed = try registry.sources(filter(region, nil)).map(\.id.description)
        #expect(Set(sources).isSuperset(of: listed))
        #expect(markdown.sources.keys.sorted() == sources.sorted())
        #expect(try csv(report, "source").map { $0["id"] } == sources)
        #expect(try (json(report)["sources"] as? NSArray)?.count == sources.count)
        let regions = report.regions.map(\.code)
        #expect(markdown.rows("Regions").map { $0["Region"] } == (region == nil ? regions : []))
        #expect(try csv(report, "region").map { $0["id"] } == regions)
        #expect(region != nil || regions == ["RU-KGD", "RU-KRS"])
    }

    @Test(arguments: asked, EditionFormat.allCases)
    func `the same registry gives the same bytes, also from a file opened again`(
        asked: (region: RecordReference?, day: String?), format: EditionFormat
    ) throws {
        let first = try report(asked.region, asked.day).text(as: format)
        #expect(try report(asked.region, asked.day).text(as: format) == first)
        let later = Fresh.now.addingTimeInterval(400 * 86_400)
        let again = try Registry(at: fresh.path, for: .reading, now: { later })
        let day = asked.day.flatMap { Day($0) }
        #expect(Array(try again.report(region: asked.region, on: day).text(as: format).utf8) == Array(first.utf8))
    }

    @Test func `the people of a day are those presumably there, to those possibly there`() throws {
        let report = try report(nil, "2025-06-10")
        // One of the two who are named is only announced.
        #expect(report.headcount == Headcount(least: 4, most: nil, namedLeast: 1, named: 2, certain: 0))
        #expect(report.enrollments.map(\.grade) == [.presumably, .presumably, .possibly, .possibly, .possibly])
        #expect(report.peopleByState.isEmpty)
    }
}
