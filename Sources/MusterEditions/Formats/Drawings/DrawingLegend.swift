import MusterHTML

extension BlockWriter {
    /// A mark in a legend.
    enum LegendMark {
        /// A bar of a kind of line, with its mark of knowledge.
        case mark(String, String)
        case dash
        case cross
        case dot
        case atLeast
        case gem(String)
        case dots
    }

    /// What the marks of a drawing mean.
    func legend(_ entries: [(phrase: Phrase, mark: LegendMark)]) throws {
        try html.element(.ul, [.class("legend")]) {
            html.line()
            for entry in entries {
                try html.element(.li) {
                    try sign(entry.mark)
                    html.text(speaker.plain(.say(entry.phrase)))
                }
                html.line()
            }
        }
        html.line()
    }

    private func sign(_ mark: LegendMark) throws {
        try html.element(.svg, [.hidden, .class(mark.isSmall ? "small" : "")]) {
            switch mark {
            case .mark(let line, let style):
                try html.element(.g, [.class(line)]) { try box("b " + style) }
            case .dash:
                for y in [0.5, 12.5] { try self.line("dash", y: y) }
            case .cross:
                try html.element(.path, [.class("cross"), .outline("M.7.7H14.3V14.3H.7zM4 4L11 11M11 4L4 11")])
            case .dot:
                try html.element(
                    .circle, [.class("dot"), .centerX(.pixels(7.5)), .centerY(.pixels(7.5)), .radius(.pixels(5.5))])
            case .atLeast:
                try html.element(
                    .rect, [.class("hatch fu"), .width(.pixels(30)), .height(.pixels(11))])
                try self.line("base", y: 11.5)
            case .gem(let style): try html.element(.path, [.class(style), .outline(StrengthMark.gem(x: 7.5, y: 7.5))])
            case .dots: try self.line("dots", y: 6.5)
            }
        }
    }

    private func box(_ style: String) throws {
        try html.element(
            .rect,
            [.class(style), .x(.pixels(0.5)), .y(.pixels(0.5)), .width(.pixels(29)), .height(.pixels(12))])
    }

    private func line(_ style: String, y: Double) throws {
        try html.element(
            .line, [.class(style), .x1(.pixels(0)), .x2(.pixels(30)), .y1(.pixels(y)), .y2(.pixels(y))])
    }
}

extension BlockWriter.LegendMark {
    fileprivate var isSmall: Bool {
        switch self {
        case .cross, .dot, .gem: true
        case .mark, .dash, .atLeast, .dots: false
        }
    }
}
