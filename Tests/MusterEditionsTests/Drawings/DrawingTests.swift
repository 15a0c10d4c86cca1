import MusterHTML
import MusterValues
import Testing

@testable import MusterEditions

struct DrawingTests {
    private func strip(_ named: Int, _ least: Int, _ most: Int?) throws -> [String] {
        var text = ""
        let html = HTMLWriter { text += $0 }
        try RollStrip(named: named, least: least, most: most).write(to: html, sentence: "so", columns: 12)
        try html.flush()
        return Markup(text).attributes.filter { $0.tag == "rect" && $0.name == "class" }.map(\.value)
    }

    @Test func `a strip has a square for each person, and a fading end without a limit`() throws {
        #expect(try strip(1, 3, 4) == ["b solid", "b hatch", "b hatch", "most"])
        #expect(try strip(2, 2, nil) == ["b solid", "b solid", "b hatch fr"])
        #expect(try strip(0, 0, nil) == ["b hatch fr"])
        #expect(try strip(0, 0, 2) == ["most", "most"])
        #expect(try strip(0, 0, 0) == [])
        #expect(try strip(61, 61, 61) == ["b solid"])
        #expect(try strip(40, 70, 90) == ["b solid", "b hatch", "most"])
        #expect(try strip(40, 70, nil) == ["b solid", "b hatch", "b hatch fr"])
    }

    @Test func `a claim is drawn as wide as its date is uncertain and as tall as its number`() {
        let claims = [
            Made.claim("2025-03-01", 120, 120), Made.claim("2025-03", 120, 120), Made.claim("2025-03", 300, 400),
            Made.claim("2025-03", 450, nil), Made.claim("2025-03", nil, 100),
            Made.claim("2025-03", 610, 610, isAgainst: true),
            Made.claim("2025-03", 800, 900, isPlanned: true), Made.claim(nil, 5, 5), Made.claim("XXXX-04", 5, 5),
        ]
        let height = StrengthHeights(claims, day: Made.day)
        let scale = TimeScale([Day("2025-01-01")!], around: Made.day, hasOpenBeginning: false)
        let marks = claims.map { StrengthMark($0, on: scale, height: height) }
        #expect(marks.map { $0?.shape } == [.dot, .span, .box, .atLeast, .atMost, .gem, .gem, nil, nil])
        #expect(marks[2]?.from == scale.beginning(of: Day("2025-03-01")!))
        #expect(marks[2]?.to == scale.end(of: Day("2025-03-31")!))
        #expect(marks[2].map { [$0.top, $0.bottom] } == [400, 300].map(height.y))
        #expect(marks[3].map { [$0.top, $0.bottom] } == [height.y(450) - 46, height.y(450)])
    }

    @Test func `no two numbers of a chart overlap, on any width`() {
        let claims = (0..<40).map { Made.claim("2025-0\($0 % 9 + 1)-0\($0 % 7 + 1)", 500 + $0, 500 + $0) }
        let height = StrengthHeights(claims, day: Made.day)
        let scale = TimeScale([Day("2025-01-01")!], around: Made.day, hasOpenBeginning: false)
        let marks = claims.compactMap { StrengthMark($0, on: scale, height: height) }
        let placed = StrengthLabels(marks, claims.map { "\($0.least ?? 0)" }).placed
        #expect(!placed.isEmpty && placed.count < claims.count)
        for one in placed {
            for other in placed where one.index != other.index && one.place == other.place && abs(one.y - other.y) < 14
            {
                let width = max(one.width.chartPixels, other.width.chartPixels)
                // Three digits take some 24 pixels.
                #expect(abs(marks[one.index].middle - marks[other.index].middle) * width > 24)
            }
        }
    }

    @Test func `a tile tells a region that was not looked at from one where none was found`() throws {
        let states: [(Tile.State, String)] = [
            (.notLooked, "off"), (.noneFound, "none"), (.nobodyCounted, "zero"), (.counted(least: 1, most: 1), "c1"),
            (.counted(least: 3, most: nil), "c2"), (.counted(least: 4, most: 9), "c3"),
            (.counted(least: 10, most: 10), "c4"),
            (.counted(least: 11, most: nil), "c5"),
        ]
        let tiles = states.enumerated().map { index, state in
            Tile(
                region: RecordID("RU-KGD")!, place: (1, index + 1), letters: "T\(index)", name: .name("n"),
                state: state.0,
                isInDispute: index == 3, sentence: .name("s"))
        }
        let page = try Made.page(.drawing(Drawing(name: "map", sentence: .text("so"), kind: .tiles(tiles))))
        let lines = page.split(separator: "\n").filter { $0.hasPrefix("<g class=\"tile ") }
        #expect(lines.map { $0.split(separator: "\"")[1].dropFirst(5) } == states.map { $0.1[...] })
        #expect(lines.map { $0.contains("class=\"corner\"") } == states.indices.map { $0 == 3 })
        let numbers = [nil, "–", "0", "1", "3+", "4–9", "10", "11+"]
        #expect(
            zip(lines, numbers).allSatisfy { line, number in
                number.map { line.contains(">\($0)</text>") } ?? !line.contains("big")
            })
    }

    @Test func `all undated states of a line are one bar`() throws {
        let spans = [Made.span(nil), Made.span(nil), Made.span("2025-03-01")]
        let lane = Lives.Lane(name: .name("A"), about: nil, posts: [], units: spans, unplaced: [.text("in April")])
        let lives = Lives(day: Made.day, lanes: [lane])
        let page = try Made.page(.drawing(Drawing(name: "lives", sentence: .text("so"), kind: .lives(lives))))
        #expect(page.contains(">state; state, on no stated day</text>"))
        #expect(
            page.contains(
                "<p class=\"plain\">Cannot be placed on the line: <bdi lang=\"und-Latn\" dir=\"auto\">A</bdi>, in April</p>"
            ))
        #expect(page.contains("<div class=\"track r2\">"))
    }
}
