import MusterHTML
import MusterValues

extension BlockWriter {
    /// Strengths over time: a mark for each claim, and under it the forms and the states.
    func strengths(_ strengths: Strengths, _ drawing: Drawing) throws {
        let spans = strengths.bands.flatMap(\.self)
        let days =
            strengths.claims.flatMap { [$0.days?.first, $0.days?.last].compactMap(\.self) } + spans.flatMap(\.days)
        let isOpen =
            spans.contains(where: \.isOpenBefore)
            || strengths.claims.contains { $0.days.map { $0.first == nil && $0.last != nil } ?? false }
        let scale = TimeScale(days, around: strengths.day, hasOpenBeginning: isOpen)
        let track = TrackDrawing(html: html, scale: scale, day: strengths.day)
        let height = StrengthHeights(strengths.claims, day: strengths.day)
        let marks = strengths.claims.compactMap { StrengthMark($0, on: scale, height: height) }
        try html.element(.figure, [.id(drawing.name)]) {
            html.line()
            try html.element(.div, [.class("chart"), .role("img"), .label(speaker.plain(drawing.sentence))]) {
                html.line()
                try html.element(.svg) {
                    html.line()
                    try frame(height, track)
                    try leads(marks, until: scale.end(of: strengths.day))
                    for mark in marks { try self.mark(mark) }
                    try labels(marks)
                    try track.nowLine()
                    html.line()
                }
                html.line()
                for band in strengths.bands {
                    var rows = LaneRows()
                    rows.add(bars(band, scale, strengths.day, isUnit: false))
                    try track.write(rows)
                    html.line()
                }
            }
            html.line()
            try legend([
                (.legendDot, .dot), (.legendBox, .mark("unit", "hatch")), (.legendAtLeast, .atLeast),
                (.legendAgainst, .gem("gem")),
                (.legendPlanned, .gem("gem plan")), (.legendNoNewer, .dots),
            ])
            let unplaced = strengths.claims.filter { claim in StrengthMark(claim, on: scale, height: height) == nil }
            if !unplaced.isEmpty {
                let texts = unplaced.map { Words.text(text(of: $0)) }
                try line(.p, [.class("plain")], .say(.unplacedIs, .joined(texts, .semicolon)))
            }
        }
        html.line()
    }

    /// The numbers at the left, their lines, the years and the day.
    private func frame(_ height: StrengthHeights, _ track: TrackDrawing) throws {
        for tick in height.ticks {
            let y = SVGLength.pixels(height.y(tick))
            try html.element(
                .line, [.class(tick == 0 ? "axis" : "rule"), .x1(.part(0)), .x2(.part(1)), .y1(y), .y2(y)])
            try html.element(
                .svgText, [.class("tick end"), .x(.pixels(-8)), .y(.pixels(height.y(tick) + 4))], String(tick))
        }
        html.line()
        try track.years(y: 288, beside: "", rule: "rule")
        let now = track.scale.end(of: track.day)
        try html.element(
            .svgText, [.class(now > 0.4 ? "day end heavy" : "day heavy"), .x(.part(now)), .y(.pixels(12))],
            dayLabel(track.day))
        html.line()
    }

    /// A thin line joins equal numbers that follow each other; dots lead on to the next word otherwise.
    private func leads(_ marks: [StrengthMark], until day: Double) throws {
        let told = marks.filter { $0.shape != .gem }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        for (index, mark) in told.enumerated() {
            let next = index + 1 < told.count ? told[index + 1] : nil
            let isSame = next.map { $0.claim.least == mark.claim.least && $0.claim.most == mark.claim.most } ?? false
            let end = next?.from ?? day
            for y in mark.levels where end > mark.to {
                try html.element(
                    .line,
                    [
                        .class(isSame ? "thin" : "dots"), .x1(.part(mark.to)), .x2(.part(end)), .y1(.pixels(y)),
                        .y2(.pixels(y)),
                    ])
            }
        }
        html.line()
    }

    private func mark(_ mark: StrengthMark) throws {
        switch mark.shape {
        case .dot:
            try html.element(
                .circle,
                [.class("dot"), .centerX(.part(mark.middle)), .centerY(.pixels(mark.bottom)), .radius(.pixels(5.5))])
        case .span: try box(mark, mark.bottom - 4, mark.bottom + 4, "b hatch")
        case .box: try box(mark, mark.top, mark.bottom, "b hatch")
        case .atLeast:
            try box(mark, mark.top, mark.bottom, "hatch fu")
            try base(mark, mark.bottom)
        case .atMost:
            try box(mark, mark.top, mark.bottom, "hatch fd")
            try base(mark, mark.top)
        case .gem:
            for y in Set([mark.top, mark.bottom]).sorted()
            where mark.claim.least != nil && mark.claim.most != nil || y == mark.levels[0] {
                try html.element(.svg, [.class("by"), .x(.part(mark.middle))]) {
                    let style = mark.claim.isAgainst ? "gem" : "gem plan"
                    try html.element(.path, [.class(style), .outline(StrengthMark.gem(x: 0, y: y))])
                }
            }
        }
        html.line()
    }

    private func box(_ mark: StrengthMark, _ top: Double, _ bottom: Double, _ style: String) throws {
        // A single day is too narrow to be seen.
        let width = max(mark.to - mark.from, 0.008)
        try html.element(
            .rect,
            [
                .class(style), .x(.part(mark.middle - width / 2)), .y(.pixels(top)), .width(.part(width)),
                .height(.pixels(max(1, bottom - top))),
            ])
    }

    private func base(_ mark: StrengthMark, _ y: Double) throws {
        let width = max(mark.to - mark.from, 0.02)
        try html.element(
            .line,
            [
                .class("base"), .x1(.part(mark.middle - width / 2)), .x2(.part(mark.middle + width / 2)),
                .y1(.pixels(y)),
                .y2(.pixels(y)),
            ])
    }

    private func labels(_ marks: [StrengthMark]) throws {
        let texts = marks.map { text(of: $0.claim) }
        for label in StrengthLabels(marks, texts).placed {
            let mark = marks[label.index]
            let reach = TextWidth.of(label.text) / 2 / label.width.chartPixels
            let (x, side): (Double, String) =
                switch label.place {
                case .right: (mark.edge(isRight: true), "past")
                case .left: (mark.edge(isRight: false), "before end")
                case .above, .below:
                    mark.middle < reach ? (0, "start") : mark.middle > 1 - reach ? (1, "end") : (mark.middle, "middle")
                }
            let style = "\(label.width.style) heavy halo \(side)\(mark.claim.isAgainst ? " against" : "")"
            try html.element(.svgText, [.class(style), .x(.part(x)), .y(.pixels(label.y))], label.text)
        }
        html.line()
    }

    private func text(of claim: Strengths.Claim) -> String {
        let number = language.range(least: claim.least ?? 0, most: claim.most)
        return claim.isAgainst ? fill(.isAgainst, number) : claim.isPlanned ? fill(.isPlanned, number) : number
    }
}
