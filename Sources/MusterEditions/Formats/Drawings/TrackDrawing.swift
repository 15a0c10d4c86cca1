import MusterHTML
import MusterValues

/// Draws rows of bars over a line of days. Places are parts of the width, so that text keeps its size in every window.
struct TrackDrawing {
    let html: HTMLWriter
    let scale: TimeScale
    let day: Day

    /// The years, and the day that is answered for.
    func writeScale(_ label: String) throws {
        let now = scale.end(of: day)
        try html.element(.svg) {
            try rules()
            try years(y: 17, beside: label)
            try html.element(
                .svgText,
                [.class(now > 0.4 ? "day end heavy" : "day heavy"), .x(.part(now)), .y(.pixels(17))], label)
            try nowLine()
        }
    }

    /// The names of the years, as far as they leave room for the name of the day.
    func years(y: Double, beside label: String, rule: String = "axis") throws {
        let now = scale.end(of: day)
        for (year, part) in scale.named {
            let fitting = DrawingWidth.allCases.first { width in
                let (x, room) = (part * width.pixels, 34.0)
                let end = now * width.pixels
                let dayBegins = now > 0.4 ? end - TextWidth.of(label) - 6 : end
                let dayEnds = now > 0.4 ? end : end + TextWidth.of(label) + 6
                return (x + room < dayBegins || x > dayEnds) && x + room < width.pixels
            }
            guard let fitting else { continue }
            try line(part, rule)
            // The text stands at the right of its rule.
            try html.element(.svg, [.x(.part(part)), .class("by")]) {
                try html.element(
                    .svgText, [.class("tick \(fitting.style)"), .x(.pixels(6)), .y(.pixels(y))], "\(year)")
            }
        }
    }

    /// Rows of bars.
    func write(_ lanes: LaneRows) throws {
        try html.element(.div, [.class("track r\(max(1, lanes.rows.count))")]) {
            try html.element(.svg) {
                try rules()
                for (index, row) in lanes.rows.enumerated() {
                    let style = "y\(index) \(row[0].isUnit ? "unit" : "post")"
                    try html.element(.g, [.class(style)]) { try self.row(row) }
                }
                try nowLine()
            }
        }
    }

    func rules() throws { for part in scale.rules { try line(part, "rule") } }

    /// The line of the day, over all bars.
    func nowLine() throws {
        let now = scale.end(of: day)
        try line(now, "under")
        try line(now, "now")
    }

    private func line(_ part: Double, _ style: String) throws {
        try html.element(
            .line,
            [.class(style), .x1(.part(part)), .x2(.part(part)), .y1(.pixels(0)), .y2(.part(1))])
    }

    /// The bars of a row, and over them their labels. What one may have ended in and the next begun is drawn once.
    private func row(_ row: [LaneRows.Bar]) throws {
        var drawn: Set<SpanShape.Piece> = []
        for bar in row { try self.bar(bar, bar.shape.pieces.filter { drawn.insert($0).inserted }) }
        for (index, bar) in row.enumerated() {
            for (label, style) in SpanLabel.all(bar, next: LaneRows.next(after: index, in: row)) {
                if label.isOnPatch {
                    try patch(label, style)
                } else {
                    try html.element(.svgText, [.class(style), .x(.part(label.x))], label.text)
                }
            }
        }
    }

    private func bar(_ bar: LaneRows.Bar, _ pieces: [SpanShape.Piece]) throws {
        for piece in pieces {
            if bar.isSuspended, piece.mark != .hatch {
                try dashes(piece)
            } else {
                let style = ["b", piece.mark.rawValue, piece.fade].compactMap(\.self).joined(separator: " ")
                try html.element(
                    .rect,
                    [.class(style), .x(.part(piece.from)), .width(.part(piece.to - piece.from)), .height(.pixels(20))])
            }
        }
        if let dot = bar.shape.dot {
            try html.element(.circle, [.class("b solid dot"), .centerX(.part(dot)), .radius(.pixels(4.5))])
        }
        if let cross = bar.shape.cross {
            try html.element(.svg, [.class("by"), .x(.part(cross))]) {
                try html.element(
                    .path, [.class("cross"), .outline("M-7 3H8V18H-7zM-3.5 6.5L4.5 14.5M4.5 6.5L-3.5 14.5")])
            }
        }
    }

    /// A label in the middle of a hatched bar, on a patch of the page's colour.
    private func patch(_ label: SpanLabel, _ style: String) throws {
        let width = TextWidth.of(label.text) + 8
        try html.element(.svg, [.class("by note \(style)"), .x(.part(label.x))]) {
            try html.element(
                .rect,
                [
                    .class("patch"), .x(.pixels(-width / 2)), .y(.pixels(-1)), .width(.pixels(width)),
                    .height(.pixels(22)),
                ])
            try html.element(.svgText, [.class(label.style)], label.text)
        }
    }

    /// A post that is kept and not held: a dashed line above and below.
    private func dashes(_ piece: SpanShape.Piece) throws {
        for style in ["dash", "dash lower"] {
            try html.element(
                .line,
                [.class(style), .x1(.part(piece.from)), .x2(.part(piece.to)), .y1(.pixels(0)), .y2(.pixels(0))])
        }
    }
}

extension DrawingWidth {
    /// The width of a drawing in pixels for which its labels are placed.
    var pixels: Double {
        switch self {
        case .narrow: 330
        case .middle: 510
        case .wide: 900
        }
    }
}
