import Foundation
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// An edition says the same in each format, and the same as the listings.
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

    /// What the edition's JSON was made from.
    private func json(_ region: RecordReference?, _ day: String?) throws -> [String: Any] {
        let text = try registry.text(of: region, on: day.flatMap { Day($0) }, as: .json)
        return try #require((object(text) as? [String: Any])?["report"] as? [String: Any])
    }

    private func object(_ text: String) throws -> Any { try JSONSerialization.jsonObject(with: Data(text.utf8)) }

    private func filter(_ region: RecordReference?, _ day: Day?) -> Filter {
        var filter = Filter()
        (filter.region, filter.day) = (region, day)
        return filter
    }

    private func said(_ people: Headcount) -> String { people.said(in: .english, of: nil) }

    @Test(arguments: asked)
    func `the number of people is the same in every format`(region: RecordReference?, day: String?) throws {
        let report = try report(region, day)
        let answers = report.answers
        #expect(report.headcount == (day == nil ? answers.onRecord : answers.people))
        let figures = try fresh.markdown(region, on: day).lines.filter { $0.hasPrefix("- ") }
        let asked = day == nil ? "15 June 2025" : StatedDate(answers.day).said(in: .english, as: .cell)
        let sure = answers.people.certain < answers.people.least ? "presumably" : "definitely"
        let remark = answers.people.least == 0 ? "" : " \(sure)"
        let onTheDay =
            "- In a unit on \(asked): **\(said(answers.people))**\(remark) — definitely \(answers.people.certain)"
        // Everybody on record is no answer about a day.
        let ever = "- On record, ever: **\(said(answers.onRecord))** — "
        #expect(figures[0].hasPrefix(day == nil ? ever : onTheDay))
        #expect(day != nil || figures[1].hasPrefix(onTheDay))
        let rows = try fresh.csv(region, on: day, "figures")
        #expect(rows.map { $0["figure"] } == (day == nil ? ["on_record"] : []) + ["on_the_day", "units", "in_dispute"])
        let values = (day == nil ? [said(answers.onRecord)] : []) + [said(answers.people)]
        #expect(rows.prefix(values.count).map { $0["value"] } == values)
        let people = try #require(json(region, day)[day == nil ? "on_record" : "people"] as? [String: Any])
        #expect(people["least"] as? Int == report.headcount.least)
        #expect(people["most"] as? Int == report.headcount.most)
        #expect(people["named"] as? Int == report.headcount.named)
        #expect(try json(region, day)[day == nil ? "people" : "on_record"] is NSNull)
    }

    @Test(arguments: asked)
    func `the units are those of the listing, in every format`(region: RecordReference?, day: String?) throws {
        let markdown = try fresh.markdown(region, on: day)
        let units = try registry.units(filter(region, day.flatMap { Day($0) }))
        let ids = units.map(\.id.description)
        if region == nil {
            #expect(markdown.rows("Units").map { $0["Id"] } == ids)
            let column = day == nil ? "On record" : "On the day"
            #expect(markdown.rows("Units").map { $0[column] } == units.map { said($0.headcount) })
            #expect(try fresh.csv(region, on: day, "units").map { $0["unit"] } == ids)
            #expect(try fresh.csv(region, on: day, "units").map { $0["people"] } == units.map(\.headcount.words))
        } else {
            let heads = zip(ids, units).map { id, unit in "\(unit.name!) (\(id))" }
            #expect(
                markdown.heads("Units").map { $0.prefix { $0 != "—" }.trimmingCharacters(in: .whitespaces) } == heads)
            let grades = markdown.heads("Units").compactMap {
                $0.split(separator: ": ").dropFirst().first.map(String.init)
            }
            #expect(
                grades
                    == units.compactMap {
                        $0.grade.map { "\($0.words)\(region == "RU-KGD" ? ", region in dispute" : "")" }
                    })
            for unit in units {
                let people = unit.headcount.said(in: .english)
                #expect(markdown["Units"].contains { $0.contains(": **\(people)**. ") }, "\(unit.id)")
            }
            let records = try fresh.csv(region, on: day, "units").compactMap { $0["record"] }
            #expect(Set(records) == Set(ids))
        }
        #expect(try (json(region, day)["units"] as? NSArray) == (object(JSON.text(units)) as? NSArray))
    }

    @Test(arguments: asked)
    func `the enrollments are those of the listing, in every format, and a national edition has none`(
        region: RecordReference?, day: String?
    ) throws {
        let report = try report(region, day)
        let hidden = Set(report.uncounted.map(\.id))
        let listed = try registry.enrollments(filter(region, day.flatMap { Day($0) }), withCitations: true).filter {
            !hidden.contains($0.id)
        }
        let markdown = try fresh.markdown(region, on: day)
        let rows = markdown.rows(day == nil ? "Who is on record" : "Who was in a unit on the day")
        let csv = try fresh.csv(region, on: day, "who_joined")
        if region == nil {
            #expect(rows == [] && csv == [] && markdown["Who is on record"] == [])
            return #expect(try (json(region, day)["enrollments"] as? NSArray)?.count == 0)
        }
        #expect(try (json(region, day)["enrollments"] as? NSArray) == (object(JSON.text(listed)) as? NSArray))
        // They stand by unit, the surest first.
        let sorted = listed.sorted { one, other in
            let ranks = [one, other].map { -($0.grade ?? report.answers.grades[$0.id] ?? .no).rank }
            let groups = [one, other].map { $0.official == nil ? 1 : 0 }
            return (ranks[0], groups[0], one.who) < (ranks[1], groups[1], other.who)
        }
        #expect(csv.map { $0["enrollment"] } == sorted.map(\.id.description))
        #expect(rows.map { $0["Who"]!.prefix { $0 != "\n" } } == sorted.map { $0.who[...] })
        #expect(
            rows.map { $0["Last known state"]!.prefix { $0 != "\n" } }
                == sorted.map { Value.alternatives($0.states)!.words[...] })
        #expect(csv.map { $0["state"] } == sorted.map { Value.alternatives($0.states)!.raw })
        let grades = sorted.map { ($0.grade ?? report.answers.grades[$0.id] ?? .no) }
        #expect(rows.map { $0["In the unit on the day?"] } == grades.map(\.words))
        #expect(csv.map { $0["grade"] } == grades.map(\.rawValue))
        #expect(csv.map { $0["last_heard"] ?? "" } == sorted.map { $0.lastHeard?.edtf ?? "" })
        #expect(csv.map { $0["people"] } == sorted.map(\.people.words))
        #expect(rows.map { $0["People"] } == sorted.map { said($0.people) })
        // Each source of an enrollment stands in its row.
        for (row, enrollment) in zip(rows, sorted) {
            for source in Set(enrollment.citations!.map(\.source.id)) {
                #expect(row["By whose word"]?.contains("\(source)") == true, "\(enrollment.id)")
            }
        }
    }

    @Test func `without a day the grades are those of the newest revision's day`() throws {
        let report = try report("RU-KGD", nil)
        #expect(report.answers.day == Day("2025-06-15"))
        let onDay = try registry.enrollments(filter("RU-KGD", Day("2025-06-15")))
        #expect(report.answers.grades == Dictionary(uniqueKeysWithValues: onDay.map { ($0.id, $0.grade!) }))
    }

    @Test(arguments: asked)
    func `what is not counted, disputed, claimed or missing is the same in every format`(
        region: RecordReference?, day: String?
    ) throws {
        let report = try registry.edition(
            EditionRequest(region == nil ? .national : .region, of: region, on: day.flatMap { Day($0) })
        ).report
        let markdown = try fresh.markdown(region, on: day)
        let json = try json(region, day)
        let ids = { (key: String, id: String) in
            (json[key] as? [[String: Any]])?.compactMap { $0[id] as? String }
        }
        let csv = { (part: String) in try self.fresh.csv(region, on: day, part) }

        let uncounted = report.uncounted.map(\.id.description)
        #expect(ids("uncounted", "id") == uncounted)
        #expect(try csv("not_counted").map { $0["enrollment"] } == uncounted)
        #expect(markdown.rows("On record, not counted").count == uncounted.count)
        #expect(region != "RU-KGD" || uncounted == ["E4"])

        let claimed = report.ordinals.map(\.unit.id.description)
        #expect(try csv("claimed_order").map { $0["unit"] } == claimed)
        #expect(try csv("claimed_order").map { $0["held"] } == report.ordinals.map(\.compared))
        #expect(markdown.rows("Claimed order").map { $0["Unit"] } == report.ordinals.map(\.unit.name))
        #expect((json["ordinals"] as? NSArray)?.count == claimed.count)

        let disputed = report.disputes.map(\.record.description)
        let others = report.contradictions.filter { !$0.isOfDate }.map(\.record.id.description)
        #expect(ids("disputes", "record") == disputed)
        #expect(ids("contradictions", "kind") == report.contradictions.map(\.kind.rawValue))
        #expect(try Set(csv("in_dispute").map { $0["record"]! }) == Set(disputed + others))
        #expect(markdown.heads("In dispute").count == disputed.count + others.count)
        #expect(try fresh.csv(region, on: day, "figures").last?["value"] == "\(disputed.count + others.count)")

        let suspects = report.suspects.map(\.record.id) + report.contradictions.filter(\.isOfDate).map(\.record.id)
        #expect(try csv("suspect").map { $0["record"] } == suspects.map(\.description))
        #expect(markdown.rows("Suspect").count == suspects.count)

        #expect(ids("gaps", "what") == report.gaps.map(\.what.rawValue))
        #expect(try csv("missing").map { $0["what"] } == report.gaps.map(\.what.rawValue))
        #expect(
            try csv("missing").map { $0["records"] }
                == report.gaps.map { $0.records.map(\.description).joined(separator: "; ") })
        let missing = markdown.rows("What is missing")
        #expect(missing.map { $0["What"] } == report.gaps.map(\.what.label.english))
        #expect(missing.map { $0["Number"] } == report.gaps.map { "\($0.records.count)" })

        let posts = Set(try csv("timeline").compactMap { $0["record"] }).filter { $0.hasPrefix("P") }
        #expect(posts.sorted() == ids("posts", "id")?.sorted())
    }

    @Test(arguments: asked)
    func `sources and regions are the same in every format`(region: RecordReference?, day: String?) throws {
        let json = try json(region, day)
        let markdown = try fresh.markdown(region, on: day)
        let sources = try #require(json["sources"] as? [[String: Any]]).map { $0["id"] as! String }
        if region != nil {
            let listed = try registry.sources(filter(region, nil)).map(\.id.description)
            #expect(Set(sources).isSuperset(of: listed))
        }
        #expect(markdown.sources.keys.sorted() == sources.sorted())
        #expect(try fresh.csv(region, on: day, "sources").map { $0["source"]! }.sorted() == sources.sorted())
        let regions = try #require(json["regions"] as? [[String: Any]]).map { $0["code"] as! String }
        #expect(region != nil || regions == ["RU-KGD", "RU-KRS"])
        #expect(markdown.rows("Where").map { $0["Code"] } == (region == nil ? regions : []))
        #expect(try fresh.csv(region, on: day, "regions").map { $0["region"] } == (region == nil ? regions : []))
    }

    @Test(arguments: asked, EditionFormat.texts)
    func `the same registry gives the same bytes, also from a file opened again`(
        asked: (region: RecordReference?, day: String?), format: EditionFormat
    ) throws {
        let day = asked.day.flatMap { Day($0) }
        let first = try registry.text(of: asked.region, on: day, as: format)
        #expect(try registry.text(of: asked.region, on: day, as: format) == first)
        let later = Fresh.now.addingTimeInterval(400 * 86_400)
        let again = try Registry(at: fresh.path, for: .reading, now: { later })
        #expect(Array(try again.text(of: asked.region, on: day, as: format).utf8) == Array(first.utf8))
    }

    @Test func `the people of a day are those presumably there, to those possibly there`() throws {
        let report = try report(nil, "2025-06-10")
        // One of the two who are named is only announced.
        #expect(report.headcount == Headcount(least: 4, most: nil, namedLeast: 1, named: 2, certain: 0))
        #expect(report.enrollments.map(\.grade) == [.presumably, .presumably, .possibly, .possibly, .possibly])
        #expect(report.peopleByState.isEmpty)
    }
}

extension Edition {
    /// What it was made from.
    fileprivate var report: Report {
        guard case .report(let report) = data else { fatalError("the edition is not made from a report") }
        return report
    }
}
