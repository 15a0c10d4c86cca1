import Foundation
import Testing

@testable import muster

/// The command prints a timeline in every format, and a record's events by day.
@Suite final class TimelineCommandTests {
    let muster: Command

    init() throws {
        muster = try Command(
            after: """
                muster init
                muster add source "Kursk post with a title of many words" --kind other
                muster enroll "Anna Example" --post "Head of the district" --post-kind head-of-municipality \\
                    --post-region RU-KRS --unit BARS-Kursk --unit-region RU-KRS --state left --on 2026-01 --source S1 --locator "paragraph 5" \\
                    --speaker "the governor of the oblast"
                muster event E1 joined --on 2025-05 --cause "a second term, as agreed with the ministry" --source S1
                muster event E1 serving --source S1
                muster event E1 "contract signed" --on 2025-06 --source S1
                muster edit V4 standing=rejected --note "another woman"
                """)
    }

    deinit { muster.remove() }

    @Test func `a pipe gets whole lines, and a narrow screen loses none of their words`() throws {
        let wide = try muster("timeline", "O1").output.split(separator: "\n").map(String.init)
        try #require(wide.count == 8)
        #expect(
            wide[0].split(separator: " ") == [
                "date", "record", "of", "value", "cause", "standing", "rejected", "sources",
            ])
        #expect(
            wide[1].hasPrefix("2025-05") && wide[1].contains("joined") && wide[1].contains("a second term, as agreed"))
        #expect(wide[2].hasPrefix("2025-06") && wide[2].contains("rejected  V4"))
        #expect(wide[3].contains("left") && wide[3].hasSuffix(", paragraph 5, the governor of the oblast"))
        #expect(wide[4].hasPrefix("no date") && wide[4].contains("serving"))
        #expect(wide[5].hasPrefix("no date") && wide[5].contains("name: Anna Example (primary)"))
        let narrow = try muster.shell("COLUMNS=80 muster timeline O1").output
        for line in narrow.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
        // Headings stand before what is under a row, so a narrow screen has more words, and never less.
        let words = Set(wide.dropFirst().joined(separator: " ").split(separator: " "))
        #expect(words.subtracting(narrow.split { $0 == " " || $0 == "\n" }) == [])
    }

    @Test func `CSV has the days and the stored words, and JSON the values`() throws {
        let csv = try muster("timeline", "E1", "--format", "csv").output.split(whereSeparator: \.isNewline)
        try #require(csv.count == 5)
        #expect(
            csv[0]
                == "date,earliest,latest,record,of,event,what,field,value,other_unit,for_enrollment,nature,planned,cause,standing,note,rejected,sources"
        )
        #expect(
            csv[2] == """
                2025-06,2025-06-01,2025-06-30,E1,Anna Example in BARS-Kursk,V4,state,,contract_signed,,,,no,,rejected,\
                another woman,V4,S1 Kursk post with a title of many words
                """)
        #expect(csv[4].hasPrefix(",,,E1,Anna Example in BARS-Kursk,V3,state,,serving,"))
        let json = try JSONSerialization.jsonObject(
            with: Data(muster("timeline", "E1", "--format", "json").output.utf8))
        let line = try #require((json as? [[String: Any]])?[1])
        #expect(line["event"] as? String == "V4" && line["rejected"] as? [String] == ["V4"])
        #expect((line["value"] as? [String: Any])?["value"] as? String == "contract_signed")
        #expect((line["record"] as? [String: Any])?["name"] as? String == "Anna Example in BARS-Kursk")
    }

    @Test func `a past timeline lacks what came later, and an empty one is a note`() throws {
        #expect(try muster("timeline", "E1", "--known-at", "4").output.split(separator: "\n").count == 5)
        let none = try muster("timeline", "RU-TUL")
        #expect(none.code == 0 && none.output.isEmpty)
        #expect(none.errors == "nothing is on record as having happened to it\n")
    }

    @Test func `a record that nothing happens to is refused in a sentence`() throws {
        let result = try muster("timeline", "S1")
        #expect(result.code == 65)
        #expect(result.errors.hasPrefix("muster: record 'S1' is refused: it is a source; name a region or "))
    }

    @Test func `a record is shown with its events by day, and those without a date last`() throws {
        let heads = try muster("show", "E1").output.split(separator: "\n").filter { $0.hasPrefix("V") }
        #expect(
            heads.map { $0.prefix { $0 != "," } } == ["V2  joined", "V4  contract signed", "V1  left", "V3  serving"])
        let json = try JSONSerialization.jsonObject(with: Data(muster("show", "E1", "--format", "json").output.utf8))
        let events = try #require((json as? [String: Any])?["events"] as? [[String: Any]])
        #expect(events.map { $0["id"] as? String } == ["V2", "V4", "V1", "V3"])
    }
}
