import MusterValues
import Testing

@testable import MusterEditions

struct SpanShapeTests {
    /// From 2025-01-01; the answer is for 2025-12-31.
    private static let scale = TimeScale([Day("2025-01-01")!], around: Day("2025-12-31")!, hasOpenBeginning: false)

    /// The days of the edges, in the words of the test.
    private static let edges: [Int: String] = {
        var days: [Int: String] = [0: "edge", 10_000: "edge"]
        for month in 1...12 {
            for day in 1...(Day.lastDay(ofMonth: month, year: 2025) ?? 1) {
                let day = Day(year: 2025, month: month, day: day)!
                days[key(scale.beginning(of: day))] = "\(day)".replacing("2025-", with: "")
            }
        }
        days[0] = "01-01"
        days[key(scale.end(of: Day("2025-12-31")!))] = "now"
        return days
    }()

    private static func key(_ part: Double) -> Int { Int((min(1, max(0, part)) * 10_000).rounded()) }

    private func drawn(_ span: Lives.Span) -> [String] {
        let shape = SpanShape(span, on: Self.scale, until: Day("2025-12-31")!)
        let pieces = shape.pieces.map { piece in
            let edges = [piece.from, piece.to].map { Self.edges[Self.key($0)] ?? "?" }
            return "\(piece.mark) \(edges[0]) \(edges[1])" + (piece.fade.map { " \($0)" } ?? "")
        }
        let signs = [("dot", shape.dot), ("cross", shape.cross)].compactMap { name, place in
            place.map { "\(name) \(Self.edges[Self.key($0 - 0.5 / 379)] ?? "?")" }
        }
        return pieces + signs
    }

    @Test(arguments: [
        // One day, and not heard of since: a dot, and the rest is presumed.
        (Made.span("2025-03-01", heard: "2025-03-01"), ["solid 03-01 03-02", "tint 03-02 now", "dot 03-01"]),
        // Some day of a month.
        (Made.span("2025-03", heard: "2025-03-31"), ["hatch 03-01 04-01", "tint 04-01 now"]),
        // A stated end is as uncertain as its date.
        (Made.span("2025-03", ended: "2025-06"), ["hatch 03-01 04-01", "solid 04-01 06-01", "hatch 06-01 07-01"]),
        (Made.span("2025-03-05", ended: "2025-06-01"), ["solid 03-05 06-01", "dot 03-05"]),
        // An end that may be before the beginning is sure leaves nothing solid.
        (Made.span("2025-03/2025-05", ended: "2025-04", date: "[2025-03..2025-05]"), ["hatch 03-01 05-01"]),
        // By a day: open before it.
        (Made.span("../2025-05-19", heard: "2025-05-19"), ["hatch 01-01 05-20 ol", "tint 05-20 now"]),
        (Made.span("[..2025-05-19]", heard: "2025-05-19"), ["hatch 01-01 05-20 ol", "tint 05-20 now"]),
        // A period says that it was so from its first day to its last.
        (Made.span("2025-09-01/..", heard: "2025-11-20"), ["solid 09-01 11-21", "tint 11-21 now"]),
        (
            Made.span("2025-05/2025-07", heard: "2025-07-31"),
            ["hatch 05-01 06-01", "solid 06-01 08-01", "tint 08-01 now"]
        ),
        // On a day or after: open after it.
        (Made.span("[2025-05-19..]"), ["hatch 05-19 edge or"]),
        // No beginning, and an end.
        (Made.span(nil, ended: "2025-06"), ["hatch 01-01 07-01 ol"]),
        // No date at all.
        (Made.span(nil), ["hatch 01-01 edge ob"]),
        // About a day: a week more on each side.
        (Made.span("2025-10-15~", heard: "2025-10-15"), ["hatch 10-08 10-23 ob", "tint 10-23 now"]),
        (Made.span("2025-10-15?", heard: "2025-10-15"), ["hatch 10-08 10-23", "tint 10-23 now"]),
        // What ends has no length, and what is denied no bar.
        (Made.span("2025-05-19", isEnd: true), ["dot 05-19"]),
        (Made.span("2025-05", isEnd: true), ["hatch 05-01 06-01"]),
        (Made.span("2025-06-03", isDenied: true), ["cross 06-03"]),
    ])
    func `a span is drawn as far as its dates tell`(span: Lives.Span, pieces: [String]) {
        #expect(drawn(span) == pieces)
    }

    @Test func `bars that overlap stand in rows of their own, and those that meet in one`() {
        let spans = [
            Made.span("2025-01-10", ended: "2025-03"), Made.span("2025-03", ended: "2025-06-01"),
            Made.span("2025-02-01"),
            Made.span("2025-06-01"),
        ]
        var rows = LaneRows()
        rows.add(
            spans.map {
                LaneRows.Bar(
                    shape: SpanShape($0, on: Self.scale, until: Day("2025-12-31")!), labels: [], isSuspended: false,
                    isUnit: true)
            })
        #expect(rows.rows.map(\.count) == [3, 1])
    }
}
