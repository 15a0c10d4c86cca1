import MusterHTML
import MusterValues

extension BlockWriter {
    /// Lives over time: a name, and beside it bars for posts and units.
    func lives(_ lives: Lives, _ drawing: Drawing) throws {
        let spans = lives.lanes.flatMap { $0.posts + $0.units }
        let scale = TimeScale(
            spans.flatMap(\.days), around: lives.day, hasOpenBeginning: spans.contains(where: \.isOpenBefore))
        let track = TrackDrawing(html: html, scale: scale, day: lives.day)
        let frame: [HTMLAttribute] = [.role("img"), .label(speaker.plain(drawing.sentence))]
        try html.element(.figure, [.id(drawing.name), .class("tall")]) {
            html.line()
            try html.element(.div, frame) {
                html.line()
                try scaleLane(track, lives.day)
                for lane in lives.lanes { try self.lane(lane, track, lives.day) }
            }
            html.line()
            try legend([
                (.legendPost, .mark("post", "solid")), (.legendSuspended, .dash), (.legendUnit, .mark("unit", "solid")),
                (.legendTint, .mark("unit", "tint")), (.legendHatch, .mark("unit", "hatch")),
                (.legendOpen, .mark("unit", "hatch fr")), (.legendDenied, .cross),
            ])
            try unplaced(lives.lanes)
        }
        html.line()
    }

    private func scaleLane(_ track: TrackDrawing, _ day: Day) throws {
        try html.element(.div, [.class("lane scale")]) {
            try html.element(.div, [.class("who")])
            try html.element(.div, [.class("track")]) { try track.writeScale(dayLabel(day)) }
        }
        html.line()
    }

    /// The day over its line: "25 Nov 2026".
    func dayLabel(_ day: Day) -> String { StatedDate(day).said(in: language, as: .short) }

    private func lane(_ lane: Lives.Lane, _ track: TrackDrawing, _ day: Day) throws {
        var rows = LaneRows()
        rows.add(bars(lane.posts, track.scale, day, isUnit: false))
        rows.add(bars(lane.units, track.scale, day, isUnit: true))
        try html.element(.div, [.class("lane")]) {
            try html.element(.div, [.class("who")]) {
                try html.element(.p) { try say(lane.name, linking: false) }
                if let about = lane.about { try html.element(.p) { try say(about, linking: false) } }
            }
            try track.write(rows)
            let said = (lane.posts + lane.units).map(sentence).joined(separator: "; ")
            try html.element(.p, [.class("said")], said)
        }
        html.line()
    }

    /// The bars of a line. All that has no date is one bar, because each of them is the whole width.
    func bars(_ spans: [Lives.Span], _ scale: TimeScale, _ day: Day, isUnit: Bool) -> [LaneRows.Bar] {
        let shapes = spans.map { (span: $0, shape: SpanShape($0, on: scale, until: day)) }
        let undated = shapes.filter(\.shape.isUndated)
        let words = undated.map { speaker.plain($0.span.label) }.joined(separator: "; ")
        let dated = shapes.filter { !$0.shape.isUndated }.map { span, shape in
            LaneRows.Bar(
                shape: shape, labels: [sentence(span), short(span)], isSuspended: span.isSuspended, isUnit: isUnit)
        }
        guard let first = undated.first else { return dated }
        let whole = LaneRows.Bar(
            shape: first.shape, labels: [fill(.onNoStatedDay, words), words], isSuspended: false, isUnit: isUnit)
        return [whole] + dated
    }

    /// A span in words: "serving since 1 September 2025".
    private func sentence(_ span: Lives.Span) -> String {
        let label = speaker.plain(span.label)
        guard let date = span.date else { return span.begun == nil ? fill(.onNoStatedDay, label) : label }
        return "\(label) \(date.said(in: language))"
    }

    /// A span in a word, with the mark of a doubt.
    private func short(_ span: Lives.Span) -> String {
        let isDoubtful = span.date.map { $0.edtf.contains("?") || $0.edtf.contains("%") } ?? false
        return speaker.plain(span.label) + (isDoubtful ? " ?" : "")
    }

    func fill(_ phrase: Phrase, _ text: String) -> String { speaker.plain(.say(phrase, .text(text))) }

    /// What has a month or a day but no year: it has no place on the line.
    private func unplaced(_ lanes: [Lives.Lane]) throws {
        for lane in lanes where !lane.unplaced.isEmpty {
            let what = Words.joined([.joined(lane.unplaced, .semicolon)], .space)
            try line(.p, [.class("plain")], .say(.unplacedIs, .joined([lane.name, what], .comma)))
        }
    }
}

extension Lives.Span {
    /// The days that must have a place on the line.
    var days: [Day] {
        let begun = SpanBeginning(self)
        return [begun.first, begun.last, ended?.first, ended?.last, lastHeard].compactMap(\.self)
    }

    /// True if something is drawn before the first day of it.
    var isOpenBefore: Bool {
        let begun = SpanBeginning(self)
        return begun.first == nil && (begun.last != nil || ended?.first != nil || ended?.last != nil)
    }
}
